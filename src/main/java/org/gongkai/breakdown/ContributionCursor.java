package org.gongkai.breakdown;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/**
 * Where a page of parts ends.
 *
 * @param size of the last part, without its sign; -1 where it states nothing; null at the start
 * @param code of the last part
 */
record ContributionCursor(BigDecimal size, String code) {

  static final ContributionCursor START = new ContributionCursor(null, "");

  private static final BigDecimal NOTHING = BigDecimal.ONE.negate();
  private static final Pattern SHAPE =
      Pattern.compile("(-1|[0-9]{1,40}(?:\\.[0-9]{1,10})?):([0-9A-Za-z.@-]{1,200})");

  static ContributionCursor read(String cursor) {
    if (cursor == null) {
      return START;
    }
    Matcher matcher = SHAPE.matcher(cursor);
    if (!matcher.matches()) {
      throw ProblemException.invalid(
          Violation.at("?cursor", "须为上一页的 next。", "What a page before gave as its next."));
    }
    return new ContributionCursor(new BigDecimal(matcher.group(1)), matcher.group(2));
  }

  static String after(ContributionView last) {
    BigDecimal size = last.number() == null ? NOTHING : last.number().abs();
    return size.toPlainString() + ":" + last.code();
  }
}
