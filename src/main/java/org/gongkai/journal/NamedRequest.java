package org.gongkai.journal;

/**
 * A request that its {@code Idempotency-Key} names.
 *
 * @param fingerprint of all of it
 */
record NamedRequest(RequestName name, Fingerprint fingerprint) {}
