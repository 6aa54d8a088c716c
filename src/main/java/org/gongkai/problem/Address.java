package org.gongkai.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a request as it came over the wire. Whatever cannot be decoded to text that can be
 * stored is refused here, for the frameworks behind answer it with anything from silence to a 500.
 */
record Address(String raw) {

  /**
   * What some read as part of a segment and others not: whatever finds the resource drops what
   * stands behind a semicolon, so that the same resource would have addresses that no guard knows.
   */
  private static final Pattern AMBIGUITY =
      Pattern.compile(";|%3B|%2F|%5C", Pattern.CASE_INSENSITIVE);

  private static final Text UNENCODED =
      new Text(
          "地址中只能有 ASCII 字符；中文等字符须按 UTF-8 作百分号编码，例如“区”写作 %E5%8C%BA。",
          "An address is ASCII; other characters are UTF-8, percent-encoded: 区 is %E5%8C%BA.");
  private static final Text BADLY_ENCODED =
      new Text(
          "地址中的百分号编码有误，或者不是 UTF-8。",
          "The address has a wrong percent-encoding, or one that is not UTF-8.");
  private static final Text NUL =
      new Text("地址中不能有 U+0000（%00）。", "The address must not have U+0000 (%00).");
  private static final Text AMBIGUOUS =
      new Text(
          "地址的路径中不能有分号，也不能有编码的分号、斜杠或反斜杠（%3B、%2F、%5C）。",
          "The path of an address has no semicolon, nor an encoded one, nor an encoded slash or"
              + " backslash (%3B, %2F, %5C).");
  private static final Text NO_URI =
      new Text("地址不符合 RFC 3986。", "The address is not what RFC 3986 takes.");

  /** What is wrong with it, if anything is. */
  Optional<Text> objection() {
    if (!raw.chars().allMatch(c -> c > ' ' && c <= '~')) {
      return Optional.of(UNENCODED);
    }
    Optional<Text> encoding = objectionToEncoding();
    if (encoding.isPresent()) {
      return encoding;
    }
    if (AMBIGUITY.matcher(path()).find()) {
      return Optional.of(AMBIGUOUS);
    }
    return isUri() ? Optional.empty() : Optional.of(NO_URI);
  }

  private String path() {
    int query = raw.indexOf('?');
    return query < 0 ? raw : raw.substring(0, query);
  }

  private Optional<Text> objectionToEncoding() {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int high = digit(i + 1);
        int low = digit(i + 2);
        if (high < 0 || low < 0) {
          return Optional.of(BADLY_ENCODED);
        }
        if (high == 0 && low == 0) {
          return Optional.of(NUL);
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
      return Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.of(BADLY_ENCODED);
    }
  }

  private int digit(int index) {
    return index < raw.length() ? Character.digit(raw.charAt(index), 16) : -1;
  }

  private boolean isUri() {
    try {
      new URI(raw);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
