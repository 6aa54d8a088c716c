package org.gongkai.problem;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a minute one address may do something, on this instance: for requests that say no more
 * of who sends them.
 */
public final class AddressLimit {

  /** Addresses that are remembered; the one that was heard of least recently is forgotten first. */
  private static final int MOST_ADDRESSES = 10_000;

  private final long perMinute;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  public AddressLimit(long perMinute) {
    this.perMinute = perMinute;
  }

  /** Takes one of those that the sender has left, if there is one. */
  public ConsumptionProbe take(HttpServerRequest request) {
    return bucket(RefusalLimit.networkOf(request)).tryConsumeAndReturnRemaining(1);
  }

  private Bucket bucket(String network) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          network,
          n ->
              Bucket.builder()
                  .addLimit(
                      limit ->
                          limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                  .build());
    }
  }
}
