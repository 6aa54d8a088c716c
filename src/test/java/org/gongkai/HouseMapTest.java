package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The pages about the house name what is there, and all of its rooms. */
@Execution(ExecutionMode.CONCURRENT)
class HouseMapTest {

  private static final Path SOURCES = Path.of("src");
  private static final Path ROOMS = SOURCES.resolve(Path.of("main", "java", "org", "gongkai"));
  private static final Path TESTS = SOURCES.resolve(Path.of("test", "java", "org", "gongkai"));
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

  private static final Pattern READ =
      Pattern.compile(
          "^import (?:static )?org\\.gongkai\\.(\\w+)\\.([A-Z]\\w+)", Pattern.MULTILINE);

  private static final Pattern EXPORT = Pattern.compile("\\{@code ([A-Z]\\w+)\\}");

  /** What that many rooms use is a word that every reader of the house needs. */
  private static final int MANY_READERS = 3;

  /** What looks for a dot. */
  private static final Pattern DOT_SOUGHT = Pattern.compile("(?:i|lastI)ndexOf\\('\\.'");

  /** Files that look for a dot in something else than the path of a cell. */
  private static final Set<String> OTHER_DOTS =
      Set.of(
          "PageFiles", // names of files
          "PaperFonts",
          "Percentage",
          "Headings", // ids of parts
          "FormCheck",
          "FormSchema",
          "NarrativeReader",
          "Recogniser"); // the steps into a document, of any depth

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
    return Files.exists(TESTS.resolve(room).resolve(type + ".java"));
  }

  @Test
  void theMapHasEachRoomInItsOrder() throws IOException {
    String map = Files.readString(SOURCES.resolve("ARCHITECTURE.md"));
    assertThat(ROW.matcher(map).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(ArchitectureTest.ORDER);
  }

  /**
   * The last paragraph of a room's package-info says what other rooms read of it, or that none
   * does.
   */
  @Test
  void eachRoomSaysWhatOthersUseOfIt() throws IOException {
    Map<String, Set<String>> readers = readers();
    for (String room : ArchitectureTest.ORDER) {
      String info = Files.readString(ROOMS.resolve(room).resolve("package-info.java"));
      String exports =
          info.substring(info.lastIndexOf("<p>"), info.indexOf("*/"))
              .replaceAll("\\s+\\*?\\s*", " ");
      Set<String> named =
          EXPORT.matcher(exports).results().map(m -> m.group(1)).collect(Collectors.toSet());
      assertThat(exports).as(room).containsPattern("Others use|Nothing of it is used by others");
      assertThat(exports.contains("Others use")).as(room).isEqualTo(!named.isEmpty());
      readers.forEach(
          (type, rooms) -> {
            if (type.startsWith(room + ".")) {
              String name = type.substring(room.length() + 1);
              if (named.isEmpty() || rooms.size() >= MANY_READERS) {
                assertThat(named).as("%s is read by %s", type, rooms).contains(name);
              }
            }
          });
      assertThat(named)
          .as("nobody reads them outside " + room)
          .allMatch(name -> readers.containsKey(room + "." + name));
    }
  }

  /** By type that is read outside its room, the rooms that read it. */
  private static Map<String, Set<String>> readers() throws IOException {
    Map<String, Set<String>> readers = new TreeMap<>();
    for (Path file : files(ROOMS, ".java")) {
      String reader = packageOf(file, ROOMS);
      for (MatchResult read : READ.matcher(Files.readString(file)).results().toList()) {
        if (!read.group(1).equals(reader)) {
          readers
              .computeIfAbsent(read.group(1) + "." + read.group(2), k -> new TreeSet<>())
              .add(reader);
        }
      }
    }
    return readers;
  }

  /** A test that has the name of a class stands in the room of that class. */
  @Test
  void testsLieWithTheirClasses() throws IOException {
    Map<String, Set<String>> places = new TreeMap<>();
    for (Path file : files(ROOMS, ".java")) {
      places.computeIfAbsent(nameOf(file), k -> new TreeSet<>()).add(packageOf(file, ROOMS));
    }
    List<String> away = new ArrayList<>();
    for (Path file : files(TESTS, ".java")) {
      String tested = nameOf(file).replaceFirst("(?:Profile)?Test$|IT$", "");
      Set<String> there = places.get(tested);
      if (there != null
          && !tested.equals(nameOf(file))
          && !there.contains(packageOf(file, TESTS))) {
        away.add(TESTS.relativize(file) + ", while " + tested + " is in " + there);
      }
    }
    assertThat(away).isEmpty();
  }

  /** Who reads a name alone must not have to ask which one is meant. */
  @Test
  void noTwoFilesHaveOneName() throws IOException {
    Map<String, List<Path>> files =
        files(ROOMS, ".java").stream()
            .filter(file -> !nameOf(file).equals("package-info"))
            .collect(Collectors.groupingBy(HouseMapTest::nameOf));
    assertThat(files.values()).filteredOn(same -> same.size() > 1).isEmpty();
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String packageOf(Path file, Path below) {
    return below.relativize(file.getParent()).toString();
  }

  @Test
  void decisionsSayWhatWasRejected() throws IOException {
    String page = Files.readString(SOURCES.resolve("DECISIONS.md"));
    assertThat(page.split("\n(?=(?:- )?\\*\\*)"))
        .hasSizeGreaterThan(12)
        .filteredOn(decision -> decision.matches("(?s)(?:- )?\\*\\*.*"))
        .allMatch(decision -> decision.contains("Rejected:"));
  }

  /** {@code form.CellPath} knows what the parts of a path are. */
  @Test
  void thePathOfACellIsTakenApartInOnePlace() throws IOException {
    Set<String> seeking = new TreeSet<>();
    for (Path file : files(ROOMS, ".java")) {
      if (DOT_SOUGHT.matcher(Files.readString(file)).find()) {
        seeking.add(file.getFileName().toString().replace(".java", ""));
      }
    }
    assertThat(seeking.remove("CellPath")).isTrue();
    assertThat(seeking).isEqualTo(new TreeSet<>(OTHER_DOTS));
  }

  @Test
  void noRoomIsAHall() throws IOException {
    for (String room : ArchitectureTest.ORDER) {
      assertThat(files(ROOMS.resolve(room), ".java")).as(room).hasSizeBetween(2, MOST_FILES);
    }
  }
}
