/**
 * Addresses that are told of each change which their makers may see.
 *
 * <p>A <em>delivery</em> is one change on the way to a <em>webhook</em>. Messages are as Standard
 * Webhooks wants them (https://www.standardwebhooks.com), at least once each, repeated with growing
 * pauses and then left as <em>dead</em> letters for people to look at. A webhook ends with the key
 * that made it.
 *
 * <p>Every instance does all of this, and all that it knows is in the database: work is claimed row
 * by row with a lease, and no transaction is open while somebody else's server is waited for.
 * Whoever may name an address could aim the service at its own network; therefore {@code
 * PublicAddresses} are looked up, and the very one that was looked at is connected to.
 */
package org.gongkai.webhook;
