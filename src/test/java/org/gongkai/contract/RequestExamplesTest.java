package org.gongkai.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.matrix.Printed;
import org.gongkai.platform.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every request body of the contract has examples, and each of them does what its operation does:
 * sent as it stands, but with the codes of a city of this test in the place of the real ones.
 */
@QuarkusTest
class RequestExamplesTest {

  /** What it takes is a whole file of 500 lines, of which the contract shows the first ones. */
  private static final Set<String> NOT_WHOLE = Set.of("beginRehearsal");

  @Inject TestClock clock;

  private final City city = City.found();

  private JsonNode contract;
  private String district;
  private String organ;

  /** The days of the examples are those of a season. */
  @BeforeEach
  void begin() {
    clock.setTo(LocalDate.of(2026, 1, 12));
    contract = Sample.json(given().get("/q/openapi?format=json").asString());
    district = city.district();
  }

  @AfterEach
  void isToday() {
    clock.reset();
  }

  @Test
  void everyBodyHasExamplesThatAreTaken() {
    SoftAssertions all = new SoftAssertions();
    contract
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> send(path.getKey(), method.getKey(), method.getValue(), all)));
    all.assertAll();
  }

  private void send(String path, String method, JsonNode operation, SoftAssertions all) {
    String id = operation.path("operationId").asText();
    JsonNode content = operation.path("requestBody").path("content");
    if (NOT_WHOLE.contains(id)) {
      return;
    }
    content
        .properties()
        .forEach(
            media -> {
              JsonNode examples = media.getValue().path("examples");
              all.assertThat(examples.size()).as("examples of " + id).isPositive();
              examples
                  .properties()
                  .forEach(
                      example -> {
                        Response answer =
                            send(path, method, id, media.getKey(), example.getValue());
                        all.assertThat(answer.statusCode())
                            .as("%s %s: %s", id, example.getKey(), answer.asString())
                            .isBetween(200, 299);
                        all.assertThat(answer.asString())
                            .as("%s %s", id, example.getKey())
                            .doesNotContain("\"outcome\":\"refused\"");
                      });
            });
  }

  private Response send(
      String path, String method, String operation, String mediaType, JsonNode example) {
    organ = city.organ(district);
    Map<String, Long> reports = new HashMap<>();
    String address = address(path, operation, reports);
    JsonNode value = contract.at(example.get("$ref").textValue().substring(1)).path("value");
    String body =
        (value.isTextual() ? value.textValue() : value.toString())
            .replace("113710020043609788", organ)
            .replace("11371002004360986R", organ + "-2")
            .replace("371002", district)
            .replace("mirror.example.cn", "127.0.0.1:9");
    if (!reports.isEmpty()) {
      // at once: the id of one report may begin like the example's of another
      body =
          Pattern.compile("(?<![0-9])(?:" + String.join("|", reports.keySet()) + ")(?![0-9])")
              .matcher(body)
              .replaceAll(id -> String.valueOf(reports.get(id.group())));
    }
    RequestSpecification caller = admin().header("Content-Type", mediaType);
    if (operation.equals("correctReport")) {
      caller.header("If-Match", "*");
    }
    return caller
        .body(body.getBytes(StandardCharsets.UTF_8))
        .request(method.toUpperCase(Locale.ROOT), address);
  }

  /** An address of something in the state that the operation begins with. */
  private String address(String path, String operation, Map<String, Long> reports) {
    return switch (operation) {
      case "correctReport" -> path.replace("{id}", id(Api.filed(Sample.huancui(organ))));
      case "withdrawReport", "returnReport" ->
          path.replace("{id}", id(Api.filed(Sample.huancui(organ))));
      case "reopenReport", "hideReport" ->
          path.replace("{id}", id(Steps.reportIn("published", organ, 2021)));
      case "unhideReport" -> path.replace("{id}", id(hidden()));
      case "stateHandInDay" -> path.replace("{id}", id(Api.filed(Sample.nil(organ, 2021))));
      case "redactReport" -> path.replace("{id}", id(Api.filed(withPersonalData())));
      case "explainFinding", "waiveFinding" ->
          path.replace("{id}", id(Api.drafted(unbalanced())))
              .replace("{finding}", "T3-BAL:applications.naturalPerson");
      case "takeOverFile" -> path.replace("{id}", imported()).replace("{number}", "1");
      case "verifyPublication" ->
          path.replace("{id}", id(Steps.reportIn("published", organ, 2021)));
      case "rotateKey" -> path.replace("{id}", key());
      case "acceptReports", "stateHandInDays" -> batch("submitted", path, reports);
      case "publishReports" -> batch("accepted", path, reports);
      case "putOrgan" -> path.replace("{code}", organ + "-9");
      case "putRegion" -> path.replace("{code}", district + "001");
      case "putReport", "fileNilReport" -> of(path, 2021);
      default -> of(path, 2025);
    };
  }

  private String of(String path, int year) {
    return path.replace("{code}", organ)
        .replace("{region}", district)
        .replace("{year}", String.valueOf(year));
  }

  private String batch(String state, String path, Map<String, Long> reports) {
    reports.put("42", Steps.reportIn(state, organ, 2020));
    reports.put("43", Steps.reportIn(state, organ, 2021));
    return path;
  }

  private ObjectNode unbalanced() {
    return Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 1);
  }

  private ObjectNode withPersonalData() {
    return Sample.with(Sample.huancui(organ), "/narrative/overview", "申请人张三，电话13800000000。");
  }

  private long hidden() {
    long id = Steps.reportIn("published", organ, 2021);
    admin()
        .header("Content-Type", "application/json")
        .body("{\"reason\":\"含有个人信息\"}")
        .post("/api/v1/reports/{id}/hiding", id)
        .then()
        .statusCode(200);
    return id;
  }

  private static String imported() {
    return admin()
        .header("Content-Type", "text/plain; charset=UTF-8")
        .body(new String(Printed.file("huancui-industry-bureau-2021.txt"), StandardCharsets.UTF_8))
        .post("/api/v1/imports")
        .path("id")
        .toString();
  }

  private String key() {
    return admin()
        .header("Content-Type", "application/json")
        .body("{\"role\":\"organ\",\"organ\":\"" + organ + "\"}")
        .post("/api/v1/keys")
        .path("id");
  }

  private static String id(long report) {
    return String.valueOf(report);
  }

  /** What the examples say of a real report is what was published. */
  @Test
  void theReportIsTheRealOne() {
    JsonNode example = contract.at("/components/examples/report/value");
    assertThat(example).isEqualTo(Sample.huancui("113710020043609788"));
  }
}
