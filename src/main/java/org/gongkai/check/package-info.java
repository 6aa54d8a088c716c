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
 * <p>Of the text only one thing is checked, the year that it says it is of, and only where it
 * speaks of the report itself: a year is named in many places, and a wrong alarm stops a
 * submission.
 *
 * <p>Everything here is plain Java and knows no database.
 */
package org.gongkai.check;
