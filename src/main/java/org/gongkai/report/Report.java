package org.gongkai.report;

import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Scope;
import org.gongkai.platform.CodeColumn;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.receipt.Receipt;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Where the report of one organ, year and scope stands. It guards its own states. Hibernate only
 * reads it; what becomes of it is written by {@link ReportStore}.
 */
@Entity
@Immutable
@Table(name = "report")
public class Report {

  @Id private Long id;

  private String organ;
  private short year;
  private Scope scope;
  private ReportState state;
  private String region;
  private String kind;
  private boolean expected;
  private int revision;
  private int edit;
  private int events;

  @Embedded private KeptFindings findings;
  @Embedded private PublicRevision published;
  @Embedded private FilingDates dates;

  @JdbcTypeCode(SqlTypes.JSON)
  private String editions;

  @Column(name = "changed_at")
  private Instant changedAt;

  /** What rollups count of it, as far as they have been told. */
  @Transient private Counted counted = Counted.NOTHING;

  @Transient private @Nullable Revision newRevision;
  @Transient private @Nullable Receipt newReceipt;
  @Transient private @Nullable ReportEvent newEvent;

  protected Report() {}

  @PostLoad
  void noteCounted() {
    counted = Counted.of(this);
  }

  /** A report as its row says, in columns that are named like those of the table. */
  static Report read(ResultSet row) throws SQLException {
    Report report = new Report();
    report.id = row.getLong("id");
    report.organ = row.getString("organ");
    report.year = row.getShort("year");
    report.scope = Parameters.choice(row.getString("scope"), Scope.class).orElseThrow();
    report.state = Parameters.choice(row.getString("state"), ReportState.class).orElseThrow();
    report.region = row.getString("region");
    report.kind = row.getString("kind");
    report.expected = row.getBoolean("expected");
    report.revision = row.getInt("revision");
    report.edit = row.getInt("edit");
    report.events = row.getInt("events");
    report.published = PublicRevision.read(row);
    report.editions = row.getString("editions");
    report.findings = KeptFindings.read(row);
    report.dates = FilingDates.read(row);
    report.changedAt = Sql.instant(row, "changed_at");
    report.noteCounted();
    return report;
  }

  /** The report of an organ for a year, of which nothing is filed yet. */
  static Report open(FilingContext context) {
    Report report = new Report();
    report.id = context.free();
    report.organ = context.key().organ();
    report.year = (short) context.key().year();
    report.scope = context.key().scope();
    report.state = ReportState.DRAFT;
    report.region = context.region();
    report.kind = context.kind();
    report.expected = context.expected();
    report.findings = new KeptFindings();
    report.published = new PublicRevision();
    report.dates = new FilingDates();
    return report;
  }

  /** Whether nothing of it is kept yet. */
  boolean isNew() {
    return revision == 0;
  }

  /** Whether what has just happened to it is the first that ever did. */
  boolean isOpened() {
    return events == 1;
  }

  /**
   * Whether it is handed in once something is filed.
   *
   * @param wanted the state to be in afterwards; null: as it is, and the first time submitted
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where it cannot be filed
   */
  boolean isHandedInBy(@Nullable FilingState wanted) {
    if (state == ReportState.SUBMITTED) {
      if (wanted == FilingState.DRAFT) {
        throw ReportProblems.submitted();
      }
      return true;
    }
    if (!state.isOpen()) {
      throw ReportProblems.closed(state);
    }
    return wanted == FilingState.SUBMITTED || wanted == null && isNew();
  }

  /**
   * Files what was sent: as its next revision, unless the newest one says the same, and hands that
   * in or keeps it.
   *
   * @param revises whether it says something new
   * @param before the newest receipt of the newest revision, if there is one
   */
  FilingResult.Filed file(
      Submission submission,
      boolean revises,
      boolean handIn,
      Assessment assessment,
      Optional<Receipt> before,
      ReportEvent.Act act) {
    FilingResult.Outcome outcome =
        isNew() ? FilingResult.Outcome.CREATED : FilingResult.Outcome.CHANGED;
    if (revises) {
      dates.file(act.at());
      revision++;
      edit++;
      editions = Editions.write(submission.content().editions());
    }
    findings.keep(assessment);
    countPublished();
    if (revises) {
      newRevision = Revision.of(this, submission, assessment.all(), act);
    }
    if (handIn) {
      if (state == ReportState.SUBMITTED) {
        dates.submitAgain(act.at());
      } else {
        take(Transition.SUBMISSION, act.at());
      }
      int sequence = revises ? 0 : before.map(Receipt::sequence).orElse(0);
      newReceipt = Receipt.of(id, revision, submission.digest(), sequence, act.at());
    }
    addEvent(handIn ? ReportEventKind.SUBMITTED : kept(outcome), act, null);
    return new FilingResult.Filed(this, outcome, Optional.ofNullable(newReceipt), assessment);
  }

