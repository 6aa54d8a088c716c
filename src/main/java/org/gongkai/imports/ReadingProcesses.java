package org.gongkai.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gongkai.form.Forms;

/**
 * The processes that read files: begun with the first file, kept for the next ones, and let go when
 * none comes. As many as read at once; no file waits for that of another.
 */
final class ReadingProcesses implements AutoCloseable {

  /** How long one waits for a file: whoever sends many sends them within it. */
  static final Duration LONGEST_REST = Duration.ofMinutes(5);

  /** Libraries keep something of many files; a new process keeps nothing. */
  private static final int MOST_FILES = 500;

  private final Forms forms;
  private final long heap;
  private final LongSupplier nanos;
  private final Deque<Resting> resting = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param heap what each may have, in bytes
   * @param nanos the time, counted from anywhere
   */
  ReadingProcesses(Forms forms, long heap, LongSupplier nanos) {
    this.forms = forms;
    this.heap = heap;
    this.nanos = nanos;
  }

  /** One that waits for a file. */
  private record Resting(ReadingProcess process, long since) {}

  /**
   * One that is nobody else's until it is {@linkplain #giveBack given back}.
   *
   * @throws IOException where none can be begun
   * @throws ReadingProcess.Ended where one was ended before it could read
   */
  ReadingProcess take() throws IOException, ReadingProcess.Ended {
    synchronized (this) {
      while (!resting.isEmpty()) {
        ReadingProcess process = resting.removeLast().process();
        if (process.isAlive()) {
          return process;
        }
        process.close();
      }
      if (closed) {
        throw new IOException("The service stops");
      }
    }
    return ReadingProcess.start(forms, heap);
  }

  /** Takes back one that has answered. */
  void giveBack(ReadingProcess process) {
    if (process.count() < MOST_FILES && rests(process)) {
      CompletableFuture.delayedExecutor(LONGEST_REST.toMillis() + 1, TimeUnit.MILLISECONDS)
          .execute(this::letGo);
    } else {
      process.close();
    }
  }

  private synchronized boolean rests(ReadingProcess process) {
    if (closed) {
      return false;
    }
    resting.addLast(new Resting(process, nanos.getAsLong()));
    return true;
  }

  /** Ends those that have waited too long. */
  void letGo() {
    List<ReadingProcess> over = new ArrayList<>();
    synchronized (this) {
      long now = nanos.getAsLong();
      while (!resting.isEmpty() && now - resting.getFirst().since() >= LONGEST_REST.toNanos()) {
        over.add(resting.removeFirst().process());
      }
    }
    over.forEach(ReadingProcess::close);
  }

  /** No file is begun any more. Those that are being read end with their processes. */
  @Override
  public void close() {
    List<ReadingProcess> all = new ArrayList<>();
    synchronized (this) {
      closed = true;
      resting.forEach(one -> all.add(one.process()));
      resting.clear();
    }
    all.forEach(ReadingProcess::close);
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
