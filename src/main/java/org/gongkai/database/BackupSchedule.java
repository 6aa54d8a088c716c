package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Backs the embedded database up now and then, and removes what is older than is kept. */
final class BackupSchedule {

  private static final Logger LOG = Logger.getLogger(BackupSchedule.class);
  private static final Duration SOONEST = Duration.ofMinutes(1);

  private BackupSchedule() {}

  /** Begins it where the operator has said how often and where; it ends with the process. */
  static void begin(EmbeddedDatabase database, DatabaseSettings.Backup settings) {
    Optional<Duration> every = settings.every().filter(time -> !time.isZero());
    if (every.isEmpty()) {
      return;
    }
    Path into =
        settings
            .directory()
            .orElseThrow(
                () ->
                    new StartupRefused(
                        "设置了 GONGKAI_BACKUP_EVERY，但没有用 GONGKAI_BACKUP_DIRECTORY 指定备份目录。",
                        "GONGKAI_BACKUP_EVERY is set, and GONGKAI_BACKUP_DIRECTORY does not say"
                            + " where to."));
    int keep = Math.max(1, settings.keep());
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backup").factory());
    var unused =
        thread.scheduleWithFixedDelay(
            () -> backUp(database, into, keep),
            until(Backup.newest(into), Instant.now(), every.get()).toMillis(),
            every.get().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * When the newest one is as old as that, but not while the service is about to start: one that is
   * started anew each night would never come to a backup a day.
   */
  static Duration until(Optional<Instant> newest, Instant now, Duration every) {
    Duration soonest = every.compareTo(SOONEST) < 0 ? every : SOONEST;
    Duration due =
        newest.map(made -> every.minus(Duration.between(made, now))).orElse(Duration.ZERO);
    if (due.compareTo(soonest) < 0) {
      return soonest;
    }
    return due.compareTo(every) > 0 ? every : due;
  }

  private static void backUp(EmbeddedDatabase database, Path into, int keep) {
    try {
      long begin = System.nanoTime();
      Path file = database.backUp(into);
      Backup.keepNewest(into, keep);
      LOG.infof("Backed up to %s in %d s", file, (System.nanoTime() - begin) / 1_000_000_000);
    } catch (IOException | RuntimeException e) {
      LOG.errorf(e, "There is no new backup in %s", into);
    }
  }
}
