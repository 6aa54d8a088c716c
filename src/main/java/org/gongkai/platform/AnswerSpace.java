package org.gongkai.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;

/**
 * What large answers may take together: how many are made at once, each of which holds a worker and
 * a connection of the database, and how much of the disk those take that are being made or sent. Of
 * memory they share a little: who finds it taken has a {@link Spill} that goes to disk sooner.
 */
@Singleton
public class AnswerSpace {

  private static final Text BUSY =
      new Text("正在生成的大型答复过多，请稍后重试。", "Too many large answers are being made; try again soon.");
  private static final String SOON = "5";

  /** So many may wait for their turn, for so long, and no longer: each holds a worker. */
  private static final int WAITING = 8;

  private static final long PATIENCE_SECONDS = 5;

  /** What answers hold in memory together. */
  private static final long MEMORY = 24L << 20;

  /** How much of it is left to those that are not large. */
  private static final long NOT_FOR_LARGE = 8L << 20;

  /** What one that is not large may hold: the sums of all provinces are half of it. */
  private static final long HELD = 1L << 20;

  private final Semaphore makers;
  private final long most;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong inMemory = new AtomicLong();

  @Inject
  AnswerSpace(PlatformSettings settings, MeterRegistry metrics) {
    this(settings.answers().maxConcurrent(), settings.answers().onDisk());
    Gauge.builder("gongkai.answers.on.disk", this, AnswerSpace::onDisk)
        .baseUnit("bytes")
        .register(metrics);
    Gauge.builder("gongkai.answers.in.memory", this, AnswerSpace::inMemory)
        .baseUnit("bytes")
        .register(metrics);
    metrics.gauge("gongkai.answers.waiting", makers, Semaphore::getQueueLength);
  }

  AnswerSpace(int maxConcurrent, MemorySize most) {
    this.makers = new Semaphore(maxConcurrent, true);
    this.most = most.asLongValue();
  }

  /** Makes a large answer when it is its turn. */
  public <T> T make(Supplier<T> answer) {
    if (makers.getQueueLength() >= WAITING || !isItsTurn()) {
      throw busy();
    }
    try {
      return answer.get();
    } finally {
      makers.release();
    }
  }

  private boolean isItsTurn() {
    try {
      return makers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ProblemException busy() {
    return ProblemException.of(ProblemType.SERVICE_UNAVAILABLE, BUSY)
        .withHeader("Retry-After", SOON);
  }

  /** Writes something down. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** An answer, written down. It is given back at the end of the request at the latest. */
  public Spill written(Writing writing) {
    Spill answer = new Spill(this, HELD);
    try {
      writing.to(answer);
      answer.settle();
      UnsentSpills.giveBackAtTheEnd(answer);
      return answer;
    } catch (IOException e) {
      answer.delete();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      answer.delete();
      throw e;
    }
  }

  /** An answer that was written before and is in memory; nobody may change it. */
  public Spill again(byte[] written) {
    Spill answer = new Spill(this, written);
    UnsentSpills.giveBackAtTheEnd(answer);
    return answer;
  }

  /**
   * Room for a part of a large answer.
   *
   * @param most bytes that are in memory, where large answers have so much, before all goes to disk
   */
  public Spill spillBeyond(long most) {
    return new Spill(this, most);
  }

  /**
   * Takes room on the disk.
   *
   * @param own what the same answer has taken already
   */
  void take(long bytes, long own) {
    if (own + bytes > most / 2) {
      throw ProblemException.of(ProblemType.ANSWER_TOO_LARGE);
    }
    if (taken.addAndGet(bytes) > most) {
      taken.addAndGet(-bytes);
      throw busy();
    }
  }

  long onDisk() {
    return taken.get();
  }

  long inMemory() {
    return inMemory.get();
  }

  /**
   * Takes memory.
   *
   * @param all what the same answer then has
   */
  boolean takesMemory(long bytes, long all) {
    boolean fits = inMemory.addAndGet(bytes) <= (all <= HELD ? MEMORY : MEMORY - NOT_FOR_LARGE);
    if (!fits) {
      giveBackMemory(bytes);
    }
    return fits;
  }

  void giveBackMemory(long bytes) {
    inMemory.addAndGet(-bytes);
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
