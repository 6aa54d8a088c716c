package org.gongkai.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.problem.Text;
import org.jboss.logging.Logger;

/**
 * Reads files that wait, one after the other. No transaction is open meanwhile: what others must
 * not take is leased, and whoever finds a lease that is over goes on with it.
 */
@ApplicationScoped
class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);

  /** What writing down a result may take. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  /** A file at which a process has ended so often is not tried again. */
  private static final int MOST_ATTEMPTS = 3;

  private static final Text GIVEN_UP =
      new Text(
          "多次读取此文件都未能完成，不再尝试。", "Reading the file has broken off several times; it is given up.");

  private static final Text GONE = new Text("文件没有保存。", "The file was not kept.");

  private final ImportedFileStore files;
  private final WaitingFileStore waiting;
  private final ImportStore imports;
  private final Imports all;
  private final FileReading reading;
  private final Proposals proposals;
  private final Clock clock;
  private final ImportSettings settings;
  private volatile boolean stopped;
  private volatile Import.Owner last = new Import.Owner("", null);

  ImportWorker(
      ImportedFileStore files,
      WaitingFileStore waiting,
      ImportStore imports,
      Imports all,
      FileReading reading,
      Proposals proposals,
      Clock clock,
      ImportSettings settings) {
    this.files = files;
    this.waiting = waiting;
    this.imports = imports;
    this.all = all;
    this.reading = reading;
    this.proposals = proposals;
    this.clock = clock;
    this.settings = settings;
  }

  @Background
  @Scheduled(every = "{gongkai.imports.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void keepUp() {
    while (!stopped && step()) {
      // until none waits
    }
  }

  @Background
  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    QuarkusTransaction.requiringNew()
        .run(() -> imports.forget(clock.instant().minus(settings.keep())));
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  /** Reads the next file; false where none waits. */
  boolean step() {
    if (!reading.isFree()) {
      return false;
    }
    Optional<WaitingFileStore.Leased> next = lease();
    if (next.isEmpty()) {
      return false;
    }
    Optional<Result> result = read(next.get());
    if (result.isEmpty()) {
      giveBack(next.get());
      return false;
    }
    note(next.get(), result.get());
    return true;
  }

  /** Nobody else begins with it until it must be done. */
  Optional<WaitingFileStore.Leased> lease() {
    Instant now = clock.instant();
    Optional<WaitingFileStore.Leased> next =
        QuarkusTransaction.requiringNew()
            .call(() -> waiting.lease(now, now.plus(settings.maxReadingTime()).plus(MARGIN), last));
    next.ifPresent(file -> last = file.owner());
    return next;
  }

  /** As if nobody had begun with it. */
  private void giveBack(WaitingFileStore.Leased file) {
    QuarkusTransaction.requiringNew().run(() -> waiting.giveBack(file.importId(), file.number()));
  }

  /** What a reading has become. */
  private sealed interface Result {
    record Said(FileReading.Said file) implements Result {}

    record Refused(ReadingOutcome.Refused why) implements Result {}
  }

  /** Empty where none is read now. */
  private Optional<Result> read(WaitingFileStore.Leased file) {
    byte[] content = file.content();
    if (content == null) {
      return Optional.of(refused(UnreadableFile.Reason.BROKEN, GONE));
    }
    if (file.attempt() > MOST_ATTEMPTS) {
      LOG.warnf("File %d of import %d is given up", file.number(), file.importId());
      return Optional.of(refused(UnreadableFile.Reason.BROKEN, GIVEN_UP));
    }
    try {
      return reading.read(content).map(Result.Said::new);
    } catch (UnreadableFile e) {
      return Optional.of(refused(e.reason(), e.text()));
    }
  }

  private static Result refused(UnreadableFile.Reason reason, Text text) {
    return new Result.Refused(new ReadingOutcome.Refused(reason, text));
  }

  private void note(WaitingFileStore.Leased file, Result result) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              switch (result) {
                case Result.Said said -> {
                  Proposals.Proposing proposing =
                      proposals.of(said.file(), file.owner(), file.said());
                  files.note(
                      file.importId(), file.number(), proposing.read(), proposing.proposed());
                }
                case Result.Refused refused ->
                    files.note(
                        file.importId(),
                        file.number(),
                        refused.why(),
                        ImportedFileStore.Proposed.NOTHING);
              }
              all.end(file.importId(), file.owner());
            });
  }
}
