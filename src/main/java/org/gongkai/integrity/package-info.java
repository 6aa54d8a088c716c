/**
 * Whether what is stored is whole: the command {@code verify} walks every revision, receipt, event,
 * figure and sum, and the positions of the feed, and says what is wrong. It changes nothing, needs
 * no more memory for a nation than for a district, and goes on where it was stopped. To be used
 * after a restore, on the copy as on the original.
 *
 * <p>A fault is a line: where it is, a code, and what was found.
 *
 * <p>Others use {@code IntegrityCheck}, which the command of that name starts.
 */
@NullMarked
package org.gongkai.integrity;

import org.jspecify.annotations.NullMarked;
