package org.gongkai.rollup;

import java.time.OffsetDateTime;
import org.gongkai.report.Basis;

/**
 * What is asked for.
 *
 * @param region code of the region; organs of the regions below it are in
 * @param from first report year
 * @param to last report year
 * @param asOf the instant as of which it is wanted, or null for now
 */
record Wish(String region, int from, int to, By by, Basis basis, OffsetDateTime asOf) {}
