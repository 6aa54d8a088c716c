package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
        Map.of("total", new Sum(BigDecimal.valueOf(sum), 0)),
        Map.of("total", new SectionRows.Having(editions, reports)),
        0,
        reports);
  }

  private static Ratio of(SectionRows.AddedRow above, SectionRows.AddedRow below) {
    Indicators.Indicator indicator =
        new Indicators.Indicator(
            "rate", LABEL, "applications", "total", List.of(above.id()), List.of(below.id()));
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
}
