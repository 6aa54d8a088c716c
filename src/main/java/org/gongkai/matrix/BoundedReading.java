package org.gongkai.matrix;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a file on a thread of its own, so that no file holds its caller longer than it may: the
 * thread is told to give up, and every reader asks for that often ({@link ReadingLimits#check}). A
 * thread that does not give up keeps its place, so that such threads never become many.
 */
final class BoundedReading {

  /** A real report takes less than a second, a scan with 200 pages some seconds. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  /** Elements within one another are read by recursion: {@link ReadingLimits#DEPTH} fit in. */
  private static final long STACK_BYTES = 16L << 20;

  /** Files that are read at a time; what reads them takes the processor and nothing else. */
  private static final int AT_A_TIME = Math.max(2, Runtime.getRuntime().availableProcessors());

  /** What is done on the thread. */
  interface Work {
    PrintedDocument read() throws UnreadableFile;
  }

  private final Semaphore places;
  private final Duration longest;

  BoundedReading() {
    this(LONGEST, AT_A_TIME);
  }

  BoundedReading(Duration longest, int atATime) {
    this.longest = longest;
    this.places = new Semaphore(atATime, true);
  }

  PrintedDocument read(Work work) throws UnreadableFile {
    long until = System.nanoTime() + longest.toNanos();
    CompletableFuture<PrintedDocument> done = new CompletableFuture<>();
    try {
      if (!places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        throw ReadingLimits.tooSlow();
      }
      Thread thread = new Thread(null, () -> run(work, done), "document", STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      try {
        return done.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        throw ReadingLimits.tooSlow().from(e);
      } finally {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ReadingLimits.tooSlow();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableFile unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void run(Work work, CompletableFuture<PrintedDocument> done) {
    try {
      done.complete(work.read());
    } catch (UnreadableFile e) {
      done.completeExceptionally(e);
    } catch (OutOfMemoryError e) {
      done.completeExceptionally(
          ReadingLimits.tooLarge("文件过大，内存不足", "The file is too large for the memory"));
    } catch (RuntimeException | StackOverflowError e) {
      // Libraries answer broken files with exceptions of any kind.
      done.completeExceptionally(
          ReadingLimits.broken("文件损坏，不能读取", "The file is broken and cannot be read"));
    } catch (Throwable e) {
      done.completeExceptionally(e);
    } finally {
      places.release();
    }
  }
}
