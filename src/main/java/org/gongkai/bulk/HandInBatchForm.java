package org.gongkai.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Scope;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** When reports of the past were handed in, as an office has it in a table. */
@Schema(
    name = "HandInDays",
    description = "When reports of the past were handed in. / 批量载明当年提交日期。",
    requiredProperties = {"items"})
record HandInBatchForm(
    @Schema(
            description = "How that is known, of those that do not say so themselves",
            maxLength = 2000,
            examples = "据纸质收文登记。")
        String reason,
    @Schema(description = "Each report once", minItems = 1, maxItems = BatchForm.MOST)
        List<Item> items) {

  private static final Text NAMED =
      new Text(
          "必填其一：报告编号 report，或者机关代码 organ 和年度 year（范围 scope 默认为 organ）。",
          "Required: either the id of the report, or organ and year (and scope, organ unless"
              + " given).");

  /** One of the reports. */
  @Schema(
      name = "HandInDaysItem",
      description =
          "A report, by its id or by organ and year, and when it was handed in. / 一份报告及其当年提交日期。",
      requiredProperties = {"day"})
  record Item(
      @Schema(description = "Id of the report", examples = "42") Long report,
      @Schema(
              description = "Code of the organ, where there is no id",
              examples = "113710020043609788")
          String organ,
      @Schema(description = "The report year, where there is no id", examples = "2021")
          Integer year,
      @Schema(description = "The scope, where there is no id", defaultValue = "organ") Scope scope,
      @Schema(description = "The day in China", examples = "2022-01-20") LocalDate day,
      @Schema(
              description = "How that is known, where it is not as for the others",
              maxLength = 2000,
              examples = "据电子邮件。")
          String reason,
      @Schema(
              description =
                  "As the header `If-Match`: if given, must name the report's current ETag, or be"
                      + " `*` / 所依据内容的 ETag",
              examples = "\"3-5f0c7b0e-zh\"")
          String ifMatch)
      implements BatchItem {

    private boolean saysWhich() {
      boolean byOrgan = organ != null && year != null;
      boolean byNothingElse = organ == null && year == null && scope == null;
      return report == null ? byOrgan : report > 0 && byNothingElse;
    }

    /** Each with a reason, and a scope where there is no id. */
    private Item whole(String commonReason) {
      return new Item(
          report,
          organ,
          year,
          report == null && scope == null ? Scope.ORGAN : scope,
          day,
          reason == null ? commonReason : reason,
          ifMatch);
    }
  }

  /** The items of what was sent, refused as a whole where it is no batch. */
  static List<Item> required(HandInBatchForm sent) {
    List<Item> items = sent == null || sent.items == null ? List.of() : sent.items;
    List<Violation> violations = new ArrayList<>();
    List<Item> whole = new ArrayList<>();
    if (items.isEmpty() || items.size() > BatchForm.MOST) {
      violations.add(new Violation("/items", BatchForm.SIZE));
    } else {
      for (int i = 0; i < items.size(); i++) {
        Item item = items.get(i);
        if (item == null || !item.saysWhich()) {
          violations.add(new Violation("/items/" + i, NAMED));
        } else {
          whole.add(item.whole(sent.reason));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return whole;
  }
}
