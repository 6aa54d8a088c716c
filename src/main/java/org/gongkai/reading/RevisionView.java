package org.gongkai.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.finding.FindingView;
import org.gongkai.report.Editions;
import org.gongkai.report.RedactionView;
import org.gongkai.report.Revision;
import org.jspecify.annotations.Nullable;

/** A revision as it is shown. */
@Schema(
    name = "Revision",
    description = "One immutable state of a report's content. / 一次修订，写入后不再改变。",
    requiredProperties = {"number", "author", "madeAt", "digest", "editions"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record RevisionView(
    @Schema(description = "1 for the first", examples = "1") int number,
    @Schema(
            description = "Who filed it: label and prefix of the API key",
            examples = "区工信局 (gk_4f9a2c7b)")
        String author,
    @Schema(description = "What the correction was for, as its author says", examples = "更正行政许可数量")
        @Nullable String reason,
    @Schema(description = "When it was filed", examples = "2022-01-25T08:30:00.123456Z")
        Instant madeAt,
    @Schema(
            description =
                "SHA-256 of the canonical JSON (RFC 8785) as it was sent, in hexadecimal; it stays"
                    + " when words are masked",
            examples = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")
        String digest,
    @Schema(description = "Where words of it are masked since: by whom, when and why")
        @Nullable RedactionView redacted,
    @Schema(
            description = "Per section the edition of the form",
            examples = "{\"disclosure\":\"2021\",\"applications\":\"2019\",\"contests\":\"2021\"}")
        Map<String, String> editions,
    @Schema(description = "What all rules said when it was filed; in a single revision only")
        @Nullable List<FindingView> findings,
    @Schema(description = "The report as it was sent; in a single revision only", ref = "Report")
        @JsonRawValue
        @Nullable String content) {

  static RevisionView inList(Revision revision, @Nullable RedactionView redacted) {
    return of(revision, redacted, null, null);
  }

  static RevisionView whole(
      Revision revision, @Nullable RedactionView redacted, List<FindingView> findings) {
    return of(revision, redacted, findings, revision.document());
  }

  private static RevisionView of(
      Revision revision,
      @Nullable RedactionView redacted,
      @Nullable List<FindingView> findings,
      @Nullable String content) {
    return new RevisionView(
        revision.key().number(),
        revision.author(),
        revision.reason(),
        revision.madeAt(),
        HexFormat.of().formatHex(revision.digest()),
        redacted,
        Editions.read(revision.editions()),
        findings,
        content);
  }

  /** All revisions of a report. */
  @Schema(name = "Revisions", description = "Every revision of a report, oldest first. / 全部修订。")
  record Page(
      @Schema(description = "All revisions of the report, oldest first")
          List<RevisionView> items) {}
}
