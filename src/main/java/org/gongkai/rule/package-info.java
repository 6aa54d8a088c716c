/**
 * Rules as the files of the form state them: what must relate to what, how severe a breach is, and
 * an example that keeps a rule beside one that breaks it.
 *
 * <p>A {@link org.gongkai.rule.Rule} is a value and knows no form. {@code form} reads it from a
 * file and holds it against the rows and columns that there are; {@code check} and {@code
 * crosscheck} apply it.
 *
 * <p>Others use all of it: {@code Rule} with {@code Relation}, {@code Severity} and {@code Term},
 * {@code WrittenRule}, which is its shape in files and in the catalogue, and {@code RuleParameter}.
 */
@NullMarked
package org.gongkai.rule;

import org.jspecify.annotations.NullMarked;
