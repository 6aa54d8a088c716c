package org.gongkai.access;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.RemoteBucketBuilder;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.ReadOnlyMode;
import org.jboss.logging.Logger;

/**
 * How many requests a caller may send, on all instances together.
 *
 * <p>The truth is a bucket in the database. Each instance spends a fiftieth of it on its own before
 * it tells, or what it spends in a minute, so that hardly a request waits for the database; with
 * several instances the limit is exceeded by that much at most. Where the database does not answer
 * every request passes: it will be refused for better reasons. Where nothing may be written there
 * is nothing to count with.
 */
@Singleton
class RateLimit {

  private static final Logger LOG = Logger.getLogger(RateLimit.class);

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int SHARES = 50;

  /** How many callers an instance counts before it reports their requests to the database. */
  private static final int MOST_CALLERS = 10_000;

  private static final int DELETED_AT_ONCE = 1_000;

  private final long quota;
  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
  private final AtomicLong warnedAt = new AtomicLong();
  private final Map<String, BucketProxy> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BucketProxy> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  @Inject
  RateLimit(DataSource database, AccessSettings settings, ReadOnlyMode readOnly) {
    this(database, readOnly.isOn() ? 0 : settings.rateLimit().perMinute());
  }

  RateLimit(DataSource database, long quota) {
    this.quota = quota;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("rate_bucket")
            .requestTimeout(Duration.ofSeconds(2))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(WINDOW))
            .build();
  }

  /** Counts a request; empty where nothing limits it. May wait for the database. */
  Optional<Allowance> take(Caller caller) {
    if (quota <= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Allowance.of(quota, bucket(caller).tryConsumeAndReturnRemaining(1)));
    } catch (RuntimeException e) {
      warn(e);
      return Optional.empty();
    }
  }

  /** Once a minute: it happens at every request. */
  private void warn(RuntimeException failure) {
    long now = System.nanoTime();
    long last = warnedAt.get();
    if ((last == 0 || now - last > WINDOW.toNanos()) && warnedAt.compareAndSet(last, now)) {
      LOG.warnf("Requests are neither counted nor limited: %s", failure.getMessage());
    }
  }

  private BucketProxy bucket(Caller caller) {
    // The quota is part of the name, since a bucket keeps the one that it was made with.
    String name = caller.identity() + "@" + quota;
    synchronized (known) {
      return known.computeIfAbsent(name, this::bucket);
    }
  }

  private BucketProxy bucket(String name) {
    RemoteBucketBuilder<String> builder = buckets.builder();
    if (quota >= SHARES) {
      DelayParameters untold = new DelayParameters(quota / SHARES, WINDOW);
      builder = builder.withOptimization(Optimizations.delaying(untold));
    }
    return builder.build(name, this::configuration);
  }

  private BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
        .build();
  }

  /** Removes the buckets that are full again: a new one would be just the same. */
  @Background
  @Scheduled(
      every = "10m",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    int removed;
    do {
      removed = buckets.removeExpired(DELETED_AT_ONCE);
    } while (removed == DELETED_AT_ONCE);
  }
}
