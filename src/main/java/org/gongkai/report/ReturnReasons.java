package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.PlaceLabels;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** What an office says when it returns a report. */
@Schema(
    name = "Return",
    description = "Why a report is returned; at least one reason. / 退回理由，至少一条。",
    requiredProperties = {"reasons"})
record ReturnReasons(
    @Schema(description = "One for each place", minItems = 1, maxItems = 200)
        List<ReturnReason> reasons,
    @Schema(description = "Why, on the whole", maxLength = 2000, examples = "请于一周内修改后重新提交。")
        String reason) {

  private static final int MOST = 200;
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  private static final TypeReference<List<ReturnReason>> LIST = new TypeReference<>() {};
  private static final Text SIZE = new Text("须有 1 至 200 条。", "There must be 1 to 200 of them.");
  private static final Text UNKNOWN =
      new Text("该报告没有这个单元格或部分。", "The report has no such cell or part.");

  @JsonCreator
  ReturnReasons(
      @JsonProperty("reasons") List<ReturnReason> reasons, @JsonProperty("reason") String reason) {
    this.reasons = reasons;
    this.reason = reason;
  }

  /** Refuses, all at once, what is wrong whatever report it is. */
  void requireWellFormed() {
    List<Violation> violations = new ArrayList<>();
    if (reasons == null || reasons.isEmpty() || reasons.size() > MOST) {
      violations.add(new Violation("/reasons", SIZE));
    } else {
      for (int i = 0; i < reasons.size(); i++) {
        String place = "/reasons/" + i;
        if (reasons.get(i) == null) {
          violations.add(new Violation(place, new Text("不能为 null。", "Must not be null.")));
        } else {
          Reason.check(place + "/reason", reasons.get(i).reason(), violations);
        }
      }
    }
    if (reason != null) {
      Reason.check("/reason", reason, violations);
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  /** Refuses places that the report does not have. */
  void requireKnown(PlaceLabels places) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      String path = reasons.get(i).path();
      if (path != null && places.of(path).isEmpty()) {
        violations.add(new Violation("/reasons/" + i + "/path", UNKNOWN));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  /** The reasons as they are kept. */
  String write() {
    try {
      return JSON.writeValueAsString(
          reasons.stream().map(r -> new ReturnReason(r.path(), r.reason().strip(), null)).toList());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kept reasons with the places in words. */
  static List<ReturnReason> read(String kept, PlaceLabels places, Language language) {
    try {
      return JSON.readValue(kept, LIST).stream()
          .map(
              r ->
                  new ReturnReason(
                      r.path(),
                      r.reason(),
                      r.path() == null
                          ? null
                          : places.of(r.path()).map(t -> t.in(language)).orElse(null)))
          .toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why a report is returned, and at which place. */
  @Schema(
      name = "ReturnReason",
      description = "Why a report is returned, and at which place. / 退回理由及所指单元格。",
      requiredProperties = {"reason"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReturnReason(
      @Schema(
              description =
                  "The place that it is pinned to: a cell, a row of `narrative`, a section; left out,"
                      + " the report as a whole",
              examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "What is to be done", maxLength = 2000, examples = "与台账不符，请核对。")
          String reason,
      @Schema(
              description = "The place as the form prints it; said by the service",
              readOnly = true,
              examples = "一、本年新收政府信息公开申请数量 / 自然人")
          String label) {}
}
