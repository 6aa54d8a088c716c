package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What an operator may set stands where operators look. */
class SettingsTest {

  private static final Path DEFAULTS =
      Path.of("src", "main", "resources", "application.properties");
  private static final Path TABLE = Path.of("deploy", "README.md");

  @Test
  void everySettingOfOurOwnIsInTheTable() throws IOException {
    Properties defaults = new Properties();
    try (InputStream file = Files.newInputStream(DEFAULTS)) {
      defaults.load(file);
    }
    List<String> ours =
        defaults.stringPropertyNames().stream()
            .filter(name -> name.startsWith("gongkai."))
            .toList();
    assertThat(ours).hasSizeGreaterThan(20);
    List<String> lines =
        Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("| `")).toList();
    for (String name : ours) {
      String variable = "`" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "`";
      assertThat(lines)
          .as("%s of application.properties in deploy/README.md", name)
          .anyMatch(line -> line.contains(variable));
    }
  }
}
