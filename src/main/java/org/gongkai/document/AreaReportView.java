package org.gongkai.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    @Schema(description = "As `POST /reports` takes it", ref = "Report") ObjectNode report) {

  /** An organ that a government's report is made of, or lacks. */
  @Schema(
      name = "AreaReportSource",
      description = "An organ. / 机关。",
      requiredProperties = {"organ", "name"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SourceView(
      @Schema(description = "Its code", examples = "113710020043609788") String organ,
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
