package org.gongkai.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.platform.Sql;

/** Stores extensions and exemptions. */
@ApplicationScoped
class OrganCalendarStore {

  private static final String HOLD = "SELECT code FROM organ WHERE code = :organ FOR NO KEY UPDATE";

  private static final String EXTENSION =
      "SELECT due, reason, author, made_at FROM extension WHERE year = :year AND organ = :organ";

  private static final String EXEMPTION =
      "SELECT reason, author, made_at FROM exemption WHERE year = :year AND organ = :organ";

  private static final String EXISTED_AT_THE_END =
      """
      SELECT 1 FROM organ_version
      WHERE organ = :organ AND valid_from <= make_date(:year, 12, 31) AND valid_to > make_date(:year, 12, 31)
      """;

  private static final String PUT_EXTENSION =
      """
      INSERT INTO extension (organ, year, due, reason, author, made_at)
      VALUES (:organ, :year, :due, :reason, :author, :madeAt)
      ON CONFLICT (year, organ) DO UPDATE SET
        due = excluded.due,
        reason = excluded.reason,
        author = excluded.author,
        made_at = excluded.made_at
      """;

  private static final String PUT_EXEMPTION =
      """
      INSERT INTO exemption (organ, year, reason, author, made_at)
      VALUES (:organ, :year, :reason, :author, :madeAt)
      ON CONFLICT (year, organ) DO UPDATE SET
        reason = excluded.reason,
        author = excluded.author,
        made_at = excluded.made_at
      """;

  private static final String DELETE_EXTENSION =
      "DELETE FROM extension WHERE year = :year AND organ = :organ";

  private static final String DELETE_EXEMPTION =
      "DELETE FROM exemption WHERE year = :year AND organ = :organ";

  private final Sql sql;

  OrganCalendarStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes filings of the organ, and other changes of its registration, wait. */
  void hold(String organ) {
    sql.statement(HOLD).bind("organ", organ).list(row -> row.getString("code"));
  }

  Optional<Extension> extension(String organ, int year) {
    return statement(EXTENSION, organ, year)
        .first(
            row ->
                new Extension(
                    row.getObject("due", LocalDate.class),
                    row.getString("reason"),
                    row.getString("author"),
                    Sql.instant(row, "made_at")));
  }

  Optional<Exemption> exemption(String organ, int year) {
    return statement(EXEMPTION, organ, year)
        .first(
            row ->
                new Exemption(
                    row.getString("reason"), row.getString("author"), Sql.instant(row, "made_at")));
  }

  boolean existedAtTheEndOf(int year, String organ) {
    return statement(EXISTED_AT_THE_END, organ, year).first(row -> true).isPresent();
  }

  void put(String organ, int year, Extension extension) {
    statement(PUT_EXTENSION, organ, year)
        .bind("due", extension.due())
        .bind("reason", extension.reason())
        .bind("author", extension.author())
        .bind("madeAt", extension.madeAt())
        .update();
  }

  void put(String organ, int year, Exemption exemption) {
    statement(PUT_EXEMPTION, organ, year)
        .bind("reason", exemption.reason())
        .bind("author", exemption.author())
        .bind("madeAt", exemption.madeAt())
        .update();
  }

  boolean deleteExtension(String organ, int year) {
    return statement(DELETE_EXTENSION, organ, year).update() > 0;
  }

  boolean deleteExemption(String organ, int year) {
    return statement(DELETE_EXEMPTION, organ, year).update() > 0;
  }

  private Sql.Statement statement(String text, String organ, int year) {
    return sql.statement(text).bind("organ", organ).bind("year", year);
  }
}
