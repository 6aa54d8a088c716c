package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What a report states in one cell. */
public sealed interface Figure {

  Figure BLANK = new Blank();
  Figure NOT_APPLICABLE = new NotApplicable();

  /** A number of the cell's kind, 0 included. */
  record Stated(BigDecimal number) implements Figure {
    public Stated {
      // 3.0 and 3 are the same statement, and 60 is never written 6E+1
      BigDecimal shortest = number.stripTrailingZeros();
      number = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
  }

  /** Nothing was stated; never the same as 0. */
  record Blank() implements Figure {}

  /** The cell does not apply to the organ. */
  record NotApplicable() implements Figure {}

  /** Something that is no number of the cell's kind, kept as it was stated. */
  record Malformed(JsonNode stated) implements Figure {}
}
