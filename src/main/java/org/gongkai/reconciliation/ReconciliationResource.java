package org.gongkai.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.form.Scope;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Spill;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Region;
import org.gongkai.report.Basis;
import org.gongkai.rollup.RollupQueryReader;
import org.gongkai.table.CsvWriter;
import org.gongkai.table.ListFormat;
import org.gongkai.table.Representation;
import org.gongkai.table.TableFormat;
import org.gongkai.tally.By;
import org.jspecify.annotations.Nullable;

/** Whether what a government reports is what its organs report. */
@Path("/api/v1/reconciliations")
@Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE})
@Tag(name = "rollups")
class ReconciliationResource {

  private final RollupQueryReader queries;
  private final Reconciliations reconciliations;
  private final CsvWriter csv;
  private final AnswerSpace space;
  private final ObjectMapper mapper;
  private final Access access;

  ReconciliationResource(
      RollupQueryReader queries,
      Reconciliations reconciliations,
      CsvWriter csv,
      Access access,
      AnswerSpace space,
      ObjectMapper mapper) {
    this.space = space;
    this.mapper = mapper;
    this.queries = queries;
    this.reconciliations = reconciliations;
    this.csv = csv;
    this.access = access;
  }

  @GET
  @RolesAllowed({"reader", "office", "admin"})
  @Operation(
      operationId = "getReconciliation",
      summary = "A government's report against its organs / 政府年报与汇总核对",
      description =
          "Compares the government's own report, of its level (本级) with the organs of the region"
              + " itself or of its area (全区域) with all within, with their rollup, cell by cell. A"
              + " total that differs by exactly what its cells differ follows from them and is"
              + " listed apart. Names the organs that are missing, and those whose own stated"
              + " totals contradict their cells. CSV has the cells only, causes and effects in the"
              + " form's order, told apart by `kind`. For readers and offices of the region, or of"
              + " one above, and administrators; readers see what is published, unless their key"
              + " has `unpublished`.")
  @APIResponse(
      responseCode = "200",
      description = "Both sides",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReconciliationView.class)),
        @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "404",
      description = "`nothing-to-reconcile`: the government has no such report on this basis")
  @APIResponse(
      responseCode = "422",
      description = "`unknown-region`: not registered; `answer-too-large`: ask for fewer")
  public Response reconcile(
      @Parameter(
              description = "Code of the region whose government it is",
              required = true,
              example = "371002")
          @QueryParam("region")
          String region,
      @Parameter(
              description = "The report year",
              required = true,
              schema = @Schema(type = SchemaType.INTEGER),
              example = "2021")
          @QueryParam("year")
          String year,
      @Parameter(
              description =
                  "Which report of the government; may be left out where it has filed only one",
              schema = @Schema(ref = "GovernmentScope"))
          @QueryParam("scope")
          String scope,
      @Parameter(
              description =
                  "Whose reports are compared, on both sides; `published` for readers, who see no"
                      + " other unless their key has `unpublished`",
              schema =
                  @Schema(
                      implementation = Basis.class,
                      title = "Basis",
                      defaultValue = "submitted"))
          @QueryParam("basis")
          String basis,
      @Parameter(
              description =
                  "Code of the organ whose report is compared, where several have filed one of the"
                      + " same scope; unless said, that of the people's government, else of the"
                      + " general office",
              example = "113710020043609788")
          @QueryParam("government")
          String government,
      @Parameter(
              description = "Whether cells that are equal or in another layout are listed too",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("all")
          String all,
      @Parameter(
              description =
                  "Code of an organ: lists only this one in `contradicting`, with the rules that"
                      + " its report breaks and their cells",
              example = "113710020043609788")
          @QueryParam("contradicting")
          String contradicting,
      @BeanParam ListFormat format,
      @Context HttpHeaders headers) {
    Region of = access.readableRegion("region", region);
    int ofYear = Parameters.requiredYear("year", year);
    RollupQueryReader.Which on = new RollupQueryReader.Which(basis(basis), null, null, false);
    boolean equal = Parameters.flag("all", all);
    Representation wanted = format.of(headers);
    boolean list = wanted.format() == TableFormat.CSV;
    Reconciliations.Question question =
        new Reconciliations.Question(
            of.name(),
            queries.ofYear(of, ofYear, By.NONE, on),
            queries.ofYear(of, ofYear, By.REGION, on),
            scope(scope),
            Parameters.text("government", government).orElse(null),
            equal || list,
            Parameters.text("contradicting", contradicting).orElse(null),
            Language.of(headers));
    // the organs that are missing are many while nobody has filed
    Spill body =
        space.make(
            () -> {
              ReconciliationView found = reconciliations.reconcile(question);
              return space.written(
                  out -> {
                    if (list) {
                      csv(found, equal, wanted.mark(), out);
                    } else {
                      mapper.writeValue(out, found);
                    }
                  });
            });
    return wanted.list("reconciliation", () -> body, () -> body);
  }

  /** Readers must not learn of what is not published, by its difference from what is. */
  private String basis(String asked) {
    Basis basis = Parameters.choice("basis", asked, Basis.class).orElse(null);
    if (access.current().seesUnpublished()) {
      return asked;
    }
    if (basis != null && basis != Basis.PUBLISHED) {
      throw ProblemException.of(ProblemType.FORBIDDEN);
    }
    return Basis.PUBLISHED.code();
  }

  private static @Nullable Scope scope(String asked) {
    Scope scope = Parameters.choice("scope", asked, Scope.class).orElse(null);
    if (scope == Scope.ORGAN) {
      throw ProblemException.invalid(Violation.at("?scope", "须为 level 或 area。", "level or area."));
    }
    return scope;
  }

  /** The cells in the form's order, those that are news and those that follow from them alike. */
  private void csv(ReconciliationView found, boolean all, boolean mark, OutputStream out)
      throws IOException {
    csv.write(
        ComparedView.class,
        ComparedView.FIRST,
        found.cells().stream().filter(cell -> all || cell.differs()),
        mark,
        out);
  }
}
