package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That words of a revision are masked, as it is shown: who did it, when and why. */
@Schema(
    name = "Redaction",
    description =
        "Words of the text are masked since it was filed; its digest is that of what was sent. /"
            + " 部分文字已遮盖。",
    requiredProperties = {"at", "reason"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedactionView(
    @Schema(description = "When, the last time", examples = "2026-03-02T08:30:00.123456Z")
        Instant at,
    @Schema(description = "Who did it; not for the public", examples = "系统管理员 (gk_4f9a2c7b)")
        @Nullable String author,
    @Schema(description = "Why, as the author says", examples = "依申请人要求遮盖姓名和电话。")
        @Nullable String reason) {

  public static RedactionView of(ReportEvent event) {
    return new RedactionView(event.at(), event.author(), event.reason());
  }

  /** What the public is shown: not who did it. */
  RedactionView forThePublic() {
    return new RedactionView(at, null, reason);
  }

  /** What a redaction has done. */
  @Schema(
      name = "RedactionResult",
      description = "What was masked, and where else it stands. / 遮盖结果。",
      requiredProperties = {"report", "revisions", "alsoIn", "redacted"})
  public record Done(
      @Schema(description = "Id of the report", examples = "42") long report,
      @Schema(description = "The revisions in which words were masked", examples = "[1, 2]")
          List<Integer> revisions,
      @Schema(
              description =
                  "Ids of other reports, of the organ or of its region and year, in which one of the"
                      + " words stands: each is redacted by itself",
              examples = "[43]")
          List<Long> alsoIn,
      @Schema(description = "Who did it, when and why") RedactionView redacted) {}
}
