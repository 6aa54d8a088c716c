/**
 * What rules say of a report, as values, and the words for it.
 *
 * <p>A {@link org.gongkai.finding.Finding} names the rule, the cells with what they state, both
 * sides and their difference. It is kept without words; they are put in, in the reader's language,
 * when it is shown: {@link org.gongkai.finding.FindingView}. Where one mistake explains every
 * broken rule of a section, a finding suggests it.
 *
 * <p>What is said of a kind of finding stands in {@code FindingTexts}, as a {@code FindingMessage}
 * with what is filled in; {@code FindingValues} are what can be.
 *
 * <p>Nothing here decides whether a rule holds; that is for the rooms behind this one. Everything
 * is plain Java.
 *
 * <p>Others use {@code Finding} with {@code FindingKind}, {@code CellState}, {@code Suggestion} and
 * {@code Findings}, and its shape {@code FindingView}.
 */
@NullMarked
package org.gongkai.finding;

import org.jspecify.annotations.NullMarked;
