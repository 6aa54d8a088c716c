package org.gongkai.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The descriptions that the {@code type} of every problem points to. Open to everybody. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Tag(name = "problems")
class ProblemResource {

  /** A kind of problem, described. */
  @Schema(name = "ProblemDescription", description = "A kind of problem. / 一种错误的说明。")
  public record Description(
      @Schema(
              description = "The type that problems of this kind have",
              examples = "/problems/report-exists")
          String type,
      @Schema(
              description = "Its stable code, the last part of the type",
              examples = "report-exists")
          String code,
      @Schema(description = "HTTP status that it is answered with", examples = "409") int status,
      @Schema(description = "What it is, for people", examples = "年度报告已存在") String title,
      @Schema(
              description = "What it means and what to do, for people",
              examples = "该行政机关该年度、该范围的报告已经存在；请按 Location 所指地址更正。")
          String description) {

    static Description of(ProblemType type, Language language) {
      return new Description(
          "/problems/" + type.code(),
          type.code(),
          type.status(),
          type.title().in(language),
          type.description().in(language));
    }
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listProblems",
      summary = "Every kind of problem / 错误目录",
      description = "The closed catalogue of problems that this service answers with.")
  public List<Description> all(@Context HttpHeaders headers) {
    Language language = Language.of(headers);
    return Arrays.stream(ProblemType.values()).map(t -> Description.of(t, language)).toList();
  }

  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(
      operationId = "getProblem",
      summary = "One kind of problem / 错误说明",
      description = "What a problem means and what to do about it.")
  public Description one(@PathParam("code") String code, @Context HttpHeaders headers) {
    return ProblemType.ofCode(code)
        .map(type -> Description.of(type, Language.of(headers)))
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }
}
