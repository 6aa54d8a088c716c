package org.gongkai.rehearsal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.form.ContradictoryForm;
import org.gongkai.form.Forms;
import org.gongkai.platform.BackgroundWork;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.platform.StrictJson;
import org.gongkai.report.Recheck;
import org.jboss.logging.Logger;

/**
 * Runs rehearsals, one batch of reports per transaction, the oldest rehearsal first. Each instance
 * takes one that no other holds.
 */
@ApplicationScoped
class RehearsalRunner {

  /** Large enough that its statements cost little beside the judging, small enough to be short. */
  private static final int BATCH = 200;

  /** Of texts as long as they may be; a batch of real ones takes a second. */
  private static final int LONGEST_SECONDS = 900;

  /** Trials kept ready, because instances take turns with rehearsals. */
  private static final int MOST_TRIALS = 4;

  private static final Logger LOG = Logger.getLogger(RehearsalRunner.class);

  private final RehearsalStore rehearsals;
  private final DocumentStore documents;
  private final Results results;
  private final Forms forms;
  private final Recheck recheck;
  private final StrictJson json;
  private final StatementTimeout timeout;
  private final Clock clock;
  private final Duration kept;
  private final BackgroundWork work;

  private final Map<Long, RuleTrial> trials =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RuleTrial> eldest) {
          return size() > MOST_TRIALS;
        }
      };

  @Inject
  RehearsalRunner(
      RehearsalStore rehearsals,
      DocumentStore documents,
      Results results,
      Forms forms,
      Recheck recheck,
      StrictJson json,
      StatementTimeout timeout,
      Clock clock,
      BackgroundWork work,
      RehearsalSettings settings) {
    this(
        rehearsals,
        documents,
        results,
        forms,
        recheck,
        json,
        timeout,
        clock,
        work,
        settings.keep());
  }

  RehearsalRunner(
      RehearsalStore rehearsals,
      DocumentStore documents,
      Results results,
      Forms forms,
      Recheck recheck,
      StrictJson json,
      StatementTimeout timeout,
      Clock clock,
      BackgroundWork work,
      Duration kept) {
    this.rehearsals = rehearsals;
    this.documents = documents;
    this.results = results;
    this.forms = forms;
    this.recheck = recheck;
    this.json = json;
    this.timeout = timeout;
    this.clock = clock;
    this.work = work;
    this.kept = kept;
  }

  @Background
  @Scheduled(every = "{gongkai.rehearsal.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void keepUp() {
    while (!work.stops() && step(BATCH)) {
      // until none is left
    }
  }

  @Background
  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    rehearsals.forget(clock.instant().minus(kept));
  }

  /**
   * Judges the next reports of the oldest rehearsal that no other instance holds.
   *
   * @param most how many of them
   * @return whether there may be more
   */
  boolean step(int most) {
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(
            () -> {
              timeout.lengthen();
              Optional<Rehearsal> next = rehearsals.claim();
              next.ifPresent(rehearsal -> goOn(rehearsal, most));
              return next.isPresent();
            });
  }

  private void goOn(Rehearsal rehearsal, int most) {
    Optional<RuleTrial> trial = trialOf(rehearsal);
    List<DocumentStore.Stored> batch =
        trial.isEmpty() ? List.of() : documents.next(rehearsal, most);
    if (batch.isEmpty()) {
      Rehearsal.RehearsalState end =
          trial.isEmpty() ? Rehearsal.RehearsalState.FAILED : Rehearsal.RehearsalState.DONE;
      rehearsals.end(rehearsal.id(), end, clock.instant());
      LOG.infof("Rehearsal %d is %s", rehearsal.id(), end.code());
      return;
    }
    List<FindingShift.ReportShift> shifts = trial.get().judge(batch);
    results.add(rehearsal.id(), trial.get().candidate(), shifts);
    int unsubmittable =
        (int) shifts.stream().filter(FindingShift.ReportShift::isUnsubmittable).count();
    rehearsals.advance(
        rehearsal.id(),
        batch.getLast().id(),
        new Rehearsal.Counts(0, batch.size(), batch.size() - shifts.size(), unsubmittable),
        clock.instant());
  }

  /** Empty where the rules in force have changed since the request. */
  private Optional<RuleTrial> trialOf(Rehearsal rehearsal) {
    synchronized (trials) {
      RuleTrial known = trials.get(rehearsal.id());
      if (known != null) {
        return Optional.of(known);
      }
      try {
        Candidate candidate = Candidate.read(rehearsal.file(), forms);
        if (!candidate.against().equals(rehearsal.against())) {
          return Optional.empty();
        }
        RuleTrial trial = new RuleTrial(forms, candidate, recheck, json);
        trials.put(rehearsal.id(), trial);
        return Optional.of(trial);
      } catch (ContradictoryForm e) {
        return Optional.empty();
      }
    }
  }
}
