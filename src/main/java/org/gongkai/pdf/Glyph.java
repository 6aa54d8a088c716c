package org.gongkai.pdf;

/**
 * A sign on a page of a PDF file, as it is seen: from the upper left corner, in points.
 *
 * @param text what the font says that it means; {@link #UNKNOWN} where it does not say
 * @param x middle of its advance
 * @param y middle of its body
 * @param width how far it advances along the line
 * @param size height of its body
 * @param turn by how many quarter turns, clockwise, its line is turned; -1 where it is slanted
 * @param order its number in the order of drawing
 */
record Glyph(String text, double x, double y, double width, double size, int turn, int order) {

  static final String UNKNOWN = "\uFFFD";

  double left() {
    return x - width / 2;
  }

  double right() {
    return x + width / 2;
  }

  boolean blank() {
    // blanks that do not break lines are none to String.isBlank
    return text.codePoints()
        .allMatch(sign -> Character.isWhitespace(sign) || Character.isSpaceChar(sign));
  }

  boolean unknown() {
    return text.equals(UNKNOWN);
  }

  /** Whether it is a digit, or a sign that stands within numbers. */
  boolean numeric() {
    return text.length() == 1
        && (Character.isDigit(text.charAt(0)) || ".,-－，．".indexOf(text.charAt(0)) >= 0);
  }

  /** Whether it goes on with a number after another sign of it, without a gap. */
  boolean goesOn(Glyph before) {
    if (turn != before.turn || turn < 0 || !before.numeric() || !numeric()) {
      return false;
    }
    Glyph one = before.turnedBack(turn, 0, 0);
    Glyph two = turnedBack(turn, 0, 0);
    return Math.abs(one.y - two.y) < 0.3 * size && Math.abs(two.left() - one.right()) < 0.2 * size;
  }

  boolean digit() {
    return text.length() == 1 && Character.isDigit(text.charAt(0));
  }

  /** Whether it is as wide as it is high, as Chinese signs are, which stand without blanks. */
  boolean wide() {
    int first = text.codePointAt(0);
    return first >= 0x2E80 || (first >= 0x2010 && first <= 0x2040);
  }

  /** As it is seen after the page was turned back by its own quarter turns. */
  Glyph turnedBack(int quarters, double pageWidth, double pageHeight) {
    int kept = turn < 0 ? turn : (turn - quarters + 4) % 4;
    return switch (quarters) {
      case 1 -> new Glyph(text, y, pageWidth - x, width, size, kept, order);
      case 2 -> new Glyph(text, pageWidth - x, pageHeight - y, width, size, kept, order);
      case 3 -> new Glyph(text, pageHeight - y, x, width, size, kept, order);
      default -> this;
    };
  }
}
