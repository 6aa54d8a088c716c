package org.gongkai.rollup;

/**
 * What is asked for.
 *
 * @param region code of the region; organs of the regions below it are in
 * @param from first report year
 * @param to last report year
 */
record Wish(String region, int from, int to, By by, Basis basis) {}
