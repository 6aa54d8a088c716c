/**
 * What has changed, in order, for mirrors; and webhooks, for those who want to be told.
 *
 * <p>A <em>change</em> is something that has become of a report or an organ. It is written into the
 * <em>outbox</em> in the transaction that makes it, and moved from there to its <em>position</em>
 * by one transaction at a time. Numbers that are drawn while transactions still run would be
 * committed out of order, and a reader who has passed 7 would never see a 6 that comes later; here
 * nothing is ever added at or before a position that somebody has seen.
 *
 * <p>A <em>webhook</em> is an address that is told of each change which its maker may see; a
 * <em>delivery</em> is one change on the way to it. Messages are as Standard Webhooks wants them
 * (https://www.standardwebhooks.com), at least once each, repeated with growing pauses and then
 * left as <em>dead</em> letters for people to look at. A webhook ends with the key that made it.
 *
 * <p>Every instance does all of this, and all that it knows is in the database: work is claimed row
 * by row with a lease, and no transaction is open while somebody else's server is waited for.
 * Whoever may name an address could aim the service at its own network; therefore {@code
 * PublicAddresses} are looked up, and the very one that was looked at is connected to.
 */
package org.gongkai.feed;
