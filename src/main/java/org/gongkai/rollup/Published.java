package org.gongkai.rollup;

import java.math.BigDecimal;

/**
 * What was published through one channel.
 *
 * @param channel code of the channel; null for the stated totals over all channels
 * @param count sum of the stated counts; null where none is stated
 * @param blank how many counts are blank
 * @param approximate how many counts are said to be about so many
 * @param reports how many reports name the channel
 */
record Published(
    Place place,
    String channel,
    String unit,
    BigDecimal count,
    long blank,
    long approximate,
    long reports) {}
