package org.gongkai.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A percentage as it is printed: its digits tell how exact it is.
 *
 * @param start of its first digit
 * @param end behind its sign
 * @param about whether the text says about how many
 */
record Percentage(BigDecimal number, int start, int end, boolean about) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LONGEST = 12;
  private static final int MOST_DIGITS = 6;
  private static final String ABOUT_BEFORE = "约近超逾过足";
  private static final List<String> ABOUT_BEHIND = List.of("以上", "左右", "多", "余", "以内", "上下");

  static List<Percentage> in(String signs) {
    List<Percentage> all = new ArrayList<>();
    for (int at = signs.indexOf('%'); at >= 0; at = signs.indexOf('%', at + 1)) {
      int start = at;
      while (start > 0 && at - start < LONGEST && isDigit(signs.charAt(start - 1))) {
        start--;
      }
      BigDecimal number = number(signs.substring(start, at));
      if (number != null) {
        boolean about = start > 0 && ABOUT_BEFORE.indexOf(signs.charAt(start - 1)) >= 0;
        int end = at + 1;
        all.add(new Percentage(number, start, end, about || isAboutBehind(signs, end)));
      }
    }
    return all;
  }

  static boolean isAboutBehind(String signs, int end) {
    return ABOUT_BEHIND.stream().anyMatch(word -> signs.startsWith(word, end));
  }

  /** Null where the signs are no number. */
  static @Nullable BigDecimal number(String digits) {
    int point = digits.indexOf('.');
    boolean written =
        !digits.isEmpty()
            && point != 0
            && point != digits.length() - 1
            && point == digits.lastIndexOf('.')
            && digits.length() <= MOST_DIGITS + MOST_DIGITS;
    return written ? new BigDecimal(digits) : null;
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9' || sign == '.';
  }

  /** The same as one of about so many. */
  Percentage roughly() {
    return new Percentage(number, start, end, true);
  }

  /** One of its last digit. */
  BigDecimal unit() {
    return BigDecimal.ONE.movePointLeft(number.scale());
  }

  /** Whether a part is this of a whole, to the printed digit, rounded or cut off. */
  boolean isOf(BigDecimal part, BigDecimal whole) {
    return isPrinted(number, part.multiply(HUNDRED), whole);
  }

  /** What a part is of a whole, rounded to the digit that is printed. */
  BigDecimal computed(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, number.scale(), RoundingMode.HALF_UP);
  }

  /** Whether a quotient is printed so. */
  static boolean isPrinted(BigDecimal printed, BigDecimal dividend, BigDecimal divisor) {
    return divisor.signum() > 0
        && (printed.compareTo(dividend.divide(divisor, printed.scale(), RoundingMode.HALF_UP)) == 0
            || printed.compareTo(dividend.divide(divisor, printed.scale(), RoundingMode.DOWN))
                == 0);
  }
}
