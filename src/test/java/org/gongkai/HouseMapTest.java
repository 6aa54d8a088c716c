package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The pages about the house name what is there, and all of its rooms. */
@Execution(ExecutionMode.CONCURRENT)
class HouseMapTest {

  private static final Path SOURCES = Path.of("src");
  private static final Path ROOMS = SOURCES.resolve(Path.of("main", "java", "org", "gongkai"));
  private static final Path PAGE =
      SOURCES.resolve(Path.of("main", "resources", "META-INF", "resources", "page"));

  /** A room that has more files than this does more than one thing. */
  private static final int MOST_FILES = 60;

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum|@interface) ([A-Z]\\w+)");

  /** A type, with or without its room and a member: {@code report.Basis}, {@code Report.file}. */
  private static final Pattern NAMED =
      Pattern.compile("(?:([a-z]+)\\.)?([A-Z][a-z0-9]+[A-Za-z0-9]*)(?:\\.\\w+)*");

  private static final Pattern MODULE = Pattern.compile("([a-z-]+\\.js)");
  private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`|\\{@code\\s+([^}]+)\\}");
  private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

  private static List<Path> files(Path below, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(files(ROOMS, "package-info.java"));
    for (String name : List.of("ARCHITECTURE.md", "VOCABULARY.md", "DECISIONS.md")) {
      pages.add(SOURCES.resolve(name));
    }
    return pages;
  }

  /** Words that only look like a type of ours. */
  private static final Set<String> OTHERS = Set.of("RolesAllowed", "Accept");

  @Test
  void whatPagesNameIsThere() throws IOException {
    Set<String> types = new HashSet<>(OTHERS);
    for (Path file : files(SOURCES, ".java")) {
      TYPE.matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .forEach(types::add);
    }
    Set<String> modules = new HashSet<>();
    files(PAGE, ".js").forEach(file -> modules.add(file.getFileName().toString()));
    assertThat(types).contains("HouseMapTest");
    assertThat(modules).isNotEmpty();
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      for (MatchResult quoted : QUOTED.matcher(Files.readString(page)).results().toList()) {
        String name = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
        var type = NAMED.matcher(name);
        var module = MODULE.matcher(name);
        if (type.matches() && !isThere(type.group(1), type.group(2), types)
            || module.matches() && !modules.contains(name)) {
          missing.add(page.getFileName() + ": " + name);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isThere(String room, String type, Set<String> types) {
    Path own = room == null ? null : ROOMS.resolve(room);
    return own == null || !Files.isDirectory(own)
        ? types.contains(type)
        : Files.exists(own.resolve(type + ".java")) || types.contains(type) && isTest(room, type);
  }

  private static boolean isTest(String room, String type) {
    return Files.exists(
        SOURCES.resolve(Path.of("test", "java", "org", "gongkai", room, type + ".java")));
  }

  @Test
  void theMapHasEachRoomInItsOrder() throws IOException {
    String map = Files.readString(SOURCES.resolve("ARCHITECTURE.md"));
    assertThat(ROW.matcher(map).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(ArchitectureTest.ORDER);
  }

  @Test
  void noRoomIsAHall() throws IOException {
    for (String room : ArchitectureTest.ORDER) {
      assertThat(files(ROOMS.resolve(room), ".java")).as(room).hasSizeBetween(2, MOST_FILES);
    }
  }
}
