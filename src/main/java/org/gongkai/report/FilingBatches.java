package org.gongkai.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gongkai.journal.SharedWrites;
import org.gongkai.platform.BatchQueue;
import org.gongkai.platform.RequestContexts;
import org.gongkai.platform.Sql;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out orders of callers that come at the same time in one transaction, with what is written
 * down of their requests. Each is answered as if it were alone, after the commit. Who needs an
 * organ that another transaction holds waits for it alone, and where the shared transaction fails
 * before its commit each is tried alone.
 */
@ApplicationScoped
public class FilingBatches {

  private static final Logger LOG = Logger.getLogger(FilingBatches.class);

  /** One that hangs lets those go that wait for it. */
  private static final int LONGEST_SECONDS = 60;

  private final Admissions admissions;
  private final Intake intake;
  private final Backlog backlog;
  private final SharedWrites sharedWrites;
  private final Sql sql;
  private final BatchQueue<Item> queue;
  private final DistributionSummary sizes;
  private final Timer waits;
  private final Counter alone;
  private final Counter refused;

  FilingBatches(
      Admissions admissions,
      Intake intake,
      Backlog backlog,
      SharedWrites sharedWrites,
      Sql sql,
      ReportSettings settings,
      MeterRegistry metrics) {
    this.admissions = admissions;
    this.intake = intake;
    this.backlog = backlog;
    this.sharedWrites = sharedWrites;
    this.sql = sql;
    this.queue =
        new BatchQueue<>(
            settings.filing().maxWaiting(),
            settings.filing().maxBatch(),
            Item::keys,
            this::together);
    this.sizes = metrics.summary("gongkai.filing.batch.size");
    this.waits = metrics.timer("gongkai.filing.wait");
    this.alone = metrics.counter("gongkai.filing.alone");
    this.refused = metrics.counter("gongkai.filing.refused");
    metrics.gauge("gongkai.filing.waiting", queue, BatchQueue::waiting);
  }

  /** Shapes what became of a report into the answer to its caller, whoever's thread asks. */
  @FunctionalInterface
  public interface Answer {
    Response to(FilingResult.Filed filed);
  }

  /** An order with what is written down of its request. */
  private static final class Item {

    private final FilingOrder order;
    private final SharedWrites.Ticket ticket;
    private final Answer answer;
    private final ContextState request = RequestContexts.current();
    private final long since = System.nanoTime();

    /** Set by the leader once the transaction has ended; what it throws is a refusal. */
    private @Nullable Supplier<Response> outcome;

    private Item(FilingOrder order, SharedWrites.Ticket ticket, Answer answer) {
      this.order = order;
      this.ticket = ticket;
      this.answer = answer;
    }

    private Set<Object> keys() {
      Set<Object> keys = new HashSet<>();
      keys.add(order.organ());
      ticket.name().ifPresent(keys::add);
      return keys;
    }

    /** Whether its answer is kept and tells what is written of the step itself. */
    private boolean isShownEvents() {
      return order instanceof FilingOrder.Step && ticket.name().isPresent();
    }

    private Supplier<Response> outcome(FilingResult result) {
      return () -> answer.to(result.orThrow());
    }
  }

  /**
   * Takes a step of a report's life.
   *
   * @param reason of the step, in the caller's words, or null
   * @param precondition refuses a report that is not as the caller believes it to be
   * @param action takes the step and says what has happened, or refuses
   */
  public Response step(
      Admissions.Permit permit,
      long report,
      @Nullable String reason,
      Consumer<Report> precondition,
      BiConsumer<Report, ReportEvent.Act> action,
      Answer answer) {
    Predicate<Report> always =
        found -> {
          precondition.accept(found);
          return true;
        };
    return stepIfNews(permit, report, reason, always, action, answer);
  }

  /**
   * The same where perhaps nothing changes by it.
   *
   * @param isNews whether something does; refuses, likewise
   */
  public Response stepIfNews(
      Admissions.Permit permit,
      long report,
      @Nullable String reason,
      Predicate<Report> isNews,
      BiConsumer<Report, ReportEvent.Act> action,
      Answer answer) {
    return carryOut(new FilingOrder.Step(permit, report, reason, isNews, action), answer);
  }

