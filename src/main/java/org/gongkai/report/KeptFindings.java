package org.gongkai.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Transient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gongkai.finding.Findings;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the rules say of a report, as it is kept, and how much of that people have to do with. */
@Embeddable
public class KeptFindings {

  @Column(name = "findings")
  @JdbcTypeCode(SqlTypes.JSON)
  private String own;

  @Column(name = "year_findings")
  @JdbcTypeCode(SqlTypes.JSON)
  private String around;

  @Embedded private FindingCounts counts = FindingCounts.NONE;

  /** Whether they stand here as they were written, and not as the database has them. */
  @Transient private boolean ownAsWritten;

  @Transient private boolean aroundAsWritten;

  protected KeptFindings() {}

  /** As the row of its report says. */
  static KeptFindings read(ResultSet row) throws SQLException {
    KeptFindings read = new KeptFindings();
    read.own = row.getString("findings");
    read.around = row.getString("year_findings");
    read.counts = new FindingCounts(row.getInt("unexplained"), row.getInt("waived"));
    return read;
  }

  void keep(Assessment assessment) {
    own = Findings.write(assessment.own());
    ownAsWritten = true;
    keepAround(assessment);
  }

  void keepAround(Assessment assessment) {
    around = Findings.write(assessment.around());
    aroundAsWritten = true;
    count(assessment);
  }

  void count(Assessment assessment) {
    counts = assessment.counts();
  }

  void replaceMasked(String itsOwn, String itsAround) {
    own = itsOwn;
    around = itsAround;
    ownAsWritten = false;
    aroundAsWritten = false;
  }

  /** In the report alone, as stored JSON. */
  public String own() {
    return own;
  }

  /** Beside other reports and the registry, as stored JSON. */
  public String around() {
    return around;
  }

  /**
   * Both as they are written, in whatever words the database has them. What was written here a
   * moment ago, as of every report that is filed, need not be read for that.
   */
  List<String> canonical() {
    return List.of(
        ownAsWritten ? own : Findings.canonical(own),
        aroundAsWritten ? around : Findings.canonical(around));
  }

  FindingCounts counts() {
    return counts;
  }
}
