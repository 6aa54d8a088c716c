package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.form.Forms;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Recognised;
import org.gongkai.recognition.Recogniser;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file at a time, on a thread of its own, and gives up when its time is over. Senders who
 * wait have places of their own, so that a zip of many keeps none of them waiting.
 */
@Singleton
class FileReading {

  private static final Logger LOG = Logger.getLogger(FileReading.class);

  /** A nested table takes some frames a level; what needs more is refused by its reader. */
  private static final long STACK = 4L << 20;

  /** Readings that do not end though nobody waits for them; with more of them nothing is begun. */
  private static final int MOST_LOST = 2;

  private static final Text TOO_SLOW =
      new Text("未能在规定时间内读完此文件。", "The file was not read within the time that a file has.");

  private static final Text BROKEN =
      new Text("文件无法读取：内容损坏或不是所称的类型。", "The file is broken, or not what it says that it is.");

  private static final Text TOO_LARGE =
      new Text("读取此文件需要的内存过多。", "Reading the file would take too much memory.");

  private final DocumentReaders readers = new DocumentReaders(new PdfReader());
  private final Recogniser recogniser;
  private final Semaphore places;
  private final Duration longest;
  private final AtomicInteger lost = new AtomicInteger();

  FileReading(Forms forms, ImportSettings settings) {
    this.recogniser = new Recogniser(forms);
    this.places = new Semaphore(settings.readersAtOnce());
    this.longest = settings.longestReading();
  }

  /** What a file says. */
  record Said(FileKind kind, Recognised recognised) {}

  /**
   * Reads a file for somebody who waits for it; empty where others are read.
   *
   * @throws UnreadableFile with the reason
   */
  Optional<Said> now(byte[] bytes, @Nullable String name) throws UnreadableFile {
    if (lost.get() >= MOST_LOST || !places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(bytes, name));
    } finally {
      places.release();
    }
  }

  /** Whether a file may be begun for nobody who waits. */
  boolean isFree() {
    return lost.get() < MOST_LOST;
  }

  /** Reads a file. */
  @SuppressWarnings("UnusedException") // says no more than we do
  Said read(byte[] bytes, @Nullable String name) throws UnreadableFile {
    CompletableFuture<Said> reading = new CompletableFuture<>();
    AtomicInteger state = new AtomicInteger();
    Thread thread =
        new Thread(
            null,
            () -> {
              complete(reading, bytes, name);
              if (!state.compareAndSet(0, 1)) {
                lost.decrementAndGet();
              }
            },
            "import-reading",
            STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (state.compareAndSet(0, 2)) {
        lost.incrementAndGet();
        thread.interrupt();
        LOG.warnf("A file of %d bytes was not read within %s", bytes.length, longest);
      }
      throw new UnreadableFile(UnreadableFile.Reason.TOO_SLOW, TOO_SLOW);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableFile(UnreadableFile.Reason.TOO_SLOW, TOO_SLOW);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    }
  }

  private void complete(CompletableFuture<Said> reading, byte[] bytes, @Nullable String name) {
    try {
      PrintedDocument document = readers.read(bytes, name);
      reading.complete(new Said(document.kind(), recogniser.required(document)));
    } catch (UnreadableFile | RuntimeException | VirtualMachineError e) {
      reading.completeExceptionally(e);
    }
  }

  private static UnreadableFile refusal(@Nullable Throwable cause) {
    return switch (cause) {
      case UnreadableFile unreadable -> unreadable;
      case VirtualMachineError error -> {
        LOG.warnf("A file was not read: %s", error.getClass().getSimpleName());
        yield new UnreadableFile(UnreadableFile.Reason.TOO_LARGE, TOO_LARGE);
      }
      case null, default -> {
        LOG.warn("A file broke its reader", cause);
        yield new UnreadableFile(UnreadableFile.Reason.BROKEN, BROKEN);
      }
    };
  }
}
