package org.gongkai.season;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** Where a page of organs ends: in which region, with which organ. */
record StandingCursor(String region, String organ) {

  static final StandingCursor START = new StandingCursor("", "");

  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{6}(?:[0-9]{3})?):([0-9A-Z][0-9A-Z-]{0,31})");

  static StandingCursor read(String cursor) {
    if (cursor == null) {
      return START;
    }
    Matcher matcher = SHAPE.matcher(cursor);
    if (!matcher.matches()) {
      throw ProblemException.invalid(
          Violation.at("?cursor", "须为上一页的 next。", "What a page before gave as its next."));
    }
    return new StandingCursor(matcher.group(1), matcher.group(2));
  }

  static String after(Standing last) {
    return last.region() + ":" + last.organ();
  }
}
