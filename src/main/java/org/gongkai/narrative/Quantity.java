package org.gongkai.narrative;

import java.math.BigDecimal;

/**
 * A number of something, as a text states it.
 *
 * @param approximate whether the text says about how many (余, 约, 近), or could be read otherwise
 * @param split whether it can be the end of a longer number: 1，234条
 * @param unit as it is written: 条, 件, 万元; empty where none is
 * @param place of its sign in the {@link Passage}
 * @param start of its first sign in the text
 * @param end behind its last sign in the text
 */
public record Quantity(
    BigDecimal number,
    boolean approximate,
    boolean split,
    String unit,
    int place,
    int start,
    int end) {

  private static final String PIECE = "件";

  /** What it counts, where some units are taken for one; a number without a unit counts that. */
  public String counts(String alike) {
    return alike.contains(unit) ? PIECE : unit;
  }
}
