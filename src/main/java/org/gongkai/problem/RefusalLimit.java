package org.gongkai.problem;

import io.github.bucket4j.ConsumptionProbe;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients that keep sending no key, or wrong ones, to wait. Valid keys from the same address
 * are not touched: behind one address may be all systems of an office, and only one has a wrong
 * key.
 */
@Singleton
public final class RefusalLimit {

  /** A client with one address of version 6 has all of its network. */
  private static final int NETWORK_BYTES = 8;

  private final long perMinute;
  private final AddressLimit limit;

  RefusalLimit(ProblemSettings settings) {
    this.perMinute = settings.rateLimit().refusedPerMinute();
    this.limit = new AddressLimit(perMinute);
  }

  /** The problem itself, or, where it is one refusal too many, that. */
  ProblemException count(ProblemException problem, HttpServerRequest request) {
    if (perMinute <= 0
        || problem.type() != ProblemType.UNAUTHENTICATED
        || request.remoteAddress() == null) {
      return problem;
    }
    ConsumptionProbe probe = limit.take(request);
    if (probe.isConsumed()) {
      return problem;
    }
    Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
    return ProblemException.of(ProblemType.TOO_MANY_REQUESTS)
        .withHeader("Retry-After", String.valueOf(wait.plusNanos(999_999_999).toSeconds()));
  }

  /** Whom a request that says nobody else comes from. */
  public static String networkOf(HttpServerRequest request) {
    return network(request.remoteAddress() == null ? null : request.remoteAddress().hostAddress());
  }

  /**
   * Addresses of IPv6 by their network.
   *
   * @param address null where the connection is gone
   */
  static String network(@Nullable String address) {
    byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
    return bytes == null || bytes.length <= NETWORK_BYTES
        ? String.valueOf(address)
        : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
  }
}
