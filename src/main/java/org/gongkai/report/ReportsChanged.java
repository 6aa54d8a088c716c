package org.gongkai.report;

import java.util.List;

/**
 * Something has become of each of some reports. Fired inside the transaction that does it, so that
 * an observer's work stands or falls with it.
 */
public record ReportsChanged(List<ReportChanged> changes) {}
