package org.gongkai.platform;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written once and read as often as wanted: in memory while they are few, else in a
 * file that has no name. Whoever writes them may close the stream; what they take is given back by
 * {@link #delete}, or when nobody knows them any more.
 */
public final class Spill extends OutputStream {

  /** Memory is taken in pieces of so much: not more than a connection takes at once. */
  private static final int PIECE = 64 * 1024;

  private static final Cleaner CLEANER = Cleaner.create();

  /** What has to be given back. */
  private static final class Disk implements Runnable {

    private final AnswerSpace space;
    private @Nullable FileChannel file;
    private long length;
    private long held;

    private Disk(AnswerSpace space) {
      this.space = space;
    }

    void append(byte[] bytes, int count) throws IOException {
      if (file == null) {
        file = UnlinkedFile.open("answer");
      }
      space.take(count, length);
      ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
      long at = length;
      length += count;
      while (left.hasRemaining()) {
        at += file.write(left, at);
      }
    }

    /** Of the memory that answers share. */
    synchronized void hold(long bytes) {
      space.giveBackMemory(held - bytes);
      held = bytes;
    }

    @Override
    public synchronized void run() {
      space.giveBack(length);
      length = 0;
      hold(0);
      if (file != null) {
        try {
          file.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private final Disk disk;
  private final Cleaner.Cleanable cleanable;
  private final List<byte[]> full = new ArrayList<>();
  private byte[] memory = new byte[1024];
  private int inMemory;

  /** So much is in memory before the next of it goes to disk. */
  private int most;

  Spill(AnswerSpace space) {
    this(space, PIECE);
  }

  Spill(AnswerSpace space, int most) {
    this.most = most;
    this.disk = new Disk(space);
    this.cleanable = CLEANER.register(this, disk);
  }

  /** One that was given memory which answers share, until it is {@link #settle settled}. */
  static Spill holding(AnswerSpace space, int most) {
    Spill spill = new Spill(space, most);
    spill.disk.held = most;
    return spill;
  }

  /** Bytes that are in memory already, which others may be reading too. */
  Spill(AnswerSpace space, byte[] written) {
    this(space);
    this.memory = written;
    this.inMemory = written.length;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int at = offset;
    int left = count;
    while (left > 0) {
      if (inMemory == PIECE) {
        goOn();
      }
      int part = Math.min(left, PIECE - inMemory);
      if (inMemory + part > memory.length) {
        memory =
            Arrays.copyOf(memory, Math.min(PIECE, Math.max(inMemory + part, 2 * memory.length)));
      }
      System.arraycopy(bytes, at, memory, inMemory, part);
      inMemory += part;
      at += part;
      left -= part;
    }
  }

  /** Makes room behind a piece that is full. */
  private void goOn() throws IOException {
    if (memoryLength() >= most) {
      goToDisk();
      most = PIECE;
    } else {
      full.add(memory);
      memory = new byte[PIECE];
      inMemory = 0;
    }
  }

  private void goToDisk() throws IOException {
    for (byte[] piece : full) {
      disk.append(piece, piece.length);
    }
    full.clear();
    disk.append(memory, inMemory);
    inMemory = 0;
  }

  private long memoryLength() {
    return (long) full.size() * PIECE + inMemory;
  }

  /** Does nothing: what was written is there to be read. */
  @Override
  public void close() {}

  /**
   * Leaves nothing in memory of what is on disk in part. It may find that there is no room, so it
   * belongs to the making of an answer: once its length is announced, nothing can be said of that.
   */
  void settle() throws IOException {
    if (isOnDisk() && inMemory > 0) {
      goToDisk();
      memory = new byte[0];
    }
    disk.hold(disk.held == 0 ? 0 : memoryLength());
  }

  public long length() {
    return disk.length + memoryLength();
  }

  boolean isOnDisk() {
    return disk.length > 0;
  }

  /** Whether it is more than a connection takes at once. */
  boolean isLarge() {
    return length() > PIECE;
  }

  /** Whether what is at a place can be read without waiting for the disk. */
  boolean isInMemory(long place) {
    return place >= disk.length;
  }

  /** Reads at a place, so that several may read beside each other. */
  int read(long place, byte[] into, int offset, int count) throws IOException {
    if (place < disk.length) {
      int most = (int) Math.min(count, disk.length - place);
      return requireNonNull(disk.file).read(ByteBuffer.wrap(into, offset, most), place);
    }
    long at = place - disk.length;
    int piece = (int) (at / PIECE);
    boolean isFull = piece < full.size();
    byte[] bytes = isFull ? full.get(piece) : memory;
    int begin = (int) (isFull ? at % PIECE : at - (long) full.size() * PIECE);
    int most = Math.min(count, (isFull ? PIECE : inMemory) - begin);
    if (most <= 0) {
      return -1;
    }
    System.arraycopy(bytes, begin, into, offset, most);
    return most;
  }

  /** All of it; for such as are known to be small. */
  public byte[] toBytes() throws IOException {
    byte[] all = new byte[Math.toIntExact(length())];
    int at = 0;
    while (at < all.length) {
      at += read(at, all, at, all.length - at);
    }
    return all;
  }

  /** All of it, from the beginning. */
  public InputStream open() {
    return new BufferedInputStream(new FromPlace(this), 1 << 16);
  }

  /** Gives back what it takes; nothing can be read any more. */
  public void delete() {
    full.clear();
    inMemory = 0;
    memory = new byte[0];
    cleanable.clean();
  }

  /** Writes all of it. */
  public void copyTo(OutputStream out) throws IOException {
    if (isOnDisk()) {
      try (InputStream all = open()) {
        all.transferTo(out);
      }
    } else {
      for (byte[] piece : full) {
        out.write(piece);
      }
      out.write(memory, 0, inMemory);
    }
  }

  private static final class FromPlace extends InputStream {

    private final Spill spill;
    private long place;

    private FromPlace(Spill spill) {
      this.spill = spill;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      int read = spill.read(place, into, offset, count);
      place += Math.max(read, 0);
      return read;
    }
  }
}
