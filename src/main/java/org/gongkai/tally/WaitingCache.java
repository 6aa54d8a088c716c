package org.gongkai.tally;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers rows that wait: each is read by an instance once, however often it is added up until it
 * is folded. Which rows wait, every reader asks the database.
 */
@Singleton
class WaitingCache {

  /** Some 30 MB; beyond, rows are read again. */
  private static final int MOST_CELLS = 1_000_000;

  private static final Duration FOLDED_SINCE = Duration.ofMinutes(1);

  private final WaitingStore store;
  private final Cache<WaitingStore.Key, WaitingRow> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CELLS)
          .weigher((WaitingStore.Key key, WaitingRow row) -> 8 + row.cells().size())
          .expireAfterWrite(FOLDED_SINCE)
          .build();

  private final Counter read;

  WaitingCache(WaitingStore store, MeterRegistry metrics) {
    this.store = store;
    this.read = metrics.counter("gongkai.rollup.waiting.read");
  }

  /** Rows that are there in the snapshot at hand, by their numbers. */
  Map<WaitingStore.Key, WaitingRow> of(List<WaitingStore.Key> keys) {
    Map<WaitingStore.Key, WaitingRow> all = HashMap.newHashMap(keys.size());
    List<WaitingStore.Key> unknown = new ArrayList<>();
    for (WaitingStore.Key key : keys) {
      WaitingRow row = remembered.getIfPresent(key);
      if (row == null) {
        unknown.add(key);
      } else {
        all.put(key, row);
      }
    }
    if (unknown.isEmpty()) {
      return all;
    }
    store.read(
        unknown,
        (key, row) -> {
          all.put(key, row);
          remembered.put(key, row);
        });
    read.increment(unknown.size());
    return all;
  }
}
