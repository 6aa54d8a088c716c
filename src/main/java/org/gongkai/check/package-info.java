/**
 * The rules of the form applied to what one report states, its text included.
 *
 * <p>A blank is never taken for 0. A side with blanks can be anything from its stated sum upwards,
 * so a rule is <em>broken</em> only where no filling of the blanks satisfies it, and <em>in
 * doubt</em>, a warning, where only some fillings do.
 *
 * <p>Of the text, which {@code narrative} has read, the checks hold the year against the report's,
 * numbers and lists against the cells, customary sentences against what they must say. A wrong
 * alarm costs more than a missed one: only what can mean nothing else makes a warning, everything
 * else is information or is passed over.
 *
 * <p>{@code TextAgainstCells} holds numbers against cells and {@code PublicationsAgainstEntries}
 * against the entries of publications; {@code OtherStatements} knows what makes one uncertain, and
 * {@code DifferingStatements} gathers what differs.
 *
 * <p>A {@code ListReader} finds lists of one way of writing, as a {@code ClaimedSum} each; whether
 * it adds up is asked in one place.
 *
 * <p>Where one mistake explains every broken rule of a section, the findings suggest it.
 *
 * <p>Everything here is plain Java, looks at one report alone and knows no database; what needs
 * others is in {@code crosscheck}.
 *
 * <p>Others use {@code Checks} with {@code Reporter}, and what other rooms of rules compute by:
 * {@code Equation}, {@code KnownTotals} and {@code StatedSum}.
 */
@NullMarked
package org.gongkai.check;

import org.jspecify.annotations.NullMarked;
