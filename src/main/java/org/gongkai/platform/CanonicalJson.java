package org.gongkai.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The digest of a JSON document: that of its canonical form (RFC 8785), so that neither spaces nor
 * the order of keys matter and anybody can compute it again.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  /** SHA-256 of the canonical form of an object or array. */
  public static byte[] digest(String json) {
    try {
      return Digests.sha256(new JsonCanonicalizer(json).getEncodedUTF8());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
