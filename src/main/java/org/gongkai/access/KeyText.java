package org.gongkai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a key: {@code gk_}, eight characters that name it, {@code _}, forty that prove it.
 *
 * <p>The alphabet has 32 characters, none of which is taken for another, so each carries 5 random
 * bits: 200 for the proof. Nobody can try that many, so a plain SHA-256 of the whole is stored,
 * without salt or stretching.
 */
record KeyText(String text) {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int NAME_LENGTH = 8;
  private static final int PROOF_LENGTH = 40;
  private static final Pattern FORM =
      Pattern.compile(
          "gk_[" + ALPHABET + "]{" + NAME_LENGTH + "}_[" + ALPHABET + "]{" + PROOF_LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static KeyText random() {
    return new KeyText("gk_" + random(NAME_LENGTH) + "_" + random(PROOF_LENGTH));
  }

  /** The text as one of our keys, if it has the form of one. */
  static Optional<KeyText> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new KeyText(text)) : Optional.empty();
  }

  /** The public part: {@code gk_} and the name. */
  String prefix() {
    return text.substring(0, 3 + NAME_LENGTH);
  }

  byte[] digest() {
    return digest(text);
  }

  static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compares in a time that does not depend on where the two differ. */
  static boolean sameDigest(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    StringBuilder text = new StringBuilder(length);
    for (byte b : bytes) {
      text.append(ALPHABET.charAt(b & 31));
    }
    return text.toString();
  }

  /** Never the key itself: what is printed can end up in a log. */
  @Override
  public String toString() {
    return prefix() + "_…";
  }
}
