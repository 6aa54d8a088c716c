package org.gongkai.pdf;

import java.util.List;

/**
 * What is seen of a page of a PDF file, upright as most of its text.
 *
 * @param number from 1
 * @param glyphs the signs, in the order of drawing
 * @param rules straight lines as they are drawn, in any number of pieces
 * @param pictured what share of the page pictures cover, up to 1
 * @param unseen how many signs are drawn so that nobody sees them
 * @param slanted how many signs stand slanted, as those of watermarks
 */
record PdfPage(
    int number,
    double width,
    double height,
    List<Glyph> glyphs,
    List<RuledLine> rules,
    double pictured,
    int unseen,
    int slanted) {

  PdfPage {
    glyphs = List.copyOf(glyphs);
    rules = List.copyOf(rules);
  }

  /** Whether the page is a picture: what its text says, if any, was guessed by a program. */
  boolean scanned() {
    long seen = glyphs.stream().filter(glyph -> !glyph.blank()).count();
    return pictured > 0.5 && (seen < 20 || unseen > seen);
  }

  /** Turned so that most of its text runs from left to right. */
  PdfPage upright() {
    int[] signs = new int[4];
    for (Glyph glyph : glyphs) {
      if (glyph.turn() >= 0 && !glyph.blank()) {
        signs[glyph.turn()]++;
      }
    }
    int most = 0;
    for (int turn = 1; turn < 4; turn++) {
      if (signs[turn] > signs[most]) {
        most = turn;
      }
    }
    if (most == 0) {
      return this;
    }
    int quarters = most;
    boolean lying = quarters != 2;
    return new PdfPage(
        number,
        lying ? height : width,
        lying ? width : height,
        glyphs.stream().map(glyph -> glyph.turnedBack(quarters, width, height)).toList(),
        rules.stream().map(rule -> rule.turnedBack(quarters, width, height)).toList(),
        pictured,
        unseen,
        slanted);
  }
}
