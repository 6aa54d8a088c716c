package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which answers the contract names, and how one that was received is held against it. */
@Execution(ExecutionMode.CONCURRENT)
class SaidAnswersTest {

  private static final SaidAnswers SAID = SaidAnswers.committed();

  @Test
  void namesStatusAndCodeAndMediaType() {
    assertThat(SAID.lines())
        .contains(
            "fileReport 201 application/json",
            "fileReport 400 invalid-request",
            "fileReport 400 malformed-json",
            "fileReport 409 report-exists",
            "fileReport 409 request-in-flight",
            "fileReport 422 figures-inconsistent",
            "fileReport 422 idempotency-key-reused",
            "fileReport 503 service-unavailable",
            "correctReport 412 stale-etag",
            "correctReport 428 precondition-required",
            "acceptReport 409 state-conflict",
            "putOrgan 422 unknown-region");
  }

  @Test
  void takesTheOperationWhoseAddressIsWritten() {
    assertThat(SAID.operation("POST", "/api/v1/reports")).contains("fileReport");
    assertThat(SAID.operation("HEAD", "/api/v1/reports/1"))
        .isEqualTo(SAID.operation("GET", "/api/v1/reports/1"))
        .isPresent();
    assertThat(SAID.operation("POST", "/api/v1/reports/acceptance"))
        .isNotEqualTo(SAID.operation("POST", "/api/v1/reports/1/acceptance"))
        .isPresent();
    assertThat(SAID.operation("DELETE", "/api/v1/caller")).isEmpty();
    assertThat(SAID.operation("GET", "/q/health")).isEmpty();
  }

  @Test
  void findsWhatTheContractDoesNotName() {
    assertThat(SAID.has(received(409, "application/problem+json", "{\"code\":\"report-exists\"}")))
        .isTrue();
    assertThat(SAID.has(received(409, "application/problem+json", "{\"code\":\"sheep\"}")))
        .isFalse();
    assertThat(SAID.has(received(418, "application/problem+json", "{\"code\":\"sheep\"}")))
        .isFalse();
    assertThat(SAID.has(received(201, "text/html;charset=UTF-8", "<p>"))).isFalse();
    assertThat(SAID.has("fileReport 409")).isTrue();
    assertThat(SAID.has("fileReport 418")).isFalse();
  }

  private static String received(int status, String type, String body) {
    return ReceivedAnswers.line("fileReport", "POST", status, type, null, () -> body);
  }

  /** A refusal that an operation describes without a code would name none. */
  @Test
  void everyRefusalHasACode() {
    assertThat(SAID.lines())
        .filteredOn(line -> line.matches("\\w+ [45]..( .*)?"))
        .allMatch(line -> line.matches("\\w+ [45].. [a-z-]+"));
  }

  @Test
  void listsWhatNobodyReceived() {
    assertThat(NeverReceived.among(Set.of("a 200 x", "a 404 not-found"), List.of("a 200 x")))
        .containsExactly("a 404 not-found");
  }

  /** What is only a default may be anything, and so names nothing. */
  @Test
  void theDefaultNamesNothing() {
    ObjectNode contract =
        (ObjectNode)
            Sample.json(
                """
                {"paths": {"/a": {"get": {"operationId": "a", "responses": {
                  "204": {"description": "Done"},
                  "default": {"description": "A problem"}}}}}}
                """);
    SaidAnswers said = new SaidAnswers(contract);
    assertThat(said.has("a 204")).isTrue();
    assertThat(said.has("a 404 not-found")).isFalse();
  }
}
