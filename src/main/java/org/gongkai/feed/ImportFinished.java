package org.gongkai.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody has sent in are all read or refused. Fired inside the transaction that notes
 * the last of them.
 *
 * @param organ the organ that has sent them, or null for an office
 * @param region of that office or organ
 */
public record ImportFinished(long id, @Nullable String organ, String region, Instant at) {}
