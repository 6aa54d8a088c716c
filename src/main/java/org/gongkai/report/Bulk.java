package org.gongkai.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Auditing;
import org.gongkai.problem.Language;
import org.gongkai.problem.LineProblems;
import org.gongkai.problem.ProblemView;

/**
 * Files lines of many, each as a filing by organ and year: it is kept or refused whatever becomes
 * of the others, and sent again it changes nothing.
 *
 * <p>To commit each by itself would be to wait for the disk at each. So a few share a transaction;
 * where one of them is refused, nothing of it is kept and each is filed by itself.
 */
@Singleton
class Bulk {

  private static final String ACTION = "fileReports";

  private final Submitted.Reader reader;
  private final Filing filing;
  private final ReportRepository reports;
  private final Auditing auditing;
  private final LineProblems problems;
  private final ObjectMapper mapper;

  Bulk(
      Submitted.Reader reader,
      Filing filing,
      ReportRepository reports,
      Auditing auditing,
      LineProblems problems,
      ObjectMapper mapper) {
    this.reader = reader;
    this.filing = filing;
    this.reports = reports;
    this.auditing = auditing;
    this.problems = problems;
    this.mapper = mapper;
  }

  /**
   * What is to be done with every line.
   *
   * @param wanted the state to be in afterwards, or null for submitted, or as it is
   * @param reason what corrections are for, or null
   */
  record Order(FilingState wanted, String reason, Language language, String instance) {}

  /**
   * A line of the body.
   *
   * @param number from 1
   */
  record Line(long number, byte[] json) {}

  /** Files some lines and says of each, in their order, what became of it. */
  List<BulkLine> file(List<Line> lines, Order order) {
    return together(lines, order)
        .orElseGet(() -> lines.stream().map(line -> file(line, order)).toList());
  }

  /**
   * Files all of them in one transaction; empty where that is not possible, and nothing is kept.
   */
  private Optional<List<BulkLine>> together(List<Line> lines, Order order) {
    if (lines.size() == 1) {
      return Optional.empty();
    }
    try {
      List<Submitted> all = lines.stream().map(line -> reader.read(line.json())).toList();
      return Optional.of(
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    List<BulkLine> answers = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                      answers.add(file(lines.get(i).number(), all.get(i), order));
                    }
                    return answers;
                  }));
    } catch (RuntimeException e) {
      return Optional.empty(); // what it was is found again, and told, by itself
    }
  }

  private BulkLine file(Line line, Order order) {
    try {
      Submitted submitted = reader.read(line.json());
      return QuarkusTransaction.requiringNew().call(() -> file(line.number(), submitted, order));
    } catch (RuntimeException e) {
      ProblemView problem = problems.of(e, order.language(), order.instance());
      return refused(line.number(), line.json(), problem);
    }
  }

  private BulkLine file(long line, Submitted submitted, Order order) {
    Filed filed = filing.put(submitted, order.wanted(), null, null, order.reason());
    reports.flush();
    reports.getEntityManager().clear();
    Report report = filed.report();
    int status = filed.outcome() == Filed.Outcome.CREATED ? 201 : 200;
    if (filed.outcome() != Filed.Outcome.UNCHANGED) {
      auditing.done(ACTION, status, report.organ(), report.region(), report.id());
    }
    return new BulkLine(
        line,
        status,
        filed.outcome().name().toLowerCase(java.util.Locale.ROOT),
        report.organ(),
        report.year(),
        report.id(),
        report.state().code(),
        report.revision(),
        filed.receipt().map(Receipt::number).orElse(null),
        filed.assessment().unexplained(),
        null);
  }

  private BulkLine refused(long line, byte[] json, ProblemView problem) {
    JsonNode sent = lenient(json);
    String organ = sent.path("organ").textValue();
    Integer year = sent.path("year").isInt() ? sent.path("year").intValue() : null;
    auditing.refused(ACTION, problem.status(), problem.code(), organ);
    return new BulkLine(
        line, problem.status(), "refused", organ, year, null, null, null, null, null, problem);
  }

  /** Whose line it is, as far as that can be read of a line that is no report. */
  private JsonNode lenient(byte[] json) {
    try {
      JsonNode sent = mapper.readTree(new String(json, StandardCharsets.UTF_8));
      return sent == null ? mapper.missingNode() : sent;
    } catch (JsonProcessingException e) {
      return mapper.missingNode();
    }
  }
}
