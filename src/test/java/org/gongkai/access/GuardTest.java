package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.ServiceClasses;
import org.junit.jupiter.api.Test;

/** Every method that answers to an address says itself whom it answers. */
class GuardTest {

  /**
   * What is open to everybody, by the class and, after the dot, the method; * is all of a class.
   */
  private static final Set<String> OPEN = Set.of("ProblemResource.*");

  private static final Set<String> ROLES =
      Stream.concat(Stream.of(PublicReading.ROLE), Arrays.stream(Role.values()).map(Role::code))
          .collect(Collectors.toUnmodifiableSet());

  /** What the public may read, where it may. Nothing is added here in passing. */
  private static final Set<String> PUBLIC =
      Set.of(
          "FormResource.forms",
          "FormResource.form",
          "FormResource.rules",
          "FormResource.schema",
          "FormResource.channels",
          "RegionResource.list",
          "RegionResource.one",
          "OrganResource.list",
          "OrganResource.one",
          "ReadingResource.list",
          "ReadingResource.get",
          "OrganReadingResource.get",
          "SideBySideResource.compare",
          "RollupResource.publications",
          "RollupResource.applications",
          "RollupResource.disclosure",
          "RollupResource.contests",
          "RollupResource.indicators");

  @Test
  void everyEndpointIsGuardedOnceAndOpenOnlyWhereThatIsMeant() {
    List<JavaMethod> endpoints = endpoints();
    assertThat(endpoints).hasSizeGreaterThan(5);
    for (JavaMethod endpoint : endpoints) {
      long guards =
          Stream.of(RolesAllowed.class, PermitAll.class, Authenticated.class)
              .filter(guard -> endpoint.isAnnotatedWith(guard))
              .count();
      assertThat(guards).as(endpoint.getFullName()).isEqualTo(1);
      if (endpoint.isAnnotatedWith(PermitAll.class)) {
        assertThat(isMeantToBeOpen(endpoint)).as(endpoint.getFullName() + " is open").isTrue();
      }
      if (endpoint.isAnnotatedWith(RolesAllowed.class)) {
        String[] roles = endpoint.getAnnotationOfType(RolesAllowed.class).value();
        assertThat(roles).as(endpoint.getFullName()).isSubsetOf(ROLES).contains("admin");
      }
    }
  }

  @Test
  void thePublicReadsWhatIsListedAndWritesNothing() {
    List<JavaMethod> open =
        endpoints().stream()
            .filter(endpoint -> endpoint.isAnnotatedWith(RolesAllowed.class))
            .filter(
                endpoint ->
                    List.of(endpoint.getAnnotationOfType(RolesAllowed.class).value())
                        .contains(PublicReading.ROLE))
            .toList();
    assertThat(open.stream().map(e -> e.getOwner().getSimpleName() + "." + e.getName()))
        .containsExactlyInAnyOrderElementsOf(PUBLIC);
    assertThat(open).allMatch(endpoint -> endpoint.isAnnotatedWith(GET.class));
  }

  private static boolean isMeantToBeOpen(JavaMethod endpoint) {
    String type = endpoint.getOwner().getSimpleName();
    return OPEN.contains(type + ".*") || OPEN.contains(type + "." + endpoint.getName());
  }

  private static List<JavaMethod> endpoints() {
    return ServiceClasses.ALL.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .map(JavaClass::getMethods)
        .flatMap(Set::stream)
        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
        .toList();
  }
}
