/**
 * Sends changes to addresses that callers register, as far as they may see them.
 *
 * <p>A <em>delivery</em> is one change on the way to a <em>webhook</em>. Messages are as Standard
 * Webhooks wants them (https://www.standardwebhooks.com), at least once each, repeated with growing
 * pauses and then kept as <em>dead</em> letters, which people can start again. A webhook ends with
 * the key that made it.
 *
 * <p>Every instance does all of this and keeps its state in the database: it claims work row by row
 * with a lease, and no transaction stays open while a receiver answers. An address could aim the
 * service at its own network; therefore only {@code PublicAddresses} are allowed, and the
 * connection goes to the very address that was checked.
 *
 * <p>Nothing of it is used by others.
 */
@NullMarked
package org.gongkai.webhook;

import org.jspecify.annotations.NullMarked;
