/**
 * Proof that a revision was submitted: number, time, digest.
 *
 * <p>A revision that was withdrawn or returned and submitted again has a receipt for each
 * submission; the end of its number says which ({@link org.gongkai.receipt.ReceiptPlace}). The
 * status of a submission follows from the report's events; the receipt itself never changes.
 *
 * <p>Others use {@code Receipt}, {@code Receipts}, {@code ReceiptView} and {@code ReceiptStore}.
 */
@NullMarked
package org.gongkai.receipt;

import org.jspecify.annotations.NullMarked;
