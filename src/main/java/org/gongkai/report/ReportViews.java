package org.gongkai.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.check.Finding;
import org.gongkai.problem.Language;

/** Shapes reports for callers. */
@Singleton
class ReportViews {

  /** Said of the report as a whole, so the document's own is not repeated. */
  private static final Set<String> SAID_ABOVE = Set.of("organ", "year", "scope", "editions");

  private final FindingViews findings;
  private final ObjectMapper mapper;

  ReportViews(FindingViews findings, ObjectMapper mapper) {
    this.findings = findings;
    this.mapper = mapper;
  }

  ReportView of(Filed filed, Language language) {
    return of(filed.report(), filed.receipt(), filed.findings(), Map.of(), language);
  }

  ReportView of(
      Report report,
      Optional<Receipt> receipt,
      List<Finding> found,
      String document,
      Language language) {
    return of(report, receipt, found, members(document), language);
  }

  private ReportView of(
      Report report,
      Optional<Receipt> receipt,
      List<Finding> found,
      Map<String, JsonNode> document,
      Language language) {
    return new ReportView(
        report.id(),
        report.organ(),
        report.year(),
        report.scope().code(),
        report.state().code(),
        report.region(),
        report.revision(),
        Editions.read(report.editions()),
        receipt.map(ReceiptView::of).orElse(null),
        findings.of(found, language),
        report.createdAt(),
        report.changedAt(),
        report.submittedAt(),
        document);
  }

  private Map<String, JsonNode> members(String document) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> member : mapper.readTree(document).properties()) {
        if (!SAID_ABOVE.contains(member.getKey())) {
          members.put(member.getKey(), member.getValue());
        }
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }
}
