package org.gongkai.imports;

import java.time.Instant;
import java.util.Locale;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/**
 * One file, or a zip of many, that somebody has sent in.
 *
 * @param owner whose it is
 * @param author who has sent it, for people
 * @param name what the file is called
 * @param said what the sender says that its files are of
 * @param bytes how many bytes its files have
 * @param endedAt null: some files wait
 */
record Import(
    long id,
    Owner owner,
    String author,
    String name,
    Said said,
    ImportState state,
    long bytes,
    Instant createdAt,
    @Nullable Instant endedAt,
    Counts counts) {

  /**
   * Whose imports they are.
   *
   * @param region of the office, or of the organ; the nation for an administrator
   * @param organ null for an office
   */
  record Owner(String region, @Nullable String organ) {}

  /** What the sender says of the files; null where that is to be found in them. */
  record Said(@Nullable String organ, @Nullable Integer year) {}

  /** What became of its files. */
  record Counts(int files, int read, int refused, int forgotten, int takenOver) {

    int waiting() {
      return files - read - refused - forgotten;
    }

    /** 100 only where none waits. */
    int percent() {
      return (files - waiting()) * 100 / files;
    }
  }

  /** Where an import stands. */
  public enum ImportState implements WireCode {
    /** Some of its files wait. */
    READING,
    /** Each was read or refused. */
    DONE;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
