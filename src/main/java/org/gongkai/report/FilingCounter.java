package org.gongkai.report;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gongkai.finding.Finding;
import org.gongkai.problem.ProblemException;

/** What becomes of reports that are sent in, and of steps of their lives; and what rules find. */
@Singleton
public class FilingCounter {

  private static final String NO_PROBLEM = "none";

  private final MeterRegistry metrics;

  FilingCounter(MeterRegistry metrics) {
    this.metrics = metrics;
    for (FilingResult.Outcome outcome : FilingResult.Outcome.values()) {
      filings(code(outcome), NO_PROBLEM, 0);
    }
  }

  /** Counts what became of some, however they came. */
  public void count(List<? extends FilingResult> results) {
    for (FilingResult result : results) {
      switch (result) {
        case FilingResult.Filed filed -> filings(code(filed.outcome()), NO_PROBLEM, 1);
        case FilingResult.Refused refused ->
            filings(
                "refused",
                refused.problem() instanceof ProblemException problem
                    ? problem.type().code()
                    : "internal-error",
                1);
      }
    }
  }

  /** Counts what the rules say of a report that is being filed. */
  void countFindings(Assessment assessment) {
    for (Finding finding :
        Stream.concat(assessment.own().stream(), assessment.around().stream()).toList()) {
      metrics
          .counter(
              "gongkai.findings",
              "rule",
              finding.rule(),
              "severity",
              finding.severity().name().toLowerCase(Locale.ROOT))
          .increment();
    }
  }

  private void filings(String result, String problem, int more) {
    metrics.counter("gongkai.filings", "result", result, "problem", problem).increment(more);
  }

  private static String code(FilingResult.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
