package org.gongkai.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How often callers were answered with each problem of the catalogue. */
@Singleton
class ProblemCounter {

  private final Map<ProblemType, Counter> answered = new EnumMap<>(ProblemType.class);

  ProblemCounter(MeterRegistry metrics) {
    // all of them from the beginning: what has not happened is 0, and not unknown
    for (ProblemType type : ProblemType.values()) {
      answered.put(type, metrics.counter("gongkai.problems", "code", type.code()));
    }
  }

  ProblemException count(ProblemException problem) {
    Objects.requireNonNull(answered.get(problem.type())).increment();
    return problem;
  }
}
