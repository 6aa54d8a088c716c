package org.gongkai.form;

import java.util.regex.Pattern;
import org.gongkai.problem.Text;

/** A label for charts and narrow columns. */
final class ShortLabel {

  /** What the form counts its rows by: 一、 （一） 1. (1). */
  private static final Pattern NUMBER =
      Pattern.compile("^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\\(?[0-9]+[.)])\\s*");

  private ShortLabel() {}

  /** The one that a form file has, or else the label without its number. */
  static Text of(Text written, Text label) {
    // A label that lacks a text is refused where the form is checked.
    return written != null || !FormCheck.isWhole(label)
        ? written
        : new Text(without(label.zh()), without(label.en()));
  }

  private static String without(String label) {
    return NUMBER.matcher(label).replaceFirst("");
  }
}
