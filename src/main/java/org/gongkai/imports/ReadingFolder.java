package org.gongkai.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of a {@link ReadingProcess}, in which libraries may leave files of their own. */
final class ReadingFolder {

  private static final String NAME = "gongkai-reading";

  private ReadingFolder() {}

  /** Makes one, which nobody else may enter. */
  static Path create() throws IOException {
    return Files.createTempDirectory(NAME);
  }

  /** Deletes one with all that is in it; whatever else the path names is left alone. */
  static void delete(Path folder) {
    if (!folder.getFileName().toString().startsWith(NAME)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      // The other end has deleted it, or will.
    }
  }
}
