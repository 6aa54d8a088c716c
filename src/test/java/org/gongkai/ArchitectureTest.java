package org.gongkai;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.problem.WireCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The house: what the packages are, which may use which, and how things are named. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {

  private static final String ROOT = "org.gongkai";

  /** Each package may use those before it, and no other. */
  static final List<String> ORDER =
      List.of(
          "problem",
          "platform",
          "contract",
          "table",
          "database",
          "registry",
          "calendar",
          "access",
          "journal",
          "rule",
          "form",
          "language",
          "finding",
          "narrative",
          "check",
          "claim",
          "crosscheck",
          "difference",
          "receipt",
          "report",
          "filing",
          "upkeep",
          "reading",
          "redaction",
          "lifecycle",
          "explanation",
          "bulk",
          "rehearsal",
          "feed",
          "webhook",
          "tally",
          "rollup",
          "breakdown",
          "reconciliation",
          "season",
          "bi",
          "integrity",
          "matrix",
          "pdf",
          "recognition",
          "document",
          "imports",
          "page");

  /** Names that say how something is made, or nothing, instead of what it is. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Base)");

  private static final java.nio.file.Path SOURCES =
      java.nio.file.Path.of("src", "main", "java", "org", "gongkai");

  @Test
  void everyPackageIsAKnownFeatureAndFlat() {
    assertThat(packages()).isNotEmpty().allMatch(name -> name.isEmpty() || ORDER.contains(name));
  }

  @Test
  void packagesUseOnlyWhatStandsBeforeThem() {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(name -> ROOT + "." + name + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(ROOT + "." + ORDER.get(i) + "..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(later))
            .because("dependencies run one way: " + String.join(" → ", ORDER))
            .allowEmptyShould(true)
            .check(ServiceClasses.ALL);
      }
    }
  }

  @Test
  void formsAndRulesAreFreeOfTheMachinery() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Stream.of(
                    "rule",
                    "form",
                    "finding",
                    "language",
                    "narrative",
                    "check",
                    "claim",
                    "difference",
                    "matrix",
                    "pdf",
                    "recognition")
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new))
        .and()
        .haveSimpleNameNotEndingWith("Resource")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "jakarta.persistence..", "java.sql..", "javax.sql..", "org.hibernate.."))
        .orShould()
        .beAnnotatedWith(ApplicationScoped.class)
        .orShould()
        .beAnnotatedWith(RequestScoped.class)
        .orShould()
        .beAnnotatedWith(Dependent.class)
        .because("what a form is and what a rule says must be usable and testable as plain Java")
        .allowEmptyShould(true)
        .check(ServiceClasses.ALL);
  }

  @Test
  void whatAnswersToAnAddressIsCalledResource() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .haveSimpleNameEndingWith("Resource")
        .check(ServiceClasses.ALL);
    classes()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .beAnnotatedWith(Path.class)
        .check(ServiceClasses.ALL);
  }

  /** A stop would not wait for it, and its transaction would stay open. */
  @Test
  void whatIsScheduledIsBackgroundWork() {
    methods()
        .that()
        .areAnnotatedWith(Scheduled.class)
        .should()
        .beAnnotatedWith(Background.class)
        .check(ServiceClasses.ALL);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses().should(haveAnEmptyName()).check(ServiceClasses.ALL);
  }

  @Test
  void entitiesStayWithThoseWhoActOnThem() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .and()
        .resideOutsideOfPackage(ROOT + ".report")
        .should()
        .notBePublic()
        .because("other features ask, and get records")
        .check(ServiceClasses.ALL);
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .and()
        .resideInAPackage(ROOT + ".report")
        .should()
        .onlyBeAccessed()
        .byAnyPackage(
            Stream.of("report", "reading", "redaction", "lifecycle", "explanation", "bulk")
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new))
        .because("these act on reports that are there; others ask, and get records")
        .check(ServiceClasses.ALL);
    classes()
        .that()
        .areAssignableTo(PanacheRepositoryBase.class)
        .should()
        .notBePublic()
        .because("it can also delete and change whatever it reads")
        .check(ServiceClasses.ALL);
  }

  /**
   * What is public although no other room reads it: tests of other rooms try it by itself, or other
   * rooms read only a constant of it, which the compiler copies, or call no method of it, or the
   * settings or Flyway take it.
   */
  private static final Set<String> PUBLIC_ALL_THE_SAME =
      Set.of(
          "bulk.BulkResource",
          "crosscheck.Merged",
          "crosscheck.NameChecks",
          "crosscheck.PlainText",
          "crosscheck.YearChecks",
          "database.UnreleasedSchema",
          "rule.RuleExamples",
          "matrix.Block",
          "platform.ConnectionDeadlines",
          "platform.JsonSettings",
          "upkeep.RegistryRecheck");

  @Test
  void aPublicTypeHasAReaderOutsideItsPackage() {
    Set<String> read =
        ServiceClasses.ALL.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(d -> !d.getOriginClass().getPackage().equals(d.getTargetClass().getPackage()))
            .map(d -> outermost(d.getTargetClass().getBaseComponentType().getName()))
            .collect(Collectors.toSet());
    assertThat(ServiceClasses.ALL.stream())
        .filteredOn(type -> type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
        .filteredOn(type -> !type.getPackageName().equals(ROOT))
        .filteredOn(type -> !isReadByTheFramework(type))
        .extracting(JavaClass::getName)
        .map(name -> name.substring(ROOT.length() + 1))
        .filteredOn(name -> !read.contains(ROOT + "." + name))
        .filteredOn(name -> !PUBLIC_ALL_THE_SAME.contains(name))
        .isEmpty();
  }

  /**
   * The contract is written by filters and from the codes of enums, which are made and asked from
   * outside; and the application is looked for.
   */
  private static boolean isReadByTheFramework(JavaClass type) {
    return type.isAssignableTo(OASFilter.class)
        || type.isAssignableTo(WireCode.class) && type.isEnum()
        || type.isAssignableTo(Application.class);
  }

  /** No other is applied: see {@code contract.ServedContract}. */
  @Test
  void allFiltersOfTheContractAreOfTheBuild() {
    assertThat(ServiceClasses.ALL.stream())
        .filteredOn(type -> type.isAssignableTo(OASFilter.class))
        .isNotEmpty()
        .allSatisfy(filter -> assertThat(stagesOf(filter)).containsExactly("BUILD"));
  }

  private static Stream<String> stagesOf(JavaClass filter) {
    JavaAnnotation<?> said = filter.getAnnotationOfType(OpenApiFilter.class.getName());
    return Arrays.stream((JavaEnumConstant[]) said.getExplicitlyDeclaredProperty("stages"))
        .map(JavaEnumConstant::name);
  }

  private static String outermost(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    // The compiler leaves no class behind for a package-info without annotations.
    for (String name : packages()) {
      if (name.isEmpty()) {
        continue;
      }
      assertThat(SOURCES.resolve(name).resolve("package-info.java")).isRegularFile();
    }
  }

  private static Set<String> packages() {
    return ServiceClasses.ALL.stream()
        .map(JavaClass::getPackageName)
        .map(name -> name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1))
        .collect(Collectors.toSet());
  }

  private static ArchCondition<JavaClass> haveAnEmptyName() {
    return ArchConditions.have(
        DescribedPredicate.describe(
            "a name that says nothing",
            type -> EMPTY_NAME.matcher(type.getSimpleName()).matches()));
  }
}
