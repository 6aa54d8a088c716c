package org.gongkai.report;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gongkai.finding.Finding;
import org.gongkai.platform.Sql;
import org.gongkai.problem.WireCode;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody said of a finding, or, without a reason, that it is taken back. */
@Entity
@Immutable
@Table(name = "remark")
public class Remark {

  @Embeddable
  public record Key(long report, int number) {}

  @EmbeddedId private Key key;
  private String kind;
  private String finding;
  private String about;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> blanks;

  private @Nullable String reason;
  private String author;
  private Instant at;

  protected Remark() {}

  /** A remark that is made by the next event of the report. */
  public static Remark of(RemarkKind kind, Finding finding, Report report, ReportEvent.Act act) {
    Remark remark = new Remark();
    remark.key = new Key(report.id(), report.events() + 1);
    remark.kind = kind.code();
    remark.finding = finding.id();
    remark.about = finding.about();
    remark.blanks = finding.blanks();
    remark.reason = act.reason();
    remark.author = act.author();
    remark.at = act.at();
    return remark;
  }

  /** A remark as its row says, in columns that are named like those of the table. */
  static Remark read(ResultSet row) throws SQLException {
    Remark remark = new Remark();
    remark.key = new Key(row.getLong("report"), row.getInt("number"));
    remark.kind = row.getString("kind");
    remark.finding = row.getString("finding");
    remark.about = row.getString("about");
    Array blanks = row.getArray("blanks");
    remark.blanks = blanks == null ? null : List.of((String[]) blanks.getArray());
    remark.reason = row.getString("reason");
    remark.author = row.getString("author");
    remark.at = Sql.instant(row, "at");
    return remark;
  }

  boolean is(RemarkKind wanted) {
    return kind.equals(wanted.code());
  }

  String finding() {
    return finding;
  }

  /**
   * Whether it is of this finding and of the very figures that the finding is about. What is said
   * of blank cells holds while none is blank of which it was not said: a cell that was filled in
   * since then leaves the others as they were.
   */
  boolean isAbout(Finding found) {
    return finding.equals(found.id()) && (about.equals(found.about()) || saysWhyBlank(found));
  }

  private boolean saysWhyBlank(Finding found) {
    return blanks != null && found.blanks() != null && blanks.containsAll(found.blanks());
  }

  long report() {
    return key.report();
  }

  public @Nullable String reason() {
    return reason;
  }

  String author() {
    return author;
  }

  Instant at() {
    return at;
  }

  /** What people say of findings. */
  public enum RemarkKind implements WireCode {
    /** By the organ: why a finding is no mistake. */
    EXPLANATION,
    /** By the office: that a broken hard rule does not stop the report. */
    WAIVER;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public ReportEventKind event() {
      return this == EXPLANATION ? ReportEventKind.EXPLAINED : ReportEventKind.WAIVED;
    }
  }
}
