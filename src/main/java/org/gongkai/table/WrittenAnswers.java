package org.gongkai.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.platform.Spill;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers as they were written, by address and ETag: what is asked again in the same
 * state is not made again. To write the sums of all provinces down takes ten times as long as to
 * find out that they are still the same.
 */
@Singleton
class WrittenAnswers {

  /** Together; a fourteenth of the heap of a plain start. */
  private static final long MOST_BYTES = 16L << 20;

  /** Of one. */
  private static final long LARGEST = 1L << 20;

  /** What changed a moment ago changes again before it is asked for again. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  private record Key(String address, Representation wanted) {

    static Key of(TableRequest asked) {
      return new Key(asked.address().apply(asked.wanted().format()), asked.wanted());
    }
  }

  private record Written(String tag, byte[] bytes) {}

  private final Clock clock;
  private final Cache<Key, Written> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Written written) -> 500 + written.bytes().length)
          .build();

  WrittenAnswers(Clock clock) {
    this.clock = clock;
  }

  /** Whether something was written for the same request, in whatever state. */
  boolean hasAny(TableRequest asked) {
    return remembered.getIfPresent(Key.of(asked)) != null;
  }

  /** The one with this tag. */
  Optional<byte[]> find(TableRequest asked, String tag) {
    return Optional.ofNullable(remembered.getIfPresent(Key.of(asked)))
        .filter(written -> written.tag().equals(tag))
        .map(Written::bytes);
  }

  /**
   * Remembers one that may be asked for again.
   *
   * @param changed when its content last changed, or null where that is not known
   */
  void remember(TableRequest asked, String tag, @Nullable Instant changed, Spill body) {
    boolean isSettled = changed == null || changed.isBefore(clock.instant().minus(SETTLED));
    if (!isSettled) {
      remembered.invalidate(Key.of(asked));
    } else if (body.length() <= LARGEST) {
      try {
        remembered.put(Key.of(asked), new Written(tag, body.toBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
