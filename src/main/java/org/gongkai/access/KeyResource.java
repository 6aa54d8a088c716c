package org.gongkai.access;

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
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Write;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Keys: made, listed, revoked. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
class KeyResource {

  private final Keys keys;

  KeyResource(Keys keys) {
    this.keys = keys;
  }

  @POST
  @Write
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createKey",
      summary = "Make a key / 创建密钥",
      description =
          "The answer shows the key itself, this once. For administrators: any key. For offices:"
              + " keys of role organ, and of role reader with a region, within their own region and"
              + " below. Several keys of the same organ can be live at a time, so that a system can"
              + " change over to a new one before the old one is revoked.")
  @APIResponse(
      responseCode = "201",
      description = "The new key",
      headers = {
        @Header(
            name = "Location",
            description = "The key's address",
            schema = @Schema(type = SchemaType.STRING)),
      },
      content = @Content(schema = @Schema(implementation = IssuedKeyView.class)))
  @APIResponse(
      responseCode = "422",
      description = "`unknown-organ`, `unknown-region`: not registered")
  public Response create(NewKey wanted) {
    if (wanted == null) {
      throw ProblemException.emptyBody();
    }
    return created(IssuedKeyView.of(keys.issue(wanted)));
  }

  /** A new key, at the one moment when it is shown. */
  static Response created(IssuedKeyView issued) {
    return Response.created(URI.create("/api/v1/keys/" + issued.id()))
        .header("Cache-Control", "no-store")
        .entity(issued)
        .build();
  }

  @GET
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "listKeys",
      summary = "Keys / 密钥列表",
      description =
          "Keys without their secret part, newest first, revoked and expired ones included. For"
              + " administrators: all. For offices: the keys of role organ and reader of their"
              + " region and below.")
  @APIResponse(responseCode = "200", description = "A page of keys")
  public KeyView.KeyPageView list(
      @Parameter(
              description = "Only keys of this role",
              schema = @Schema(implementation = Role.class))
          @QueryParam("role")
          String role,
      @Parameter(description = "Only keys of this organ", example = "113710020043609788")
          @QueryParam("organ")
          String organ,
      @Parameter(
              description =
                  "Only keys of this region and below; an organ's key is where its organ is",
              example = "371002")
          @QueryParam("region")
          String region,
      @BeanParam Paging asked) {
    KeyQuery.Filter filter =
        new KeyQuery.Filter(
            Parameters.choice("role", role, Role.class).map(Role::code),
            Parameters.text("organ", organ),
            Parameters.text("region", region),
            keys.keeper());
    int size = asked.size();
    Optional<KeyQuery.Position> after = KeyQuery.Position.read(asked.cursor());
    Paging.Page<ApiKey> page = Paging.Page.of(keys.page(filter, after, size + 1), size);
    return new KeyView.KeyPageView(
        page.items().stream().map(this::view).toList(),
        keys.count(filter),
        page.next(last -> KeyQuery.Position.behind(last).write()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "getKey",
      summary = "One key / 密钥",
      description =
          "A key without its secret part. For administrators, and for offices within their region;"
              + " a key that the caller may not see is answered like one that does not exist.")
  @APIResponse(responseCode = "200", description = "The key")
  public KeyView get(@Parameter(description = "The key's id") @PathParam("id") String id) {
    return view(keys.get(idOf(id)));
  }

  @DELETE
  @Path("/{id}")
  @Write
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "revokeKey",
      summary = "Revoke a key / 撤销密钥",
      description =
          "At once, on every instance, and for good. Revoking a revoked key changes nothing. For"
              + " administrators, and for offices within their region. The last working key of an"
              + " administrator cannot be revoked, nor the one of the configuration.")
  @APIResponse(responseCode = "204", description = "The key is refused from now on")
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: the last working key of an administrator")
  public void revoke(@Parameter(description = "The key's id") @PathParam("id") String id) {
    keys.revoke(idOf(id));
  }

  private KeyView view(ApiKey key) {
    return KeyView.of(key, keys.stateOf(key));
  }

  @SuppressWarnings("UnusedException") // says no more than we do
  static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
  }
}
