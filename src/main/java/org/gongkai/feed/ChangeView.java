package org.gongkai.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A change of a report or an organ, or the end of an import, without its author.
 *
 * @param report null of an organ's change, and so are year, scope, revision and state
 * @param importId null unless an import is finished
 * @param organ null of an import that an office has sent
 * @param from null unless a report has moved, and so is {@code to}
 */
@Schema(
    name = "Change",
    description = "A change of a report or an organ, or the end of an import. / 一项变更。",
    requiredProperties = {"position", "at", "kind", "region", "href"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
    @Schema(description = "Its place in the feed; rises, with numbers left out", examples = "1207")
        long position,
    @Schema(description = "When it was made", examples = "2026-01-25T08:30:00.123456Z") Instant at,
    @Schema(description = "What has happened", examples = "report.submitted") String kind,
    @Schema(description = "Id of the report; not for an organ's change", examples = "42")
        @Nullable Long report,
    @Schema(description = "Of `import.finished`, the id of the import", examples = "7")
        @JsonProperty("import")
        @Nullable Long importId,
    @Schema(
            description = "Code of the organ; not of an import that an office has sent",
            examples = "113710020043609788")
        @Nullable String organ,
    @Schema(description = "The report year", examples = "2021") @Nullable Integer year,
    @Schema(description = "Whose figures the report gives", examples = "organ")
        @Nullable Scope scope,
    @Schema(
            description =
                "Region of the organ in the report year, or, where the organ itself has changed,"
                    + " now; as it was known then. Of `report.moved`, the one that is told: `from` or"
                    + " `to`",
            examples = "371002")
        String region,
    @Schema(
            description = "Of `report.moved`, the region that the report has left",
            examples = "371002")
        @Nullable String from,
    @Schema(description = "Of `report.moved`, the region that it is in now", examples = "371003")
        @Nullable String to,
    @Schema(description = "The newest revision at that moment", examples = "1")
        @Nullable Integer revision,
    @Schema(description = "The report's state after it", examples = "submitted")
        @Nullable String state,
    @Schema(description = "Where to read what it is now", examples = "/api/v1/reports/42")
        String href) {

  /** A part of the feed. */
  @Schema(
      name = "ChangePage",
      description = "A part of the feed, in the order of positions. / 变更列表（按位置排序）。",
      requiredProperties = {"items", "next", "newest"})
  record Page(
      @Schema(description = "The changes that the caller may see") List<ChangeView> items,
      @Schema(
              description =
                  "The position for the next `after`: the last one examined, shown or not; the"
                      + " same as before where there is nothing new",
              examples = "1207")
          long next,
      @Schema(
              description =
                  "The newest position there is. Who notes it, then reads what there is, and goes on"
                      + " after it, misses nothing",
              examples = "1207")
          long newest) {}
}
