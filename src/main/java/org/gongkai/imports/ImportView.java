package org.gongkai.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it is shown. */
@Schema(
    name = "Import",
    description = "A file, or a zip of many, that was sent in. / 导入。",
    requiredProperties = {
      "id",
      "state",
      "percent",
      "counts",
      "name",
      "region",
      "author",
      "createdAt"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
    @Schema(description = "Id of the import", examples = "7") long id,
    @Schema(
            description = "`reading` while files wait; `done` when each was read or refused",
            examples = "done")
        Import.ImportState state,
    @Schema(description = "How much is done; 100 only when all is", examples = "100") int percent,
    @Schema(description = "What became of its files") CountsView counts,
    @Schema(description = "What the file is called, as its sender said", examples = "2021年度报告.docx")
        String name,
    @Schema(
            description = "Region of the office, or of the organ, that has sent it",
            examples = "371002")
        String region,
    @Schema(
            description = "Code of the organ that has sent it; absent for an office",
            examples = "113710020043609788")
        @Nullable String organ,
    @Schema(description = "Who has sent it", examples = "区工信局 (gk_4f9a2c7b)") String author,
    @Schema(description = "When it was sent in, in UTC", examples = "2022-01-20T01:30:00.123456Z")
        Instant createdAt,
    @Schema(description = "When the last file was done", examples = "2022-01-20T01:30:01.5Z")
        @Nullable Instant endedAt,
    @Schema(
            description =
                "Its files, whole where it has one; of many without what was recognised, which"
                    + " `/files/{number}` has. Not in lists of imports")
        @Nullable List<ImportedFileView> files,
    @Schema(
            description = "The `cursor` for more files; absent where these are all",
            examples = "500")
        @Nullable String next) {

  /** How many files are where. */
  @Schema(
      name = "ImportCounts",
      description = "How many files of an import are where. / 导入进度。",
      requiredProperties = {"files", "waiting", "read", "refused", "forgotten", "takenOver"})
  record CountsView(
      @Schema(description = "How many there are", examples = "600") int files,
      @Schema(description = "How many wait for their turn", examples = "0") int waiting,
      @Schema(description = "How many were read", examples = "598") int read,
      @Schema(description = "How many cannot be read", examples = "2") int refused,
      @Schema(
              description =
                  "How many are kept no more, because words of their reports were taken out",
              examples = "0")
          int forgotten,
      @Schema(description = "How many were taken over into a report", examples = "0")
          int takenOver) {}

  /** A part of the list of imports. */
  @Schema(
      name = "ImportPage",
      description = "A page of imports, newest first. / 导入列表。",
      requiredProperties = {"items", "total"})
  record Page(
      @Schema(description = "The imports of this page") List<ImportView> items,
      @Schema(description = "How many there are, on all pages", examples = "3") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "4")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}

  /**
   * @param files null in lists
   * @param next null where there are no more
   */
  static ImportView of(Import of, @Nullable List<ImportedFileView> files, @Nullable String next) {
    Import.Counts counts = of.counts();
    return new ImportView(
        of.id(),
        of.state(),
        counts.percent(),
        new CountsView(
            counts.files(),
            counts.waiting(),
            counts.read(),
            counts.refused(),
            counts.forgotten(),
            counts.takenOver()),
        of.name(),
        of.owner().region(),
        of.owner().organ(),
        of.author(),
        of.createdAt(),
        of.endedAt(),
        files,
        next);
  }
}
