package org.gongkai.breakdown;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Spill;
import org.gongkai.problem.Language;
import org.gongkai.registry.Region;
import org.gongkai.rollup.RollupQueryReader;
import org.gongkai.table.CsvWriter;
import org.gongkai.table.ListFormat;
import org.gongkai.table.Representation;
import org.gongkai.table.TableFormat;
import org.gongkai.tally.By;
import org.gongkai.tally.RollupQuery;

/** What a number of a rollup is made of. */
@Path("/api/v1/rollups/contributions")
@Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE})
@Tag(name = "rollups")
class ContributionResource {

  private final Access access;
  private final RollupQueryReader queries;
  private final SumOperands addends;
  private final Contributions contributions;
  private final CsvWriter csv;
  private final AnswerSpace space;

  ContributionResource(
      Access access,
      RollupQueryReader queries,
      SumOperands addends,
      Contributions contributions,
      CsvWriter csv,
      AnswerSpace space) {
    this.space = space;
    this.access = access;
    this.queries = queries;
    this.addends = addends;
    this.contributions = contributions;
    this.csv = csv;
  }

  @GET
  @RolesAllowed({"reader", "office", "admin"})
  @Operation(
      operationId = "listContributions",
      summary = "Breakdown of a number / 汇总数的构成",
      description =
          "Takes one number of a rollup apart, from the nation to a cell: into regions, into organs"
              + " with the revision of the report that is counted, or into leaf cells (a total or"
              + " heading adds several). The parts add up to the number exactly. JSON comes in"
              + " pages, CSV as a whole. By organ, the pages that follow are for two minutes of the"
              + " moment of the first, so that they have every part once; then of now.")
  @APIResponse(
      responseCode = "200",
      description = "The parts, largest first",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ContributionView.Page.class)),
        @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "422",
      description = "`unknown-region`: not registered; `answer-too-large`: ask for fewer")
  public Response list(
      @BeanParam ContributionParameters asked,
      @BeanParam ListFormat format,
      @Context HttpHeaders headers) {
    int year = asked.year();
    By by = asked.rollupBy();
    RollupQueryReader.Which which = asked.which();
    Region region = access.readableRegion("region", asked.region);
    RollupQuery rollupQuery = queries.ofYear(region, year, by, which);
    Language language = Language.of(headers);
    Contributions.Question question =
        new Contributions.Question(
            rollupQuery, addends.read(asked), asked.dividedBy(), asked.filter(), language);
    Contributions.Cursor after = Contributions.Cursor.read(asked.cursor);
    int size = asked.size();
    Representation wanted = format.of(headers);
    wanted.requireNoPages(asked.cursor, asked.limit);
    return wanted.list(
        "contributions",
        () -> csv(question, wanted.mark()),
        () -> contributions.page(question, after, size));
  }

  private Spill csv(Contributions.Question question, boolean mark) {
    return space.make(
        () ->
            space.written(
                out ->
                    contributions.read(
                        question,
                        all -> csv.write(ContributionView.class, List.of(), all, mark, out))));
  }
}
