package org.gongkai.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.gongkai.platform.Digests;
import org.gongkai.problem.RefusalLimit;
import org.jspecify.annotations.Nullable;

/** Whom requests come from, as far as that is seen before anything is asked of the database. */
final class Senders {

  private static final int MOST_KNOWN = 100_000;

  private static final Duration KNOWN_FOR = Duration.ofHours(12);

  /** Those by whose key or token somebody was recognised lately. */
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterAccess(KNOWN_FOR).build();

  /**
   * Who sends a request.
   *
   * @param name the same for all requests with one key, whether that is right or wrong, and for all
   *     from one network without any
   * @param network for all from one network
   */
  record Sender(String name, String network) {

    static Sender of(@Nullable String sent, String address) {
      String network = "nothing:" + address;
      return new Sender(sent == null ? network : "sent:" + Digests.sha256(sent), network);
    }
  }

  static Sender of(HttpServerRequest request) {
    String key = request.getHeader(KeyMechanism.HEADER);
    String sent = key == null ? request.getHeader(HttpHeaderNames.AUTHORIZATION) : key;
    return Sender.of(sent, RefusalLimit.networkOf(request));
  }

  /** Notes that there is somebody with this key. */
  void recognised(Sender sender) {
    known.put(sender.name(), true);
  }

  /**
   * Where a request waits for its turn.
   *
   * @param line the same for all that wait one after the other
   * @param isKnown whether somebody was recognised lately by what it is sent with
   */
  record Place(String line, boolean isKnown) {}

  /**
   * In which line its requests wait for their turn. Keys that are made up are all different, so one
   * by which nobody was recognised yet waits with the others from its network.
   */
  Place placeOf(Sender sender) {
    return known.getIfPresent(sender.name()) == null
        ? new Place(sender.network(), false)
        : new Place(sender.name(), true);
  }
}
