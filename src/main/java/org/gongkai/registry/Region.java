package org.gongkai.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A node of the administrative tree.
 *
 * @param code GB/T 2260, 6 digits, or 9 for a township
 * @param parent the region directly above; null for the nation
 * @param validFrom first day; {@code LocalDate.MIN} when it is not known
 * @param validTo first day on which the code is retired; {@code LocalDate.MAX} while in force
 */
public record Region(
    String code,
    String name,
    RegionLevel level,
    @Nullable String parent,
    LocalDate validFrom,
    LocalDate validTo) {}
