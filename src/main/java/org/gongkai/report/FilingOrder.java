package org.gongkai.report;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gongkai.report.Admissions.Permit;
import org.jspecify.annotations.Nullable;

/** What one caller wants done to one report. */
sealed interface FilingOrder {

  Permit permit();

  /** What it is done for, in the caller's words, or null. */
  @Nullable String reason();

  default String organ() {
    return permit().report().organ();
  }

  /**
   * To file it: the first time, corrected, or handed in.
   *
   * @param submission null: what is kept, as it stands
   * @param precondition refuses a report that is not as the caller believes it to be
   * @param wanted the state to be in afterwards; null: as it is, and the first time submitted
   */
  record File(
      Permit permit,
      @Nullable Submission submission,
      @Nullable FilingState wanted,
      @Nullable String reason,
      Consumer<Report> precondition)
      implements FilingOrder {

    /** A report that is filed for the first time is handed in unless it is said to be a draft. */
    Admissions.Wish wish() {
      return new Admissions.Wish(permit, wanted == FilingState.DRAFT);
    }
  }

  /**
   * To take a step of its life.
   *
   * @param isNews whether anything changes by it; refuses a report that is not as the caller
   *     believes it to be
   * @param action takes it and says what has happened, or refuses
   */
  record Step(
      Permit permit,
      long report,
      @Nullable String reason,
      Predicate<Report> isNews,
      BiConsumer<Report, ReportEvent.Act> action)
      implements FilingOrder {}
}
