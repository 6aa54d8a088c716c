package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ThrownProblemsTest {

  private final ThrownProblems thrown = new ThrownProblems();

  @Test
  void whatCannotBeReadIsTheCallersFault() {
    assertThat(thrown.problemOf(new UncheckedIOException(new JsonParseException("x"))).type())
        .isEqualTo(ProblemType.MALFORMED_JSON);
  }

  @Test
  void whatCannotBeWrittenIsOurs() {
    var failure = new JsonGenerationException("x", (JsonGenerator) null);
    assertThat(thrown.problemOf(new UncheckedIOException(failure)).type())
        .isEqualTo(ProblemType.INTERNAL_ERROR);
  }
}
