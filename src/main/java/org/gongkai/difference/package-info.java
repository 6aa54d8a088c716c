/**
 * What a correction changed, cell by cell, in publications and in texts, and in words.
 *
 * <p>It compares two contents and knows neither reports nor revisions.
 *
 * <p>Others use {@code Comparison}, {@code Differences}, {@code DifferenceViews} and {@code
 * DifferencesView}.
 */
@NullMarked
package org.gongkai.difference;

import org.jspecify.annotations.NullMarked;
