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

  private static final int FIRST = 1024;

  /** Less is copied: to remember where it is costs as much. */
  private static final int WORTH_SHARING = 2048;

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

    void append(byte[] bytes, int offset, int count) throws IOException {
      if (file == null) {
        file = UnlinkedFile.open("answer");
      }
      space.take(count, length);
      ByteBuffer left = ByteBuffer.wrap(bytes, offset, count);
      long at = length;
      length += count;
      while (left.hasRemaining()) {
        at += file.write(left, at);
      }
    }

    /** Takes as much of the memory that answers share, where there is so much. */
    synchronized boolean mayHold(long bytes) {
      boolean may = bytes <= held || space.takesMemory(bytes - held, bytes);
      held = may ? Math.max(held, bytes) : held;
      return may;
    }

    /** Gives back what is more. */
    synchronized void holdNoMoreThan(long bytes) {
      space.giveBackMemory(held - Math.min(held, bytes));
      held = Math.min(held, bytes);
    }

    void holdWhatIsHeldBy(Disk other) {
      long taken;
      synchronized (other) {
        taken = other.held;
        other.held = 0;
      }
      synchronized (this) {
        held += taken;
      }
    }

    @Override
    public synchronized void run() {
      space.giveBack(length);
      length = 0;
      holdNoMoreThan(0);
      if (file != null) {
        try {
          file.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /**
   * Bytes in memory that nobody changes any more.
   *
   * @param begin where they are in the whole
   */
  private record Piece(long begin, byte[] bytes, int offset, int length) {

    long end() {
      return begin + length;
    }
  }

  private final Disk disk;
  private final Cleaner.Cleanable cleanable;

  /** All that is before {@link #memory}, unless that is on disk. */
  private final List<Piece> pieces = new ArrayList<>();

  private byte[] memory = new byte[FIRST];
  private int inMemory;

  /** So much is in memory, where there is room for more than a piece, before it goes to disk. */
  private long most;

  Spill(AnswerSpace space, long most) {
    this.most = most;
    this.disk = new Disk(space);
    this.cleanable = CLEANER.register(this, disk);
  }

  /** Bytes that are in memory already, which others may be reading too. */
  Spill(AnswerSpace space, byte[] written) {
    this(space, written.length);
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
    if (mayHoldMore(PIECE)) {
      endPiece(PIECE);
    } else {
      goToDisk();
    }
  }

  private boolean mayHoldMore(int bytes) {
    long all = memoryLength() + bytes;
    return !isOnDisk() && all <= most && disk.mayHold(all);
  }

  private void endPiece(int nextLength) {
    if (inMemory > 0) {
      share(memory, 0, inMemory);
      memory = new byte[nextLength];
      inMemory = 0;
    }
  }

  private void share(byte[] bytes, int offset, int length) {
    pieces.add(new Piece(beforeMemory(), bytes, offset, length));
  }

  private void goToDisk() throws IOException {
    for (Piece piece : pieces) {
      disk.append(piece.bytes(), piece.offset(), piece.length());
    }
    pieces.clear();
    disk.append(memory, 0, inMemory);
    inMemory = 0;
    disk.holdNoMoreThan(0);
  }

  /** Where what is in {@link #memory} begins. */
  private long beforeMemory() {
    return pieces.isEmpty() ? disk.length : pieces.getLast().end();
  }

  private long memoryLength() {
    return length() - disk.length;
  }

  /**
   * Writes bytes that nobody changes any more, from an offset on: they are not copied where they
   * stay in memory.
   */
  public void writeShared(byte[] bytes, int offset) throws IOException {
    int count = bytes.length - offset;
    if (count >= WORTH_SHARING && mayHoldMore(count)) {
      endPiece(FIRST);
      share(bytes, offset, count);
    } else {
      write(bytes, offset, count);
    }
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
    disk.mayHold(memoryLength());
    disk.holdNoMoreThan(memoryLength());
  }

  public long length() {
    return beforeMemory() + inMemory;
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
    int done = 0;
    for (int i = pieceAt(place); i <= pieces.size() && done < count; i++) {
      Piece piece =
          i < pieces.size() ? pieces.get(i) : new Piece(beforeMemory(), memory, 0, inMemory);
      int from = (int) (place + done - piece.begin());
      int part = Math.min(count - done, piece.length() - from);
      System.arraycopy(piece.bytes(), piece.offset() + from, into, offset + done, part);
      done += part;
    }
    return done == 0 ? -1 : done;
  }

  /** The piece that has what is at a place; how many there are where none has. */
  private int pieceAt(long place) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
    pieces.clear();
    inMemory = 0;
    memory = new byte[0];
    cleanable.clean();
  }

  /** Writes all of it. Another of its kind has it without copying, where it is in memory. */
  public void copyTo(OutputStream out) throws IOException {
    if (isOnDisk()) {
      try (InputStream all = open()) {
        all.transferTo(out);
      }
    } else if (out instanceof Spill other && !other.isOnDisk()) {
      endPiece(FIRST);
      other.endPiece(FIRST);
      other.most += length();
      other.disk.holdWhatIsHeldBy(disk);
      pieces.forEach(piece -> other.share(piece.bytes(), piece.offset(), piece.length()));
    } else {
      for (Piece piece : pieces) {
        out.write(piece.bytes(), piece.offset(), piece.length());
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
