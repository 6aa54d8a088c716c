package org.gongkai.access;

import java.io.IOException;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jspecify.annotations.Nullable;

/**
 * Asks the issuer for its public keys, and leaves it alone for a while after it did not answer.
 *
 * <p>Anybody can send a token with an invented key's name, and each would ask again. An issuer that
 * is slow or down must not hold up one thread after the other for that.
 */
final class IssuerKeys implements SimpleGet {

  private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final Get get = new Get();
  private volatile @Nullable Failure last;

  private record Failure(long nanos, String message) {}

  IssuerKeys() {
    get.setConnectTimeout(2_000);
    get.setReadTimeout(3_000);
    get.setRetries(0);
  }

  @Override
  public SimpleResponse get(String location) throws IOException {
    Failure failure = last;
    if (failure != null && System.nanoTime() - failure.nanos() < PAUSE_NANOS) {
      throw new IOException(failure.message());
    }
    try {
      SimpleResponse answer = get.get(location);
      last = null;
      return answer;
    } catch (IOException e) {
      last = new Failure(System.nanoTime(), String.valueOf(e.getMessage()));
      LOG.warnf("The token issuer's keys could not be read from %s: %s", location, e.getMessage());
      throw e;
    }
  }
}
