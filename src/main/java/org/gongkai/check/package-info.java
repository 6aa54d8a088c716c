/**
 * The rules of the form applied to what reports state.
 *
 * <p>What a report gets wrong is a {@link org.gongkai.check.Finding}, a value: it names the rule,
 * the cells with what they state, both sides and their difference. It is kept without words; they
 * are put in, in the reader's language, when it is shown.
 *
 * <p>A blank is never taken for 0. A side with blanks can be anything from its stated sum upwards,
 * so a rule is <em>broken</em> only where no filling of the blanks satisfies it, and <em>in
 * doubt</em>, a warning, where only some fillings do.
 *
 * <p>The text is read too: the year that it says it is of, the numbers that it states and whose
 * they are, lists, customary sentences, and what must not be published. A number is a {@link
 * org.gongkai.check.Statement} bound to cells; how texts say it is data, {@code forms/texts.yaml}.
 * A number is named in many places for many things, and a wrong alarm costs more than a missed one:
 * only what can mean nothing else makes a warning, everything else is information or is passed
 * over.
 *
 * <p>Where one mistake explains every broken rule of a section, the findings suggest it.
 *
 * <p>Everything here is plain Java, looks at one report alone and knows no database; what needs
 * others is in {@code crosscheck}.
 *
 * <p>Others use {@code Finding} with {@code FindingKind}, {@code CellState} and {@code Findings},
 * its shape {@code FindingView}, and {@code Checks}.
 */
@NullMarked
package org.gongkai.check;

import org.jspecify.annotations.NullMarked;
