package org.gongkai.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What an organ was from a first day on, which is the version's key in its {@link OrganHistory}.
 *
 * @param validTo the first day on which it is no longer so; {@code LocalDate.MAX} until further
 *     notice
 * @param successor the organ that this one was merged into on that day, or null
 */
@Embeddable
record OrganVersion(
    @Column(name = "valid_to") @JdbcTypeCode(SqlTypes.LOCAL_DATE) LocalDate validTo,
    @Column(name = "name") String name,
    @Column(name = "region") String region,
    @Column(name = "kind") @Convert(converter = OrganKind.OrganKindColumn.class) OrganKind kind,
    @Column(name = "successor") @Nullable String successor) {

  /** Cut short by the version that begins on the day. */
  OrganVersion until(LocalDate day) {
    return validTo.isAfter(day) ? new OrganVersion(day, name, region, kind, null) : this;
  }

  boolean isContinuedBy(LocalDate day, OrganVersion next) {
    return validTo.equals(day)
        && successor == null
        && name.equals(next.name)
        && region.equals(next.region)
        && kind == next.kind;
  }

  boolean covers(LocalDate day) {
    return day.isBefore(validTo);
  }
}
