package org.gongkai.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.gongkai.platform.Digests;
import org.gongkai.problem.RefusalLimit;
import org.jspecify.annotations.Nullable;

/**
 * Who was recognised lately by which key or token: whom requests come from, as far as that is seen
 * before anything is asked of the database.
 */
final class SenderCache {

  private static final int MOST_KNOWN = 100_000;

  private static final Duration KNOWN_FOR = Duration.ofHours(12);

  /** Who was recognised lately by which key or token. */
  private final Cache<String, String> known =
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
    String sent =
        KeyMechanism.sent(
            request.getHeader(KeyMechanism.HEADER),
            request.getHeader(HttpHeaderNames.AUTHORIZATION));
    return Sender.of(sent, RefusalLimit.networkOf(request));
  }

  /** Notes whose key or token it is. */
  void recognised(Sender sender, String caller) {
    known.put(sender.name(), "caller:" + caller);
  }

  /**
   * As whom its requests are counted while they are here: as the caller, who may have any number of
   * tokens.
   */
  String countedAs(Sender sender) {
    String caller = known.getIfPresent(sender.name());
    return caller == null ? sender.name() : caller;
  }

  /**
   * In which queue a request waits for a slot.
   *
   * @param queue the same for all that wait one after the other
   * @param isKnown whether somebody was recognised lately by what it is sent with
   */
  record QueueKey(String queue, boolean isKnown) {}

  /**
   * In which queue its requests wait for a slot. Keys that are made up are all different, so one by
   * which nobody was recognised yet waits with the others from its network.
   */
  QueueKey queueOf(Sender sender) {
    String caller = known.getIfPresent(sender.name());
    return caller == null ? new QueueKey(sender.network(), false) : new QueueKey(caller, true);
  }
}
