package org.gongkai.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.gongkai.access.Caller;
import org.gongkai.platform.Digests;

/**
 * What an Idempotency-Key names: a request of one caller.
 *
 * @param id under which its answer is kept
 * @param secret with which it is encrypted; whoever has the database only cannot derive it
 */
record RequestName(byte[] id, byte[] secret) {

  /**
   * Names a request.
   *
   * @param caller whose it is, as {@link Caller#identity}: names must not be shared by callers
   */
  static RequestName of(String caller, String key) {
    return new RequestName(digest("id", caller, key), digest("answer", caller, key));
  }

  /** What to lock while the request is at work. */
  long lock() {
    return ByteBuffer.wrap(id).getLong();
  }

  private static byte[] digest(String purpose, String caller, String key) {
    return Digests.sha256((purpose + "\n" + caller + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }
}
