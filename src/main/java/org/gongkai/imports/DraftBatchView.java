package org.gongkai.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.CreationOutcome;
import org.gongkai.problem.ProblemView;
import org.gongkai.report.FilingResult;
import org.jspecify.annotations.Nullable;

/** What became of files that were taken over together. */
@Schema(
    name = "ImportDrafts",
    description = "What became of the files of an import that were taken over. / 批量采用结果。",
    requiredProperties = {"items", "created", "refused", "left"})
record DraftBatchView(
    @Schema(
            description =
                "Of each file that leaves one organ, one year and one scope, in their order")
        List<Item> items,
    @Schema(description = "How many drafts were made", examples = "595") int created,
    @Schema(description = "How many were refused, and stay as they were", examples = "1")
        int refused,
    @Schema(
            description =
                "How many files that were read are not taken over now: these, and those of which an"
                    + " organ, a year or a scope has to be chosen",
            examples = "3")
        int left) {

  /** What became of one of them. */
  @Schema(
      name = "ImportDraft",
      description = "What became of a file that was to be taken over. / 单个文件的采用结果。",
      requiredProperties = {"number", "name", "status", "outcome"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Schema(description = "The file's place in the import", examples = "1") int number,
      @Schema(description = "What it is called", examples = "区工信局.docx") String name,
      @Schema(description = "The HTTP status that it would have had alone", examples = "201")
          int status,
      @Schema(description = "What became of it", examples = "created") CreationOutcome outcome,
      @Schema(description = "Code of the organ", examples = "113710020043609788")
          @Nullable String organ,
      @Schema(description = "The report year", examples = "2021") @Nullable Integer year,
      @Schema(description = "Id of the draft", examples = "42") @Nullable Long report,
      @Schema(description = "Why it was refused") @Nullable ProblemView problem) {

    static Item of(ImportedFile file, FilingResult.Filed filed) {
      return new Item(
          file.number(),
          file.name(),
          201,
          CreationOutcome.CREATED,
          filed.organ(),
          filed.year(),
          filed.id(),
          null);
    }

    static Item refused(ImportedFile file, ProblemView problem) {
      return new Item(
          file.number(),
          file.name(),
          problem.status(),
          CreationOutcome.REFUSED,
          file.organ(),
          file.year(),
          null,
          problem);
    }
  }

  static DraftBatchView of(List<Item> items, Import.Counts before) {
    int created = (int) items.stream().filter(item -> item.problem() == null).count();
    int open = before.read() - before.takenOver();
    return new DraftBatchView(items, created, items.size() - created, open - created);
  }
}
