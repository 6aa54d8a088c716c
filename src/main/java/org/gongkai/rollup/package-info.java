/**
 * Sums over the organs of a region, with coverage.
 *
 * <p>A <em>rollup</em> adds leaf cells of {@code organ} reports only; every total and subtotal is
 * computed from them, never added up from what reports state. Both editions of the form meet by the
 * path of the cell; what one edition holds in one row and the other in three compares as its total.
 *
 * <p>A blank is never a zero: a sum says how many blank cells it leaves out, and where nothing at
 * all was stated it is null. <em>Coverage</em> says how many organs were expected and how many
 * reports are in the sum. Sums and coverage of one answer are of the same moment.
 *
 * <p>Sums are <em>kept</em> for every region, year, basis, kind of organ and level ({@code tally}).
 * Who changes what is counted appends by how much, added up ({@code tally_delta}); it is
 * <em>folded</em> into the sums of the region and of all above by one transaction at a time, and
 * readers add what waits. So an answer is exact at every moment and no filing waits for the row of
 * the nation. The sums of the nation and the provinces come first, as every change is in them;
 * those below follow region by region, and meanwhile only their own readers have more to add. As
 * much may wait as readers can add in good time; beyond, writers wait. So an answer costs the same
 * however many reports there are and come in. What is asked of organs or of the past is added up
 * from the reports themselves. Checks hold the kept sums against the reports in turn, for ever.
 *
 * <p>Whether organs have done their duty is asked apart from any sum: each <em>stands</em>
 * somewhere with its report of a year, on time or late, missing or not yet due, as of today and by
 * the calendar of the registry. Those that must still act are on the list of <em>reminders</em>
 * (催报).
 *
 * <p>A number is made of <em>contributions</em>: what each region, organ or leaf cell gives to it,
 * asked of the reports themselves. A <em>reconciliation</em> holds the report of a government
 * against the rollup of its organs.
 */
package org.gongkai.rollup;
