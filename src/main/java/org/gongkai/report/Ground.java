package org.gongkai.report;

/**
 * What there is already where a report is to be filed.
 *
 * @param region where the organ was in the report's year
 * @param kind of the organ then
 * @param expected whether the registry expects the report
 * @param report id of the report that the organ has filed for the year and scope, or null
 * @param before the newest document of last year's report, or null
 * @param hasAfter whether there is one of next year
 * @param free the id of the report to come, where there is none yet
 */
record Ground(
    String region,
    String kind,
    boolean expected,
    Long report,
    String before,
    boolean hasAfter,
    long free) {}
