package org.gongkai.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was published of a report, held against a revision of it.
 *
 * @param number counts those of the report, from 1
 * @param name what the file is called
 * @param digest SHA-256 of the file, in hexadecimal
 * @param author who has done it, for people
 * @param found what was recognised in the file, as JSON; null where words of the report were taken
 *     out since
 */
record Verification(
    long report,
    int number,
    int revision,
    String name,
    String digest,
    String author,
    Instant at,
    Counts counts,
    @Nullable String found) {

  /**
   * What was counted.
   *
   * @param compared cells that were found in the file
   * @param cells how many of them surely state something else
   * @param missing cells that the revision states and that were not found
   * @param texts parts of the text that differ
   */
  record Counts(int compared, int cells, int missing, int texts) {}
}
