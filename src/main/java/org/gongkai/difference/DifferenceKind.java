package org.gongkai.difference;

import java.util.Locale;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/** What became of something between two revisions. */
public enum DifferenceKind implements WireCode {
  /** Only the later of the two has it. */
  ADDED,
  /** Only the earlier of the two has it. */
  REMOVED,
  /** Both have it, and say something else. */
  CHANGED;

  /**
   * Tells the kind by what is missing.
   *
   * @param from null where there was nothing
   * @param to null where there is nothing
   */
  static DifferenceKind of(@Nullable Object from, @Nullable Object to) {
    if (from == null) {
      return ADDED;
    }
    return to == null ? REMOVED : CHANGED;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
