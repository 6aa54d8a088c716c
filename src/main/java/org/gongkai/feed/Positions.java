package org.gongkai.feed;

import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** Reads positions of the feed, as they were handed out. */
public final class Positions {

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  private Positions() {}

  public static boolean isOne(String text) {
    return POSITION.matcher(text).matches();
  }

  public static long read(String parameter, String value, long otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (!isOne(value)) {
      throw ProblemException.invalid(
          Violation.at(
              "?" + parameter,
              "须为上一次答复中的 next：非负整数。",
              "Must be the next of the answer before: a whole number from 0."));
    }
    return Long.parseLong(value);
  }
}
