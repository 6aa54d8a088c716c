/**
 * What the text of a report claims beside its numbers: percentages and differences are computed
 * again from the numbers beside them, from the cells and from last year's report; notices that the
 * text rests on must be in force; and what a report must tell it tells.
 *
 * <p>A percentage is right if any number that it can be of makes it, rounded or cut off; it is
 * wrong only where it is known of which number it is. Everything else is passed over.
 *
 * <p>How texts say it is data, {@code forms/claims.yaml}. The text is read by {@code narrative},
 * once for all; {@code check} has these rules as its {@link org.gongkai.check.Checks.TextRules};
 * what needs last year's report is asked by {@code crosscheck}.
 *
 * <p>Others use {@code Claims} and {@code GrowthChecks}.
 */
@NullMarked
package org.gongkai.claim;

import org.jspecify.annotations.NullMarked;
