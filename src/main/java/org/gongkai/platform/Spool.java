package org.gongkai.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * A body on disk, so that its length costs no memory and it is known as a whole before work begins.
 * Closing it deletes the file.
 */
public final class Spool implements AutoCloseable {

  private final Path file;
  private final byte[] digest;

  private Spool(Path file, byte[] digest) {
    this.file = file;
    this.digest = digest;
  }

  /** Reads a body to its end. */
  public static Spool of(InputStream body) {
    try {
      Path file = Files.createTempFile("gongkai-", ".body");
      try (OutputStream out = Files.newOutputStream(file)) {
        MessageDigest digest = Digests.sha256();
        if (body != null) {
          new DigestInputStream(body, digest).transferTo(out);
        }
        return new Spool(file, digest.digest());
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the body. */
  public byte[] digest() {
    return digest.clone();
  }

  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
