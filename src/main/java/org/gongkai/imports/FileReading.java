package org.gongkai.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.gongkai.form.Forms;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Recognised;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads files in processes of their own, so that none takes more of the service than its bytes and
 * what is found in them. SenderCache who wait have places of their own, so that a zip of many keeps
 * none of them waiting.
 */
@Singleton
class FileReading {

  private static final Logger LOG = Logger.getLogger(FileReading.class);

  /** Where no process can be begun, that is tried again after a while. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Text TOO_SLOW =
      new Text("未能在规定时间内读完此文件。", "The file was not read within the time that a file has.");

  private static final Text BROKEN =
      new Text("文件无法读取：内容损坏或不是所称的类型。", "The file is broken, or not what it says that it is.");

  private static final Text TOO_LARGE =
      new Text(
          "读取此文件需要的内存超过一个文件可用的内存，读取文件的进程已经结束。",
          "Reading the file takes more memory than a file has; the process that read it has"
              + " ended.");

  private static final Text DIED =
      new Text(
          "读取此文件的进程两次中途结束。可以稍后再试一次。",
          "The process that read the file has ended twice in the midst of it; it may be tried once"
              + " more later.");

  private final ReadingProcesses processes;
  private final Semaphore places;
  private final Duration longest;
  private final ReadingMeters meters;
  private volatile long pausedUntil = System.nanoTime();

  @Inject
  FileReading(Forms forms, ImportSettings settings, ReadingMeters meters) {
    this(
        new ReadingProcesses(forms, settings.readerMemory().asLongValue(), System::nanoTime),
        settings.maxConcurrentReaders(),
        settings.maxReadingTime(),
        meters);
  }

  FileReading(
      ReadingProcesses processes,
      int maxConcurrentReaders,
      Duration longest,
      ReadingMeters meters) {
    this.processes = processes;
    this.places = new Semaphore(maxConcurrentReaders);
    this.longest = longest;
    this.meters = meters;
  }

  /** What a file says. */
  record Said(FileKind kind, Recognised recognised) {}

  /**
   * Reads a file for somebody who waits for it; empty where others are read, or none is.
   *
   * @throws UnreadableFile with the reason
   */
  Optional<Said> now(byte[] bytes) throws UnreadableFile {
    if (!isFree() || !places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return read(bytes);
    } finally {
      places.release();
    }
  }

  /** Whether a file may be begun. */
  boolean isFree() {
    return !processes.isClosed() && System.nanoTime() - pausedUntil >= 0;
  }

  /** What a service that was killed has left of files does not stay. */
  void clear(@Observes StartupEvent event) {
    ReadingFolder.clear(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * No file is begun after the service was told to stop; those that are read, another one reads.
   */
  void stop(@Observes ShutdownEvent event) {
    processes.close();
  }

  /** Reads a file; empty where no process reads any now, though another time one may. */
  Optional<Said> read(byte[] bytes) throws UnreadableFile {
    long begun = System.nanoTime();
    try {
      Optional<Said> said = outcome(bytes);
      if (said.isPresent()) {
        meters.read(begun);
      }
      return said;
    } catch (UnreadableFile e) {
      meters.refused(e.reason(), begun);
      throw e;
    }
  }

  private Optional<Said> outcome(byte[] bytes) throws UnreadableFile {
    ReadingProcess.Ended last = null;
    for (int attempt = 1; attempt <= 2; attempt++) {
      ReadingProcess process = process();
      if (process == null) {
        return Optional.empty();
      }
      boolean first = process.count() == 0;
      try {
        return Optional.of(said(process, process.read(bytes, longest)));
      } catch (ReadingProcess.Ended e) {
        if (processes.isClosed()) {
          return Optional.empty();
        }
        meters.ended(e.why());
        LOG.warnf(
            "Process %d, which read a file of %d bytes, has ended: %s, %s",
            process.pid(), bytes.length, e.why(), e.getMessage());
        last = e;
        if (e.why() == ReadingProcess.Why.TIME || e.why() == ReadingProcess.Why.MEMORY && first) {
          break;
        }
        // What has ended it may be another's: files before it, or somebody who looks after memory.
      }
    }
    throw refusal(last == null ? ReadingProcess.Why.DEATH : last.why());
  }

  /** One that can read; null where none can be begun, which is then tried again after a while. */
  private @Nullable ReadingProcess process() {
    try {
      try {
        return processes.take();
      } catch (ReadingProcess.Ended e) {
        meters.ended(e.why());
        if (e.why() == ReadingProcess.Why.TIME) {
          throw e; // the machine has no time for another either
        }
        // Whoever has ended it, perhaps one who looks after memory, need not do so again.
        LOG.warnf("A process was ended before it could read: %s", e.getMessage());
        return processes.take();
      }
    } catch (IOException | ReadingProcess.Ended e) {
      if (!processes.isClosed()) {
        pausedUntil = System.nanoTime() + PAUSE.toNanos();
        LOG.error("No file is read, since no process for it can be begun", e);
      }
      return null;
    }
  }

  private static UnreadableFile refusal(ReadingProcess.Why why) {
    return switch (why) {
      case TIME -> new UnreadableFile(UnreadableFile.Reason.TOO_SLOW, TOO_SLOW);
      case MEMORY -> new UnreadableFile(UnreadableFile.Reason.TOO_LARGE, TOO_LARGE);
      case DEATH -> new UnreadableFile(UnreadableFile.Reason.READER_ENDED, DIED);
    };
  }

  private Said said(ReadingProcess process, ReadingProcess.Answer answer) throws UnreadableFile {
    ReadingOutcome outcome;
    try {
      outcome = answer.kind() == ReadingCommand.OUTCOME ? ReadingOutcome.read(answer.text()) : null;
    } catch (UncheckedIOException e) {
      process.close();
      throw new UnreadableFile(UnreadableFile.Reason.BROKEN, BROKEN).from(e);
    }
    if (outcome instanceof ReadingOutcome.Refused refused
        && refused.reason() == UnreadableFile.Reason.TOO_SLOW) {
      // It was told to give up, which a library need not do: it ends with its process.
      process.close();
    } else {
      processes.giveBack(process);
    }
    return switch (outcome) {
      case ReadingOutcome.Read read -> new Said(read.kind(), read.recognised());
      case ReadingOutcome.Refused refused ->
          throw new UnreadableFile(refused.reason(), refused.text());
      case null -> {
        LOG.warnf("A file broke its reader: %s", answer.text());
        throw new UnreadableFile(UnreadableFile.Reason.BROKEN, BROKEN);
      }
    };
  }
}
