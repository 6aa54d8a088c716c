package org.gongkai.pdf;

/**
 * A straight line on a page, level or upright.
 *
 * @param level whether it runs from left to right
 * @param at where it stands: its y when level, its x when upright
 * @param from where it begins, along its direction
 * @param to where it ends
 */
record RuledLine(boolean level, double at, double from, double to) {

  double length() {
    return to - from;
  }

  boolean covers(double position, double slack) {
    return from - slack <= position && position <= to + slack;
  }

  /** As it is seen after the page was turned back by quarter turns. */
  RuledLine turnedBack(int quarters, double pageWidth, double pageHeight) {
    return switch (quarters) {
      case 1 ->
          level
              ? new RuledLine(false, at, pageWidth - to, pageWidth - from)
              : new RuledLine(true, pageWidth - at, from, to);
      case 2 ->
          level
              ? new RuledLine(true, pageHeight - at, pageWidth - to, pageWidth - from)
              : new RuledLine(false, pageWidth - at, pageHeight - to, pageHeight - from);
      case 3 ->
          level
              ? new RuledLine(false, pageHeight - at, from, to)
              : new RuledLine(true, at, pageHeight - to, pageHeight - from);
      default -> this;
    };
  }
}
