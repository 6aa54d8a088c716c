package org.gongkai.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * What the bodies that are being received may take of memory and disk together. One caller gets
 * half of the disk at most, so that others can send as well.
 */
@Singleton
class SpoolSpace {

  /** So much of a body is in memory before it goes to disk. */
  private static final int IN_MEMORY = 128 * 1024;

  /** The same when bodies have taken {@link #TIGHT} of memory. */
  private static final int LITTLE = 8 * 1024;

  private static final long TIGHT = 32L * 1024 * 1024;

  private static final int WRITERS = 4;

  private final long most;
  private final AtomicLong memory = new AtomicLong();
  private final Map<String, Long> byOwner = new HashMap<>();
  private final Disk disk;
  private long taken;

  /** Not the workers of requests: those may all be waiting for something. */
  private final ExecutorService writers =
      Executors.newFixedThreadPool(
          WRITERS, Thread.ofPlatform().daemon().name("spool-", 0).factory());

  SpoolSpace(PlatformSettings settings, Disk disk, MeterRegistry metrics) {
    this.disk = disk;
    Gauge.builder("gongkai.bodies.on.disk", this, SpoolSpace::onDisk)
        .baseUnit("bytes")
        .register(metrics);
    this.most = settings.bodies().onDisk().asLongValue();
  }

  @PreDestroy
  void stop() {
    writers.shutdown();
  }

  /** Carries out what may wait for the disk. */
  void execute(Runnable work) {
    try {
      writers.execute(work);
    } catch (RejectedExecutionException stopping) {
      work.run();
    }
  }

  void holdInMemory(int bytes) {
    memory.addAndGet(bytes);
  }

  int inMemory() {
    return memory.get() > TIGHT ? LITTLE : IN_MEMORY;
  }

  /**
   * Takes some of the disk.
   *
   * @throws ProblemException where there is no more, for this caller or at all
   */
  synchronized void take(String owner, long bytes) {
    long own = byOwner.getOrDefault(owner, 0L) + bytes;
    if (own > most / 2) {
      throw ProblemException.of(
              ProblemType.TOO_MANY_REQUESTS,
              "该调用方正在上传的内容过多；请等待其他上传完成后再试。",
              "This caller is sending too much at once; try again when other bodies are through.")
          .withHeader("Retry-After", "10");
    }
    if (taken + bytes > most) {
      throw ProblemException.of(
              ProblemType.SERVICE_UNAVAILABLE,
              "正在接收的内容过多，暂存空间已满；请稍后重试。",
              "Too much is being received, and there is no room left for it; try again later.")
          .withHeader("Retry-After", "10");
    }
    if (!disk.hasRoomFor(bytes)) {
      throw ProblemException.of(ProblemType.INSUFFICIENT_STORAGE).withHeader("Retry-After", "60");
    }
    taken += bytes;
    byOwner.put(owner, own);
  }

  private synchronized long onDisk() {
    return taken;
  }

  synchronized void giveBack(String owner, long bytes) {
    taken -= bytes;
    byOwner.computeIfPresent(owner, (o, own) -> own > bytes ? Long.valueOf(own - bytes) : null);
  }
}
