package org.gongkai.recognition;

import org.gongkai.matrix.Place;

/** A document as one line of pieces, its tables of figures taken out. */
sealed interface Strand {

  /**
   * A line of text.
   *
   * @param heading whether the file marks it as a heading
   * @param inTable whether it stands in a cell
   */
  record Words(String text, Place place, boolean heading, boolean inTable) implements Strand {}

  /** Where a table of a section stands, or a part of it. */
  record TableOf(String section) implements Strand {}

  /** A table that is none of the report's. */
  record OtherTable(String text, Place place) implements Strand {}
}
