package org.gongkai.report;

import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words for the record, wherever they are said: lines may break, nothing may hide or forge. */
@QuarkusTest
class ReportWordsTest {

  private final City city = City.found();
  private String organ;

  @BeforeEach
  void register() {
    organ = city.organ(city.district());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001B[2J", "\u2028", "\u202E", "\u2066", "\u0085", "\u009B"})
  void whatHidesOrForgesIsRefusedWithItsPlace(String sign) {
    String words = "请核对" + sign + "表三";
    long id = Steps.reportIn("submitted", organ, 2021);
    body("post", "/api/v1/reports/" + id + "/withdrawal", Map.of("reason", words), "/reason");
    body("post", "/api/v1/reports/" + id + "/reopening", Map.of("reason", words), "/reason");
    body(
        "put",
        "/api/v1/reports/" + id + "/findings/x/explanation",
        Map.of("reason", words),
        "/reason");
    body("put", "/api/v1/reports/" + id + "/findings/x/waiver", Map.of("reason", words), "/reason");
    Map<String, Object> reasons =
        Map.of("reasons", List.of(Map.of("reason", "请核对"), Map.of("reason", words)));
    body("post", "/api/v1/reports/" + id + "/return", reasons, "/reasons/1/reason");
    Map<String, Object> whole = Map.of("reasons", List.of(Map.of("reason", "x")), "reason", words);
    body("post", "/api/v1/reports/" + id + "/return", whole, "/reason");
    String organs = "/api/v1/organs/" + organ;
    body("put", organs + "/exemptions/2022", Map.of("reason", words), "/reason");
    body(
        "put",
        organs + "/extensions/2022",
        Map.of("due", "2028-01-01", "reason", words),
        "/reason");
    admin()
        .queryParam("reason", words)
        .contentType(ContentType.JSON)
        .body(Sample.nil(organ, 2022).toString())
        .put(organs + "/reports/2022")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("?reason"));
    admin()
        .queryParam("q", words)
        .get("/api/v1/organs")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("?q"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001B[2J", "\u0007", "\u009B"})
  void aReportHoldsNoControlCharacters(String sign) {
    Map<String, Object> report = narrated("请核对" + sign + "表三");
    body("post", "/api/v1/reports?state=draft", report, "/narrative/overview");
    String address = "/api/v1/organs/" + organ + "/reports/2022?state=draft";
    body("put", address, report, "/narrative/overview");
  }

  /** Text is pasted from documents: what nobody sees in it is no reason to lose a draft. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\u2028", "\u2029", "\u0085", "\u200E", "\u200F", "\u202E", "\u2066", "\u200B"})
  void aDraftIsKeptWithSignsThatNobodySees(String sign) {
    String words = "请核对" + sign + "表三";
    long draft = Api.drafted(new ObjectMapper().valueToTree(narrated(words)));
    Api.report(draft).body("narrative.overview", equalTo(words));
    boolean breaks = "\u2028\u2029\u0085".contains(sign);
    Api.report(draft)
        .body("findings.rule", breaks ? not(hasItem("TEXT-SIGNS")) : hasItem("TEXT-SIGNS"));
  }

  private Map<String, Object> narrated(String words) {
    return Map.of("organ", organ, "year", 2022, "narrative", Map.of("overview", words));
  }

  private static void body(String method, String address, Object body, String pointer) {
    admin()
        .contentType(ContentType.JSON)
        .body(body)
        .request(method.toUpperCase(java.util.Locale.ROOT), address)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains(pointer));
  }

  /** What a report's text is warned of, nobody may give as a reason. */
  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\uDB40\uDC41", "\uE000", "\uFFFD", "????"})
  void whatIsHiddenOrLostIsNoReason(String sign) {
    String words = "请核对" + sign + "表三";
    long id = Steps.reportIn("submitted", organ, 2021);
    String report = "/api/v1/reports/" + id;
    for (String step : List.of("/withdrawal", "/reopening")) {
      body("post", report + step, Map.of("reason", words), "/reason");
    }
    for (String remark : List.of("/explanation", "/waiver")) {
      body("put", report + "/findings/x" + remark, Map.of("reason", words), "/reason");
    }
    body(
        "post",
        report + "/return",
        Map.of("reasons", List.of(Map.of("reason", words))),
        "/reasons/0/reason");
    body("put", "/api/v1/organs/" + organ + "/exemptions/2022", Map.of("reason", words), "/reason");
    admin()
        .queryParam("reason", words)
        .contentType(ContentType.JSON)
        .body(Sample.nil(organ, 2022).toString())
        .put("/api/v1/organs/" + organ + "/reports/2022")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("?reason"));
  }

  @Test
  void linesMayBreak() {
    String words = "一、请核对表三。\r\n\t二、请补正。\n";
    long id = Steps.reportIn("submitted", organ, 2021);
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("reasons", List.of(Map.of("reason", words)), "reason", words))
        .post("/api/v1/reports/{id}/return", id)
        .then()
        .statusCode(200);
    Api.get("/api/v1/reports/{id}/events", id).body("items[2].reason", equalTo(words));
    long draft = Api.drafted(new ObjectMapper().valueToTree(narrated(words)));
    Api.report(draft).body("narrative.overview", equalTo(words));
  }
}
