package org.gongkai.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The part of an entry of the audit log that covers many lines of one request.
 *
 * @param count number of lines
 * @param problems number of refused lines by code of the problem
 */
record AuditLines(
    int count,
    List<String> organs,
    List<Long> reports,
    Map<String, Integer> problems,
    List<Refused> first) {

  /** A refused line. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AuditedLine", description = "A refused line of a request. / 被拒绝的一行。")
  record Refused(
      @Schema(description = "The line, from 1", examples = "17") long line,
      @Schema(description = "The organ that it names", examples = "113710020043609788")
          @Nullable String organ,
      @Schema(description = "The HTTP status that it would have had alone", examples = "403")
          int status,
      @Schema(description = "Code of the problem", examples = "forbidden") String problem) {}
}
