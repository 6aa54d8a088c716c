package org.gongkai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Write;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Keys exchanged for new ones. */
@Path("/api/v1/keys/{id}/rotation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
class KeyRotationResource {

  private final KeyRotation rotation;
  private final ObjectMapper json;

  KeyRotationResource(KeyRotation rotation, ObjectMapper json) {
    this.rotation = rotation;
    this.json = json;
  }

  @POST
  @Write
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "rotateKey",
      summary = "Exchange a key for a new one / 轮换密钥",
      description =
          "The answer shows a new key of the same role, organ, region and label, this once. The old"
              + " one works beside it until `until`, for seven days if nothing is said. The new key"
              + " ends when the old one was to end. For whoever may revoke the key, and for the key"
              + " itself, whatever its role: a system can change its own key. Doing it again makes"
              + " another new key, for when the answer was lost.")
  @APIResponse(
      responseCode = "201",
      description = "The new key",
      headers = {
        @Header(
            name = "Location",
            description = "The new key's address",
            schema = @Schema(type = SchemaType.STRING)),
      },
      content = @Content(schema = @Schema(implementation = IssuedKeyView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: expired, revoked, or the key of the configuration")
  public Response rotate(
      @Parameter(description = "The key's id") @PathParam("id") String id,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = RotationForm.class)))
          byte[] body,
      @HeaderParam("Content-Type") @Parameter(hidden = true) String type)
      throws IOException {
    return KeyResource.created(
        IssuedKeyView.of(rotation.rotate(KeyResource.idOf(id), wanted(body, type))));
  }

  /** Many a client names some type where it sends nothing; that is no mistake. */
  private RotationForm wanted(byte[] body, String type) throws IOException {
    if (body == null || body.length == 0) {
      return RotationForm.PLAIN;
    }
    if (type == null || !type.startsWith(MediaType.APPLICATION_JSON)) {
      throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    return Optional.ofNullable(json.readValue(body, RotationForm.class)).orElse(RotationForm.PLAIN);
  }
}
