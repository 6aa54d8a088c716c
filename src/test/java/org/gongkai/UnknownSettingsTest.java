package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

/** A setting that is misspelt would otherwise do nothing without a word. */
class UnknownSettingsTest {

  static final Set<String> KNOWN =
      UnknownSettings.known(
          ServiceClasses.ALL.stream()
              .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
              .map(JavaClass::reflect));

  private static Collection<String> properties(Map<String, String> properties) {
    return UnknownSettings.warnings(
        List.<ConfigSource>of(new PropertiesConfigSource(properties, "file", 100)), KNOWN);
  }

  private static Collection<String> variables(Map<String, String> variables) {
    return UnknownSettings.warnings(
        List.<ConfigSource>of(new EnvConfigSource(variables, 300)), KNOWN);
  }

  @Test
  void aMisspeltPropertyIsNamedWithTheOneThatWasMeant() {
    assertThat(properties(Map.of("gongkai.data-dri", "/srv/gongkai")))
        .singleElement()
        .asString()
        .contains("gongkai.data-dri", "gongkai.data-dir")
        .doesNotContain("/srv");
  }

  @Test
  void aMisspeltVariableIsNamedWithTheOneThatWasMeant() {
    assertThat(variables(Map.of("GONGKAI_ADMINKEY", "gk_secret")))
        .singleElement()
        .asString()
        .contains("GONGKAI_ADMINKEY", "GONGKAI_ADMIN_KEY")
        .doesNotContain("gk_secret");
  }

  @Test
  void whatResemblesNothingIsNamedAlone() {
    assertThat(properties(Map.of("gongkai.x", "1")))
        .singleElement()
        .asString()
        .contains("gongkai.x")
        .doesNotContain("nearest");
  }

  @Test
  void settingsThatThereAreAreNothingToSpeakOf() {
    assertThat(
            properties(
                KNOWN.stream()
                    .flatMap(name -> Stream.of(name, "%test." + name))
                    .collect(Collectors.toMap(name -> name, name -> ""))))
        .isEmpty();
    assertThat(
            properties(
                Map.of("gongkai.webhooks.backoff[0]", "5s", "quarkus.http.prot", "1", "other", "")))
        .isEmpty();
    assertThat(variables(Map.of("GONGKAI_WEBHOOKS_BACKOFF_0_", "5s", "QUARKUS_HTTP_PROT", "1")))
        .isEmpty();
  }

  /** Every one that operators are told of, and those of the scripts. */
  @Test
  void theVariablesOfTheDocumentsAreNothingToSpeakOf() {
    Pattern name = Pattern.compile("\\bGONGKAI_[A-Z_]*[A-Z]\\b(?!_)");
    Set<String> told =
        Stream.of("README.md", "compose.yaml", "compose.example.env", "database/roles.sh")
            .map(file -> read(Path.of("deploy", file)))
            .flatMap(text -> name.matcher(text).results())
            .map(found -> found.group())
            .collect(Collectors.toSet());
    assertThat(told).hasSizeGreaterThan(80);
    assertThat(variables(told.stream().collect(Collectors.toMap(n -> n, n -> "")))).isEmpty();
  }

  /** It tells each container of the services that there are, in variables of their names. */
  @Test
  void whatKubernetesTellsIsNoSetting() {
    assertThat(
            variables(
                Map.of(
                    "GONGKAI_SERVICE_HOST", "10.0.0.1",
                    "GONGKAI_SERVICE_PORT_HTTP", "80",
                    "GONGKAI_PORT", "tcp://10.0.0.1:80",
                    "GONGKAI_PORT_80_TCP_ADDR", "10.0.0.1",
                    "GONGKAI_DATABASE_RW_SERVICE_PORT", "5432",
                    "GONGKAI_DATABASE_RW_PORT_5432_TCP", "tcp://10.0.0.2:5432")))
        .isEmpty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
