/**
 * What a number of a rollup is made of: what each region, organ or leaf cell gives to it, asked of
 * the reports themselves. The parts add up to it exactly.
 *
 * <p>Others use {@code ContributionAddress}, {@code NumberSelector}, {@code SumOperands} and {@code
 * PartBy}.
 */
package org.gongkai.breakdown;
