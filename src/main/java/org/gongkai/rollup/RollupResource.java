package org.gongkai.rollup;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.table.TableFormat;
import org.gongkai.tally.RollupQuery;

/** Sums over the organs of a region. */
@Path("/api/v1/rollups")
@Produces({
  MediaType.APPLICATION_JSON,
  TableFormat.CSV_TYPE,
  TableFormat.XLSX_TYPE,
  TableFormat.JSONSTAT_TYPE,
  TableFormat.CSVW_TYPE
})
@Tag(name = "rollups")
@APIResponse(
    responseCode = "422",
    description =
        "`unknown-region`: not registered. `answer-too-large`: ask for fewer regions or years, or"
            + " for `format=csv` instead of `jsonstat`")
@APIResponse(
    responseCode = "503",
    description =
        "`service-unavailable`: too many large answers are being made; try again after"
            + " `Retry-After`")
class RollupResource {

  private final RollupQueryReader queries;
  private final Rollups rollups;
  private final IndicatorRollups indicators;
  private final RollupFilter.Reader filters;
  private final RollupResponder desk;

  RollupResource(
      RollupQueryReader queries,
      Rollups rollups,
      IndicatorRollups indicators,
      RollupFilter.Reader filters,
      RollupResponder desk) {
    this.queries = queries;
    this.rollups = rollups;
    this.indicators = indicators;
    this.filters = filters;
    this.desk = desk;
  }

  @GET
  @Path("/publications")
  @RolesAllowed({"public", "reader", "office", "admin"})
  @Operation(
      operationId = "rollUpPublications",
      summary = "Items published per channel / 各渠道公开数量汇总",
      description =
          "Sums per channel and unit, and of the totals that reports state over all channels.")
  @APIResponse(
      responseCode = "200",
      description = "The sums",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RollupView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response publications(
      @BeanParam PublicationParameters asked, @Context HttpHeaders headers) {
    RollupQuery rollupQuery = queries.read(asked);
    RollupFilter wanted = filters.read(asked);
    return desk.answer(
        rollupQuery,
        asked,
        headers,
        List.of(Published.SECTION),
        (sums, of, language) -> rollups.publications(sums, of, wanted, language));
  }

  @GET
  @Path("/applications")
  @RolesAllowed({"public", "reader", "office", "admin"})
  @Operation(
      operationId = "rollUpApplications",
      summary = "Applications per outcome and applicant / 申请及办理结果汇总",
      description =
          "Section 三 added up, both editions in one series: 其他处理 of 2019 compares with the"
              + " total of its three rows of 2021.")
  @APIResponse(
      responseCode = "200",
      description = "The sums",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RollupView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response applications(@BeanParam TableParameters asked, @Context HttpHeaders headers) {
    return table("applications", asked, headers);
  }

  @GET
  @Path("/disclosure")
  @RolesAllowed({"public", "reader", "office", "admin"})
  @Operation(
      operationId = "rollUpDisclosure",
      summary = "Regulations, decisions and fees / 主动公开情况汇总",
      description =
          "Section 二 added up. Fees are in 万元; procurement amounts are added for each stated"
              + " unit by itself.")
  @APIResponse(
      responseCode = "200",
      description = "The sums",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RollupView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response disclosure(@BeanParam TableParameters asked, @Context HttpHeaders headers) {
    return table("disclosure", asked, headers);
  }

  @GET
  @Path("/contests")
  @RolesAllowed({"public", "reader", "office", "admin"})
  @Operation(
      operationId = "rollUpContests",
      summary = "Reconsiderations and lawsuits / 行政复议、行政诉讼汇总",
      description = "Section 四 added up.")
  @APIResponse(
      responseCode = "200",
      description = "The sums",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RollupView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response contests(@BeanParam TableParameters asked, @Context HttpHeaders headers) {
    return table("contests", asked, headers);
  }

  private Response table(String section, RollupParameters asked, HttpHeaders headers) {
    RollupQuery rollupQuery = queries.read(asked);
    RollupFilter wanted = filters.read(asked);
    return desk.answer(
        rollupQuery,
        asked,
        headers,
        List.of(section),
        (sums, of, language) -> rollups.table(sums, of, section, wanted, language));
  }

  @GET
  @Path("/indicators")
  @RolesAllowed({"public", "reader", "office", "admin"})
  @Operation(
      operationId = "rollUpIndicators",
      summary = "Derived indicators / 派生指标",
      description =
          "Rates such as that of disclosure, of refusal by ground, of correction in"
              + " reconsideration: the sum of the numerators over the sum of the denominators, both"
              + " given; `value` has six decimals, and null where there is nothing to divide by, or"
              + " where the two stand on different reports, of which `numeratorReports` and"
              + " `denominatorReports` say how many. `tooFewToRank` where the denominator is below"
              + " 30. By region or organ `rank` is among the siblings that are ranked, of which"
              + " there are `ranked`; `median`, `percentile25` and `percentile75` are theirs,"
              + " computed from the sums and not from rounded rates, between two neighbours in"
              + " proportion. They are null where fewer than two siblings lie on either side, so"
              + " that no single one sets them: the median of fewer than 5, the quartiles of fewer"
              + " than 9. `definitions` says what each indicator means, its formula, the article of"
              + " the Regulations and the section of the form; `method` chooses where several ways"
              + " of counting are in use.")
  @APIResponse(
      responseCode = "200",
      description = "The indicators",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RollupView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response indicators(@BeanParam IndicatorParameters asked, @Context HttpHeaders headers) {
    RollupQuery rollupQuery = queries.read(asked);
    Set<String> methods = indicators.methods(asked.methods);
    return desk.answer(
        rollupQuery,
        asked,
        headers,
        indicators.sections(),
        (sums, of, language) -> indicators.indicators(sums, of, methods, language));
  }
}
