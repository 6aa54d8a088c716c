package org.gongkai.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * On which day a report was handed in before there was this service, as an office states it;
 * whatever it lacks is null until it was examined.
 */
@Schema(
    name = "HandInDay",
    description = "On which day a report was handed in, and how that is known. / 载明当年提交日期。",
    requiredProperties = {"day", "reason"})
public record HandInDay(
    @Schema(
            description =
                "The day in China; not before December of the report year, but of an organ that was"
                    + " closed in that year, and not after the service took it",
            examples = "2022-01-20")
        @Nullable LocalDate day,
    @Schema(description = "How that is known", maxLength = 2000, examples = "据纸质收文登记。")
        @Nullable String reason) {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The day, where it can have been the report's. Some offices want reports before the year is
   * over, in its last month; an organ that is closed reports at any time of its last year.
   *
   * @param closed whether the organ was closed in the report's year
   * @throws ProblemException {@code state-conflict} where the report was not handed in here
   */
  public @Nullable LocalDate requiredFor(Report report, boolean closed) {
    Instant seen = report.dates().firstSubmitted();
    if (seen == null) {
      throw ProblemException.of(
              ProblemType.STATE_CONFLICT,
              "报告尚未提交；提交后再载明当年的提交日期。",
              "The report is not handed in here; the day on which it was handed in then is stated"
                  + " afterwards.")
          .with("state", language -> report.state().code());
    }
    LocalDate last = seen.atZone(CHINA).toLocalDate();
    LocalDate first = LocalDate.of(report.year(), closed ? Month.JANUARY : Month.DECEMBER, 1);
    List<Violation> violations = new ArrayList<>();
    if (day == null || day.isBefore(first) || day.isAfter(last)) {
      violations.add(
          new Violation(
              "/day",
              new Text(
                      "必填：不早于 %s，不晚于本系统首次收到之日 %s。",
                      "Required: not before %s, and not after %s, when the service first took it.")
                  .with(first, last)));
    }
    Reason.check("/reason", reason, violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return day;
  }

  /**
   * Lets a report have been handed in on this day.
   *
   * @param day null: nothing is stated any more
   */
  public static void state(@Nullable LocalDate day, Report report, ReportEvent.Act act) {
    report.setHandInDay(day);
    report.addEvent(ReportEventKind.DATED, act, detail(day));
  }

  /** As an event keeps it. */
  private static @Nullable String detail(@Nullable LocalDate day) {
    return day == null
        ? null
        : JsonNodeFactory.instance.objectNode().put("day", day.toString()).toString();
  }

  public static LocalDate read(String detail) {
    try {
      return LocalDate.parse(JSON.readTree(detail).path("day").asText());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
