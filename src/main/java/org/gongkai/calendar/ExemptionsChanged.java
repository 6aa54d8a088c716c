package org.gongkai.calendar;

/**
 * An organ was let off a report, or no longer is. Fired inside the transaction that changes it,
 * with the organ held, so that an observer's work stands or falls with it.
 */
public record ExemptionsChanged(String organ) {}
