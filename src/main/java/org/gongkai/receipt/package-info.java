/**
 * Proof that a revision was submitted: number, time, digest.
 *
 * <p>A revision that was taken back or returned and handed in again has a receipt for each time;
 * the end of its number says which ({@link org.gongkai.receipt.ReceiptPlace}). What has become of
 * the submission is read from the report's events, never written on the receipt.
 */
package org.gongkai.receipt;
