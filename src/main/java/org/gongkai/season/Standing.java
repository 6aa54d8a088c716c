package org.gongkai.season;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;
import org.gongkai.registry.OrganKind;
import org.jspecify.annotations.Nullable;

/** Where one organ stands with its report of a year. */
@Schema(
    name = "FilingStanding",
    description = "Where one organ stands with its own report of a year. / 某机关的报送情况。",
    requiredProperties = {
      "organ",
      "name",
      "region",
      "regionName",
      "kind",
      "status",
      "state",
      "exempt"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
    @Schema(description = "Code of the organ / 机关代码", examples = "113710020043609788") String organ,
    @Schema(description = "Its name in the year / 名称", examples = "威海市环翠区工业和信息化局") String name,
    @Schema(description = "Its region in the year / 所属行政区划", examples = "371002") String region,
    @Schema(description = "Name of the region / 行政区划名称", examples = "环翠区") String regionName,
    @Schema(description = "Kind / 类型", examples = "department") OrganKind kind,
    @Schema(description = "Whether it has filed in time / 报送情况", examples = "late") Status status,
    @Schema(
            description = "State of its report, or `notStarted` where there is none / 报告进度",
            examples = "submitted")
        Stage state,
    @Schema(description = "Whether it is exempt / 是否免报", examples = "false") boolean exempt,
    @Schema(
            description =
                "Last day; absent for an organ that did not exist any more on 31 December / 截止日期",
            examples = "2026-01-31")
        @Nullable LocalDate due,
    @Schema(
            description = "The extension that it was given; absent where none / 延期至",
            examples = "2026-02-15")
        @Nullable LocalDate extension,
    @Schema(
            description =
                "Last day that the last return gave for the correction; absent where none /"
                    + " 退回后的截止日期",
            examples = "2026-02-20")
        @Nullable LocalDate returnDue,
    @Schema(description = "Id of its report; absent where there is none", examples = "42")
        @Nullable Long report,
    @Schema(
            description =
                "When it was submitted, as far as being in time goes; absent if never / 提交时间",
            examples = "2026-02-02T08:30:00.123456Z")
        @Nullable Instant submittedAt,
    @Schema(
            description =
                "The day on which it was handed in before there was this service, as an office"
                    + " states it: counts in place of `submittedAt`; absent where nothing is stated"
                    + " / 载明的当年提交日期",
            examples = "2026-01-20")
        @Nullable LocalDate handedInOn,
    @Schema(
            description = "When content or state of its report last changed / 最近更新时间",
            examples = "2026-02-02T08:30:00.123456Z")
        @Nullable Instant changedAt,
    @Schema(
            description =
                "Days from the due date to the day of submission that counts, or to today where"
                    + " there is none; after a return that gave a last day, from that, if those are"
                    + " more; absent unless late or missing / 逾期天数",
            examples = "2")
        @Nullable Integer daysLate) {

  /** The day that an organ has to keep which must still file. */
  LocalDate lastDay() {
    return Objects.requireNonNull(state == Stage.RETURNED && returnDue != null ? returnDue : due);
  }

  /** A part of the list of organs. */
  @Schema(
      name = "FilingStandingPage",
      description = "A page of organs, by region and code. / 机关报送情况列表。",
      requiredProperties = {"items", "total"})
  record Page(
      @Schema(description = "The organs of this page") List<Standing> items,
      @Schema(description = "How many organs match, on all pages", examples = "50") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "371002:113710020043609788")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}

  /** How far an organ has come: the state of its report, or that there is none. */
  @Schema(
      name = "FilingStage",
      description =
          "How far an organ has come. / 报告进度。 notStarted 未开始, draft 草稿, submitted 已提交, withdrawn"
              + " 已撤回, returned 已退回, accepted 已审核, published 已发布, reopened 已重新开放.")
  public enum Stage implements WireCode {
    NOT_STARTED("notStarted", "提交", "submit"),
    DRAFT("draft", "完成并提交", "complete and submit"),
    SUBMITTED("submitted", "提交", "submit"),
    WITHDRAWN("withdrawn", "重新提交", "resubmit"),
    RETURNED("returned", "修改并重新提交", "revise and resubmit"),
    ACCEPTED("accepted", "提交", "submit"),
    PUBLISHED("published", "提交", "submit"),
    REOPENED("reopened", "更正并重新提交", "correct and resubmit");

    private final String code;
    private final Text toDo;

    Stage(String code, String zh, String en) {
      this.code = code;
      this.toDo = new Text(zh, en);
    }

    @Override
    public String code() {
      return code;
    }

    /** What is asked of an organ that has not filed. */
    Text toDo() {
      return toDo;
    }
  }

  /** Whether an organ has filed what is expected for a year. */
  @Schema(
      name = "FilingStatus",
      description =
          "Whether an organ has filed in time. / 报送情况。 onTime 按时, late 逾期报送, missing 逾期未报, pending"
              + " 未到期未报, exempt 免报, unexpected 无需报送而报送.")
  public enum Status implements WireCode {
    ON_TIME("onTime"),
    LATE("late"),
    MISSING("missing"),
    PENDING("pending"),
    EXEMPT("exempt"),
    UNEXPECTED("unexpected");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
