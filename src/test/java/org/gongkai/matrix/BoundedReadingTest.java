package org.gongkai.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gongkai.matrix.UnreadableFile.Reason;
import org.junit.jupiter.api.Test;

/** No file holds whoever sends it, whatever its reader does. */
class BoundedReadingTest {

  private static final PrintedDocument EMPTY =
      new PrintedDocument(FileKind.TEXT, List.of(), List.of());

  private static Reason refused(BoundedReading reading, BoundedReading.Work work) {
    return catchThrowableOfType(UnreadableFile.class, () -> reading.read(work)).reason();
  }

  @Test
  void aReaderThatAsksIsStopped() throws Exception {
    BoundedReading reading = new BoundedReading(Duration.ofMillis(100), 1);
    assertThat(
            refused(
                reading,
                () -> {
                  while (true) {
                    ReadingLimits.check();
                  }
                }))
        .isEqualTo(Reason.TOO_SLOW);
    // Its place is free again.
    assertThat(reading.read(() -> EMPTY)).isEqualTo(EMPTY);
  }

  @Test
  void oneThatDoesNotAskHoldsNobodyButItsPlace() throws Exception {
    BoundedReading reading = new BoundedReading(Duration.ofMillis(100), 2);
    CountDownLatch end = new CountDownLatch(1);
    BoundedReading.Work deaf =
        () -> {
          boolean ended = false;
          while (!ended) {
            try {
              end.await();
              ended = true;
            } catch (InterruptedException e) {
              // Goes on, as libraries do.
            }
          }
          return EMPTY;
        };
    assertThat(refused(reading, deaf)).isEqualTo(Reason.TOO_SLOW);
    assertThat(reading.read(() -> EMPTY)).isEqualTo(EMPTY);
    assertThat(refused(reading, deaf)).isEqualTo(Reason.TOO_SLOW);
    assertThat(refused(reading, () -> EMPTY)).isEqualTo(Reason.TOO_SLOW);
    end.countDown();
  }

  @Test
  void whateverALibraryThrowsIsARefusal() {
    BoundedReading reading = new BoundedReading(Duration.ofSeconds(20), 1);
    assertThat(
            refused(
                reading,
                () -> {
                  throw new IllegalStateException();
                }))
        .isEqualTo(Reason.BROKEN);
    assertThat(refused(reading, () -> deep(EMPTY))).isEqualTo(Reason.BROKEN);
    assertThat(
            refused(
                reading,
                () -> {
                  throw new OutOfMemoryError();
                }))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static PrintedDocument deep(PrintedDocument document) {
    return deep(deep(document));
  }
}
