package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class SpillTest {

  private static AnswerSpace space(int maxConcurrent, long most) {
    return new AnswerSpace(maxConcurrent, new MemorySize(BigInteger.valueOf(most)));
  }

  private static byte[] some(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
  void whatWasWrittenIsReadAsOftenAsWanted(int length) throws IOException {
    byte[] bytes = some(length);
    try (Spill spill = space(1, 1 << 20).spillBeyond(0)) {
      int at = 0;
      for (int part = 1; at < length; part = 3 * part + 1) {
        int count = Math.min(part, length - at);
        spill.write(bytes, at, count);
        at += count;
      }
      assertThat(spill.length()).isEqualTo(length);
      assertThat(spill.isOnDisk()).isEqualTo(length > 65_536);
      for (int time = 0; time < 2; time++) {
        try (InputStream in = spill.open()) {
          assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        spill.settle();
      }
      spill.delete();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsOnDiskHasNoNameAndNobodyElseMayReadIt() throws IOException {
    Spill spill = space(1, 4 << 20).written(out -> out.write(some(1_200_000)));
    try (Stream<Path> opened = Files.list(Path.of("/proc/self/fd"))) {
      List<Path> ours = opened.filter(SpillTest::isDeletedAnswer).toList();
      assertThat(ours).isNotEmpty();
      for (Path file : ours) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    spill.delete();
  }

  private static boolean isDeletedAnswer(Path opened) {
    try {
      return Files.readSymbolicLink(opened).toString().endsWith(".answer (deleted)");
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  @Test
  void theDiskIsSharedAndGivenBack() throws IOException {
    AnswerSpace space = space(1, 1_000_000);
    Spill first = space.spillBeyond(0);
    first.write(some(450_000));
    Spill second = space.spillBeyond(0);
    second.write(some(450_000));
    Spill third = space.spillBeyond(0);
    assertThatThrownBy(() -> third.write(some(300_000)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE));
    third.delete();
    first.delete();
    first.delete();
    Spill fourth = space.spillBeyond(0);
    fourth.write(some(450_000));
    assertThatThrownBy(() -> fourth.write(some(200_000)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(ProblemType.ANSWER_TOO_LARGE));
  }

  @Test
  void whatFailsTakesNothing() throws IOException {
    AnswerSpace space = space(1, 4_000_000);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(
              () ->
                  space.written(
                      out -> {
                        out.write(some(1_600_000));
                        throw new IllegalStateException("half way");
                      }))
          .hasMessage("half way");
    }
  }

  /** Its end is in memory until it is complete, and counts as well before it is sent. */
  @Test
  void theLastOfAnAnswerIsRefusedWhileItIsMade() {
    AnswerSpace space = space(1, 4_000_000);
    assertThatThrownBy(() -> space.written(out -> out.write(some(2_010_000))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(ProblemType.ANSWER_TOO_LARGE));
    assertThat(space.onDisk()).isZero();
    Spill fits = space.written(out -> out.write(some(1_990_000)));
    assertThat(space.onDisk()).isEqualTo(1_990_000);
    fits.delete();
    assertThat(space.onDisk()).isZero();
  }

  /** However many slow readers there are: what they do not take waits on disk. */
  @Test
  void memoryIsSharedAndGivenBack() throws IOException {
    AnswerSpace space = space(1, 1 << 30);
    List<Spill> answers = new ArrayList<>();
    byte[] bytes = some(900_000);
    for (int i = 0; i < 40; i++) {
      answers.add(space.written(out -> out.write(bytes)));
      assertThat(space.inMemory()).isLessThanOrEqualTo(24 << 20);
    }
    assertThat(answers.getFirst().isOnDisk()).isFalse();
    assertThat(answers.getLast().isOnDisk()).isTrue();
    for (Spill answer : answers) {
      assertThat(answer.toBytes()).isEqualTo(bytes);
      answer.delete();
      answer.delete();
    }
    assertThat(space.inMemory()).isZero();
    assertThatThrownBy(
            () ->
                space.written(
                    out -> {
                      out.write(bytes);
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    space.written(out -> out.write(some(1_200_000))); // is on disk wholly
    assertThat(space.inMemory()).isZero();
    space.written(out -> out.write(1));
    assertThat(space.inMemory()).isEqualTo(1);
  }

  /** As parts of an answer are put together, and read at whatever place. */
  @Test
  void whatIsSharedIsReadAsItWouldBeCopied() throws IOException {
    Random random = new Random(5);
    for (int most : new int[] {1 << 16, 1 << 18, 12 << 20}) {
      AnswerSpace space = space(1, 1 << 30);
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      Spill part = space.spillBeyond(most);
      for (int i = 0; i < 500; i++) {
        byte[] bytes = some(random.nextInt(1 << random.nextInt(1, 17)));
        int offset = random.nextInt(bytes.length + 1);
        if (random.nextBoolean()) {
          part.writeShared(bytes, offset);
        } else {
          part.write(bytes, offset, bytes.length - offset);
        }
        expected.write(bytes, offset, bytes.length - offset);
      }
      assertThat(part.isOnDisk()).isEqualTo(most < 1 << 20);
      assertRead(part, expected.toByteArray(), random);
      expected.write('e');
      expected.write(some(70_000));
      Spill answer =
          space.written(
              out -> {
                part.copyTo(out);
                out.write('e');
                out.write(some(70_000));
              });
      assertThat(answer.isOnDisk()).isEqualTo(part.isOnDisk());
      part.delete();
      assertThat(space.inMemory()).isEqualTo(answer.isOnDisk() ? 0 : answer.length());
      assertRead(answer, expected.toByteArray(), random);
      answer.delete();
      assertThat(space.inMemory()).isZero();
      assertThat(space.onDisk()).isZero();
    }
  }

  private static void assertRead(Spill spill, byte[] expected, Random random) throws IOException {
    assertThat(spill.length()).isEqualTo(expected.length);
    assertThat(spill.toBytes()).isEqualTo(expected);
    byte[] into = new byte[70_000];
    for (int i = 0; i < 50; i++) {
      int place = random.nextInt(expected.length);
      int count = 1 + random.nextInt(into.length - 10);
      int read = spill.read(place, into, 10, count);
      assertThat(read).isPositive();
      assertThat(Arrays.copyOfRange(into, 10, 10 + read))
          .isEqualTo(Arrays.copyOfRange(expected, place, place + read));
    }
    assertThat(spill.read(expected.length, into, 0, 1)).isEqualTo(-1);
  }

  /** Large ones take none of what is left to others. */
  @Test
  void largeOnesLeaveMemoryToOthers() throws IOException {
    AnswerSpace space = space(1, 1 << 30);
    List<Spill> large = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Spill one = space.spillBeyond(12 << 20);
      one.write(some(9_000_000));
      one.settle();
      large.add(one);
      assertThat(space.inMemory()).isLessThanOrEqualTo(16 << 20);
    }
    assertThat(large.getFirst().isOnDisk()).isFalse();
    assertThat(large.getLast().isOnDisk()).isTrue();
    assertThat(space.written(out -> out.write(some(900_000))).isOnDisk()).isFalse();
  }

  @Test
  void soManyAreMadeAtOnceAndNoMore() throws Exception {
    AnswerSpace space = space(1, 1_000_000);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread other =
        Thread.ofPlatform()
            .start(
                () ->
                    space.make(
                        () -> {
                          begun.countDown();
                          try {
                            end.await();
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                          return null;
                        }));
    begun.await();
    assertThatThrownBy(() -> space.make(() -> "never"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE));
    end.countDown();
    other.join();
    assertThat(space.make(() -> "now")).isEqualTo("now");
  }
}
