/**
 * The text of a report, read once for all checks.
 *
 * <p>A {@link org.gongkai.narrative.NarrativeText} is a part of the text: as it was sent, as it is
 * read, with private matters masked, and with its numbers. A number is a {@link
 * org.gongkai.narrative.Statement} bound to cells; how texts say it is data, {@code
 * forms/texts.yaml}, compiled for a report year as a {@link org.gongkai.narrative.Lexicon}. A
 * number is named in many places for many things: what can mean something else is marked as unsure,
 * and whatever nothing explains is passed over.
 *
 * <p>The year, the period and the title that a text gives itself are found here, too, and what must
 * not be published of people, or stay in a text.
 *
 * <p>Nothing here knows what the cells state. Everything is plain Java.
 *
 * <p>Others use {@code TextReader}, {@code NarrativeText} with {@code Statement}, {@code Passage}
 * with {@code Boundaries}, {@code Lexicon} and {@code Quantity}, and the finders {@code
 * StatedYears}, {@code StatedPeriods}, {@code MarkedWords} and {@code PrivateWords}.
 */
@NullMarked
package org.gongkai.narrative;

import org.jspecify.annotations.NullMarked;
