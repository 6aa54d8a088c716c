package org.gongkai.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Forms;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.report.Submission;

/**
 * Writes the report of an organ that has nothing to report: most townships, in most sections, every
 * year. It is a document like every other, so that nothing else need know of it.
 */
@Singleton
class NilReports {

  private static final String NARRATIVE = "narrative";

  private final Forms forms;
  private final StrictJson json;
  private final ObjectMapper mapper;
  private final Submission.Reader reader;

  NilReports(Forms forms, StrictJson json, ObjectMapper mapper, Submission.Reader reader) {
    this.forms = forms;
    this.json = json;
    this.mapper = mapper;
    this.reader = reader;
  }

  /**
   * Writes the report and reads it as if it had been sent in.
   *
   * @param body nothing, or {@code {"narrative": …}}
   */
  Submission of(String organ, int year, byte[] body) {
    ObjectNode document = mapper.createObjectNode().put("organ", organ).put("year", year);
    ArrayNode nil = document.putArray("nil");
    forms.inForce(year).sections().keySet().forEach(nil::add);
    if (body != null && body.length > 0) {
      document.setAll(requireNarrativeOnly(json.read(StrictJson.text(body))));
    }
    return reader.read(document.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode requireNarrativeOnly(JsonNode body) {
    if (!(body instanceof ObjectNode object)) {
      throw ProblemException.invalid(Violation.at("", "须为 JSON 对象。", "A JSON object is wanted."));
    }
    List<Violation> violations = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!key.equals(NARRATIVE)) {
                violations.add(
                    Violation.at(
                        "/" + StrictJson.escape(key),
                        "零报告除 narrative 外不填其他内容。",
                        "A nil report takes nothing but a narrative."));
              }
            });
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return object;
  }
}
