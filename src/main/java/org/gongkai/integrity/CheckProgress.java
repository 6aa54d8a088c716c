package org.gongkai.integrity;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How far a check has come, in a file where the operator names one. */
final class CheckProgress {

  private static final String REPORT = "report";
  private static final String REGION = "region";
  private static final String FAULTS = "faults";

  private final @Nullable Path file;
  private final Properties known = new Properties();

  private CheckProgress(@Nullable Path file) {
    this.file = file;
  }

  /**
   * That of an earlier check that was not finished, or none yet.
   *
   * @param file null: it is not kept
   */
  static CheckProgress in(@Nullable Path file) {
    CheckProgress progress = new CheckProgress(file);
    if (file != null && Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        progress.known.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return progress;
  }

  /** The last report that was looked at. */
  long report() {
    return Long.parseLong(known.getProperty(REPORT, "0"));
  }

  /** The last region whose sums were looked at. */
  String region() {
    return known.getProperty(REGION, "");
  }

  /** How many faults there were so far. */
  long faults() {
    return Long.parseLong(known.getProperty(FAULTS, "0"));
  }

  void at(long report, long faults) {
    known.setProperty(REPORT, Long.toString(report));
    save(faults);
  }

  void at(String region, long faults) {
    known.setProperty(REGION, region);
    save(faults);
  }

  /** The file never holds half of it. */
  private void save(long faults) {
    known.setProperty(FAULTS, Long.toString(faults));
    if (file == null) {
      return;
    }
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      try (Writer writer = Files.newBufferedWriter(next)) {
        known.store(writer, null);
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All is looked at: another check begins anew. */
  void end() {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
