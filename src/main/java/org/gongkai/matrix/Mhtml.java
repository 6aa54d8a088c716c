package org.gongkai.matrix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pages that a browser or Word saved as one file: the first page in it is read. */
final class Mhtml {

  private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary\\s*=\\s*\"?([^\"\\s;]+)");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\"\\s;]+)");
  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");
  private static final int HEADERS = 8_192;

  private Mhtml() {}

  static PrintedDocument read(byte[] bytes) throws UnreadableFile {
    String mail = new String(bytes, StandardCharsets.ISO_8859_1);
    String head = mail.substring(0, Math.min(HEADERS, mail.length()));
    Matcher boundary = BOUNDARY.matcher(head);
    if (!boundary.find()) {
      PrintedDocument only = part(mail, true);
      if (only == null) {
        throw noPage();
      }
      return only;
    }
    String line = "--" + boundary.group(1);
    int at = mail.indexOf(line);
    while (at >= 0) {
      ReadingLimits.check();
      int end = mail.indexOf(line, at + line.length());
      String part = mail.substring(at + line.length(), end < 0 ? mail.length() : end);
      PrintedDocument read = part(part, false);
      if (read != null) {
        return read;
      }
      at = end;
    }
    throw noPage();
  }

  private static UnreadableFile noPage() {
    return ReadingLimits.broken("网页存档中没有网页", "The archive of a page holds no page");
  }

  private static @Nullable PrintedDocument part(String part, boolean whole) throws UnreadableFile {
    Matcher blank = BLANK_LINE.matcher(part);
    // The line after the boundary is empty where a part has no headers.
    if (!blank.find(Math.min(part.length(), 1))) {
      return null;
    }
    String headers = part.substring(0, blank.start()).toLowerCase(Locale.ROOT);
    if (!headers.contains("text/html") && !(whole && headers.contains("content-type"))) {
      return null;
    }
    byte[] body = decoded(part.substring(blank.end()), headers);
    Matcher charset = CHARSET.matcher(headers);
    return new HtmlReader().read(Decoded.of(body, charset.find() ? charset.group(1) : null));
  }

  private static byte[] decoded(String body, String headers) throws UnreadableFile {
    if (headers.contains("quoted-printable")) {
      return quotedPrintable(body);
    }
    if (headers.contains("base64")) {
      try {
        return Base64.getMimeDecoder().decode(body);
      } catch (IllegalArgumentException e) {
        throw ReadingLimits.broken("网页存档损坏", "The archive of a page is broken").from(e);
      }
    }
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] quotedPrintable(String body) {
    byte[] out = new byte[body.length()];
    int length = 0;
    int i = 0;
    while (i < body.length()) {
      char sign = body.charAt(i);
      i++;
      if (sign != '=') {
        out[length] = (byte) sign;
        length++;
      } else if (body.startsWith("\r\n", i)) {
        i += 2;
      } else if (body.startsWith("\n", i)) {
        i++;
      } else {
        int high = i < body.length() ? Character.digit(body.charAt(i), 16) : -1;
        int low = i + 1 < body.length() ? Character.digit(body.charAt(i + 1), 16) : -1;
        if (high >= 0 && low >= 0) {
          out[length] = (byte) (high * 16 + low);
          i += 2;
        } else {
          out[length] = '=';
        }
        length++;
      }
    }
    return Arrays.copyOf(out, length);
  }
}
