package org.gongkai.crosscheck;

import org.gongkai.form.Content;
import org.jspecify.annotations.Nullable;

/**
 * An organ that was merged into another one and has no report of its own for the year, so that what
 * it left has to be in the other one's.
 *
 * @param name what it was called last; null where that is not known
 * @param last its last year's report; null where it should have one, and what it left is unknown
 */
public record Merged(String organ, @Nullable String name, @Nullable Content last) {}
