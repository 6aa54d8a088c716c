package org.gongkai.problem;

import jakarta.inject.Singleton;

/** Shapes what went wrong with one of many things that a single request asks for. */
@Singleton
public class LineProblems {

  private final ThrownProblems thrown;

  LineProblems(ThrownProblems thrown) {
    this.thrown = thrown;
  }

  /** As it would have been answered, had it been a request of its own. */
  public ProblemView of(Throwable cause, Language language, String instance) {
    return ProblemResponse.view(thrown.problemOf(cause), language, instance);
  }
}
