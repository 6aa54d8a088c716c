package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrganHistoryTest {

  private static final LocalDate D2015 = LocalDate.of(2015, 1, 1);
  private static final LocalDate D2019 = LocalDate.of(2019, 3, 1);
  private static final LocalDate D2022 = LocalDate.of(2022, 7, 1);

  @Test
  void theFirstVersionIsSinceEverAndUntilFurtherNotice() {
    OrganHistory history = OrganHistory.NONE.with(named("A", null, null));
    assertThat(history.versions().firstKey()).isEqualTo(LocalDate.MIN);
    assertThat(history.versions().firstEntry().getValue().validTo()).isEqualTo(LocalDate.MAX);
  }

  @Test
  void aLaterFirstDayClosesTheFormerVersion() {
    OrganHistory history =
        OrganHistory.NONE.with(named("A", null, null)).with(named("B", D2019, null));
    assertThat(history.versions()).hasSize(2);
    assertThat(history.versions().get(LocalDate.MIN).validTo()).isEqualTo(D2019);
    assertThat(history.versions().get(D2019).validTo()).isEqualTo(LocalDate.MAX);
  }

  @Test
  void withoutAFirstDayTheNewestVersionIsCorrected() {
    OrganHistory history =
        OrganHistory.NONE
            .with(named("A", null, null))
            .with(named("B", D2019, null))
            .with(named("C", null, null));
    assertThat(history.versions()).hasSize(2);
    assertThat(history.versions().get(D2019).name()).isEqualTo("C");
    assertThat(history.versions().get(LocalDate.MIN).name()).isEqualTo("A");
  }

  @Test
  void theFirstDayOfAVersionCorrectsThatOne() {
    OrganHistory history =
        OrganHistory.NONE
            .with(named("A", D2015, null))
            .with(named("B", D2019, null))
            .with(named("A2", D2015, null));
    assertThat(history.versions().get(D2015).name()).isEqualTo("A2");
    assertThat(history.versions().get(D2015).validTo()).isEqualTo(D2019);
    assertThat(history.versions()).hasSize(2);
  }

  @Test
  void aDayInsideAVersionDividesIt() {
    OrganHistory history =
        OrganHistory.NONE
            .with(named("A", null, null))
            .with(named("C", D2022, null))
            .with(named("B", D2019, null));
    assertThat(history.versions().keySet()).containsExactly(LocalDate.MIN, D2019, D2022);
    assertThat(history.versions().get(D2019).validTo()).isEqualTo(D2022);
  }

  @Test
  void whatSaysNothingNewIsNoVersion() {
    OrganHistory history = OrganHistory.NONE.with(named("A", null, null));
    assertThat(history.with(named("A", D2019, null))).isEqualTo(history);
    OrganHistory renamed = history.with(named("B", D2019, null));
    assertThat(renamed.with(named("A", D2019, null))).isEqualTo(history);
  }

  @Test
  void anEndClosesAndIsTakenBackByLeavingItOut() {
    OrganHistory open = OrganHistory.NONE.with(named("A", null, null));
    OrganHistory closed = open.with(named("A", null, D2022));
    assertThat(closed.versions().lastEntry().getValue().validTo()).isEqualTo(D2022);
    assertThat(closed.with(named("A", null, null))).isEqualTo(open);
  }

  @Test
  void versionsThatWouldOverlapAreRefused() {
    OrganHistory history =
        OrganHistory.NONE.with(named("A", null, null)).with(named("B", D2019, null));
    assertThat(history.objectionTo(named("A", LocalDate.MIN, D2022))).isPresent();
    assertThat(history.objectionTo(named("A", LocalDate.MIN, D2015))).isEmpty();
    assertThat(history.objectionTo(named("B", null, D2015))).isPresent();
  }

  @Test
  void whateverIsPutNothingOverlapsAndNothingIsEmpty() {
    Random random = new Random(20210131);
    for (int run = 0; run < 2_000; run++) {
      OrganHistory history = OrganHistory.NONE;
      for (int step = 0; step < 8; step++) {
        OrganStatement statement = named("N" + random.nextInt(3), day(random), day(random));
        if (history.objectionTo(statement).isEmpty()) {
          history = history.with(statement);
          assertThat(history.with(statement)).isEqualTo(history);
        }
        LocalDate last = null;
        for (Map.Entry<LocalDate, OrganVersion> entry : history.versions().entrySet()) {
          assertThat(entry.getKey()).isBefore(entry.getValue().validTo());
          if (last != null) {
            assertThat(last).isBeforeOrEqualTo(entry.getKey());
          }
          last = entry.getValue().validTo();
        }
      }
    }
  }

  private static LocalDate day(Random random) {
    return random.nextInt(3) == 0 ? null : LocalDate.of(2010 + random.nextInt(12), 1, 1);
  }

  private static OrganStatement named(String name, LocalDate from, LocalDate to) {
    return new OrganStatement(name, "371002", OrganKind.DEPARTMENT, from, to, null);
  }
}
