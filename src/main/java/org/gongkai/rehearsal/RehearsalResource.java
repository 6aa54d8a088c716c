package org.gongkai.rehearsal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Write;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Rehearsals of rule files: begun, shown, ended. */
@Path("/api/v1/rehearsals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rehearsals")
class RehearsalResource {

  static final String YAML = "application/yaml";

  /** Ten times the packaged file. */
  private static final int LARGEST = 1024 * 1024;

  private final Rehearsals rehearsals;

  RehearsalResource(Rehearsals rehearsals) {
    this.rehearsals = rehearsals;
  }

  @POST
  @Write
  @RolesAllowed({"office", "admin"})
  @Consumes({YAML, "text/yaml", MediaType.TEXT_PLAIN})
  @Operation(
      operationId = "beginRehearsal",
      summary = "Try a rule file / 规则试运行",
      description =
          "Runs a changed form file over the stored reports of a region, in the background, and"
              + " says what its rules would find that those in force do not, and the other way"
              + " round. Nothing is changed by it. The file is an edition's (`2021.yaml`) with the"
              + " same sections, rows and columns; a rule that decides otherwise has another"
              + " `version`. It judges the newest revision of each report that is submitted,"
              + " accepted or published; drafts and what was returned, withdrawn or reopened stay"
              + " out, also where an older revision is public.")
  @RequestBody(
      required = true,
      description = "The file, in UTF-8, 1 MiB at the most / 规则文件",
      content =
          @Content(
              mediaType = YAML,
              schema = @Schema(type = SchemaType.STRING),
              example = "edition: \"2021\"\nversion: 2\ndocument: 国办公开办函〔2021〕30号\n"))
  @APIResponse(
      responseCode = "202",
      description = "It waits for its turn",
      headers =
          @Header(
              name = "Location",
              description = "The rehearsal's address",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = RehearsalView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: ten of the same office are unfinished")
  @APIResponse(
      responseCode = "422",
      description =
          "`rule-file-invalid`: the file is wrong; the violation names the place; `unknown-region`:"
              + " not registered")
  public Response begin(
      @Parameter(
              description =
                  "Reports of this region and below; the office's own, for administrators the"
                      + " nation",
              example = "371002")
          @QueryParam("region")
          String region,
      @Parameter(
              description = "Only reports of this year and later",
              schema = @Schema(type = SchemaType.INTEGER),
              example = "2019")
          @QueryParam("from")
          String from,
      @Parameter(
              description = "Only reports of this year and earlier",
              schema = @Schema(type = SchemaType.INTEGER),
              example = "2024")
          @QueryParam("to")
          String to,
      InputStream body)
      throws IOException {
    byte[] file = body.readNBytes(LARGEST + 1);
    if (file.length > LARGEST) {
      throw ProblemException.of(
          ProblemType.PAYLOAD_TOO_LARGE, "规则文件最大 1 MiB。", "A rule file is 1 MiB at the most.");
    }
    Rehearsal begun =
        rehearsals.begin(
            Parameters.text("region", region).orElse(null),
            Parameters.year("from", from).orElse(null),
            Parameters.year("to", to).orElse(null),
            file);
    return Response.accepted(RehearsalView.of(begun, rehearsals.rules(begun)))
        .location(URI.create("/api/v1/rehearsals/" + begun.id()))
        .build();
  }

  @GET
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "listRehearsals",
      summary = "Rehearsals / 规则试运行列表",
      description =
          "Newest first, without their rules; those that ended 90 days ago are forgotten.")
  @APIResponse(responseCode = "200", description = "A page of rehearsals")
  public RehearsalView.Page list(@BeanParam Paging asked) {
    int size = asked.size();
    Paging.Page<Rehearsal> page =
        Paging.Page.of(rehearsals.page(asked.id().orElse(Long.MAX_VALUE), size + 1), size);
    return new RehearsalView.Page(
        page.items().stream().map(RehearsalView::of).toList(),
        rehearsals.count(),
        page.next(Rehearsal::id));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "getRehearsal",
      summary = "One rehearsal / 规则试运行",
      description =
          "How far it is, and what it has counted so far, rule by rule. For offices, of their"
              + " region and below, and administrators; another one is answered like one that does"
              + " not exist.")
  @APIResponse(responseCode = "200", description = "The rehearsal")
  public RehearsalView get(
      @Parameter(description = "Id of the rehearsal", example = "7") @PathParam("id") String id) {
    Rehearsal rehearsal = rehearsals.get(id(id));
    return RehearsalView.of(rehearsal, rehearsals.rules(rehearsal));
  }

  @DELETE
  @Path("/{id}")
  @Write
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "endRehearsal",
      summary = "Cancel or forget a rehearsal / 取消或删除试运行",
      description =
          "One that waits or runs is cancelled and keeps what it has found; one that is over is"
              + " forgotten.")
  @APIResponse(responseCode = "204", description = "It is cancelled, or gone")
  public void end(
      @Parameter(description = "Id of the rehearsal", example = "7") @PathParam("id") String id) {
    rehearsals.end(id(id));
  }

  /** An id that cannot be one names nothing. */
  static long id(String id) {
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    return Long.parseLong(id);
  }
}
