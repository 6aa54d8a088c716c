package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Methods that nobody calls, or only tests. The compiler refuses such private ones; of others it
 * cannot know.
 */
@Execution(ExecutionMode.CONCURRENT)
class UnusedCodeTest {

  private static final String ROOT = "org.gongkai.";

  /**
   * By which tests try by itself what the service does as a part of more. No other may be added
   * without such a reason.
   */
  private static final Set<String> FOR_TESTS =
      Set.of(
          "crosscheck.YearChecks.check(org.gongkai.form.Content, org.gongkai.form.Content)",
          "document.HtmlWriter.bytes(org.gongkai.document.Paper)",
          "document.WordWriter.bytes(org.gongkai.document.Paper)",
          "form.ContradictoryForm.what()",
          "narrative.Lexicon.frames()",
          "narrative.ReadTextCache.signs()",
          "rule.Relation.asksOthers()",
          "tally.Folding.foldAll()",
          "tally.TallyChecks.known()");

  @Test
  void eachMethodIsCalledByTheService() {
    Set<String> called = new HashSet<>();
    ServiceClasses.ALL.stream()
        .flatMap(
            type ->
                Stream.<JavaAccess<?>>concat(
                    type.getMethodCallsFromSelf().stream(),
                    type.getMethodReferencesFromSelf().stream()))
        .forEach(
            access -> {
              called.add(access.getTarget().getFullName());
              access.getTarget().resolveMember().ifPresent(m -> called.add(m.getFullName()));
            });
    assertThat(
            ServiceClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> !isCalledFromOutside(method))
                .map(JavaMember::getFullName)
                .filter(name -> !called.contains(name))
                .map(name -> name.substring(ROOT.length()))
                .filter(name -> !FOR_TESTS.contains(name)))
        .isEmpty();
  }

  /**
   * By the framework, which finds it by annotations; as JSON is written; through what it overrides.
   */
  private static boolean isCalledFromOutside(JavaMethod method) {
    JavaClass owner = method.getOwner();
    boolean component = owner.isRecord() && method.getRawParameterTypes().isEmpty();
    return component
        || !method.getAnnotations().isEmpty()
        || method.getParameters().stream().anyMatch(p -> !p.getAnnotations().isEmpty())
        || owner.isEnum() && Set.of("values", "valueOf").contains(method.getName())
        || method.getName().equals("main")
        || Stream.concat(
                owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
            .flatMap(parent -> parent.getMethods().stream())
            .anyMatch(overridden -> isSame(overridden, method));
  }

  /** By name and number of parameters: types of generic ones differ. */
  private static boolean isSame(JavaMethod overridden, JavaMethod method) {
    return overridden.getName().equals(method.getName())
        && overridden.getRawParameterTypes().size() == method.getRawParameterTypes().size();
  }
}
