/**
 * Who calls, and what the caller may do.
 *
 * <p>A <em>caller</em> is the sender of a valid <em>key</em>, or of a <em>token</em> of the
 * organisation's OpenID provider whose claims say the same as a key does. A key has one of four
 * <em>roles</em>: an organ's key files and reads that organ's reports; an office's does so for
 * every organ of its region and below, and registers them; a reader's reads sums and what is
 * published; an administrator's may do everything. Which roles a method takes stands at the method,
 * in {@code RolesAllowed}, and so does {@code public}, whoever sends no key where the operator lets
 * everybody read what is published; {@link org.gongkai.access.Access} decides about organ or
 * region, and what a list may show is a {@link org.gongkai.access.Visibility}.
 *
 * <p>The database stores only the digest of a key. The secret part is random and long (200 bits),
 * so one round of SHA-256 is enough: there is nothing to guess that a slow hash would have to
 * protect, and every request has to pay for the check. Keys are read from the database at every
 * request, by their unique prefix, so that a revocation is in force at once and on every instance.
 *
 * <p>A token is checked against the provider's public keys and never stored. How many requests a
 * caller may send is an {@code Allowance}, taken where the caller is recognised; how many may be
 * here at once is the {@code ConcurrencyLimit}'s to say, and how many of all callers' requests are
 * worked on, the {@code RequestScheduler}'s. {@code RequestIntake} is the way of every request to
 * its resource: slot to be recognised, caller, place, body, slot to be worked on, and only then a
 * worker.
 *
 * <p>Others use {@code Access} and {@code Visibility}, which decide, {@code Role}, {@code Caller},
 * and, of what the audit log says of a body, {@code AuditedPart}.
 */
@NullMarked
package org.gongkai.access;

import org.jspecify.annotations.NullMarked;
