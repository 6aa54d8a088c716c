package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.gongkai.ServiceClasses;
import org.junit.jupiter.api.Test;

/** Whatever changes something is audited, one transaction, and carried out once. */
class WriteTest {

  /** What keeps nothing, or consists of many transactions and sees to its audit itself. */
  private static final Set<String> EXEMPT =
      Set.of(
          "ValidationResource.validate",
          "BulkResource.file",
          "WebhookResource.ping",
          "TallyCheckResource.check");

  @Test
  void everyMethodThatChangesSomethingIsAWrite() {
    List<JavaMethod> writes =
        ServiceClasses.ALL.stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::getMethods)
            .flatMap(Set::stream)
            .filter(
                m ->
                    m.isAnnotatedWith(POST.class)
                        || m.isAnnotatedWith(PUT.class)
                        || m.isAnnotatedWith(DELETE.class))
            .toList();
    assertThat(writes).hasSizeGreaterThan(10);
    for (JavaMethod write : writes) {
      String name = write.getOwner().getSimpleName() + "." + write.getName();
      if (!EXEMPT.contains(name)) {
        assertThat(write.isAnnotatedWith(Write.class)).as(name).isTrue();
        if (write.isAnnotatedWith(POST.class)) {
          // what is kept for a repetition is an answer
          assertThat(write.getRawReturnType().isAssignableTo(Response.class)).as(name).isTrue();
        }
      }
      assertThat(write.isAnnotatedWith(GET.class)).isFalse();
    }
  }
}
