package org.gongkai.explanation;

import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.reading.ReportSelection;
import org.gongkai.rule.Severity;
import org.gongkai.table.Representation;
import org.jspecify.annotations.Nullable;

/** What the findings of all reports can be asked for, as it was sent. */
class FindingListParameters extends ReportSelection {

  @Parameter(description = "Only findings of this rule", example = "T3-BAL")
  @QueryParam("rule")
  String rule;

  @Parameter(
      description = "Only findings of this severity",
      schema = @Schema(implementation = Severity.class))
  @QueryParam("severity")
  String severity;

  @Parameter(
      description =
          "Only findings that somebody has explained, or waived, with these very figures; or only"
              + " those that nobody has",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @QueryParam("explained")
  String explained;

  FindingQuery.Filter filter() {
    return new FindingQuery.Filter(
        null,
        region(),
        null,
        year(),
        state(),
        rule(),
        Parameters.choice("severity", severity, Severity.class).orElse(null),
        explained == null ? null : Parameters.flag("explained", explained));
  }

  /** Null: any. */
  @Nullable String rule() {
    return Parameters.text("rule", rule).orElse(null);
  }

  void requireNoPages(Representation wanted) {
    wanted.requireNoPages(cursor, limit());
  }

  Cursor after() {
    return Cursor.read(cursor);
  }

  /**
   * Where a page ends: in which report, after how many of its findings, the last of which this is.
   */
  record Cursor(int year, long report, int findings, String last) {

    private static final Cursor START = new Cursor(0, 0, 0, "");
    private static final Pattern SHAPE =
        Pattern.compile("([1-9][0-9]{3}):([1-9][0-9]{0,17}):([1-9][0-9]{0,8}):(.{1,500})");

    static Cursor read(@Nullable String cursor) {
      return Paging.parts(cursor, SHAPE)
          .map(
              parts ->
                  new Cursor(
                      Integer.parseInt(parts.group(1)),
                      Long.parseLong(parts.group(2)),
                      Integer.parseInt(parts.group(3)),
                      parts.group(4)))
          .orElse(START);
    }

    String write() {
      return year + ":" + report + ":" + findings + ":" + last;
    }
  }
}
