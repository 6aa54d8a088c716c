package org.gongkai.imports;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file is called, as its sender says, without what a name must not do. */
final class FileName {

  /** Where none is said. */
  static final String UNNAMED = "未命名";

  private static final int LONGEST = 200;

  private static final Pattern EXTENDED =
      Pattern.compile("(?i)filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)");

  // Possessive: otherwise each sign takes some of the stack.
  private static final Pattern QUOTED =
      Pattern.compile("(?i)filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private static final Pattern BARE = Pattern.compile("(?i)filename\\s*=\\s*([^;\"\\s]+)");

  /** Neither signs that steer a terminal or a reading direction, nor halves of signs. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

  private FileName() {}

  /** Of a header {@code Content-Disposition}, which may be null. */
  static String of(@Nullable String disposition) {
    if (disposition == null) {
      return UNNAMED;
    }
    Matcher extended = EXTENDED.matcher(disposition);
    if (extended.find()) {
      return last(decoded(extended.group(1)));
    }
    Matcher quoted = QUOTED.matcher(disposition);
    if (quoted.find()) {
      return last(utf8(quoted.group(1).replaceAll("\\\\(.)", "$1")));
    }
    Matcher bare = BARE.matcher(disposition);
    return bare.find() ? last(utf8(bare.group(1))) : UNNAMED;
  }

  /** The header that has a file saved under a name, which may have folders before it. */
  static String attachment(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return "attachment; filename*=UTF-8''"
        + URLEncoder.encode(last, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private static String decoded(String percent) {
    try {
      return URLDecoder.decode(percent.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return percent;
    }
  }

  /** Headers come as ISO 8859-1, in which many clients write UTF-8. */
  private static String utf8(String header) {
    if (header.chars().allMatch(sign -> sign < 0x80) || header.chars().anyMatch(s -> s > 0xff)) {
      return header;
    }
    String read = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return read.indexOf('\ufffd') < 0 ? read : header;
  }

  private static String last(String name) {
    int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return fit(name.substring(folder + 1));
  }

  /** The name without signs that do not belong in one, without its beginning where it is long. */
  static String fit(String name) {
    String fit = UNFIT.matcher(name).replaceAll("").strip();
    if (fit.isEmpty()) {
      return UNNAMED;
    }
    if (fit.length() <= LONGEST) {
      return fit;
    }
    int cut = fit.length() - LONGEST;
    return fit.substring(Character.isLowSurrogate(fit.charAt(cut)) ? cut + 1 : cut);
  }
}
