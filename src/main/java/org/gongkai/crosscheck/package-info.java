/**
 * Rules that compare a report with the registry, the organ's reports of other years, and reports of
 * other organs.
 *
 * <p>{@link org.gongkai.crosscheck.RuleBook} has all rules of a catalogue of forms, so that a
 * candidate is judged by the same code as what is in force. {@link
 * org.gongkai.crosscheck.CrossChecks} looks up what they need, for any number of reports in a few
 * statements, most of which are only sent where something was found that they can explain. The
 * checks are plain Java; the stores are SQL. Findings quote other reports; a caller who may not
 * read those gets the findings without the quotes ({@link org.gongkai.finding.Finding}).
 *
 * <p>Others use {@code RuleBook}, {@code CrossChecks} with {@code ComparedReport}, {@code
 * PlainNarrative}, {@code ShingleStore}, which must be told of each text that is handed in, and
 * {@code Repetition}.
 */
@NullMarked
package org.gongkai.crosscheck;

import org.jspecify.annotations.NullMarked;
