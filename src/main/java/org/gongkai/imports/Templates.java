package org.gongkai.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.document.TemplateWorkbook;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.reading.StoredRevisions;
import org.gongkai.registry.OrganInYear;
import org.gongkai.registry.Registry;
import org.gongkai.report.FilingContext;
import org.jspecify.annotations.Nullable;

/** Makes workbooks to fill in, with last year's figures for whoever may see them. */
@ApplicationScoped
class Templates {

  private final Forms forms;
  private final Registry registry;
  private final Access access;
  private final StoredRevisions revisions;
  private final StoredDocumentReader documents;

  Templates(
      Forms forms,
      Registry registry,
      Access access,
      StoredRevisions revisions,
      StoredDocumentReader documents) {
    this.forms = forms;
    this.registry = registry;
    this.access = access;
    this.revisions = revisions;
    this.documents = documents;
  }

  /** A workbook and what it is called. */
  record Template(String name, byte[] workbook) {}

  /**
   * @param organ null for the caller's own, or one that anybody can fill in
   * @param year null only without an organ
   */
  Template of(String edition, @Nullable String organ, @Nullable Integer year) {
    Form form = forms.form(edition).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    String whose = organ == null && year != null ? access.current().organ().orElse(null) : organ;
    if (whose == null) {
      return new Template(
          "政府信息公开工作年度报告填报模板（" + form.edition() + "年格式）.xlsx",
          new TemplateWorkbook(form).write(null));
    }
    if (year == null) {
      throw ProblemException.invalid(
          Violation.at("?year", "必填：报告年度。", "Required: the report year."));
    }
    OrganInYear its = required(whose, year);
    TemplateWorkbook.Reporter reporter =
        new TemplateWorkbook.Reporter(whose, its.name(), year, lastYear(whose, year).orElse(null));
    return new Template(
        its.name() + year + "年政府信息公开工作年度报告填报模板.xlsx", new TemplateWorkbook(form).write(reporter));
  }

  private OrganInYear required(String organ, int year) {
    access.current().organ().ifPresent(own -> access.requireFiling(organ, ""));
    OrganInYear its = registry.named(organ, year, "?");
    access.requireFiling(organ, registry.regionInCharge(its));
    return its;
  }

  private Optional<Content> lastYear(String organ, int year) {
    return revisions
        .newest(new FilingContext.Key(organ, year - 1, Scope.ORGAN))
        .map(last -> documents.read(last.document()));
  }
}
