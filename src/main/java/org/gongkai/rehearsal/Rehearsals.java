package org.gongkai.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.access.Access;
import org.gongkai.access.Visibility;
import org.gongkai.form.ContradictoryForm;
import org.gongkai.form.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Registry;
import org.gongkai.rule.RuleParameter;
import org.jspecify.annotations.Nullable;

/** Begins rehearsals, shows them and ends them, as far as the caller may. */
@ApplicationScoped
class Rehearsals {

  /** The nation, for whom administrators ask. */
  static final String NATION = "000000";

  /** Each may take an hour, and they run one after the other. */
  private static final int MOST_UNFINISHED = 10;

  private final RehearsalStore store;
  private final Results results;
  private final ResultStore found;
  private final Forms forms;
  private final Access access;
  private final Registry registry;
  private final Clock clock;

  Rehearsals(
      RehearsalStore store,
      Results results,
      ResultStore found,
      Forms forms,
      Access access,
      Registry registry,
      Clock clock) {
    this.store = store;
    this.results = results;
    this.found = found;
    this.forms = forms;
    this.access = access;
    this.registry = registry;
    this.clock = clock;
  }

  /** Lets a file wait for its turn. */
  Rehearsal begin(
      @Nullable String asked, @Nullable Integer from, @Nullable Integer to, byte[] file) {
    String owner = access.current().region().orElse(NATION);
    String region = asked == null ? owner : asked;
    access.requireReadingRegion(region);
    registry.requireRegion(region, "?region");
    if (from != null && to != null && to < from) {
      throw ProblemException.invalid(Violation.at("?to", "须不早于 from。", "Not before from."));
    }
    Candidate candidate = candidate(file);
    if (store.unfinished(owner) >= MOST_UNFINISHED) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          new Text(
                  "已有 %s 次试运行尚未结束；请等待其结束或取消其中之一。",
                  "%s rehearsals are unfinished; wait until one ends, or cancel one.")
              .with(MOST_UNFINISHED));
    }
    String text = new String(file, StandardCharsets.UTF_8);
    String author = access.current().authorName();
    long id =
        store.insert(
            new RehearsalStore.Wanted(region, from, to, owner, author, text), candidate, now());
    results.begin(id, candidate);
    return get(id);
  }

  private Candidate candidate(byte[] file) {
    try {
      return Candidate.read(file, forms);
    } catch (ContradictoryForm wrong) {
      throw ProblemException.invalid(
          ProblemType.RULE_FILE_INVALID, List.of(new Violation(wrong.place(), wrong.text())));
    }
  }

  /** One that the caller may see; another one does not exist for it. */
  Rehearsal get(long id) {
    return store.byId(id, visible()).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  List<ResultStore.RuleResult> rules(Rehearsal rehearsal) {
    return found.rules(rehearsal.id());
  }

  List<Rehearsal> page(long before, int limit) {
    return store.page(visible(), before, limit);
  }

  long count() {
    return store.count(visible());
  }

  List<ResultStore.Found> findings(
      Rehearsal rehearsal, ResultStore.Filter filter, long after, int limit) {
    return found.page(rehearsal.id(), filter, after, limit);
  }

  boolean isComplete(Rehearsal rehearsal, ResultStore.Filter filter) {
    return results.isComplete(rules(rehearsal), filter);
  }

  /** The catalogue with the texts of a finding: that of the rules that find it. */
  Forms formsOf(Rehearsal rehearsal, FindingShift.FindingChange change) {
    try {
      return switch (change) {
        case APPEARING -> Candidate.read(rehearsal.file(), forms).forms();
        case DISAPPEARING -> forms;
      };
    } catch (ContradictoryForm e) {
      // the file fitted the rules of then; those of today know most of the labels
      return forms;
    }
  }

  /** Refuses a rule that neither the candidate has, nor the files in force, nor a result. */
  void requireKnownRule(Rehearsal rehearsal, @Nullable String rule) {
    if (rule == null) {
      return;
    }
    Set<String> known = new LinkedHashSet<>();
    for (FindingShift.FindingChange change : FindingShift.FindingChange.values()) {
      known.addAll(formsOf(rehearsal, change).ruleIds());
    }
    rules(rehearsal).forEach(result -> known.add(result.count().rule()));
    if (!known.contains(rule)) {
      throw RuleParameter.unknown(rule, known);
    }
  }

  /** Cancels one that is not over, forgets one that is. */
  void end(long id) {
    Rehearsal rehearsal = get(id);
    access.requireReadingRegion(rehearsal.region());
    if (!store.end(id, Rehearsal.RehearsalState.CANCELLED, now())) {
      store.delete(id);
    }
  }

  private @Nullable String visible() {
    return switch (access.visibleReports()) {
      case Visibility.Everything all -> null;
      case Visibility.WithinRegion own -> own.region();
      case Visibility.OnlyOrgan own -> throw ProblemException.of(ProblemType.FORBIDDEN);
      case Visibility.Nothing nothing -> throw ProblemException.of(ProblemType.FORBIDDEN);
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
