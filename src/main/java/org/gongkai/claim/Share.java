package org.gongkai.claim;

import java.math.BigDecimal;
import java.util.Objects;
import org.gongkai.narrative.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A percentage of a text, and what it is of.
 *
 * @param part the number that it is a share of something of; null where only a name stands there
 * @param name what it is of, where no number stands there; empty where one does
 * @param from where its words begin
 */
record Share(Percentage percentage, @Nullable Quantity part, String name, int from) {

  /** The number that it is a share of something of, where one stands there. */
  BigDecimal number() {
    return Objects.requireNonNull(part).number();
  }

  boolean isExact() {
    return !percentage.about() && (part == null || !part.approximate());
  }

  /** Whether it is of a whole; false where it has no number. */
  boolean isOf(BigDecimal whole) {
    return part != null && percentage.isOf(part.number(), whole);
  }

  int end() {
    return percentage.end();
  }
}
