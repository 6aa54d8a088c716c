package org.gongkai.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.gongkai.platform.Sql;

/** Keeps extensions and exemptions. */
@ApplicationScoped
class OrganCalendarStore {

  private static final String HOLD = "SELECT code FROM organ WHERE code = ? FOR NO KEY UPDATE";

  private static final String EXTENSION =
      "SELECT due, reason, author, made_at FROM extension WHERE year = ? AND organ = ?";

  private static final String EXEMPTION =
      "SELECT reason, author, made_at FROM exemption WHERE year = ? AND organ = ?";

  private static final String EXISTED_AT_THE_END =
      """
      SELECT 1 FROM organ_version
      WHERE organ = ? AND valid_from <= make_date(?, 12, 31) AND valid_to > make_date(?, 12, 31)
      """;

  private static final String PUT_EXTENSION =
      """
      INSERT INTO extension (organ, year, due, reason, author, made_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (year, organ) DO UPDATE SET
        due = excluded.due,
        reason = excluded.reason,
        author = excluded.author,
        made_at = excluded.made_at
      """;

  private static final String PUT_EXEMPTION =
      """
      INSERT INTO exemption (organ, year, reason, author, made_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (year, organ) DO UPDATE SET
        reason = excluded.reason,
        author = excluded.author,
        made_at = excluded.made_at
      """;

  private static final String DELETE_EXTENSION =
      "DELETE FROM extension WHERE year = ? AND organ = ?";

  private static final String DELETE_EXEMPTION =
      "DELETE FROM exemption WHERE year = ? AND organ = ?";

  private final Sql sql;

  OrganCalendarStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes filings of the organ, and other changes of its registration, wait. */
  void hold(String organ) {
    sql.first(HOLD, row -> row.getString(1), organ);
  }

  Optional<Extension> extension(String organ, int year) {
    return sql.first(
        EXTENSION,
        row ->
            new Extension(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()),
        year,
        organ);
  }

  Optional<Exemption> exemption(String organ, int year) {
    return sql.first(
        EXEMPTION,
        row ->
            new Exemption(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant()),
        year,
        organ);
  }

  boolean existedAtTheEndOf(int year, String organ) {
    return sql.first(EXISTED_AT_THE_END, row -> true, organ, year, year).isPresent();
  }

  void put(String organ, int year, Extension extension) {
    sql.update(
        PUT_EXTENSION,
        organ,
        year,
        extension.due(),
        extension.reason(),
        extension.author(),
        CalendarStore.moment(extension.madeAt()));
  }

  void put(String organ, int year, Exemption exemption) {
    sql.update(
        PUT_EXEMPTION,
        organ,
        year,
        exemption.reason(),
        exemption.author(),
        CalendarStore.moment(exemption.madeAt()));
  }

  boolean deleteExtension(String organ, int year) {
    return sql.update(DELETE_EXTENSION, year, organ) > 0;
  }

  boolean deleteExemption(String organ, int year) {
    return sql.update(DELETE_EXEMPTION, year, organ) > 0;
  }
}
