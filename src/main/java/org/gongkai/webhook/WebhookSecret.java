package org.gongkai.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a webhook's messages are signed with, as Standard Webhooks writes and uses it. */
record WebhookSecret(byte[] bytes) {

  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  static WebhookSecret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new WebhookSecret(bytes);
  }

  String text() {
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  /** The signature of a message with this id, sent at this second. */
  String sign(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes, ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never the secret itself: what is printed can end up in a log. */
  @Override
  public String toString() {
    return "WebhookSecret[…]";
  }
}
