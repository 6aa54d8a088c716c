/**
 * What a number of a rollup is made of: what each region, organ or leaf cell gives to it, asked of
 * the reports themselves. The parts add up to it exactly. To say which organs give most, all of
 * them are counted; those that come next are kept ({@code PrefetchedParts}) for the pages that
 * follow, which are of the same moment for a while even where reports come in.
 *
 * <p>Others use {@code ContributionAddress}, {@code NumberSelector}, {@code SumOperands} and {@code
 * PartBy}.
 */
@NullMarked
package org.gongkai.breakdown;

import org.jspecify.annotations.NullMarked;
