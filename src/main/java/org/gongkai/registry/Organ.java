package org.gongkai.registry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A body that reports: a code that never changes, and the history of all that does. */
@Entity
@Table(name = "organ")
class Organ {

  @Id private String code;

  private long revision;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "organ_version", joinColumns = @JoinColumn(name = "organ"))
  @MapKeyColumn(name = "valid_from")
  @MapKeyJdbcTypeCode(SqlTypes.LOCAL_DATE)
  @SuppressWarnings("FieldCanBeFinal") // Hibernate puts its own map here
  private Map<LocalDate, OrganVersion> versions = new HashMap<>();

  OrganHistory history() {
    return OrganHistory.of(versions);
  }

  void become(OrganHistory history) {
    versions.keySet().retainAll(history.versions().keySet());
    versions.putAll(history.versions());
    revision++;
  }

  /** The strong entity tag of what is registered now. */
  String tag() {
    return '"' + Long.toString(revision) + '"';
  }
}
