package org.gongkai.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read from the database until any transaction at all is committed there, by
 * whatever instance. Whether one was tells {@link SnapshotSql}, which the look-up of a request's
 * caller reads, after the request has begun: where it is as it was in an earlier request, nothing
 * was committed between the two, and what that one read is so still.
 */
public final class SnapshotCache<K, V> {

  private record Read<V>(String snapshot, V value) {}

  private final Cache<K, Read<V>> remembered;

  /**
   * Remembers nothing yet.
   *
   * @param most of how many keys it remembers something
   */
  public SnapshotCache(long most) {
    this.remembered = Caffeine.newBuilder().maximumSize(most).build();
  }

  /**
   * What is remembered, or is read now.
   *
   * @param snapshot what the request at hand saw before it reads; null where that is not known
   */
  public V of(K key, @Nullable String snapshot, Supplier<V> reading) {
    if (snapshot == null) {
      return reading.get();
    }
    @Nullable V known = known(key, snapshot);
    if (known != null) {
      return known;
    }
    V read = reading.get();
    remember(key, snapshot, read);
    return read;
  }

  /** What is remembered, or null. */
  public @Nullable V known(K key, @Nullable String snapshot) {
    @Nullable Read<V> read = snapshot == null ? null : remembered.getIfPresent(key);
    return read == null || !read.snapshot().equals(snapshot) ? null : read.value();
  }

  /** Remembers what was read after the snapshot. */
  public void remember(K key, @Nullable String snapshot, V value) {
    if (snapshot != null) {
      remembered.put(key, new Read<>(snapshot, value));
    }
  }
}
