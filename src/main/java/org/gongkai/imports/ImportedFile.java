package org.gongkai.imports;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;
import org.gongkai.recognition.Certainty;
import org.gongkai.recognition.Recognised.FoundScope;
import org.jspecify.annotations.Nullable;

/**
 * A file of an import.
 *
 * @param number its place, from 1
 * @param name with its folders, in a zip
 * @param digest SHA-256, in hexadecimal
 * @param result what became of the reading, where it was not left out; null until then
 * @param report the report that it was taken over into, or null
 */
record ImportedFile(
    long importId,
    int number,
    String name,
    long bytes,
    String digest,
    FileState state,
    @Nullable ReadingOutcome result,
    List<String> organs,
    List<Integer> years,
    Found found,
    @Nullable Long report) {

  /** How much was found in it. */
  record Found(int cells, int likely, int leftOver) {

    static final Found NOTHING = new Found(0, 0, 0);
  }

  /** Where a file stands. */
  @Schema(name = "ImportedFileState")
  public enum FileState implements WireCode {
    /** Others come first. */
    WAITING,
    /** What it says is known. */
    READ,
    /** It is not read, and why is known. */
    REFUSED,
    /** Words were taken out of the report that it was taken over into, or may be of. */
    FORGOTTEN;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The one organ that its report can be of; null where there is none, or more than one. */
  @Nullable String organ() {
    return organs.size() == 1 ? organs.getFirst() : null;
  }

  /** Whose figures it may give; null: the organ's own, or it is not read. */
  @Nullable FoundScope scope() {
    return result instanceof ReadingOutcome.Read read ? read.scope() : null;
  }

  /** Whether somebody has to say whose figures it gives. */
  boolean isOfDoubtfulScope() {
    FoundScope its = scope();
    return its != null && its.certainty() != Certainty.SURE;
  }

  /** The one year that its report can be of; null where there is none, or more than one. */
  @Nullable Integer year() {
    return years.size() == 1 ? years.getFirst() : null;
  }
}
