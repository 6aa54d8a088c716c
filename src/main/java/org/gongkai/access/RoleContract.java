package org.gongkai.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Ends the description of an operation with a sentence on who may use it, made from the roles that
 * {@link RolesAllowed} lists. Where whom it is for depends on more than the role, the operation
 * says it itself, in a sentence that begins with "For"; that one stands.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RoleContract implements OASFilter {

  private static final Pattern SAID =
      Pattern.compile("(^|[.] )For (the|every|any|all|offices|organs|readers|administrators|who)");

  /**
   * How the roles are said of addresses of one kind.
   *
   * @param organ what is said of organs, or null where the operations differ in it
   * @param reader what is said of readers, or null where the operations differ in it
   */
  private record Wording(
      Pattern addresses, @Nullable String organ, String office, @Nullable String reader) {

    Wording(String addresses, @Nullable String organ, String office, @Nullable String reader) {
      this(Pattern.compile(addresses), organ, office, reader);
    }

    Optional<String> sentence(Set<String> roles) {
      if (roles.contains("organ") && organ == null || roles.contains("reader") && reader == null) {
        return Optional.empty();
      }
      List<String> some = new ArrayList<>();
      if (roles.contains("organ")) {
        some.add(organ);
      }
      if (roles.contains("office")) {
        some.add(roles.contains("reader") ? reader + " and " + office : office);
      }
      String others = String.join(", ", some);
      return Optional.of("For " + (others.isEmpty() ? "" : others + ", and ") + "administrators.");
    }
  }

  private static final String EVERYBODY = "For every caller with a key.";

  private static final String PUBLIC =
      "Without a key, too, where the operator lets everybody read what is published.";

  private static final List<Wording> WORDINGS =
      List.of(
          new Wording(
              "/api/v1/reports.*|/api/v1/organs/\\{code}/(reports|calendar)/.*",
              "the organ itself",
              "offices of its region and above",
              null),
          new Wording(
              "/api/v1/organs/\\{code}/(extensions|exemptions)/.*",
              "the organ itself",
              "offices of the organ's region and above",
              null),
          new Wording(
              "/api/v1/receipts/.*", "the organ itself", "offices of its region and above", null),
          new Wording("/api/v1/rehearsals.*", null, "offices, of their region and below", null),
          new Wording(
              "/api/v1/(rollups|availability|coverage|reminders|calendars|reconciliations).*",
              null,
              "offices of the region, or of one above",
              "readers"));

  private static final Pattern OPEN = Pattern.compile("/api/v1/(forms.*|channels)");

  private final Map<String, Set<String>> roles = new HashMap<>();

  /**
   * @param index of the classes of the service
   */
  public RoleContract(IndexView index) {
    for (AnnotationInstance allowed : index.getAnnotations(RolesAllowed.class)) {
      if (allowed.target().kind() == AnnotationTarget.Kind.METHOD) {
        MethodInfo method = allowed.target().asMethod();
        AnnotationInstance operation =
            method.annotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        if (operation != null) {
          roles.put(
              operation.value("operationId").asString(),
              new TreeSet<>(List.of(allowed.value().asStringArray())));
        }
      }
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    contract
        .getPaths()
        .getPathItems()
        .forEach((path, item) -> item.getOperations().values().forEach(o -> complete(path, o)));
  }

  private void complete(String path, Operation operation) {
    Set<String> who = roles.get(operation.getOperationId());
    if (who == null) {
      return;
    }
    boolean open = who.remove(PublicReading.ROLE);
    sayWhom(path, operation, who);
    if (open) {
      operation.setDescription(operation.getDescription() + " " + PUBLIC);
    }
  }

  private static void sayWhom(String path, Operation operation, Set<String> who) {
    String said = operation.getDescription();
    if (said != null && SAID.matcher(said).find()) {
      return;
    }
    sentence(path, who)
        .ifPresent(
            sentence ->
                operation.setDescription(
                    said == null || said.isEmpty() ? sentence : said + " " + sentence));
  }

  private static Optional<String> sentence(String path, Set<String> who) {
    if (OPEN.matcher(path).matches() && who.size() == Role.values().length) {
      return Optional.of(EVERYBODY);
    }
    return WORDINGS.stream()
        .filter(wording -> wording.addresses().matcher(path).matches())
        .findFirst()
        .flatMap(wording -> wording.sentence(who));
  }
}
