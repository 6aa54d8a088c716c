package org.gongkai.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A government's report, made of the reports of its organs. */
@Schema(
    name = "AreaReport",
    description = "A government's report made of the sums of its organs. / 由汇总生成的政府年报。",
    requiredProperties = {
      "region",
      "name",
      "year",
      "basis",
      "expected",
      "reported",
      "missing",
      "otherLayout",
      "undivided",
      "processingFees",
      "report"
    })
record AreaReportView(
    @Schema(description = "Code of the region", examples = "371002") String region,
    @Schema(description = "Its name", examples = "环翠区") String name,
    @Schema(description = "The report year", examples = "2021") int year,
    @Schema(description = "Whose reports are counted", examples = "accepted") String basis,
    @Schema(description = "How many reports are expected", examples = "50") long expected,
    @Schema(description = "How many are in the sums", examples = "49") long reported,
    @Schema(description = "Organs whose report is expected and not counted, 1000 at the most")
        List<SourceView> missing,
    @Schema(
            description =
                "Organs of which a table is laid out as in another edition: what the form of the"
                    + " year divides and theirs does not is in totals only; 1000 at the most")
        List<SourceView> otherLayout,
    @Schema(
            description =
                "What organs that follow another layout state as a whole and this form wants in"
                    + " parts. Nobody but them knows how it is to be divided: the cells of the parts"
                    + " are blank in these columns, and the office has to fill them in")
        List<UndividedView> undivided,
    @Schema(
            description =
                "What the organs' texts say of fees for handling applications, which section 6 has"
                    + " to state and no table has; 1000 reports are looked at, at the most")
        List<FeesView> processingFees,
    @Schema(description = "As `POST /reports` takes it", ref = "Report") ObjectNode report) {

  /** What has to be divided in one column. */
  @Schema(
      name = "AreaReportUndivided",
      description = "What has to be divided, in one column. / 一列中须由编制单位细分的数字。",
      requiredProperties = {
        "row",
        "rowLabel",
        "column",
        "columnLabel",
        "number",
        "parts",
        "organs"
      })
  record UndividedView(
      @Schema(
              description = "The row, in its section",
              examples = "applications.outcomes.otherHandling")
          String row,
      @Schema(description = "The row as the form prints it", examples = "（六）其他处理") String rowLabel,
      @Schema(description = "Id of the column, as the form names it", examples = "naturalPerson")
          String column,
      @Schema(description = "The column as the form prints it", examples = "自然人")
          String columnLabel,
      @Schema(description = "How much is not divided", examples = "8") BigDecimal number,
      @Schema(description = "The cells to fill in, blank here") List<PartView> parts,
      @Schema(description = "Whose it is, 1000 at the most; none for a total")
          List<RestView> organs) {}

  /** A cell that the office has to fill in. */
  @Schema(
      name = "AreaReportPart",
      description = "A cell that is blank until somebody has divided the rest. / 待细分后填写的单元格。",
      requiredProperties = {"path", "label", "number"})
  record PartView(
      @Schema(
              description = "Path of the cell",
              examples = "applications.outcomes.otherHandling.feeUnpaid.total")
          String path,
      @Schema(description = "The label of its row", examples = "3.其他") String label,
      @Schema(
              description =
                  "What organs that do divide state together: the least that belongs here",
              examples = "4")
          @Nullable BigDecimal number) {}

  /** Whose the rest is. */
  @Schema(
      name = "AreaReportRest",
      description = "What one organ states as a whole. / 一个机关未细分的数字。",
      requiredProperties = {"organ", "name", "number"})
  record RestView(
      @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
      @Schema(description = "Its name in the year", examples = "威海市环翠区工业和信息化局") String name,
      @Schema(description = "The number that it states, in the unit of the cell", examples = "5")
          BigDecimal number) {}

  /** What an organ says of processing fees. */
  @Schema(
      name = "AreaReportFees",
      description = "What a report says of processing fees. / 一份报告中关于信息处理费的文字。",
      requiredProperties = {"organ", "name", "words", "yuan"})
  record FeesView(
      @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
      @Schema(description = "Its name in the year", examples = "威海市环翠区工业和信息化局") String name,
      @Schema(description = "The sentence of its report, verbatim", examples = "2021年未收取信息处理费。")
          String words,
      @Schema(
              description = "How much, in yuan; null where the words do not say it for certain",
              examples = "0")
          @Nullable BigDecimal yuan) {}

  /** An organ that a government's report is made of, or lacks. */
  @Schema(
      name = "AreaReportSource",
      description = "An organ. / 机关。",
      requiredProperties = {"organ", "name"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SourceView(
      @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
      @Schema(description = "Its name in the year", examples = "威海市环翠区工业和信息化局") String name,
      @Schema(
              description = "Per section the edition that it follows, where that differs",
              examples = "{\"applications\":\"2019\"}")
          @Nullable Map<String, String> editions) {

    static SourceView missing(AreaReportStore.Source source) {
      return new SourceView(source.code(), source.name(), null);
    }
  }
}
