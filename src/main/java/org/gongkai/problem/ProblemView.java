package org.gongkai.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param detail null in short
 * @param instance null in short
 */
@Schema(
    name = "Problem",
    description = "Problem details (RFC 9457). / 问题详情。 `code` is stable; texts are for people.",
    requiredProperties = {"type", "title", "status", "code"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "instance", "violations"})
public record ProblemView(
    @Schema(
            description = "Address of the description of this kind of problem",
            examples = "/problems/figures-inconsistent")
        String type,
    @Schema(description = "What kind of problem, for people", examples = "数据不符合勾稽关系") String title,
    @Schema(description = "HTTP status of the answer", examples = "422") int status,
    @Schema(description = "Stable code; never translated", examples = "figures-inconsistent")
        String code,
    @Schema(description = "What is wrong with this request, for people") @Nullable String detail,
    @Schema(description = "The address that was asked for", examples = "/api/v1/reports")
        @Nullable String instance,
    @Schema(description = "Each place of the request that is wrong") List<ViolationView> violations,
    @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

  /** What kind of problem it is, and no more. */
  public ProblemView inShort() {
    return new ProblemView(type, title, status, code, null, null, List.of(), Map.of());
  }

  /** The same with so many violations at the most, and how many there are. */
  public ProblemView withViolations(int most) {
    if (violations.size() <= most) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put("violationsTotal", violations.size());
    return new ProblemView(
        type, title, status, code, detail, instance, violations.subList(0, most), more);
  }

  @Schema(
      name = "Violation",
      description = "One thing that a request got wrong. / 请求中的一处错误。",
      requiredProperties = {"pointer", "message"})
  public record ViolationView(
      @Schema(
              description =
                  "Where: a JSON pointer into the body, ?name for a query parameter, path:name for"
                      + " a part of the path, header:name for a header, line:n for a line of a file,"
                      + " a dotted place such as rules.X-JUMP in a rule file",
              examples = "/applications/received/naturalPersons")
          String pointer,
      @Schema(description = "What is wrong there", examples = "未知的键") String message) {}
}
