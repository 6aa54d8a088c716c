package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.ServiceClasses;
import org.junit.jupiter.api.Test;

/** What an operator may set stands where operators look, with the default that it has. */
class SettingsTest {

  private static final Path DEFAULTS =
      Path.of("src", "main", "resources", "application.properties");
  private static final Path TABLE = Path.of("deploy", "README.md");

  /** Other settings refer to them, at the build or before a mapping is read. */
  private static final Set<String> NOT_MAPPED =
      Set.of("gongkai.database.statement-timeout", "gongkai.database.idle-in-transaction-timeout");

  /** Read before anything else of the service is loaded. */
  private static final Set<String> BEFORE_MAPPINGS = Set.of("gongkai.relaunch");

  /** No setting of an operator's: the start tells the service so. */
  private static final String OF_ITS_OWN = "gongkai.embedded-directory";

  @Test
  void everySettingOfOurOwnIsInTheTable() throws IOException {
    Set<String> ours = new TreeSet<>(mapped().keySet());
    ours.addAll(NOT_MAPPED);
    ours.addAll(BEFORE_MAPPINGS);
    inTheFile().stringPropertyNames().stream()
        .filter(name -> name.startsWith("gongkai."))
        .forEach(ours::add);
    assertThat(ours).hasSizeGreaterThan(45);
    for (String name : ours) {
      assertThat(linesOf(name)).as("%s in deploy/README.md", name).isNotEmpty();
    }
  }

  /** What was a setting once, or is misspelt, does nothing. */
  @Test
  void theTableHasNoSettingThatIsNone() throws IOException {
    Set<String> ours = new TreeSet<>();
    mapped().keySet().forEach(name -> ours.add(variable(name)));
    NOT_MAPPED.forEach(name -> ours.add(variable(name)));
    BEFORE_MAPPINGS.forEach(name -> ours.add(variable(name)));
    List<String> told =
        Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| `GONGKAI_"))
            .flatMap(line -> Pattern.compile("`(GONGKAI_[A-Z_]+)`").matcher(line).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(told).hasSizeGreaterThan(80);
    assertThat(ours).containsAll(told);
  }

  @Test
  void theTableTellsTheDefaultsThatTheyHave() throws IOException {
    Map<String, String> mapped = mapped();
    assertThat(mapped).hasSizeGreaterThan(40);
    for (Map.Entry<String, String> setting : mapped.entrySet()) {
      if (setting.getValue() != null) {
        assertThat(linesOf(setting.getKey()))
            .as("default of %s in deploy/README.md", setting.getKey())
            .anyMatch(line -> line.contains("`" + setting.getValue() + "`"));
      }
    }
  }

  /** One place for each default: beside its meaning. */
  @Test
  void theFileHasNoDefaultOfASettingThatIsMapped() throws IOException {
    assertThat(inTheFile().stringPropertyNames())
        .doesNotContainAnyElementsOf(mapped().keySet())
        .containsAll(NOT_MAPPED);
  }

  /** What the file sets for tests alone is a setting. */
  @Test
  void whatIsOtherwiseInTestsIsASetting() throws IOException {
    List<String> inTests =
        inTheFile().stringPropertyNames().stream()
            .filter(name -> name.startsWith("%test.gongkai."))
            .map(name -> name.substring("%test.".length()))
            .toList();
    assertThat(inTests).hasSizeGreaterThan(5);
    assertThat(mapped().keySet()).containsAll(inTests);
  }

  /** So that each stands once, with its type, its meaning and its default. */
  @Test
  void settingsAreReadByTheirMappingsAlone() throws IOException {
    Pattern read =
        Pattern.compile(
            "(?:getOptionalValue|getValue|getConfigValue|@ConfigProperty)\\(\\s*(?:name ="
                + " )?\"(gongkai\\.[^\"]*)\"");
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        read.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
      }
    }
    assertThat(names).containsExactly(OF_ITS_OWN);
  }

  private static Properties inTheFile() throws IOException {
    Properties defaults = new Properties();
    try (InputStream file = Files.newInputStream(DEFAULTS)) {
      defaults.load(file);
    }
    return defaults;
  }

  private static List<String> linesOf(String name) throws IOException {
    String variable = "`" + variable(name) + "`";
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("| `") && line.contains(variable))
        .toList();
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** The settings of all rooms with their defaults, null where they have none. */
  private static Map<String, String> mapped() {
    Map<String, String> settings = new LinkedHashMap<>();
    List<Class<?>> roots = new ArrayList<>();
    ServiceClasses.ALL.stream()
        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
        .forEach(type -> roots.add(type.reflect()));
    assertThat(roots).hasSizeGreaterThan(8).allMatch(r -> r.getSimpleName().endsWith("Settings"));
    for (Class<?> root : roots) {
      add(root.getAnnotation(ConfigMapping.class).prefix(), root, settings);
    }
    return settings;
  }

  private static void add(String prefix, Class<?> group, Map<String, String> into) {
    for (Method method : group.getDeclaredMethods()) {
      if (Modifier.isStatic(method.getModifiers())) {
        continue;
      }
      String name =
          prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (method.getReturnType().isInterface()
          && method.getReturnType().getEnclosingClass() != null) {
        add(name, method.getReturnType(), into);
      } else {
        WithDefault usual = method.getAnnotation(WithDefault.class);
        assertThat(into).as("declared twice").doesNotContainKey(name);
        into.put(name, usual == null ? null : usual.value());
      }
    }
  }
}
