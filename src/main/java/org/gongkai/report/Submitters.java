package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.access.Access;
import org.gongkai.access.Caller;
import org.gongkai.access.Role;
import org.gongkai.form.Content;
import org.gongkai.platform.Sql;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.OrganInYear;
import org.gongkai.registry.Registry;

/** Lets organs and those who may act for them file, one at a time for each organ. */
@ApplicationScoped
class Submitters {

  private static final String HOLD = "SELECT code FROM organ WHERE code = ? FOR NO KEY UPDATE";

  private final Sql sql;
  private final Registry registry;
  private final Access access;
  private final ReportRepository reports;

  Submitters(Sql sql, Registry registry, Access access, ReportRepository reports) {
    this.sql = sql;
    this.registry = registry;
    this.access = access;
    this.reports = reports;
  }

  /**
   * Admits the caller to file this report and holds the organ.
   *
   * @return the organ as it was in the report's year
   * @throws ProblemException {@code forbidden}, or {@code unknown-organ} where the organ did not
   *     exist in the year
   */
  OrganInYear admit(Content content) {
    requireOwn(content.organ());
    hold(content.organ());
    OrganInYear organ =
        registry
            .organInYear(content.organ(), content.year())
            .orElseThrow(() -> unknown(content.organ(), content.year()));
    access.requireFiling(organ.code(), organ.region());
    return organ;
  }

  /** An organ's key learns nothing of other organs, not even whether they exist. */
  private void requireOwn(String organ) {
    Caller caller = access.current();
    if (caller.role() == Role.ORGAN) {
      access.requireFiling(organ, "");
    }
  }

  /** Loads a report that the caller may file, with the organ held. */
  Report heldForFiling(long id) {
    Report report = held(id);
    access.requireFiling(report.organ(), report.region());
    return report;
  }

  /** Loads a report that the caller may decide on, with the organ held. */
  Report heldForReview(long id) {
    Report report = held(id);
    access.requireReviewing(report.organ(), report.region());
    return report;
  }

  private Report held(long id) {
    String organ = reports.organOf(id).orElseThrow(ReportProblems::notFound);
    hold(organ);
    access.noteReport(id);
    return reports.findById(id);
  }

  /** Makes other filings of the organ, and changes of its registration, wait. */
  private void hold(String organ) {
    sql.first(HOLD, row -> row.getString(1), organ);
  }

  private ProblemException unknown(String organ, int year) {
    Violation violation =
        registry.organExists(organ)
            ? Violation.at(
                "/year", "该行政机关在 " + year + " 年不存在。", "The organ did not exist in " + year + ".")
            : Violation.at(
                "/organ",
                "没有登记代码为 " + organ + " 的行政机关。",
                "No organ is registered under " + organ + ".");
    return ProblemException.invalid(ProblemType.UNKNOWN_ORGAN, List.of(violation));
  }
}
