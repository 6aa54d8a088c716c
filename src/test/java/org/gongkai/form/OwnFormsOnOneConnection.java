package org.gongkai.form;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A service with form files of the operator, and with a single connection to the database. Both in
 * one, as each profile has the service built anew and started again.
 */
public final class OwnFormsOnOneConnection implements QuarkusTestProfile {

  /** Migrations use connections of their own, of which they need two. */
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "gongkai.forms.directory", directory().toAbsolutePath().toString(),
        "quarkus.datasource.jdbc.min-size", "1",
        "quarkus.datasource.jdbc.max-size", "1",
        "quarkus.flyway.jdbc-url", "${quarkus.datasource.jdbc.url}");
  }

  /** Another label, a new edition with a new row. */
  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory(Path.of("target"), "forms");
      Files.writeString(
          directory.resolve("index.yaml"), "editions: [\"2019\", \"2021\", \"2023\"]");
      Files.writeString(
          directory.resolve("2021.yaml"),
          FormFileTexts.of(
              "2021", "firstYear: 2021\ntitle", "firstYear: 2021\nlastYear: 2022\ntitle"));
      Files.writeString(
          directory.resolve("2023.yaml"),
          FormFileTexts.of(
              "2021",
              "edition: \"2021\"",
              "edition: \"2023\"",
              "firstYear: 2021\ntitle",
              "firstYear: 2023\ntitle",
              "zh: \"一、本年新收政府信息公开申请数量\"",
              "zh: \"一、本年收到的申请\"",
              "      - {id: licensing, columns: [decisions]",
              "      - {id: guidelines, columns: [issued], label: {zh: \"办事指南\", en: \"Guides\"},"
                  + " article: \"第二十条\"}\n      - {id: licensing, columns: [decisions]"));
      Files.writeString(
          directory.resolve("indicators.yaml"),
          FormFileTexts.of("indicators", "zh: \"予以公开率\"", "zh: \"全部公开率\""));
      Files.writeString(
          directory.resolve("texts.yaml"), FormFileTexts.of("texts") + "\n# our own\n");
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
