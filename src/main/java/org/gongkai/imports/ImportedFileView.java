package org.gongkai.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Scope;
import org.gongkai.imports.ImportedFile.FileState;
import org.gongkai.matrix.FileKind;
import org.gongkai.problem.ProblemView;
import org.gongkai.recognition.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * A file of an import as it is shown; from {@code report} on only where it was read and is shown
 * whole.
 */
@Schema(
    name = "ImportedFile",
    description =
        "A file that was sent in, and what was recognised in it; from `report` on only where it was"
            + " read and is shown whole. / 导入的文件及识别结果。",
    requiredProperties = {"number", "name", "state", "bytes", "counts"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportedFileView(
    @Schema(description = "Its place in the import, from 1", examples = "1") int number,
    @Schema(
            description = "What it is called, in a zip with its folders",
            examples = "2021年度报告.docx")
        String name,
    @Schema(
            description =
                "`waiting` for its turn; `read`; `refused`, see `problem`; `forgotten`: words were"
                    + " taken out of the report that it was taken over into, or may be of",
            examples = "read")
        FileState state,
    @Schema(description = "How many bytes it has", examples = "24576") long bytes,
    @Schema(
            description = "SHA-256 of its bytes, in hexadecimal; absent where it was not kept",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable String digest,
    @Schema(description = "What kind of file it is, by its bytes", examples = "docx")
        @Nullable FileKind kind,
    @Schema(description = "Why it is not read: `unreadable-file`, see its `reason`")
        @Nullable ProblemView problem,
    @Schema(description = "How much was found") FoundView counts,
    @Schema(description = "Of which organ and year it may be") @Nullable ProposalsView proposals,
    @Schema(description = "Id of the report that it was taken over into", examples = "42")
        @Nullable Long takenOver,
    @Schema(
            description =
                "What was found, as `POST /reports` takes it; without organ and year where there is"
                    + " not exactly one proposal")
        @Nullable Map<String, Object> report,
    @Schema(
            description = "Per section the edition that was recognised",
            examples = "{\"disclosure\":\"2021\",\"applications\":\"2019\",\"contests\":\"2021\"}")
        @Nullable Map<String, String> editions,
    @Schema(description = "Each cell that was found, in the order of the form")
        @Nullable List<CellView> cells,
    @Schema(description = "Each part of the text that was found") @Nullable List<TextView> texts,
    @Schema(
            description =
                "What the text says was published: proposals, which do not stand in `report`")
        @Nullable List<PublicationView> publications,
    @Schema(description = "What fits nowhere; nothing of the file is lost")
        @Nullable List<LeftOverView> leftOver,
    @Schema(description = "What a clerk should look at, in words", examples = "[\"文档中的宏没有执行。\"]")
        @Nullable List<String> notices,
    @Schema(
            description =
                "What the rules say of it, as `POST /validations` would now; where organ and year"
                    + " are known")
        @Nullable List<FindingView> findings,
    @Schema(description = "Why it could not be kept as a draft as it stands")
        @Nullable ProblemView hindrance) {

  /** How much was found in a file. */
  @Schema(
      name = "ImportedCounts",
      description = "How much was found in a file. / 识别数量。",
      requiredProperties = {"cells", "likely", "leftOver"})
  record FoundView(
      @Schema(description = "Cells that were found", examples = "186") int cells,
      @Schema(description = "How many of them are only `likely`", examples = "0") int likely,
      @Schema(description = "Pieces that fit nowhere", examples = "0") int leftOver) {}

  /** Of which organ and year a file may be. */
  @Schema(
      name = "ImportProposals",
      description =
          "Of which organ and year a file may be, the best first, and whose figures it gives; of"
              + " two nothing is assumed. / 机关、年度和报告范围建议。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProposalsView(
      @Schema(description = "Organs that the caller may file for, as they are registered")
          List<OrganView> organ,
      @Schema(
              description =
                  "Report years that the file may be of, the best first; the one that its sender"
                      + " named, if any",
              examples = "[2021]")
          List<Integer> year,
      @Schema(
              description =
                  "Whose figures it gives, as it stands in `report`; absent where nothing speaks"
                      + " for more than the organ itself")
          @Nullable ScopeView scope,
      @Schema(
              description = "What the file calls the organ, as printed",
              examples = "[\"威海市环翠区工业和信息化局\"]")
          List<String> printed) {}

  /** An organ that a report may be of. */
  @Schema(name = "ProposedOrgan", description = "An organ that a file may be of. / 建议的机关。")
  record OrganView(
      @Schema(description = "Code of the organ in the registry", examples = "113710020043609788")
          String code,
      @Schema(description = "What it is called now", examples = "威海市环翠区工业和信息化局") String name,
      @Schema(description = "Where it is now", examples = "371002") String region) {}

  /** Whose figures a file gives. */
  @Schema(
      name = "ProposedScope",
      description = "Whose figures a file gives, by its title and text. / 建议的报告范围。",
      requiredProperties = {"scope", "certainty", "words"})
  record ScopeView(
      @Schema(description = "The scope") Scope scope,
      @Schema(
              description = "How sure it is; `likely`: somebody says it before many are taken over",
              examples = "sure")
          Certainty certainty,
      @Schema(
              description = "The words by which it is known, as printed",
              examples = "[\"环翠区\",\"全区共收到政府信息公开申请\"]")
          List<String> words) {}

  /** Where something stands in a file. */
  @Schema(
      name = "FilePlace",
      description =
          "Where something stands in a file, all counted from 1; what the format or the place does"
              + " not have is absent. / 在文件中的位置。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PlaceView(
      @Schema(description = "The page, or the sheet", examples = "2") @Nullable Integer page,
      @Schema(description = "The paragraph outside tables", examples = "17")
          @Nullable Integer paragraph,
      @Schema(description = "Number of the table on the page or sheet", examples = "2")
          @Nullable Integer table,
      @Schema(description = "The row of the table", examples = "5") @Nullable Integer row,
      @Schema(description = "The column of the table", examples = "4") @Nullable Integer column) {}

  /** A cell that was found. */
  @Schema(
      name = "ImportedCell",
      description = "A cell that was found in a file. / 识别出的单元格。",
      requiredProperties = {"path", "label", "value", "place", "certainty"})
  record CellView(
      @Schema(description = "The cell's name", examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "The cell as the form prints it", examples = "一、本年新收政府信息公开申请数量 / 自然人")
          String label,
      @Schema(
              ref = "StatedCell",
              description =
                  "As it stands in `report`: a number, null (blank), \"n/a\", or whatever it holds",
              examples = "60")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          JsonNode value,
      @Schema(description = "Where it stands") PlaceView place,
      @Schema(
              description =
                  "`sure`: by its labels; `likely`: by its place among labels, so look at it",
              examples = "sure")
          Certainty certainty) {}

  /** A part of the text that was found. */
  @Schema(
      name = "ImportedText",
      description = "A part of the text that was found in a file. / 识别出的文字部分。",
      requiredProperties = {"path", "heading", "place", "certainty"})
  record TextView(
      @Schema(description = "Its place in the report", examples = "narrative.overview") String path,
      @Schema(description = "Its heading as printed; empty for none", examples = "一、总体情况")
          String heading,
      @Schema(description = "Where it begins") PlaceView place,
      @Schema(description = "How sure it is", examples = "sure") Certainty certainty) {}

  /** What the text says was published. */
  @Schema(
      name = "ImportedPublication",
      description = "What the text of a file says was published. / 文字中的信息发布数量。",
      requiredProperties = {"unit", "count", "approximate", "path", "words", "certainty"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicationView(
      @Schema(
              description = "Code of the channel; absent for the total over all",
              examples = "website")
          @Nullable String channel,
      @Schema(description = "Code of the unit", examples = "item") String unit,
      @Schema(description = "How many, in that unit; not converted", examples = "54")
          BigDecimal count,
      @Schema(description = "Whether the text says about how many", examples = "false")
          boolean approximate,
      @Schema(
              description = "The part of the text where it stands",
              examples = "narrative.proactiveDisclosure")
          String path,
      @Schema(description = "The words in which it stands", examples = "通过政府网站公开信息54条")
          String words,
      @Schema(description = "How sure it is", examples = "sure") Certainty certainty) {}

  /** What fits nowhere. */
  @Schema(
      name = "ImportLeftOver",
      description = "A piece of a file that fits nowhere. / 未能归入的内容。",
      requiredProperties = {"text", "place", "reason"})
  record LeftOverView(
      @Schema(description = "The text as the file has it", examples = "附件：统计表") String text,
      @Schema(description = "Where it stands") PlaceView place,
      @Schema(description = "Why it fits nowhere", examples = "没有与此标题对应的部分。") String reason) {}
}
