/**
 * Sums that are kept for every region, year, basis, kind of organ and level, and their upkeep.
 *
 * <p>Who changes what is counted appends by how much, added up ({@code tally_delta}); it is
 * <em>folded</em> into the sums of the region and of all above by one transaction at a time, and
 * readers add what waits. An instance reads a row that waits once and remembers it; what each
 * reader asks is which rows wait. So an answer is exact at every moment and no filing waits for the
 * row of the nation. The sums of the nation and the provinces come first, as every change is in
 * them; those below follow region by region, added up where several were folded together, and
 * meanwhile only their own readers have more to add. As much may wait as readers can add in good
 * time; beyond, writers wait. What is asked of organs or of the past is added up from the reports
 * themselves, whose revisions never change and are remembered ({@code RevisionCellCache}), and what
 * governments report themselves is read from theirs. Checks hold the kept sums against the reports
 * in turn, for ever; a rebuild makes them anew, region by region from below.
 *
 * <p>Others use {@code RollupQuery} and {@code By}, {@code RollupStore}, {@code Tallies} with
 * {@code StoredSums}, {@code ComputedSums} and {@code GovernmentSums}, {@code Tally}, {@code Sum},
 * {@code Coverage} and {@code SumKey}.
 */
@NullMarked
package org.gongkai.tally;

import org.jspecify.annotations.NullMarked;
