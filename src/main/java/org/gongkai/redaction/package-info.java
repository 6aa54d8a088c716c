/**
 * Words can be taken out of what is kept of a report, and nothing else: an administrator masks
 * personal data in every revision and in all that quotes it. Digests stay, so that a receipt proves
 * what was sent even where that is gone.
 *
 * <p>{@code ErasureStore} alone writes over what is history otherwise, for redactions and for
 * drafts that are discarded.
 *
 * <p>Others use {@code ErasureStore}, when a draft is discarded, and observe {@code
 * ReportsRedacted}.
 */
@NullMarked
package org.gongkai.redaction;

import org.jspecify.annotations.NullMarked;
