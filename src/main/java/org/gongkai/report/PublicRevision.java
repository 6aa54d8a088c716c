package org.gongkai.report;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Which revision of a report the public sees, or saw until it was hidden; and how many of its
 * findings wanted something, while it was the newest one.
 */
@Embeddable
class PublicRevision {

  @Column(name = "published_revision")
  private @Nullable Integer shown;

  @Column(name = "hidden_revision")
  private @Nullable Integer hidden;

  @Embedded
  @AttributeOverride(name = "unexplained", column = @Column(name = "published_unexplained"))
  @AttributeOverride(name = "waived", column = @Column(name = "published_waived"))
  private FindingCounts counts = FindingCounts.NONE;

  protected PublicRevision() {}

  /** As the row of its report says. */
  static PublicRevision read(ResultSet row) throws SQLException {
    PublicRevision read = new PublicRevision();
    read.shown = row.getObject("published_revision", Integer.class);
    read.hidden = row.getObject("hidden_revision", Integer.class);
    read.counts =
        new FindingCounts(row.getInt("published_unexplained"), row.getInt("published_waived"));
    return read;
  }

  void publish(int revision) {
    shown = revision;
    hidden = null;
  }

  /**
   * Takes it out of the public's sight, until it is shown again or another one is published.
   *
   * @param state of the report, for the problem
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where nothing is public
   */
  void hide(ReportState state) {
    if (shown == null) {
      throw ReportProblems.notPublic(state);
    }
    hidden = shown;
    shown = null;
  }

  /**
   * Shows it again.
   *
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where nothing is hidden
   */
  void unhide(ReportState state) {
    if (hidden == null) {
      throw ReportProblems.notHidden(state);
    }
    shown = hidden;
    hidden = null;
  }

  /** What is found in a later revision says nothing of the one that the public sees. */
  void count(int newest, FindingCounts there) {
    Integer seen = shown == null ? hidden : shown;
    if (seen != null && seen == newest) {
      counts = there;
    }
  }

  /** Number of the revision that the public sees, or null. */
  @Nullable Integer shown() {
    return shown;
  }

  /** Number of the revision that was taken out of the public's sight, or null. */
  @Nullable Integer hidden() {
    return hidden;
  }

  FindingCounts counts() {
    return counts;
  }
}
