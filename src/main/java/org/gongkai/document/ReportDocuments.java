package org.gongkai.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.reading.ReportPrinter;
import org.gongkai.receipt.ReceiptView;
import org.gongkai.registry.OrganInYear;
import org.gongkai.registry.Region;
import org.gongkai.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Reports as documents, in the official form. */
@ApplicationScoped
class ReportDocuments implements ReportPrinter {

  private final ContentReader contents;
  private final Forms forms;
  private final OfficialForm official;
  private final Registry registry;
  private final Phrases phrases;
  private final DocumentSettings settings;
  private final DocumentAnswers answers;

  ReportDocuments(
      ContentReader contents,
      Forms forms,
      Registry registry,
      DocumentSettings settings,
      DocumentAnswers answers) {
    this.contents = contents;
    this.forms = forms;
    this.official = new OfficialForm(forms);
    this.registry = registry;
    this.phrases = Phrases.of(forms);
    this.settings = settings;
    this.answers = answers;
  }

  @Override
  @Transactional
  public Response print(Printable report, DocumentFormat format, HttpHeaders headers) {
    Content content = contents.read(report.content());
    Paper paper = official.of(content, title(content), proof(report.receipt()));
    List<ReportLine> lines =
        format == DocumentFormat.XLSX || format == DocumentFormat.CSV
            ? ReportLine.of(content, forms)
            : List.of();
    String plainName = "report-" + report.report() + "-" + report.revision();
    return answers.of(paper, lines, plainName, format, headers);
  }

  /** What a report is called, whatever it calls itself. */
  String title(Content content) {
    Scope scope = content.scope();
    return title(scope, reporter(content.organ(), content.year(), scope), content.year());
  }

  String title(Scope scope, String reporter, int year) {
    return phrases.title(scope, reporter, year);
  }

  /** Whose report it is: the organ's, or that of the government of its region. */
  String reporter(String organ, int year, Scope scope) {
    OrganInYear reporter = registry.organInYear(organ, year).orElse(null);
    if (reporter == null) {
      return organ;
    }
    return scope == Scope.ORGAN
        ? reporter.name()
        : registry.region(reporter.region()).map(Region::name).orElse(reporter.region());
  }

  private Paper.@Nullable Proof proof(@Nullable ReceiptView receipt) {
    if (receipt == null) {
      return null;
    }
    String address = settings.address().orElse("") + "/receipts/" + receipt.number();
    List<String> lines = new ArrayList<>(phrases.proof(receipt, address));
    return new Paper.Proof(lines, settings.address().isPresent() ? address : null);
  }
}
