/**
 * What a correction changed, cell by cell, in publications and in texts, and in words; and what two
 * reports of any years and organs say, beside each other.
 *
 * <p>It compares two contents and knows neither reports nor revisions.
 *
 * <p>Others use {@code ContentDiff}, {@code Differences}, {@code DifferenceViews}, {@code
 * DifferencesView}, and {@code SideBySide} with {@code SideBySideView}.
 */
@NullMarked
package org.gongkai.difference;

import org.jspecify.annotations.NullMarked;
