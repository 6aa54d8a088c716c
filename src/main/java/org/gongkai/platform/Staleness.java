package org.gongkai.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * How old what an instance reads from a standby may be. It is said in each answer; where it is more
 * than the operator lets it be, nothing is answered, and the instance is not ready. Instances at a
 * primary see to it that its standbys can tell.
 *
 * <p>Filters are made before there are settings, hence it is made when it is first needed.
 */
@ApplicationScoped
class Staleness {

  /** Seconds by which an answer may be behind. */
  static final String HEADER = "Gongkai-Staleness";

  private static final Logger LOG = Logger.getLogger(Staleness.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final String AT_BEGIN = Staleness.class.getName();

  private final StandbyStore store;
  private final ReadOnlyMode readOnly;
  private final Duration most;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("staleness").factory());

  /** Empty: it is no standby. */
  private volatile Optional<Duration> lag = Optional.empty();

  private volatile long askedAt = System.nanoTime();

  /**
   * An instance that only reads may be at a standby, until its database has said that it is none.
   */
  private volatile boolean known;

  Staleness(
      StandbyStore store,
      ReadOnlyMode readOnly,
      ReadOnlyMode.Settings settings,
      MeterRegistry metrics) {
    this.store = store;
    this.readOnly = readOnly;
    this.most = settings.readOnlyMaxStaleness();
    metrics.gauge("gongkai.standby.lag.seconds", this, s -> s.now().toSeconds());
  }

  void begin(@Observes StartupEvent start) {
    if (readOnly.isOn()) {
      ask();
    }
    var unused =
        thread.scheduleWithFixedDelay(
            this::ask, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  void end(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }

  /** Asks the database; where that says nothing, what is known grows old. */
  void ask() {
    // what passes until the answer is here counts as well
    long before = System.nanoTime();
    try {
      // only what writes nothing may be at a standby
      lag = readOnly.isOn() ? store.lag() : Optional.empty();
      askedAt = before;
      known = true;
      if (lag.isEmpty()) {
        store.beat();
      }
    } catch (RuntimeException e) {
      LOG.debugf(e, "The standby does not say how far it is behind");
    }
  }

  /** What was known last, and the time since then. */
  Duration now() {
    return lag.map(known -> known.plusNanos(System.nanoTime() - askedAt)).orElse(Duration.ZERO);
  }

  boolean isTooOld() {
    return readOnly.isOn() && !known || now().compareTo(most) > 0;
  }

  @ServerRequestFilter
  void refuse(ContainerRequestContext request) {
    if (isTooOld()) {
      throw ProblemException.of(
              ProblemType.SERVICE_UNAVAILABLE,
              "备用数据库落后过多，暂不提供其中的内容；请稍后重试。",
              "The standby is too far behind to be read; try again later.")
          .withHeader("Retry-After", "5");
    }
    request.setProperty(AT_BEGIN, System.nanoTime() - now().toNanos());
  }

  /** Of when the request began, since the standby may have caught up after it was read. */
  @ServerResponseFilter
  void say(ContainerRequestContext request, ContainerResponseContext response) {
    if (lag.isPresent()) {
      Duration old = now();
      if (request.getProperty(AT_BEGIN) instanceof Long of) {
        Duration atBegin = Duration.ofNanos(System.nanoTime() - of);
        old = atBegin.compareTo(old) > 0 ? atBegin : old;
      }
      response.getHeaders().putSingle(HEADER, Long.toString(seconds(old)));
    }
  }

  /** Whole ones that have begun: it is no younger than is said. */
  static long seconds(Duration old) {
    return old.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
