package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is in which group, and who leads. */
@Timeout(60)
class BatchQueueTest {

  private static final String FIRST = "first";

  private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
  private final List<String> leaders = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);

  private BatchQueue<String> queue(int maxWaiting, int largest) {
    return new BatchQueue<>(
        maxWaiting, largest, item -> Set.of(item.charAt(0)), group -> work(group));
  }

  /** The first group ends only when the test says so. */
  private void work(List<String> group) {
    groups.add(group);
    leaders.add(Thread.currentThread().getName());
    if (group.contains(FIRST)) {
      begun.countDown();
      try {
        mayGoOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (group.contains("!")) {
      throw new IllegalArgumentException("no good");
    }
  }

  /** Has some wait behind the first, in their order, and then lets all go. */
  private List<Boolean> behindTheFirst(BatchQueue<String> queue, String... others)
      throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<Boolean> first = threads.submit(named(FIRST, () -> queue.carryOut(FIRST)));
      begun.await();
      List<Future<Boolean>> waiting = new ArrayList<>();
      for (String other : others) {
        int before = queue.waiting();
        Future<Boolean> its = threads.submit(named(other, () -> queue.carryOut(other)));
        waiting.add(its);
        while (queue.waiting() == before && !its.isDone()) {
          Thread.onSpinWait();
        }
      }
      mayGoOn.countDown();
      assertThat(first.get()).isTrue();
      List<Boolean> carriedOut = new ArrayList<>();
      for (Future<Boolean> its : waiting) {
        carriedOut.add(its.get());
      }
      return carriedOut;
    }
  }

  private static Callable<Boolean> named(String name, Callable<Boolean> work) {
    return () -> {
      Thread.currentThread().setName(name);
      return work.call();
    };
  }

  @Test
  void oneAloneIsAGroup() {
    BatchQueue<String> queue = queue(0, 10);
    assertThat(queue.carryOut("a")).isTrue();
    assertThat(queue.carryOut("a")).isTrue();
    assertThat(groups).containsExactly(List.of("a"), List.of("a"));
    assertThat(leaders).containsOnly(Thread.currentThread().getName());
  }

  @Test
  void whoComesMeanwhileIsInTheNextGroupLedByTheFirstOfThem() throws Exception {
    assertThat(behindTheFirst(queue(10, 10), "a", "b", "c")).containsOnly(true);
    assertThat(groups).containsExactly(List.of(FIRST), List.of("a", "b", "c"));
    assertThat(leaders).containsExactly(FIRST, "a");
  }

  @Test
  void inAGroupNoKeyStandsTwiceAndOrderIsKept() throws Exception {
    behindTheFirst(queue(10, 10), "a1", "b1", "a2", "c1", "a3", "b2");
    assertThat(groups)
        .containsExactly(
            List.of(FIRST), List.of("a1", "b1", "c1"), List.of("a2", "b2"), List.of("a3"));
    assertThat(leaders).containsExactly(FIRST, "a1", "a2", "a3");
  }

  @Test
  void aGroupHasNoMoreThanIsSaid() throws Exception {
    behindTheFirst(queue(10, 2), "a", "b", "c");
    assertThat(groups).containsExactly(List.of(FIRST), List.of("a", "b"), List.of("c"));
  }

  @Test
  void oneTooManyIsTurnedAway() throws Exception {
    assertThat(behindTheFirst(queue(2, 10), "a", "b", "c")).containsExactly(true, true, false);
    assertThat(groups).containsExactly(List.of(FIRST), List.of("a", "b"));
  }

  /** The one that leads is told; the others are let go, and the next group has its turn. */
  @Test
  void whereTheWorkFailsNobodyIsLeftWaiting() throws Exception {
    BatchQueue<String> queue = queue(10, 2);
    assertThatThrownBy(() -> behindTheFirst(queue, "!", "b", "c"))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    assertThat(groups).containsExactly(List.of(FIRST), List.of("!", "b"), List.of("c"));
    assertThat(queue.carryOut("d")).isTrue();
  }

  @Test
  void ofManyEachIsInOneGroupAndNoTwoGroupsAreAtWorkAtOnce() throws Exception {
    Semaphore atWork = new Semaphore(1);
    AtomicInteger overlaps = new AtomicInteger();
    BatchQueue<Integer> queue =
        new BatchQueue<>(
            1000,
            7,
            item -> Set.of(item % 10),
            group -> {
              overlaps.addAndGet(atWork.tryAcquire() ? 0 : 1);
              groups.add(group.stream().map(String::valueOf).toList());
              atWork.release();
            });
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Boolean>> calls =
          IntStream.range(0, 2000)
              .<Callable<Boolean>>mapToObj(i -> () -> queue.carryOut(i))
              .toList();
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        assertThat(call.get()).isTrue();
      }
    }
    assertThat(overlaps).hasValue(0);
    List<String> all = groups.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(2000);
    assertThat(new HashSet<>(all)).hasSize(2000);
    assertThat(groups).allMatch(group -> group.size() <= 7);
  }
}
