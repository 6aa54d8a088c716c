package org.gongkai.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read from the database until any transaction at all is committed there, by
 * whatever instance. Whether one was tells {@link SightSql}, which the look-up of a request's
 * caller reads, after the request has begun: where it is as it was in an earlier request, nothing
 * was committed between the two, and what that one read is so still.
 */
public final class UntilCommit<K, V> {

  private record Read<V>(String sight, V value) {}

  private final Cache<K, Read<V>> remembered;

  /**
   * Remembers nothing yet.
   *
   * @param most of how many keys it remembers something
   */
  public UntilCommit(long most) {
    this.remembered = Caffeine.newBuilder().maximumSize(most).build();
  }

  /**
   * What is remembered, or is read now.
   *
   * @param sight what the request at hand saw before it reads; null where that is not known
   */
  public V of(K key, @Nullable String sight, Supplier<V> reading) {
    if (sight == null) {
      return reading.get();
    }
    @Nullable V known = known(key, sight);
    if (known != null) {
      return known;
    }
    V read = reading.get();
    remember(key, sight, read);
    return read;
  }

  /** What is remembered, or null. */
  public @Nullable V known(K key, @Nullable String sight) {
    @Nullable Read<V> read = sight == null ? null : remembered.getIfPresent(key);
    return read == null || !read.sight().equals(sight) ? null : read.value();
  }

  /** Remembers what was read after the sight. */
  public void remember(K key, @Nullable String sight, V value) {
    if (sight != null) {
      remembered.put(key, new Read<>(sight, value));
    }
  }
}
