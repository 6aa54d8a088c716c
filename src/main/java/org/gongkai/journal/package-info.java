/**
 * What is remembered of requests: the audit log, and answers to requests that named themselves.
 *
 * <p>Whatever changes something is a {@link org.gongkai.platform.Write}: one transaction with its
 * entry in the <em>audit</em>, which nothing can change, and with the answer that a repetition
 * under the same {@code Idempotency-Key} gets. A request of many steps, whose answer is not kept,
 * holds a <em>lease</em> of its key instead, which runs out by itself if the instance dies.
 * Refusals are remembered too, in a transaction of their own, and as counts where one request
 * brings many.
 */
package org.gongkai.journal;
