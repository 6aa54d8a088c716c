package org.gongkai.check;

import java.math.BigDecimal;

/**
 * A number of something, as a text states it.
 *
 * @param approximate whether the text says about how many (余, 约, 近), or could be read otherwise
 * @param unit as it is written: 条, 件, 万元; empty where none is
 * @param place of its sign in the {@link Passage}
 * @param start of its first sign in the text
 * @param end behind its last sign in the text
 */
record Quantity(
    BigDecimal number, boolean approximate, String unit, int place, int start, int end) {}
