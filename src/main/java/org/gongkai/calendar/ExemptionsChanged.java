package org.gongkai.calendar;

/**
 * An organ became exempt from a report, or ceased to be. Fired inside the transaction that changes
 * it, with the organ locked, so that an observer's work commits or rolls back with it.
 *
 * @param organ its code
 */
public record ExemptionsChanged(String organ) {}
