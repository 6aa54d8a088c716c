package org.gongkai.form;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** The catalogue of forms. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "forms")
public class FormResource {

  private final Forms forms;

  /** The codes that reports name channels and units by. */
  @Schema(name = "PublicationCodes", description = "Channels and units of publication. / 渠道和单位代码。")
  public record Codes(
      @Schema(description = "Channels") List<Choice> channels,
      @Schema(description = "Units") List<Choice> units) {}

  FormResource(Forms forms) {
    this.forms = forms;
  }

  @GET
  @Path("/forms")
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listForms",
      summary = "Editions of the form / 报告格式各版本",
      description = "Oldest first. For every caller with a key.")
  @APIResponse(responseCode = "200", description = "The editions")
  public List<FormView.Summary> forms() {
    return forms.all().stream().map(FormView.Summary::of).toList();
  }

  @GET
  @Path("/forms/{edition}")
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "getForm",
      summary = "An edition of the form / 报告格式",
      description =
          "Sections, rows, columns, cells, rules and official labels. For every caller with a key.")
  @APIResponse(responseCode = "200", description = "The edition")
  public FormView form(
      @Parameter(description = "Id of the edition", example = "2021") @PathParam("edition")
          String edition) {
    return FormView.of(known(edition));
  }

  @GET
  @Path("/forms/{edition}/rules")
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listRules",
      summary = "Rules of an edition / 勾稽关系",
      description =
          "Every rule that figures must satisfy, with severity, legal basis and hint. For every"
              + " caller with a key.")
  @APIResponse(responseCode = "200", description = "The rules")
  public List<Rule> rules(
      @Parameter(description = "Id of the edition", example = "2021") @PathParam("edition")
          String edition) {
    return known(edition).rules();
  }

  @GET
  @Path("/forms/{edition}/schema")
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Produces({"application/schema+json", MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "getFormSchema",
      summary = "JSON Schema of an edition / 报告的 JSON Schema",
      description =
          "The JSON Schema (2020-12) of a report that follows this edition in every section; `all`"
              + " for one that may mix them. For every caller with a key.")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      content =
          @Content(
              mediaType = "application/schema+json",
              schema = @Schema(type = SchemaType.OBJECT)))
  public Object schema(
      @Parameter(description = "Id of the edition, or `all`", example = "2021")
          @PathParam("edition")
          String edition) {
    Collection<Form> editions = edition.equals("all") ? forms.all() : List.of(known(edition));
    return FormSchema.document(forms, editions);
  }

  @GET
  @Path("/channels")
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listChannels",
      summary = "Channels and units of publication / 信息发布渠道和单位",
      description =
          "The codes of `publications`. Counts of different units are never added. For every caller"
              + " with a key.")
  @APIResponse(responseCode = "200", description = "The codes with their labels")
  public Codes channels() {
    return new Codes(List.copyOf(forms.channels().values()), List.copyOf(forms.units().values()));
  }

  private Form known(String edition) {
    return forms.form(edition).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }
}
