package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.gongkai.form.Samples;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.Printed;
import org.gongkai.matrix.UnreadableFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever a file does to the process that reads it, the next file is read. */
@Tag("long")
@Execution(ExecutionMode.SAME_THREAD)
class FileReadingTest {

  private static final byte[] TEXT = Printed.file("huancui-industry-bureau-2021.txt");
  private static final byte[] ANY = new byte[1 << 20];

  private static final AtomicLong NANOS = new AtomicLong();

  /** Of all tests, each of which takes the process that the one before has left. */
  private static final ReadingProcesses PROCESSES = processes();

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  private static ReadingProcesses processes() {
    return new ReadingProcesses(Samples.FORMS, 192 << 20, NANOS::get);
  }

  @AfterAll
  static void end() {
    PROCESSES.close();
  }

  private FileReading reading(Duration longest) {
    return new FileReading(PROCESSES, 1, longest, new ReadingMeters(metrics));
  }

  private static void beginAnew() {
    NANOS.addAndGet(ReadingProcesses.LONGEST_REST.toNanos());
    PROCESSES.letGo();
  }

  private static void isRead(Optional<FileReading.Said> said) {
    assertThat(said.orElseThrow().kind()).isEqualTo(FileKind.TEXT);
  }

  private double ended(String by) {
    return metrics.counter("gongkai.imports.readers.ended", "by", by).count();
  }

  @Test
  void whereAFileTakesAllMemoryOnlyTheFileIsRefused() throws Exception {
    beginAnew(); // one that has read before would give the file another chance
    FileReading reading = reading(Duration.ofMinutes(1));
    UnreadableFile refusal =
        catchThrowableOfType(
            UnreadableFile.class, () -> reading.now(HostileFiles.objectsWithoutEnd()));
    assertThat(refusal.reason()).isEqualTo(UnreadableFile.Reason.TOO_LARGE);
    assertThat(refusal.text().en()).contains("memory", "ended");
    assertThat(ended("memory")).isEqualTo(1);
    isRead(reading.now(TEXT));
    assertThat(metrics.timer("gongkai.imports.reading", "outcome", "read").count()).isEqualTo(1);
    assertThat(metrics.timer("gongkai.imports.reading", "outcome", "too-large").count())
        .isEqualTo(1);
  }

  /** Who has ended it is not known, so the file is given one more chance. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whereSomebodyEndsTheProcessTheFileIsReadByAnother() throws Exception {
    FileReading reading = reading(Duration.ofMinutes(2));
    long pid = stoppedNext().pid();
    CompletableFuture<Optional<FileReading.Said>> said = now(reading, TEXT);
    signal("KILL", pid);
    isRead(said.get(2, TimeUnit.MINUTES));
    assertThat(ended("death")).isLessThanOrEqualTo(1);
  }

  /** Nothing was wrong with the machine, so nobody waits half a minute. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whereSomebodyEndsTheProcessBeforeItHasBegunAnotherReadsAtOnce() throws Exception {
    FileReading reading = reading(Duration.ofMinutes(2));
    beginAnew();
    Set<Long> before = children();
    CompletableFuture<Optional<FileReading.Said>> said = now(reading, TEXT);
    Set<Long> begun = children();
    begun.removeAll(before);
    while (begun.isEmpty()) {
      Thread.sleep(2);
      begun = children();
      begun.removeAll(before);
    }
    signal("KILL", begun.iterator().next());
    isRead(said.get(2, TimeUnit.MINUTES));
    assertThat(reading.isFree()).isTrue();
    assertThat(ended("death")).isEqualTo(1);
  }

  /** Those that are a Java already, and no longer what the JDK begins one by. */
  private static Set<Long> children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(c -> c.endsWith("java")).isPresent())
        .map(ProcessHandle::pid)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void nobodyWaitsForTheFileOfAnother() throws Exception {
    FileReading reading = reading(Duration.ofSeconds(10));
    ReadingProcess stopped = stoppedNext();
    int before = stopped.count();
    CompletableFuture<Optional<FileReading.Said>> stuck = now(reading, ANY);
    while (stopped.count() == before) {
      Thread.sleep(2);
    }
    assertThat(reading.now(TEXT)).as("the one place is taken").isEmpty();
    isRead(reading.read(TEXT));
    assertThatThrownBy(() -> stuck.get(2, TimeUnit.MINUTES))
        .isInstanceOf(ExecutionException.class)
        .rootCause()
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(UnreadableFile.Reason.TOO_SLOW));
    assertThat(ended("time")).isEqualTo(1);
    isRead(reading.now(TEXT));
  }

  /** The process that is given the next file does nothing at all. */
  private static ReadingProcess stoppedNext() throws Exception {
    ReadingProcess process = PROCESSES.take();
    PROCESSES.giveBack(process);
    signal("STOP", process.pid());
    return process;
  }

  private static CompletableFuture<Optional<FileReading.Said>> now(
      FileReading reading, byte[] file) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return reading.now(file);
          } catch (UnreadableFile e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  @Test
  void oneThatHasNothingToReadIsLetGo() throws Exception {
    ReadingProcess process = PROCESSES.take();
    PROCESSES.giveBack(process);
    NANOS.addAndGet(ReadingProcesses.LONGEST_REST.toNanos() - 1);
    PROCESSES.letGo();
    assertThat(process.isAlive()).isTrue();
    assertThat(PROCESSES.take()).isSameAs(process);
    PROCESSES.giveBack(process);
    NANOS.addAndGet(ReadingProcesses.LONGEST_REST.toNanos());
    PROCESSES.letGo();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void whenTheServiceStopsNoneIsBegun() throws Exception {
    ReadingProcesses own = processes();
    ReadingProcess process = own.take();
    own.giveBack(process);
    FileReading reading =
        new FileReading(own, 1, Duration.ofMinutes(1), new ReadingMeters(metrics));
    own.close();
    assertThat(process.isAlive()).isFalse();
    assertThat(reading.now(TEXT)).isEmpty();
    assertThat(reading.read(TEXT)).isEmpty();
    assertThatThrownBy(own::take).isInstanceOf(IOException.class);
  }
}
