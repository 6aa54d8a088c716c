package org.gongkai.access;

import org.jspecify.annotations.Nullable;

/**
 * What became of one of the many things that a request names, for the audit log.
 *
 * @param line its place in the request, from 1
 * @param status the HTTP status that it would have alone
 * @param problem code of the problem for which it was refused, or null
 * @param organ code of the organ, or null
 * @param region code of the region, or null where it is not known
 * @param report id of the report, or null
 */
public record AuditedPart(
    long line,
    int status,
    @Nullable String problem,
    @Nullable String organ,
    @Nullable String region,
    @Nullable Long report) {}
