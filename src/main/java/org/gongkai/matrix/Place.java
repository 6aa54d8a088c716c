package org.gongkai.matrix;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file; all counted from 1.
 *
 * @param page page, or sheet of a workbook; null where a format has none
 * @param paragraph number of the paragraph outside tables
 * @param table number of the table, in the order of reading
 * @param row row of the table, in the lines of its grid
 * @param column column of the table, in the lines of its grid
 */
public record Place(
    @Nullable Integer page,
    @Nullable Integer paragraph,
    @Nullable Integer table,
    @Nullable Integer row,
    @Nullable Integer column) {}
