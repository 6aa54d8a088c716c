package org.gongkai.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log. */
@Schema(
    name = "AuditEntry",
    description = "A write, or a refused attempt. / 操作留痕。",
    requiredProperties = {"id", "at", "action", "outcome", "status", "method", "path"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AuditView(
    @Schema(
            description =
                "Number of the entry; later ones have larger numbers, not each number is taken",
            examples = "1042")
        long id,
    @Schema(
            description = "When the entry was written, in UTC",
            examples = "2022-01-25T08:30:00.123456Z")
        Instant at,
    @Schema(description = "The operation, as this contract names it", examples = "fileReport")
        String action,
    @Schema(description = "Whether it was done", examples = "done") AuditEntry.AuditOutcome outcome,
    @Schema(description = "HTTP status of the answer", examples = "201") int status,
    @Schema(description = "Code of the problem, of a refusal", examples = "forbidden")
        @Nullable String problem,
    @Schema(description = "Role of the caller", examples = "organ") @Nullable String role,
    @Schema(
            description = "Label and prefix of the key, or name and subject of the token",
            examples = "区工信局 (gk_4f9a2c7b)")
        @Nullable String caller,
    @Schema(description = "The organ that it was about", examples = "113710020043609788")
        @Nullable String organ,
    @Schema(description = "The region that it was about", examples = "371002")
        @Nullable String region,
    @Schema(description = "The report that it was about", examples = "42") @Nullable Long report,
    @Schema(description = "HTTP method of the request", examples = "POST") String method,
    @Schema(description = "Path of the request, without its query", examples = "/api/v1/reports")
        String path,
    @Schema(description = "Where the request came from", examples = "10.1.2.3")
        @Nullable String address,
    @Schema(
            description =
                "Of a request with many lines: how many of them the entry is about. Each region has"
                    + " an entry for those that were done and one for those that were refused",
            examples = "128")
        @Nullable Integer lines,
    @Schema(
            description = "The organs of these lines; of refused ones, those of the first",
            examples = "[\"113710020043609788\"]")
        @Nullable List<String> organs,
    @Schema(description = "The reports that these lines filed or changed", examples = "[42]")
        @Nullable List<Long> reports,
    @Schema(
            description = "Of refused lines, how many had each problem",
            examples = "{\"forbidden\":17}")
        @Nullable Map<String, Integer> problems,
    @Schema(description = "The first refused lines") @Nullable List<AuditLines.Refused> first) {

  /** A page of the audit log. */
  @Schema(
      name = "AuditPage",
      description = "A page of the audit, newest first. / 操作留痕列表。",
      requiredProperties = {"items"})
  record Page(
      @Schema(description = "The entries of this page, newest first") List<AuditView> items,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "1042")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}
}
