package org.gongkai.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/**
 * When a report was begun and handed in, and until when a return wants it back: what decides
 * whether it was on time. A return does not make a report late, unless its own last day was missed.
 */
@Embeddable
public class FilingDates {

  @Column(name = "created_at")
  private Instant created;

  @Column(name = "submitted_at")
  private @Nullable Instant submitted;

  @Column(name = "first_submitted_at")
  private @Nullable Instant firstSubmitted;

  @Column(name = "return_due")
  private @Nullable LocalDate returnDue;

  @Column(name = "return_answered_at")
  private @Nullable Instant returnAnswered;

  @Column(name = "handed_in_on")
  private @Nullable LocalDate handedInOn;

  protected FilingDates() {}

  /** As the row of its report says. */
  static FilingDates read(ResultSet row) throws SQLException {
    FilingDates read = new FilingDates();
    read.created = Sql.instant(row, "created_at");
    read.submitted = Sql.instant(row, "submitted_at");
    read.firstSubmitted = Sql.instant(row, "first_submitted_at");
    read.returnDue = row.getObject("return_due", LocalDate.class);
    read.returnAnswered = Sql.instant(row, "return_answered_at");
    read.handedInOn = row.getObject("handed_in_on", LocalDate.class);
    return read;
  }

  /** Files a revision; the first one begins the report. */
  void file(Instant now) {
    created = created == null ? now : created;
  }

  /** Submits it again without its having been open in between. */
  void submitAgain(Instant now) {
    submitted = now;
  }

  /**
   * Submits it.
   *
   * @param returned whether it was returned before
   */
  void submit(Instant now, boolean returned) {
    submitted = now;
    firstSubmitted = firstSubmitted == null ? now : firstSubmitted;
    returnAnswered = returned && returnDue != null ? now : returnAnswered;
  }

  /** Lets it count as never submitted; what a return asked for is over. */
  void withdraw() {
    firstSubmitted = null;
    setReturnDue(null);
  }

  void setReturnDue(@Nullable LocalDate due) {
    returnDue = due;
    returnAnswered = null;
  }

  void setHandInDay(@Nullable LocalDate day) {
    handedInOn = day;
  }

  Instant created() {
    return created;
  }

  /** When it was submitted last, or null. */
  @Nullable Instant submitted() {
    return submitted;
  }

  /** The first submission that was not withdrawn, or null. */
  @Nullable Instant firstSubmitted() {
    return firstSubmitted;
  }

  /** Until when the last return wants it corrected, or null. */
  @Nullable LocalDate returnDue() {
    return returnDue;
  }

  /** When it was submitted again after that, or null. */
  @Nullable Instant returnAnswered() {
    return returnAnswered;
  }

  /** The day on which it was handed in, as an office states it, or null. */
  public @Nullable LocalDate handedInOn() {
    return handedInOn;
  }
}
