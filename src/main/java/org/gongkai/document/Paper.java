package org.gongkai.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is printed, in no format yet: paragraphs and tables in the order of reading.
 *
 * @param title of the document as a file, in one line
 * @param pieces what stands on the paper
 * @param proof what stands small at the end and is no part of the document, or null
 */
record Paper(String title, List<Piece> pieces, @Nullable Proof proof) {

  Paper {
    pieces = List.copyOf(pieces);
  }

  /** A paragraph or a table. */
  sealed interface Piece permits Words, PaperGrid {}

  /** What a paragraph is. */
  enum Part {
    TITLE,
    /** Of a chapter: 一、总体情况. */
    HEADING,
    /** Within a chapter: （一）主动公开. */
    SUBHEADING,
    BODY,
    /** To whom a letter goes; without an indent. */
    ADDRESSEE,
    /** Who signs, and when. */
    SIGNATURE,
    /** What is not of the document's own words, as a hint below a table. */
    NOTE
  }

  /**
   * A paragraph.
   *
   * @param text one line, however long
   */
  record Words(Part part, String text) implements Piece {}

  /**
   * By what somebody who holds the paper finds out whether it is what was filed.
   *
   * @param lines what is printed
   * @param address that leads to the receipt, for a machine to read; null where none is known
   */
  record Proof(List<String> lines, @Nullable String address) {

    Proof {
      lines = List.copyOf(lines);
    }
  }
}
