package org.gongkai.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.gongkai.Seeds;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.rollup.RandomLives;
import org.gongkai.rollup.RandomTreeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many write at once, in a random order, all that can change a sum, while changes are folded at
 * random moments. At any moment the sums that are kept are those of the reports.
 */
@QuarkusTest
class KeptSumsTest {

  private static final int WRITERS = Seeds.number(8, 32);
  private static final int STEPS = 12;

  /** What goes wrong in a region's sums, and against what they are then found to be. */
  private static final Map<String, String> WRONG =
      Map.of(
          "UPDATE tally SET numbers[1] = numbers[1] + 1 WHERE region = ? AND kind <> ''",
          "reports",
          "UPDATE tally SET numbers[1] = numbers[1] + 1 WHERE region = ? AND kind = ''",
          "parts",
          "UPDATE tally SET expected = expected - 1 WHERE region = ? AND kind <> ''",
          "reports",
          "UPDATE expected_report_count SET expected = 7 WHERE region = ? AND kind <> ''",
          "registry",
          "UPDATE tally SET cells = cells[2:], numbers = numbers[2:], stated = stated[2:], blank ="
              + " blank[2:], approximate = approximate[2:], reported = reported[2:] WHERE region ="
              + " ? AND kind <> ''",
          "reports",
          "UPDATE tally SET reported[1] = reported[1] + 1 WHERE region = ? AND kind <> ''",
          "reports",
          "UPDATE tally SET blank = array_fill(1, ARRAY[cardinality(cells)]) WHERE region = ? AND"
              + " kind <> ''",
          "reports",
          "UPDATE tally SET approximate = array_fill(1, ARRAY[cardinality(cells)]) WHERE region = ?"
              + " AND kind <> ''",
          "reports");

  @Inject Folding folding;
  @Inject TallyChecks checks;
  @Inject Rebuilding rebuilding;
  @Inject DataSource database;

  private final City city = City.found();
  private final RandomLives lives = new RandomLives(city);

  @ParameterizedTest
  @ValueSource(longs = 70)
  void whatIsKeptIsWhatTheReportsAddUpTo(long seed) throws Exception {
    lives.grow(new Random(seed));
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2)) {
      Future<?> folder = threads.submit(() -> foldNowAndThen(new Random(seed), over));
      Future<Integer> checker = threads.submit(() -> checkUntil(over));
      List<Callable<Void>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Random random = new Random(seed * 1000 + i);
        writers.add(() -> lives.write(STEPS, random));
      }
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
      over.set(true);
      folder.get();
      assertThat(checker.get()).isPositive();
    }
    RandomLives.compareAll(lives.regions());
    folding.foldAll();
    RandomLives.compareAll(List.of(city.code()));
    assertThat(checks.check(city.code()).differences()).isEmpty();
  }

  /** All of them are made anew at once: that takes as long for many regions as for one. */
  @Test
  void aWrongSumIsFound() throws SQLException {
    List<String> wrongOnes = new ArrayList<>();
    for (Map.Entry<String, String> wrong : WRONG.entrySet()) {
      String district = city.district();
      Api.filed(RandomTreeTest.report(city.organ(district), new Random(1)));
      folding.foldAll();
      assertThat(checks.check(district).differences()).isEmpty();
      try (Connection connection = database.getConnection();
          PreparedStatement statement = connection.prepareStatement(wrong.getKey())) {
        statement.setString(1, district);
        assertThat(statement.executeUpdate()).isPositive();
      }
      assertThat(checks.check(district).differences())
          .isNotEmpty()
          .anyMatch(d -> d.against().code().equals(wrong.getValue()))
          .allMatch(d -> d.region().equals(district));
      assertThat(checks.known()).isPositive();
      wrongOnes.add(district);
    }
    List<TallyChecks.TallyDifference> all = checks.check(city.code()).differences();
    assertThat(all).extracting(TallyChecks.TallyDifference::region).containsAll(wrongOnes);
    assertThat(checks.known()).isEqualTo(all.size());
    rebuilding.rebuild();
    rebuilding.keepUp();
    assertThat(checks.check(city.code()).differences()).isEmpty();
    assertThat(checks.known()).isZero();
  }

  private Void foldNowAndThen(Random random, AtomicBoolean over) {
    while (!over.get()) {
      if (random.nextInt(4) == 0) {
        switch (random.nextInt(3)) {
          case 0 -> folding.foldSomeBelow();
          case 1 -> {
            if (!rebuilding.rebuildOne()) {
              rebuilding.rebuild();
            }
          }
          default -> folding.foldSome();
        }
      } else {
        Thread.onSpinWait();
      }
    }
    return null;
  }

  private int checkUntil(AtomicBoolean over) {
    int times = 0;
    do {
      assertThat(checks.check(city.code()).differences()).isEmpty();
      times++;
    } while (!over.get());
    return times;
  }
}
