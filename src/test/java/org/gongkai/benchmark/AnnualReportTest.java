package org.gongkai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnualReportTest {

  @Test
  void someTwentyFiveCellsOfAReportAreNotZero() {
    long told = 0;
    for (int organ = 0; organ < 1000; organ++) {
      told +=
          leaves(AnnualReport.of(1, organ, 2019 + organ % 5)).values().stream()
              .filter(number -> number == null || number != 0)
              .count();
    }

    assertThat(told / 1000.0).isBetween(20.0, 32.0);
  }

  @Test
  void theSameSeedMakesTheSameReport() {
    assertThat(AnnualReport.of(3, 17, 2022).cells())
        .isEqualTo(AnnualReport.of(3, 17, 2022).cells())
        .isNotEqualTo(AnnualReport.of(4, 17, 2022).cells());
  }

  private static Map<String, Long> leaves(AnnualReport report) {
    Map<String, Long> leaves = new java.util.HashMap<>(report.cells());
    leaves.keySet().removeIf(path -> path.endsWith(".total") || path.contains(".outcomes.total."));
    return leaves;
  }
}
