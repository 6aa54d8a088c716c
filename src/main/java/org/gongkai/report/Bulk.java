package org.gongkai.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.gongkai.access.Auditing;
import org.gongkai.problem.Language;
import org.gongkai.problem.LineProblems;
import org.gongkai.problem.ProblemView;

/**
 * Files one line of many, as a filing by organ and year, in a transaction of its own: it is kept or
 * refused whatever becomes of the others, and sent again it changes nothing.
 */
@Singleton
class Bulk {

  private static final String ACTION = "fileReports";

  private final Submitted.Reader reader;
  private final Filing filing;
  private final Auditing auditing;
  private final LineProblems problems;
  private final ObjectMapper mapper;

  Bulk(
      Submitted.Reader reader,
      Filing filing,
      Auditing auditing,
      LineProblems problems,
      ObjectMapper mapper) {
    this.reader = reader;
    this.filing = filing;
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

  BulkLine file(long line, byte[] json, Order order) {
    try {
      Submitted submitted = reader.read(json);
      return QuarkusTransaction.joiningExisting().call(() -> file(line, submitted, order));
    } catch (RuntimeException e) {
      return refused(line, json, problems.of(e, order.language(), order.instance()));
    }
  }

  private BulkLine file(long line, Submitted submitted, Order order) {
    Filed filed = filing.put(submitted, order.wanted(), null, null, order.reason());
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
