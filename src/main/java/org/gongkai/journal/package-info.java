/**
 * The audit log, and stored answers to requests with an {@code Idempotency-Key}.
 *
 * <p>Every change is a {@link org.gongkai.platform.Write}: one transaction with its entry in the
 * <em>audit log</em>, which is insert-only, and with the answer that a repetition under the same
 * {@code Idempotency-Key} gets. Writes that come at the same time may share the transaction ({@code
 * SharedWrites}). A request of many steps, whose answer is not stored, holds a <em>lease</em> of
 * its key instead, which expires if the instance dies. The audit log has refusals too, in a
 * transaction of their own, and as counts where one request brings many.
 *
 * <p>Others use {@code Auditing}, {@code Idempotency}, {@code Lease}, {@code SharedWrites} and
 * {@code RefusedLines}.
 */
@NullMarked
package org.gongkai.journal;

import org.jspecify.annotations.NullMarked;
