package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
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

  @Test
  void aDatabaseThatIsTooBusyOrAwayIsNoFailureOfOurs() {
    for (SQLException away :
        List.of(
            new SQLException("Sorry, acquisition timeout!"),
            new SQLException("sorry, too many clients already", "53300"),
            new SQLException("terminating connection due to administrator command", "57P01"),
            new SQLException("An I/O error occurred while sending to the backend.", "08006"))) {
      ProblemException problem = thrown.problemOf(new IllegalStateException(away));
      assertThat(problem.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE);
      assertThat(problem.headers()).containsKey("Retry-After");
    }
  }

  /** The caller listens, and would be told that its body was too slow. */
  @Test
  void whereTheDatabaseHangsUpTheCallerHasNot() {
    SQLException sql = new SQLException("x", "XX000", new IOException("Connection reset"));
    assertThat(thrown.problemOf(new IllegalStateException(sql)).type())
        .isEqualTo(ProblemType.INTERNAL_ERROR);
    assertThat(thrown.problemOf(new UncheckedIOException(new IOException("Broken pipe"))).type())
        .isEqualTo(ProblemType.REQUEST_TIMEOUT);
  }
}
