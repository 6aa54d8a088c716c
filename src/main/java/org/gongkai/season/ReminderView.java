package org.gongkai.season;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.registry.OrganKind;
import org.jspecify.annotations.Nullable;

/** An organ that must act, with the words to tell it so. */
@Schema(
    name = "Reminder",
    description = "An organ that must still file its report of a year. / 催报。",
    requiredProperties = {
      "organ",
      "name",
      "region",
      "regionName",
      "kind",
      "state",
      "due",
      "daysLeft",
      "text"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReminderView(
    @Schema(description = "Code of the organ / 机关代码", examples = "113710020043609788") String organ,
    @Schema(description = "Its name in the year / 名称", examples = "威海市环翠区工业和信息化局") String name,
    @Schema(description = "Its region in the year / 所属行政区划", examples = "371002") String region,
    @Schema(description = "Name of the region / 行政区划名称", examples = "环翠区") String regionName,
    @Schema(description = "Kind / 类型", examples = "department") OrganKind kind,
    @Schema(
            description = "State of its report, or `notStarted` where there is none / 报告进度",
            examples = "returned")
        Standing.Stage state,
    @Schema(
            description =
                "Last day, an extension counted; of a returned report, the one that the return gave /"
                    + " 截止日期",
            examples = "2026-01-31")
        LocalDate due,
    @Schema(
            description = "The extension that it was given; absent where none / 延期至",
            examples = "2026-02-15")
        @Nullable LocalDate extension,
    @Schema(description = "Days until the last day; negative when it is over", examples = "-12")
        long daysLeft,
    @Schema(description = "Id of its report; absent where there is none", examples = "42")
        @Nullable Long report,
    @Schema(
            description = "When content or state of its report last changed; absent without report",
            examples = "2026-01-25T08:30:00.123456Z")
        @Nullable Instant lastActivity,
    @Schema(
            description = "What to tell it, in Chinese or English by `Accept-Language`",
            examples = "请于2026年1月31日前提交2025年度政府信息公开工作年度报告（已逾期12天）。")
        String text) {

  private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINESE);
  private static final DateTimeFormatter EN =
      DateTimeFormatter.ofPattern("d MMMM y", Locale.ENGLISH);

  static ReminderView of(Standing standing, int year, LocalDate today, Language language) {
    long daysLeft = ChronoUnit.DAYS.between(today, standing.lastDay());
    return new ReminderView(
        standing.organ(),
        standing.name(),
        standing.region(),
        standing.regionName(),
        standing.kind(),
        standing.state(),
        standing.lastDay(),
        standing.extension(),
        daysLeft,
        standing.report(),
        standing.changedAt(),
        text(standing, year, daysLeft).in(language));
  }

  private static Text text(Standing standing, int year, long daysLeft) {
    Text left = left(daysLeft);
    Text toDo = standing.state().toDo();
    return new Text(
        "请于%s前%s%d年度政府信息公开工作年度报告（%s）。"
            .formatted(ZH.format(standing.lastDay()), toDo.zh(), year, left.zh()),
        "Please %s the %d annual report on open government information by %s (%s)."
            .formatted(toDo.en(), year, EN.format(standing.lastDay()), left.en()));
  }

  private static Text left(long days) {
    if (days == 0) {
      return new Text("今日截止", "due today");
    }
    String unit = Math.abs(days) == 1 ? "day" : "days";
    return days > 0
        ? new Text("还剩%d天".formatted(days), "%d %s left".formatted(days, unit))
        : new Text("已逾期%d天".formatted(-days), "%d %s overdue".formatted(-days, unit));
  }

  /** A part of the list of reminders. */
  @Schema(
      name = "ReminderPage",
      description = "A page of reminders, by region and organ. / 催报清单。",
      requiredProperties = {"items", "total"})
  record Page(
      @Schema(description = "The organs of this page") List<ReminderView> items,
      @Schema(description = "How many organs must still file, on all pages", examples = "17")
          long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "371002:113710020043609788")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}
}
