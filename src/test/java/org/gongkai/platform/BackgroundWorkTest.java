package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A stop waits for what is at work, for a while, and lets nothing begin. */
class BackgroundWorkTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  /** One for each: the pool that all share has a single thread where there are two cores. */
  private static final Executor THREADS = piece -> Thread.ofVirtual().start(piece);

  @Test
  void whereNothingIsAtWorkNothingIsWaitedFor() {
    BackgroundWork work = new BackgroundWork(LONG);
    assertThat(work.stops()).isFalse();
    assertThat(work.endsInTime()).isTrue();
    assertThat(work.stops()).isTrue();
  }

  @Test
  void whatIsAtWorkEndsFirst() throws Exception {
    BackgroundWork work = new BackgroundWork(LONG);
    CountDownLatch began = new CountDownLatch(2);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Runnable piece =
        () ->
            work.run(
                () -> {
                  began.countDown();
                  await(mayEnd);
                });
    CompletableFuture<Void> first = CompletableFuture.runAsync(piece, THREADS);
    CompletableFuture<Void> second = CompletableFuture.runAsync(piece, THREADS);
    began.await();
    CompletableFuture<Boolean> stop = CompletableFuture.supplyAsync(work::endsInTime, THREADS);
    while (!work.stops()) {
      Thread.onSpinWait();
    }
    assertThat(stop).isNotDone();
    mayEnd.countDown();
    assertThat(stop.get()).isTrue();
    CompletableFuture.allOf(first, second).get();
  }

  @Test
  void nothingBeginsAfterwards() {
    BackgroundWork work = new BackgroundWork(LONG);
    assertThat(work.endsInTime()).isTrue();
    work.run(() -> fail("it has begun"));
    assertThat(work.call(() -> Optional.of("it has begun"))).isEmpty();
  }

  @Test
  void whatTakesTooLongIsNotWaitedForWithoutEnd() throws Exception {
    BackgroundWork work = new BackgroundWork(Duration.ofMillis(20));
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Void> piece =
        CompletableFuture.runAsync(
            () ->
                work.run(
                    () -> {
                      began.countDown();
                      await(mayEnd);
                    }),
            THREADS);
    began.await();
    assertThat(work.endsInTime()).isFalse();
    mayEnd.countDown();
    piece.get();
  }

  /** One that fails is no longer at work either. */
  @Test
  void whatFailsHasEnded() {
    BackgroundWork work = new BackgroundWork(LONG);
    CompletableFuture<Void> piece =
        CompletableFuture.runAsync(
            () ->
                work.run(
                    () -> {
                      throw new IllegalStateException("no connection");
                    }),
            THREADS);
    assertThat(piece).failsWithin(LONG);
    assertThat(work.endsInTime()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
