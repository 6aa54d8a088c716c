package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestSchedulerTest {

  private static final int AT_ONCE = 2;

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private long millis = 1_000_000;
  private final RequestScheduler scheduler =
      new RequestScheduler(
          AT_ONCE,
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          () -> TimeUnit.MILLISECONDS.toNanos(millis),
          metrics);

  private final List<String> begun = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Map<String, RequestScheduler.Slot> asked = new HashMap<>();

  /** The caller is the first letter of the name, and a stranger where that is a capital. */
  private void ask(String... names) {
    for (String name : names) {
      String caller = name.substring(0, 1);
      SenderCache.QueueKey key =
          new SenderCache.QueueKey(caller, caller.equals(caller.toLowerCase(Locale.ROOT)));
      asked.put(name, scheduler.ask(key, slot -> begun.add(name), () -> refused.add(name)));
    }
  }

  private void strangersAsk(int many) {
    for (int i = 0; i < many; i++) {
      scheduler.ask(new SenderCache.QueueKey("network " + i, false), slot -> {}, () -> {});
    }
  }

  private void end(String... names) {
    for (String name : names) {
      asked.get(name).end();
    }
  }

  /** One that was let in before, and is at work from now on. */
  private RequestScheduler.Slot goOn(String name) {
    return scheduler.goOn(() -> begun.add(name));
  }

  private double gauge(String name) {
    return metrics.get(name).gauge().value();
  }

  @Test
  void asManyAsMayAreAtWorkAndWhoeverEndsLetsTheNextIn() {
    ask("a1", "a2", "a3", "a4");
    assertThat(begun).containsExactly("a1", "a2");
    assertThat(gauge("gongkai.requests.waiting")).isEqualTo(2);
    end("a2", "a2");
    assertThat(begun).containsExactly("a1", "a2", "a3");
    assertThat(gauge("gongkai.requests.at.work")).isEqualTo(AT_ONCE);
    end("a1", "a3", "a4");
    assertThat(begun).hasSize(4);
    assertThat(gauge("gongkai.requests.at.work")).isZero();
    assertThat(gauge("gongkai.requests.waiting")).isZero();
  }

  @Test
  void callersTakeTurnsHoweverManyRequestsOneHas() {
    ask("a1", "a2", "a3", "a4", "a5", "b1", "c1");
    end("a1", "a2", "a3");
    assertThat(begun).containsExactly("a1", "a2", "a3", "b1", "c1");
  }

  @Test
  void whatWasLetInGoesBeforeWhatComes() {
    ask("a1", "a2", "b1");
    goOn("a1 again");
    end("a1");
    assertThat(begun).containsExactly("a1", "a2", "a1 again");
  }

  @Test
  void whoHangsUpWhileItWaitsHasNoTurn() {
    ask("a1", "a2", "b1", "c1");
    end("b1", "a1");
    assertThat(begun).containsExactly("a1", "a2", "c1");
    end("a2", "c1");
    assertThat(gauge("gongkai.requests.at.work")).isZero();
  }

  @Test
  void whoGivesUpIsRefusedUnlessItIsAtWork() {
    ask("a1", "a2", "a3");
    asked.get("a1").giveUp();
    asked.get("a3").giveUp();
    assertThat(refused).containsExactly("a3");
    end("a1", "a2", "a3");
    assertThat(begun).containsExactly("a1", "a2");
    assertThat(metrics.get("gongkai.requests.refused").counter().count()).isEqualTo(1);
  }

  /** Whoever sends another key with each request would fill the memory with them. */
  @Test
  void whoeverComesWhenAsManyCallersWaitAsMayIsRefusedAndForgotten() {
    ask("a1", "a2");
    strangersAsk(RequestScheduler.MOST_WAITING);
    ask("C", "D", "E");
    assertThat(refused).containsExactly("C", "D", "E");
    assertThat(gauge("gongkai.requests.waiting.callers")).isEqualTo(RequestScheduler.MOST_WAITING);
  }

  @Test
  void aBurstIsWorkedOffAsAWhole() {
    for (int i = 0; i < 30; i++) {
      ask("a" + i);
    }
    for (int i = 0; i < 28; i++) {
      millis += 70;
      end("a" + i);
    }
    assertThat(refused).isEmpty();
    assertThat(begun).hasSize(30);
  }

  /** As many wait as may. */
  @Test
  void whoHasTheLongestLineMakesRoomForOthers() {
    int last = AT_ONCE + RequestScheduler.MOST_WAITING - 1;
    for (int i = 0; i <= last + 1; i++) {
      ask("a" + i);
    }
    assertThat(refused).containsExactly("a" + (last + 1));
    ask("b1");
    assertThat(refused).hasSize(2).endsWith("a" + last);
    end("a0", "a1");
    assertThat(begun).containsExactly("a0", "a1", "a2", "b1");
    assertThat(gauge("gongkai.requests.waiting")).isEqualTo(RequestScheduler.MOST_WAITING - 2);
  }

  @Test
  void whoIsKnownTakesThePlaceOfAStranger() {
    ask("a1", "a2");
    strangersAsk(RequestScheduler.MOST_WAITING);
    ask("b1");
    assertThat(refused).isEmpty();
    assertThat(gauge("gongkai.requests.waiting")).isEqualTo(RequestScheduler.MOST_WAITING);
    end("a1", "a2");
    assertThat(begun).endsWith("b1");
  }

  /** As where keys are made up on as many networks. */
  @Test
  void howeverManyStrangersThereAreEverySecondTurnIsOfOneWhoIsKnown() {
    ask("a1", "a2", "A1", "B1", "C1", "D1", "b1", "b2");
    end("a1", "a2", "A1", "b1");
    assertThat(begun).containsExactly("a1", "a2", "A1", "b1", "B1", "b2");
  }

  /**
   * A flood from one network, on a machine of which it takes so much that all are slow: whoever
   * asks for one thing after the other waits unbearably each time, and is not to pay for it.
   */
  @Test
  void whoAsksForOneAtATimeIsNotRefusedForAFloodOfOthers() {
    int done = 0;
    int own = 0;
    ask("b0");
    for (int i = 0; i < 400; i++) {
      ask("A" + i, "A again " + i);
      millis += 110;
      String ended = begun.get(done++);
      end(ended);
      if (ended.startsWith("b")) {
        ask("b" + ++own);
      }
    }
    assertThat(refused).hasSizeGreaterThan(300).allMatch(name -> name.startsWith("A"));
    assertThat(own).isGreaterThan(100);
  }

  /** Nobody asks for more than one at a time, and yet they are too many. */
  @Test
  void whereThereAreMoreCallersThanCanBeAtWorkTheirWaitsAreJudgedTogether() {
    int done = 0;
    for (int i = 0; i < 2000; i++) {
      millis += 5;
      String name = Character.toString('a' + i % 26) + i;
      // each in a queue of its own
      asked.put(
          name,
          scheduler.ask(
              new SenderCache.QueueKey(name, true),
              slot -> begun.add(name),
              () -> refused.add(name)));
      if (i % 10 == 9) {
        end(begun.get(done++));
      }
    }
    assertThat(refused).hasSizeGreaterThan(1500);
    assertThat(gauge("gongkai.requests.waiting")).isLessThan(30);
  }

  @Test
  void aLineThatWasRefusedAsAWholeIsStillOneThatWasLate() {
    ask("z1", "z2");
    for (int i = 0; i < 40; i++) {
      ask("a" + i);
    }
    for (int i = 0; i < 20; i++) {
      millis += 110;
      end(begun.getLast());
    }
    end(begun.toArray(String[]::new));
    assertThat(gauge("gongkai.requests.waiting")).as("all were late").isZero();

    ask("a50", "a51", "a52", "a53");
    millis += 110;
    end("a50");
    assertThat(refused).endsWith("a52");
    assertThat(begun).endsWith("a53");
  }

  /** Ten come while one is done; nobody's work takes longer than bearable. */
  @Test
  void whereMoreComeThanCanBeDoneThoseThatAreLetInHaveWaitedBearably() {
    Map<String, Long> came = new HashMap<>();
    List<Long> waits = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < 1000; i++) {
      millis += 10;
      came.put("a" + i, millis);
      ask("a" + i);
      if (i % 10 == 9) {
        end(begun.get(done++));
        String last = begun.getLast();
        waits.add(millis - came.get(last));
      }
    }
    assertThat(waits.subList(0, 19)).as("as in a burst").anyMatch(wait -> wait > 1000);
    assertThat(waits.subList(25, waits.size())).allMatch(wait -> wait <= 100);
    assertThat(refused.size()).isGreaterThan(800);
    assertThat(begun.size()).as("nothing stood idle").isEqualTo(done + AT_ONCE);

    millis += 3000;
    end(begun.get(done++), begun.get(done++));
    assertThat(gauge("gongkai.requests.waiting")).isZero();
    ask("b1", "b2", "b3");
    millis += 300;
    end("b1");
    assertThat(begun).as("it is over, and this a burst again").endsWith("b3");
  }

  @Test
  void whereWorkTakesLongALongerWaitIsBearable() {
    List<RequestScheduler.Slot> works = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      RequestScheduler.Slot work = goOn("w" + i);
      millis += 400;
      work.end();
      works.add(work);
    }
    assertThat(works).hasSize(200);
    ask("a1", "a2");
    for (int i = 0; i < 20; i++) {
      ask("b" + i);
      millis += 390;
      end(begun.getLast());
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void whatTakesLongDoesNotKeepOthersOut() {
    ask("a1", "a2", "b1");
    millis += RequestScheduler.LONGEST_SLOT.toMillis() + 1;
    ask("c1");
    assertThat(begun).containsExactly("a1", "a2", "b1", "c1");
    assertThat(refused).isEmpty();
    end("a1", "a2", "b1");
    assertThat(gauge("gongkai.requests.at.work")).isEqualTo(1);
  }
}
