/**
 * What has changed, in order, for mirrors.
 *
 * <p>A <em>change</em> is an event of a report or an organ. It is written into the <em>outbox</em>
 * in the transaction that makes it, and moved from there to its <em>position</em> by one
 * transaction at a time. Numbers that are drawn while transactions still run would be committed out
 * of order, and a reader who has passed 7 would never see a 6 that comes later; here no change ever
 * appears at or before a position that a reader has seen.
 *
 * <p>Others use {@code ChangeQuery}, {@code ChangeView}, {@code ChangeKinds}, {@code Sequencer} and
 * {@code RecentChangeStore}, and fire {@code ImportFinished}.
 */
@NullMarked
package org.gongkai.feed;

import org.jspecify.annotations.NullMarked;
