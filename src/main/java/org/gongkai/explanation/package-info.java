/**
 * What the rules found, of one report and of all reports of a region, and what people say of it:
 * the organ explains a finding, the office waives a rule.
 *
 * <p>Nothing of it is used by others.
 */
@NullMarked
package org.gongkai.explanation;

import org.jspecify.annotations.NullMarked;
