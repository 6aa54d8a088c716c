/**
 * Sums over the organs of a region, with coverage.
 *
 * <p>A <em>rollup</em> adds leaf cells of {@code organ} reports only, unless it is asked for what
 * governments report themselves ({@code scope}), which it never adds to those; every total and
 * subtotal is computed from them, never added up from what reports state. Both editions of the form
 * meet by the path of the cell; what one edition holds in one row and the other in three compares
 * as its total.
 *
 * <p>A blank is never a zero: a sum says how many blank cells it leaves out, and where nothing at
 * all was stated it is null. <em>Coverage</em> says how many organs were expected and how many
 * reports are in the sum. Sums and coverage of one answer are of the same snapshot.
 *
 * <p>It is asked of the sums that are kept ({@code tally}) or, by organ and of the past, of the
 * reports themselves. By organ it is made organ by organ: the rows of one are remembered as they
 * were written ({@code OrganRows}), beside what its sums are made of. Large answers wait for their
 * readers in memory where there is room, else on disk. {@code RollupTable} and {@code RollupCube}
 * make a table and a cube of it, for the writers of {@code table}.
 *
 * <p>Others use {@code RollupQueryReader}, {@code SectionRows}, {@code PartsOfTotals} and {@code
 * Published}.
 */
@NullMarked
package org.gongkai.rollup;

import org.jspecify.annotations.NullMarked;
