/**
 * Which report a printed document is: its cells found by the labels of the forms, its text by
 * headings, its organ and year as proposals.
 *
 * <p>Plain Java. {@link org.gongkai.recognition.Recogniser} takes what {@code matrix} has read and
 * says what it found, where, and how sure; what was not found is not in the report, and what fits
 * nowhere is listed.
 *
 * <p>Others use {@code Recogniser}, {@code Recognised} and {@code Certainty}.
 */
@NullMarked
package org.gongkai.recognition;

import org.jspecify.annotations.NullMarked;
