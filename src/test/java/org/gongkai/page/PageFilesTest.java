package org.gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What the modules of the page are as files: how large, what they name, what they must not hold.
 */
class PageFilesTest {

  private static final Path PAGE =
      Path.of("src", "main", "resources", "META-INF", "resources", "page");
  private static final Path LIBRARIES =
      Path.of("target", "classes", "META-INF", "resources", "page", "lib");

  private static final Pattern STATIC_IMPORT = Pattern.compile("from '(\\./[^']+)'");

  @Test
  void everyViewHasAnAddressThatTheServiceKnows() throws IOException {
    Matcher views =
        Pattern.compile("(?m)^  '?([a-z-]*)'?: \\{ load")
            .matcher(Files.readString(PAGE.resolve("views.js")));
    assertThat(views.results().map(found -> found.group(1)).collect(Collectors.toSet()))
        .isEqualTo(PageRoutes.VIEWS);
  }

  /** What is fetched before anything is seen: all modules of the start and of the overview. */
  @Test
  void theFirstViewIsSmall() throws IOException {
    long first = compressed("index.html") + compressed("page.css");
    for (String module : importsOf(Set.of("start.js", "overview.js"))) {
      first += compressed(module);
    }
    long charts = compressed("lib/echarts.esm.min.js");
    assertThat(first).as("before charts").isBetween(10_000L, 120_000L);
    assertThat(first + charts).as("with charts").isLessThan(500_000L);
  }

  /** So that a browser asks once, and not for one module after the other. */
  @Test
  void aViewNamesAllItsModulesAtOnce() throws IOException {
    PageFiles files = new PageFiles();
    String html = new String(files.html("overview").plain(), StandardCharsets.UTF_8);
    Set<String> needed = importsOf(Set.of("start.js", "overview.js"));
    needed.removeIf(module -> module.startsWith("lib/")); // unpacked by the build, not here
    for (String module : needed) {
      assertThat(html)
          .contains(
              "<link rel=\"modulepreload\" href=\"/page/" + files.version() + "/" + module + "\">");
    }
    assertThat(html).doesNotContain("filing-form.js", "echarts");
    assertThat(new String(files.html("nowhere").plain(), StandardCharsets.UTF_8))
        .contains("/frame.js")
        .doesNotContain("overview-parts.js");
  }

  /** The policy forbids style attributes and scripts in the page, and other hosts. */
  @Test
  void noModuleNeedsWhatThePolicyForbids() throws IOException {
    try (Stream<Path> files = Files.list(PAGE)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(js|html)")).toList()) {
        assertThat(Files.readString(file))
            .as(file.getFileName().toString())
            .doesNotContainPattern("\\bstyle=[\"'`]")
            .doesNotContain("eval(", "new Function(", "innerHTML", "document.write");
      }
    }
  }

  /** Tokens first; nothing else names a colour. */
  @Test
  void colorsAreNamedOnce() throws IOException {
    String css = Files.readString(PAGE.resolve("page.css"));
    String rules = css.substring(css.indexOf("* { box-sizing"));
    assertThat(rules).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b").doesNotContain("rgb(", "hsl(");
  }

  private static Set<String> importsOf(Set<String> first) throws IOException {
    Set<String> all = new LinkedHashSet<>(first);
    Deque<String> open = new ArrayDeque<>(first);
    while (!open.isEmpty()) {
      String module = open.pop();
      Matcher imports = STATIC_IMPORT.matcher(Files.readString(at(module)));
      while (imports.find()) {
        String name = imports.group(1).substring(2);
        if (all.add(name) && !name.startsWith("lib/")) {
          open.push(name);
        }
      }
    }
    return all;
  }

  private static Path at(String name) {
    return name.startsWith("lib/") ? LIBRARIES.resolve(name.substring(4)) : PAGE.resolve(name);
  }

  private static long compressed(String name) throws IOException {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(Files.readAllBytes(at(name)));
    }
    assertThat(new String(Files.readAllBytes(at(name)), StandardCharsets.UTF_8)).isNotBlank();
    return small.size();
  }
}
