package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.problem.Text;
import org.gongkai.tally.Sum;
import org.junit.jupiter.api.Test;

/** A ratio is one of numbers that stand on the same reports. */
class RatioTest {

  private static final Text LABEL = new Text("比率", "Rate");

  private static SectionRows.AddedRow row(String id, int sum, Set<String> editions, long reports) {
    return new SectionRows.AddedRow(
        id,
        LABEL,
        null,
        true,
        Map.of(
            "total",
            new SectionRows.AddedColumn(
                new Sum(BigDecimal.valueOf(sum), 0), new SectionRows.Having(editions, reports))),
        0,
        reports);
  }

  private static Ratio of(SectionRows.AddedRow above, SectionRows.AddedRow below) {
    Indicators.Indicator indicator =
        new Indicators.Indicator(
            "rate",
            LABEL,
            "applications",
            "total",
            List.of(above.id()),
            List.of(below.id()),
            LABEL,
            null,
            null);
    return Ratio.of(indicator, Map.of(above.id(), above, below.id(), below));
  }

  @Test
  void ofTheSameReportsItHasAValue() {
    Ratio ratio = of(row("a", 1, Set.of("2021"), 5), row("b", 4, Set.of("2021"), 5));
    assertThat(ratio.value()).isEqualByComparingTo("0.25");
    assertThat(ratio.standing()).isEqualTo(new Ratio.Reports(5, 5, true));
  }

  @Test
  void ofFewerReportsItHasNone() {
    Ratio ratio = of(row("a", 1, Set.of("2021"), 5), row("b", 4, Set.of("2019", "2021"), 7));
    assertThat(ratio.value()).isNull();
    assertThat(ratio.numerator()).isEqualByComparingTo("1");
    assertThat(ratio.standing()).isEqualTo(new Ratio.Reports(5, 7, false));
  }

  @Test
  void ofAsManyOtherReportsItHasNone() {
    Ratio ratio = of(row("a", 1, Set.of("2019"), 5), row("b", 4, Set.of("2021"), 5));
    assertThat(ratio.value()).isNull();
    assertThat(ratio.standing().same()).isFalse();
  }

  private static List<Fraction> fractions(int denominator, int... numerators) {
    return Arrays.stream(numerators)
        .mapToObj(n -> new Fraction(BigDecimal.valueOf(n), BigDecimal.valueOf(denominator)))
        .sorted()
        .toList();
  }

  @Test
  void ratesAreComparedAsTheyAreAndNotAsTheyAreRounded() {
    Fraction third = fractions(3, 1).getFirst();
    Fraction nearly = fractions(1_000_000, 333_333).getFirst();
    assertThat(third.rounded()).isEqualTo(nearly.rounded());
    assertThat(third).isGreaterThan(nearly).isEqualByComparingTo(fractions(30, 10).getFirst());
  }

  @Test
  void aPercentileNeedsTwoSiblingsOnEitherSide() {
    List<Fraction> four = fractions(10, 1, 2, 3, 4);
    List<Fraction> five = fractions(10, 5, 3, 1, 4, 2);
    List<Fraction> nine = fractions(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(Ranking.percentile(List.of(), 50)).isNull();
    assertThat(Ranking.percentile(four, 50)).isNull();
    assertThat(Ranking.percentile(five, 50)).isEqualByComparingTo("0.3");
    assertThat(Ranking.percentile(five, 25)).isNull();
    assertThat(Ranking.percentile(nine.subList(0, 8), 75)).isNull();
    assertThat(Ranking.percentile(nine, 25)).isEqualByComparingTo("0.3");
    assertThat(Ranking.percentile(nine, 75)).isEqualByComparingTo("0.7");
  }

  @Test
  void betweenTwoNeighboursItIsExact() {
    assertThat(Ranking.percentile(fractions(10, 1, 2, 3, 4, 5, 6), 50))
        .isEqualByComparingTo("0.35");
    assertThat(Ranking.percentile(fractions(3, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3), 25))
        .isEqualByComparingTo("0.416667");
    // rounded first they are 0.000001 and 0.000002, and their middle 0.000002
    assertThat(Ranking.percentile(fractions(10_000_000, 0, 0, 6, 16, 20, 20), 50))
        .isEqualByComparingTo("0.000001");
  }
}