  private static ReportEventKind kept(FilingResult.Outcome outcome) {
    return outcome == FilingResult.Outcome.CREATED
        ? ReportEventKind.DRAFTED
        : ReportEventKind.CORRECTED;
  }

  /**
   * Takes a step of its life.
   *
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where the state does not
   *     allow it
   */
  public void take(Transition step, Instant now) {
    step.requireFrom(state);
    boolean returned = state == ReportState.RETURNED;
    state = step.to();
    edit++;
    changedAt = now;
    switch (step) {
      case SUBMISSION -> dates.submit(now, returned);
      case WITHDRAWAL -> dates.withdraw();
      case PUBLICATION -> {
        published.publish(revision);
        countPublished();
      }
      case RETURN, ACCEPTANCE, REOPENING -> {}
    }
  }

  /**
   * Sets the last day for its correction.
   *
   * @param due null where there is none
   */
  public void setReturnDue(@Nullable LocalDate due) {
    dates.setReturnDue(due);
  }

  /**
   * Takes what is published out of the public's sight, whatever state the report is in; until it is
   * shown again, or another revision is published.
   *
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where nothing is public
   */
  public void hide() {
    published.hide(state);
    edit++;
  }

  /**
   * Shows it again.
   *
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where nothing is hidden
   */
  public void unhide() {
    published.unhide(state);
    edit++;
  }

  /**
   * Keeps its findings as they are with words masked; what a correction is made from has changed.
   */
  public void replaceMasked(String own, String around) {
    findings.replaceMasked(own, around);
    edit++;
  }

  /**
   * Keeps the day on which it was handed in before the service was there. It says nothing of what
   * the service saw, and holds whatever becomes of the report here.
   *
   * @param day null: nothing is stated any more
   */
  void setHandInDay(@Nullable LocalDate day) {
    dates.setHandInDay(day);
  }

  /**
   * Lets pass what can be thrown away: what was handed in once stays, wherever it stands now.
   *
   * @throws org.gongkai.problem.ProblemException {@code state-conflict}
   */
  public void requireNeverHandedIn() {
    if (dates.submitted() != null) {
      throw ReportProblems.handedIn(state);
    }
  }

  /**
   * Adds to its history what has become of it, once it stands as it does afterwards.
   *
   * @param detail more of it, as JSON, or null
   */
  public void addEvent(ReportEventKind what, ReportEvent.Act act, @Nullable String detail) {
    changedAt = act.at();
    events++;
    newEvent = ReportEvent.of(this, what, act, detail);
  }

  /** What is not written yet, or null. */
  @Nullable Revision newRevision() {
    return newRevision;
  }

  @Nullable Receipt newReceipt() {
    return newReceipt;
  }

  public @Nullable ReportEvent newEvent() {
    return newEvent;
  }

  /** Forgets what was new of it, once all that is written, and told. */
  void clearNew() {
    newRevision = null;
    newReceipt = null;
    newEvent = null;
  }

  /** Keeps how many findings still want something. */
  public void recount(Assessment assessment) {
    findings.count(assessment);
    countPublished();
  }

  private void countPublished() {
    published.count(revision, findings.counts());
  }

  /** Keeps what is found beside other reports. */
  void keepAround(Assessment assessment) {
    findings.keepAround(assessment);
    countPublished();
  }

  /** The changes to the tally since the last call; clears them. */
  List<Counted.Change> takeUncounted() {
    Counted now = Counted.of(this);
    List<Counted.Change> changes = now.since(counted);
    counted = now;
    return changes;
  }

  public Long id() {
    return id;
  }

  public FilingContext.Key key() {
    return new FilingContext.Key(organ, year, scope);
  }

  public String organ() {
    return organ;
  }

  public int year() {
    return year;
  }

  Scope scope() {
    return scope;
  }

  public ReportState state() {
    return state;
  }

  public String region() {
    return region;
  }

  String kind() {
    return kind;
  }

  /** Whether the registry expects it. */
  boolean isExpected() {
    return expected;
  }

  public int revision() {
    return revision;
  }

  int edit() {
    return edit;
  }

  public String editions() {
    return editions;
  }

  /** What the rules say of it. */
  public KeptFindings findings() {
    return findings;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** When it was filed and handed in. */
  public FilingDates dates() {
    return dates;
  }

  public int events() {
    return events;
  }

  /** The revision that the public sees, or null. */
  public @Nullable Integer publishedRevision() {
    return published.shown();
  }

  PublicRevision published() {
    return published;
  }

  public boolean isHidden() {
    return published.hidden() != null;
  }

  public boolean isPublic() {
    return published.shown() != null;
  }

  /** How a scope is kept. */
  @Converter(autoApply = true)
  static class ScopeColumn extends CodeColumn<Scope> {

    ScopeColumn() {
      super(Scope.class);
    }
  }
}
