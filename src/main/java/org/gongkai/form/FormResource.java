package org.gongkai.form;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rule.WrittenRule;

/** The catalogue of forms. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "forms")
class FormResource {

  static final String YAML = "application/yaml";

  private static final String SCHEMA_JSON = "application/schema+json";
  private static final String NOT_MODIFIED = "As named in `If-None-Match`";

  private final Forms forms;
  private final FormAnswers answers;

  /** The codes that reports name channels and units by. */
  @Schema(name = "PublicationCodes", description = "Channels and units of publication. / 渠道和单位代码。")
  public record Codes(
      @Schema(description = "Channels of publication, in the order of the form")
          List<Choice> channels,
      @Schema(description = "Units; counts of different ones are never added") List<Choice> units,
      @Schema(description = "Units of an amount where the form prints none")
          List<Choice> amountUnits) {}

  FormResource(Forms forms, FormAnswers answers) {
    this.forms = forms;
    this.answers = answers;
  }

  @GET
  @Path("/forms")
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listForms",
      summary = "Editions of the form / 报告格式各版本",
      description = "Oldest first.")
  @APIResponse(
      responseCode = "200",
      description = "The editions",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = FormView.Summary.class)))
  @APIResponse(responseCode = "304", description = NOT_MODIFIED)
  public Response forms(@Context HttpHeaders headers) {
    return answers.of(
        "forms", () -> forms.all().stream().map(FormView.Summary::of).toList(), headers);
  }

  @GET
  @Path("/forms/{edition}")
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "getForm",
      summary = "An edition of the form / 报告格式",
      description = "Sections, rows, columns, cells, rules and official labels.")
  @APIResponse(
      responseCode = "200",
      description = "The edition",
      content = @Content(schema = @Schema(implementation = FormView.class)))
  @APIResponse(responseCode = "304", description = NOT_MODIFIED)
  public Response form(
      @Parameter(description = "Id of the edition", example = "2021") @PathParam("edition")
          String edition,
      @Context HttpHeaders headers) {
    Form form = known(edition);
    return answers.of("forms/" + edition, () -> FormView.of(form), headers);
  }

  @GET
  @Path("/forms/{edition}/rules")
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listRules",
      summary = "Rules of an edition / 勾稽关系",
      description =
          "Every rule that figures and text must satisfy, with severity, legal basis and hint.")
  @APIResponse(
      responseCode = "200",
      description = "The rules",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WrittenRule.class)))
  @APIResponse(responseCode = "304", description = NOT_MODIFIED)
  public Response rules(
      @Parameter(description = "Id of the edition", example = "2021") @PathParam("edition")
          String edition,
      @Context HttpHeaders headers) {
    Form form = known(edition);
    return answers.of(
        "rules/" + edition, () -> form.rules().stream().map(WrittenRule::of).toList(), headers);
  }

  @GET
  @Path("/forms/{edition}/schema")
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Produces({SCHEMA_JSON, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "getFormSchema",
      summary = "JSON Schema of an edition / 报告的 JSON Schema",
      description =
          "The JSON Schema (2020-12) of a report that follows this edition in every section; `all`"
              + " for one that may mix them.")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      content = {
        @Content(mediaType = SCHEMA_JSON, schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(responseCode = "304", description = NOT_MODIFIED)
  public Response schema(
      @Parameter(description = "Id of the edition, or `all`", example = "2021")
          @PathParam("edition")
          String edition,
      @Context HttpHeaders headers) {
    Collection<Form> editions = edition.equals("all") ? forms.all() : List.of(known(edition));
    return answers.of("schema/" + edition, () -> FormSchema.document(forms, editions), headers);
  }

  @GET
  @Path("/forms/{edition}/file")
  @RolesAllowed({"office", "admin"})
  @Produces({YAML, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "getFormFile",
      summary = "The file of an edition / 下载规则文件",
      description =
          "The file that is in force, to be changed and tried with `POST /rehearsals`. What it"
              + " includes of `common.yaml` is not in it: a rule of there is changed by `use` with"
              + " its id and a `version` of its own.")
  @APIResponse(
      responseCode = "200",
      description = "The file, in UTF-8",
      headers =
          @Header(
              name = "Content-Disposition",
              description = "`attachment`, with its name",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
  public Response file(
      @Parameter(description = "Id of the edition", example = "2021") @PathParam("edition")
          String edition) {
    byte[] file = forms.file(known(edition).edition()).orElseThrow();
    return Response.ok(file, YAML + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + edition + ".yaml\"")
        .header("Cache-Control", "private, no-store")
        .build();
  }

  @GET
  @Path("/channels")
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listChannels",
      summary = "Channels and units of publication / 信息发布渠道和单位",
      description = "The codes of `publications`. Counts of different units are never added.")
  @APIResponse(
      responseCode = "200",
      description = "The codes with their labels",
      content = @Content(schema = @Schema(implementation = Codes.class)))
  @APIResponse(responseCode = "304", description = NOT_MODIFIED)
  public Response channels(@Context HttpHeaders headers) {
    return answers.of(
        "channels",
        () ->
            new Codes(
                List.copyOf(forms.channels().values()),
                List.copyOf(forms.units().values()),
                List.copyOf(forms.amountUnits().values())),
        headers);
  }

  private Form known(String edition) {
    return forms.form(edition).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }
}
