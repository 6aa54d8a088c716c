package org.gongkai.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a registrar says of an organ: one version of it.
 *
 * @param validFrom null: the newest version, or since ever where there is none
 * @param validTo null: until the next version, or until further notice
 * @param successor null: none
 */
record OrganStatement(
    String name,
    String region,
    OrganKind kind,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String successor) {

  OrganStatement from(LocalDate day) {
    return new OrganStatement(name, region, kind, day, validTo, successor);
  }
}
