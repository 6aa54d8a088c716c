package org.gongkai.rollup;

/**
 * What a sum is of: a region or an organ, in a year.
 *
 * @param code of the region or organ
 */
record Place(String code, int year) {}
