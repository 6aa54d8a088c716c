package org.gongkai.integrity;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How far a check has come, in a file where the operator names one. */
final class CheckProgress {

  private static final Logger LOG = Logger.getLogger(CheckProgress.class);

  private static final String REPORT = "report";
  private static final String REGION = "region";
  private static final String FAULTS = "faults";

  private final @Nullable Path file;
  private long report;
  private String region = "";
  private long faults;

  private CheckProgress(@Nullable Path file) {
    this.file = file;
  }

  /**
   * That of an earlier check that was not finished, or none yet. What cannot be read as such is
   * none: everything is looked at again, which costs time and misses nothing.
   *
   * @param file null: it is not kept
   */
  static CheckProgress in(@Nullable Path file) {
    CheckProgress progress = new CheckProgress(file);
    if (file != null && Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        progress.read(reader);
      } catch (CharacterCodingException | IllegalArgumentException e) {
        LOG.warnf(e, "%s does not say how far an earlier check came; this one begins anew", file);
        return new CheckProgress(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return progress;
  }

  private void read(Reader reader) throws IOException {
    Properties kept = new Properties();
    kept.load(reader);
    report = Long.parseLong(kept.getProperty(REPORT, "0"));
    region = kept.getProperty(REGION, "");
    faults = Long.parseLong(kept.getProperty(FAULTS, "0"));
  }

  /** The last report that was looked at. */
  long report() {
    return report;
  }

  /** The last region whose sums were looked at. */
  String region() {
    return region;
  }

  /** How many faults there were so far. */
  long faults() {
    return faults;
  }

  void at(long report, long faults) {
    this.report = report;
    save(faults);
  }

  void at(String region, long faults) {
    this.region = region;
    save(faults);
  }

  /** The file never holds half of it. */
  private void save(long faults) {
    this.faults = faults;
    if (file == null) {
      return;
    }
    Properties kept = new Properties();
    kept.setProperty(REPORT, Long.toString(report));
    kept.setProperty(REGION, region);
    kept.setProperty(FAULTS, Long.toString(faults));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      try (Writer writer = Files.newBufferedWriter(next)) {
        kept.store(writer, null);
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
