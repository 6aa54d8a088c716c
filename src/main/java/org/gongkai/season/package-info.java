/**
 * Whether organs have filed what is expected of them for a year: each stands somewhere with its
 * report, on time or late, missing or not yet due, as of today and by the calendar. Those that must
 * still act are on the list of <em>reminders</em> (催报).
 *
 * <p>Others use {@code Reminders}, of which letters are made.
 */
@NullMarked
package org.gongkai.season;

import org.jspecify.annotations.NullMarked;
