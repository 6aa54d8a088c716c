package org.gongkai.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * Whether anything may be written at the moment. What is read goes on whatever it says, and it
 * opens again by itself.
 */
@Singleton
public class WriteGate {

  private final ReadOnlyMode readOnly;
  private final Disk disk;
  private final DatabaseClock clock;
  private final Counter maintained;
  private final Counter full;
  private final Counter apart;

  WriteGate(ReadOnlyMode readOnly, Disk disk, DatabaseClock clock, MeterRegistry metrics) {
    this.readOnly = readOnly;
    this.maintained = metrics.counter("gongkai.writes.refused", "reason", "read-only");
    this.disk = disk;
    this.clock = clock;
    this.full = metrics.counter("gongkai.writes.refused", "reason", "disk");
    this.apart = metrics.counter("gongkai.writes.refused", "reason", "clock");
  }

  /** Whether it is worth a try to write down what nobody waits for. */
  public boolean isOpen() {
    return !readOnly.isOn() && disk.hasRoomToWrite();
  }

  /**
   * Refuses to write where it would do harm.
   *
   * @throws ProblemException {@code insufficient-storage} or {@code service-unavailable}
   */
  public void requireOpen() {
    requireOpen(false);
  }

  /**
   * The same for what may free room, which is let through where there is little.
   *
   * @param frees whether something is deleted
   */
  public void requireOpen(boolean frees) {
    if (readOnly.isOn()) {
      maintained.increment();
      String why = readOnly.reason().map(reason -> reason + "；").orElse("");
      throw ProblemException.of(
              ProblemType.SERVICE_UNAVAILABLE,
              why + "服务正在维护，暂时只能读取；数据未改变，请稍后重试。",
              readOnly.reason().map(reason -> reason + ". ").orElse("")
                  + "The service is under maintenance and can only be read; nothing was changed, try"
                  + " again later.")
          .withHeader("Retry-After", "120");
    }
    if (!frees && !disk.hasRoomToWrite()) {
      full.increment();
      throw ProblemException.of(ProblemType.INSUFFICIENT_STORAGE).withHeader("Retry-After", "60");
    }
    if (clock.isWrong()) {
      apart.increment();
      throw ProblemException.of(
              ProblemType.SERVICE_UNAVAILABLE,
              "本实例的时钟与数据库相差过多，暂不接收新的内容；数据未改变，请管理员校准时钟。",
              "The clock of this instance is too far from the database's, and nothing new is taken;"
                  + " nothing was changed. The operator sets the clock.")
          .withHeader("Retry-After", "60");
    }
  }
}
