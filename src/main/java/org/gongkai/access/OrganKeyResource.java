package org.gongkai.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Write;
import org.gongkai.problem.LineProblems;
import org.gongkai.problem.ProblemException;
import org.gongkai.table.CsvWriter;
import org.gongkai.table.ListFormat;
import org.gongkai.table.Representation;
import org.gongkai.table.TableFormat;

/** Keys of many organs in one request, as a file to hand out. */
@Path("/api/v1/keys/organs")
@Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE})
@Tag(name = "keys")
class OrganKeyResource {

  private final OrganKeys keys;
  private final Access access;
  private final LineProblems problems;
  private final CsvWriter csv;

  OrganKeyResource(OrganKeys keys, Access access, LineProblems problems, CsvWriter csv) {
    this.keys = keys;
    this.access = access;
    this.problems = problems;
    this.csv = csv;
  }

  @POST
  @Write
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createOrganKeys",
      summary = "Make the keys of many organs / 批量创建机关密钥",
      description =
          "A key of role organ for each of the organs that are named, or for each organ of a region"
              + " and below that has no working key; at most 1,000. Each on its own: one that is"
              + " refused keeps no other from its key. The answer shows the keys, this once; as CSV"
              + " it is a file to hand out. For administrators, and for offices within their own"
              + " region.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each; 200 also where some were refused",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = OrganKeysView.class)),
        @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "422", description = "`unknown-region`: not registered")
  public Response create(
      OrganKeysForm wanted, @BeanParam ListFormat format, @Context HttpHeaders headers) {
    if (wanted == null) {
      throw ProblemException.emptyBody();
    }
    Representation as = format.of(headers);
    OrganKeys.Batch batch = keys.issue(wanted);
    OrganKeysView view = OrganKeysView.of(items(batch, as), batch.more());
    return as.once("keys", () -> lines(view, as.mark()), () -> view);
  }

  private List<OrganKeysView.OrganKeyView> items(OrganKeys.Batch batch, Representation as) {
    List<OrganKeysView.OrganKeyView> items = new ArrayList<>();
    List<AuditedPart> parts = new ArrayList<>();
    for (OrganKeys.Made made : batch.made()) {
      OrganKeyStore.Owner organ = made.organ();
      OrganKeysView.OrganKeyView item =
          switch (made) {
            case OrganKeys.Issued issued -> OrganKeysView.OrganKeyView.of(organ, issued.key());
            case OrganKeys.Refused refused ->
                OrganKeysView.OrganKeyView.refused(
                    organ, problems.of(refused.why(), as.language(), "/api/v1/keys/organs"));
          };
      items.add(item);
      parts.add(
          new AuditedPart(
              items.size(),
              item.status(),
              item.problem() == null ? null : item.problem().code(),
              organ.organ(),
              organ.region(),
              null));
    }
    access.noteParts(parts);
    return items;
  }

  private String lines(OrganKeysView view, boolean mark) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      csv.write(
          OrganKeysView.Line.class,
          List.of(),
          view.items().stream().map(OrganKeysView.Line::of),
          mark,
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
