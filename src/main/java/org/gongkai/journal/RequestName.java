package org.gongkai.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.gongkai.access.Caller;
import org.gongkai.platform.Digests;

/**
 * A request of one caller, by its Idempotency-Key.
 *
 * @param id digest that identifies the stored answer
 * @param secret key that encrypts the answer; the database alone does not yield it
 */
record RequestName(byte[] id, byte[] secret) {

  /**
   * Names a request.
   *
   * @param caller {@link Caller#identity}: callers must not share names
   */
  static RequestName of(String caller, String key) {
    return new RequestName(digest("id", caller, key), digest("answer", caller, key));
  }

  /** The number of the advisory lock while the request runs. */
  long lock() {
    return ByteBuffer.wrap(id).getLong();
  }

  private static byte[] digest(String purpose, String caller, String key) {
    return Digests.sha256((purpose + "\n" + caller + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }
}
