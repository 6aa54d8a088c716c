package org.gongkai.matrix;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers of workbooks, with the words that their formats add: a format that rounds a number, or
 * hides a zero, hides what the file states.
 */
final class SheetNumber {

  /** As many digits as Excel itself has; more come of binary fractions. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final int LONGEST_PLAIN = 40;

  private static final Pattern NUMBER =
      Pattern.compile("[-−]?\\d[\\d,]*(?:\\.\\d+)?(?:E[+-]?\\d{1,3})?");

  /** What a display says beyond the number. */
  private static final Pattern WORDS = Pattern.compile("%|[\\p{L}&&[^E]]");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"a-zA-Z]*)\"");

  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
  private boolean otherwise;

  /** Whether a number was displayed otherwise than it is. */
  boolean otherwise() {
    return otherwise;
  }

  /**
   * @param format the number format, {@code General} where it has none
   * @param since1904 whether days are counted from 1904
   */
  String text(double value, int index, String format, boolean since1904) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value, DIGITS).stripTrailingZeros();
    String plain = plain(exact);
    if (format.isEmpty() || format.equalsIgnoreCase("General") || format.equals("@")) {
      return plain;
    }
    String shown;
    try {
      boolean date = DateUtil.isADateFormat(index, format);
      String unquoted = date ? QUOTED.matcher(format).replaceAll("$1") : format;
      shown = formatter.formatRawCellContents(value, index, unquoted, since1904).strip();
      if (date) {
        return shown;
      }
    } catch (RuntimeException e) {
      // A format that cannot be understood hides nothing.
      return plain;
    }
    if (says(shown, exact)) {
      return WORDS.matcher(shown).find() ? shown : plain;
    }
    otherwise = true;
    return plain;
  }

  private static String plain(BigDecimal exact) {
    return Math.abs((long) exact.scale()) + exact.precision() > LONGEST_PLAIN
        ? exact.toString()
        : exact.toPlainString();
  }

  private static boolean says(String shown, BigDecimal exact) {
    Matcher number = NUMBER.matcher(shown);
    if (!number.find()) {
      return false;
    }
    BigDecimal said = new BigDecimal(number.group().replace(",", "").replace('−', '-'));
    boolean percent = shown.startsWith("%", number.end());
    int end = number.end();
    return !number.find(end) && said.compareTo(percent ? exact.movePointRight(2) : exact) == 0;
  }
}
