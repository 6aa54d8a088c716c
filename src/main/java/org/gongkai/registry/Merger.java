package org.gongkai.registry;

import java.time.LocalDate;

/**
 * What an organ became part of.
 *
 * @param organ what has ended
 * @param day when
 * @param successor what it was merged into
 */
record Merger(String organ, LocalDate day, String successor) {}
