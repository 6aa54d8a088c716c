package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.PlaceLabels;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What an office says when it returns a report. */
@Schema(
    name = "ReportReturn",
    description = "Why a report is returned; at least one reason. / 退回理由，至少一条。",
    requiredProperties = {"reasons"})
public record ReturnReasons(
    @Schema(description = "One for each place", minItems = 1, maxItems = 200)
        @Nullable List<ReturnReason> reasons,
    @Schema(description = "Why, on the whole", maxLength = 2000, examples = "请于一周内修改后重新提交。")
        @Nullable String reason,
    @Schema(
            description =
                "Last day for the correction, in Asia/Shanghai; the whole day counts. What is not"
                    + " handed in again by then counts as missing, and later as late / 修改期限",
            examples = "2026-02-20")
        @Nullable LocalDate due) {

  private static final int MOST = 200;
  private static final int LONGEST_YEARS = 1;
  private static final Text DUE =
      new Text("不得早于今日，且在一年之内。", "Not before today, and within a year.");
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  private static final Text SIZE = new Text("须有 1 至 200 条。", "There must be 1 to 200 of them.");
  private static final Text UNKNOWN =
      new Text("该报告没有这个单元格或部分。", "The report has no such cell or part.");

  @JsonCreator
  public ReturnReasons(
      @JsonProperty("reasons") @Nullable List<ReturnReason> reasons,
      @JsonProperty("reason") @Nullable String reason,
      @JsonProperty("due") @Nullable LocalDate due) {
    this.reasons = reasons;
    this.reason = reason;
    this.due = due;
  }

  /** Refuses, all at once, what is wrong whatever report it is. */
  public void requireWellFormed(LocalDate today) {
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
    if (due != null && (due.isBefore(today) || due.isAfter(today.plusYears(LONGEST_YEARS)))) {
      violations.add(new Violation("/due", DUE));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  /** Refuses places that the report does not have. */
  public void requireKnown(PlaceLabels places) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < Objects.requireNonNull(reasons).size(); i++) {
      String path = reasons.get(i).path();
      if (path != null && places.of(path).isEmpty()) {
        violations.add(new Violation("/reasons/" + i + "/path", UNKNOWN));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  /** How an event keeps them. */
  private record Kept(@Nullable String due, List<ReturnReason> reasons) {

    private static Kept read(@Nullable String detail) {
      try {
        return JSON.readValue(detail, Kept.class);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The reasons and the last day as they are kept. */
  public String write() {
    try {
      return JSON.writeValueAsString(
          new Kept(
              Objects.toString(due, null),
              Objects.requireNonNull(reasons).stream()
                  .map(r -> new ReturnReason(r.path(), r.reason().strip(), null))
                  .toList()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kept reasons with the places in words. */
  static List<ReturnReason> read(@Nullable String detail, PlaceLabels places, Language language) {
    return Kept.read(detail).reasons().stream()
        .map(
            r ->
                new ReturnReason(
                    r.path(),
                    r.reason(),
                    r.path() == null
                        ? null
                        : places.of(r.path()).map(t -> t.in(language)).orElse(null)))
        .toList();
  }

  /** The kept last day, or null. */
  static @Nullable LocalDate due(@Nullable String detail) {
    String due = Kept.read(detail).due();
    return due == null ? null : LocalDate.parse(due);
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
          @Nullable String label) {}
}
