/**
 * Rules that hold a report against what stands beside it: the registry, the organ's reports of
 * other years, and reports of other organs.
 *
 * <p>{@link org.gongkai.crosscheck.RuleBook} has all rules of a catalogue of forms, so that a
 * candidate is judged by the same code as what is in force. {@link
 * org.gongkai.crosscheck.CrossChecks} looks up what they need, for any number of reports in a few
 * statements, most of which are only sent where something was found that they can explain. The
 * checks are plain Java; the stores are SQL. What others report is in the findings and is taken out
 * of them for whoever may not read it ({@link org.gongkai.check.Finding}).
 */
package org.gongkai.crosscheck;
