package org.gongkai.platform;

import io.vertx.core.buffer.Buffer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, received before work on it begins: in memory while it is short, else in a
 * file that has no name, so that it goes with the process, however that ends.
 */
public final class Spool implements AutoCloseable {

  private final SpoolSpace space;
  private final String owner;
  private Buffer pending = Buffer.buffer();
  private @Nullable FileChannel file;
  private long written;
  private boolean closed;

  Spool(SpoolSpace space, String owner) {
    this.space = space;
    this.owner = owner;
  }

  /** The whole of a body that {@link #open} gave; nothing where no body was sent. */
  @SuppressWarnings("NullAway") // what was not sent takes no space
  public static Spool of(@Nullable InputStream body) {
    return body instanceof Content content ? content.spool : new Spool(null, "");
  }

  synchronized void append(Buffer part) {
    pending.appendBuffer(part);
    space.holdInMemory(part.length());
  }

  /** Whether so much is in memory that the sender had better wait until it is written. */
  synchronized boolean isHeavy() {
    return pending.length() >= space.inMemory();
  }

  synchronized boolean isOnDisk() {
    return file != null;
  }

  /** Writes what is in memory to the file. */
  synchronized void write() throws IOException {
    if (closed || pending.length() == 0) {
      return;
    }
    int length = pending.length();
    space.take(owner, length);
    // counted from here on, and given back by close, whatever becomes of the writing
    long begin = written;
    written += length;
    if (file == null) {
      file = UnlinkedFile.open("body");
    }
    ByteBuffer bytes = ByteBuffer.wrap(pending.getBytes());
    while (bytes.hasRemaining()) {
      file.write(bytes, begin + bytes.position());
    }
    pending = Buffer.buffer();
    space.holdInMemory(-length);
  }

  /** SHA-256 of the body. */
  public byte[] digest() {
    MessageDigest digest = Digests.sha256();
    try (InputStream body = new DigestInputStream(open(), digest)) {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digest.digest();
  }

  /** The body from its beginning; as often as wanted, until this is closed. */
  public synchronized InputStream open() {
    return new Content(
        this,
        file == null
            ? new ByteArrayInputStream(pending.getBytes())
            : new BufferedInputStream(new FromFile(file), 1 << 16));
  }

  @Override
  public synchronized void close() {
    if (closed || space == null) {
      return;
    }
    closed = true;
    space.holdInMemory(-pending.length());
    space.giveBack(owner, written);
    pending = Buffer.buffer();
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Content extends FilterInputStream {

    private final Spool spool;

    Content(Spool spool, InputStream bytes) {
      super(bytes);
      this.spool = spool;
    }
  }

  /** Reads by place, so that several may read beside each other. */
  private static final class FromFile extends InputStream {

    private final FileChannel file;
    private long place;

    FromFile(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(buffer, offset, length), place);
      place += Math.max(read, 0);
      return read;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(Integer.MAX_VALUE, file.size() - place);
    }
  }
}
