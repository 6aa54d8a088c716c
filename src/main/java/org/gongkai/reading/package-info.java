/**
 * Reading reports: one by its id or by its organ and year, as it is or as it was; the list; a
 * report's events, revisions, stored documents, receipts, and what a correction changed.
 *
 * <p>{@code ReadableReports} says who may read what: an organ its own, an office those in its
 * charge, a reader what is published, as it was published last; the public the same without
 * receipts and findings. {@code ReportQuery} says it of lists, in SQL.
 *
 * <p>Others use {@code Reading} for what is shown, {@code StoredRevisions} for what is stored and
 * printed, {@code ReportSelection} for parameters of lists, and carry out {@code ReportPrinter},
 * which is asked for a {@code DocumentFormat}.
 */
@NullMarked
package org.gongkai.reading;

import org.jspecify.annotations.NullMarked;