  /**
   * Carries an order out.
   *
   * @throws ProblemException {@code service-unavailable} where too many wait, or too much of what
   *     was filed waits to be counted
   */
  Response carryOut(FilingOrder order, Answer answer) {
    backlog.requireRoom();
    Item item = new Item(order, sharedWrites.ticket(), answer);
    if (!queue.carryOut(item)) {
      refused.increment();
      throw ProblemException.of(
              ProblemType.SERVICE_UNAVAILABLE,
              "等待办理的报送过多；数据未改变，请稍后重试。",
              "Too many filings wait for their turn; nothing was changed, try again later.")
          .withHeader("Retry-After", "1");
    }
    if (item.outcome == null) {
      alone.increment();
      carryOut(List.of(item), true);
    }
    return Objects.requireNonNull(item.outcome).get();
  }

  private void together(List<Item> batch) {
    sizes.record(batch.size());
    long now = System.nanoTime();
    batch.forEach(item -> waits.record(now - item.since, TimeUnit.NANOSECONDS));
    try {
      carryOut(batch, false);
    } catch (RuntimeException | VirtualMachineError e) {
      // a stack that overflows, too, is the fault of one of them, and not of the one that leads
      LOG.debugf(e, "Of %d orders each is carried out alone", batch.size());
    }
  }

  /**
   * In one transaction.
   *
   * @param mayWait for organs that others hold; otherwise what needs them stays undone
   */
  private void carryOut(List<Item> items, boolean mayWait) {
    Map<Item, Supplier<Response>> outcomes = new LinkedHashMap<>();
    boolean[] done = {false};
    try {
      RequestContexts.inNone(
          () ->
              QuarkusTransaction.requiringNew()
                  .timeout(LONGEST_SECONDS)
                  .run(
                      () -> {
                        sql.together(() -> carryOutHeld(items, mayWait, outcomes));
                        done[0] = true;
                      }));
    } catch (RuntimeException e) {
      if (!done[0]) {
        throw e;
      }
      // it may be committed, so that nobody may try again but the callers, who know how
      items.forEach(item -> item.outcome = () -> failed(e));
      return;
    }
    outcomes.forEach((item, outcome) -> item.outcome = outcome);
  }

  private static Response failed(RuntimeException e) {
    throw e;
  }

  /** Holds what orders need, and carries out those that could be held. */
  private void carryOutHeld(
      List<Item> items, boolean mayWait, Map<Item, Supplier<Response>> outcomes) {
    Map<SharedWrites.Ticket, Supplier<Response>> repeated =
        sharedWrites.hold(items.stream().map(item -> item.ticket).toList());
    items.forEach(
        item -> {
          if (repeated.containsKey(item.ticket)) {
            outcomes.put(item, repeated.get(item.ticket));
          }
        });
    List<Item> held =
        held(items.stream().filter(item -> !outcomes.containsKey(item)).toList(), mayWait);
    if (held.isEmpty()) {
      return;
    }
    List<FilingResult> results = intake.carryOut(held.stream().map(item -> item.order).toList());
    List<SharedWrites.Done> done = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      Item item = held.get(i);
      Supplier<Response> outcome = item.outcome(results.get(i));
      outcomes.put(item, outcome);
      if (results.get(i) instanceof FilingResult.Filed filed) {
        // what a caller is shown depends on who that is
        Supplier<Response> its = () -> RequestContexts.in(item.request, outcome);
        done.add(new SharedWrites.Done(item.ticket, status(filed), filed.id(), its));
      }
    }
    if (held.stream().anyMatch(Item::isShownEvents)) {
      sql.sendNow();
    }
    sharedWrites.keep(done);
  }

  private List<Item> held(List<Item> items, boolean mayWait) {
    List<String> organs = items.stream().map(item -> item.order.organ()).toList();
    if (mayWait) {
      admissions.hold(organs);
      return items;
    }
    Set<String> free = admissions.holdFree(organs);
    return items.stream().filter(item -> free.contains(item.order.organ())).toList();
  }

  private static int status(FilingResult.Filed filed) {
    return filed.outcome() == FilingResult.Outcome.CREATED ? 201 : 200;
  }
}
