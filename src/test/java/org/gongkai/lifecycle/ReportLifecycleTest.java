package org.gongkai.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every step from every state, allowed and refused. */
@QuarkusTest
class ReportLifecycleTest {

  @Inject Sql sql;

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  /** The state, then what each step leads to; nothing: it is refused. */
  @ParameterizedTest
  @CsvSource({
    // state, submission, withdrawal, return, acceptance, publication, reopening, correction
    "draft,     submitted,withdrawn,,,,,draft",
    "submitted, ,withdrawn,returned,accepted,,,submitted",
    "withdrawn, submitted,,,,,,withdrawn",
    "returned,  submitted,,,,,,returned",
    "accepted,  ,,,,published,reopened,",
    "published, ,,,,,reopened,",
    "reopened,  submitted,,,,,,reopened"
  })
  void aStepIsTakenOnlyFromWhereItLeads(
      String state,
      String submission,
      String withdrawal,
      String giveBack,
      String acceptance,
      String publication,
      String reopening,
      String correction) {
    int year = 2019;
    for (Map.Entry<String, String> step :
        java.util.Arrays.asList(
            Map.entry("submission", wanted(submission)),
            Map.entry("withdrawal", wanted(withdrawal)),
            Map.entry("return", wanted(giveBack)),
            Map.entry("acceptance", wanted(acceptance)),
            Map.entry("publication", wanted(publication)),
            Map.entry("reopening", wanted(reopening)),
            Map.entry("correction", wanted(correction)))) {
      long id = Steps.reportIn(state, organ, year++);
      String before = Api.tag(id);
      ValidatableResponse answer = take(step.getKey(), id, year - 1);
      if (step.getValue().isEmpty()) {
        answer.statusCode(409).body("code", equalTo("state-conflict"));
        answer.body("state", equalTo(state));
        Api.report(id).header("ETag", before).body("state", equalTo(state));
      } else {
        answer.statusCode(200).body("state", equalTo(step.getValue()));
        assertThat(Api.tag(id)).as(step.getKey()).isNotEqualTo(before);
        Api.report(id).body("state", equalTo(step.getValue()));
      }
    }
  }

  private static String wanted(String state) {
    return state == null ? "" : state;
  }

  private ValidatableResponse take(String step, long id, int year) {
    return switch (step) {
      case "submission" -> Steps.submit(admin(), id);
      case "withdrawal" -> Steps.withdraw(admin(), id);
      case "return" -> Steps.giveBack(admin(), id, "applications", "请核对");
      case "acceptance" -> Steps.accept(admin(), id);
      case "publication" -> Steps.publish(admin(), id);
      case "reopening" -> Steps.reopen(admin(), id, "更正");
      default ->
          Api.correct(
              id, Api.tag(id), Sample.with(Sample.nil(organ, year), "/narrative/overview", "更正说明"));
    };
  }

  @Test
  void onlyTheOfficeDecidesAndOnlyInItsRegion() {
    String own = TestKeys.organ(organ);
    String office = TestKeys.office(district);
    String other = TestKeys.office(city.district());
    long id = Steps.reportIn("submitted", organ, 2021);
    for (String key : List.of(own, other, TestKeys.reader())) {
      Steps.giveBack(as(key), id, "disclosure", "请核对").statusCode(403);
      Steps.accept(as(key), id).statusCode(403);
      Steps.publish(as(key), id).statusCode(403);
      Steps.reopen(as(key), id, "更正").statusCode(403);
    }
    Steps.withdraw(as(TestKeys.organ(city.organ(district))), id).statusCode(403);
    Steps.withdraw(as(own), id).statusCode(200);
    Steps.submit(as(own), id).statusCode(200);
    Steps.accept(as(office), id).statusCode(200);
    Steps.publish(as(TestKeys.office(city.code())), id).statusCode(200);
  }

  @Test
  void aReturnSaysWhyAndWhere() {
    long id = Steps.reportIn("submitted", organ, 2021);
    String body =
        """
        {"reasons":[{"path":"applications.received.naturalPerson","reason":" 与台账不符 "},
                    {"path":"narrative.overview","reason":"缺少概述"},{"reason":"请加盖公章"}],
         "reason":"一周内重新提交"}
        """;
    RequestSpecification office = as(TestKeys.office(district)).contentType(ContentType.JSON);
    office
        .body(body)
        .post("/api/v1/reports/{id}/return", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("returned"))
        .body("returned.reason", equalTo("一周内重新提交"))
        .body("returned.reasons", hasSize(3))
        .body("returned.reasons[0].path", equalTo("applications.received.naturalPerson"))
        .body("returned.reasons[0].label", equalTo("一、本年新收政府信息公开申请数量 / 自然人"))
        .body("returned.reasons[0].reason", equalTo("与台账不符"))
        .body("returned.reasons[1].label", notNullValue())
        .body("returned.reasons[2].path", nullValue());
    as(TestKeys.organ(organ))
        .get("/api/v1/reports/{id}", id)
        .then()
        .body("returned.reasons[0].reason", equalTo("与台账不符"));
    Steps.submit(admin(), id).statusCode(200).body("returned", nullValue());
    Api.report(id).body("returned", nullValue());
    Api.get("/api/v1/reports/{id}/events", id)
        .body("items.kind", contains("drafted", "submitted", "returned", "submitted"))
        .body("items.number", contains(1, 2, 3, 4))
        .body("items[2].reasons", hasSize(3))
        .body("items[2].state", equalTo("returned"));
  }

  @Test
  void aReturnWithoutAGoodReasonIsRefused() {
    long id = Steps.reportIn("submitted", organ, 2021);
    Map<String, String> wrong =
        Map.of(
            "{}", "/reasons",
            "{\"reasons\":[]}", "/reasons",
            "{\"reasons\":[null]}", "/reasons/0",
            "{\"reasons\":[{\"reason\":\" \"}]}", "/reasons/0/reason",
            "{\"reasons\":[{\"path\":\"applications.received.nobody\",\"reason\":\"x\"}]}",
                "/reasons/0/path",
            "{\"reasons\":[{\"path\":\"narrative.nothing\",\"reason\":\"x\"}]}", "/reasons/0/path",
            "{\"reasons\":[{\"reason\":\"x\"}],\"reason\":\"\"}", "/reason",
            "{\"reasons\":[{\"reason\":\"x\",\"place\":\"y\"}]}", "/reasons/0/place");
    wrong.forEach(
        (body, pointer) ->
            admin()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/reports/{id}/return", id)
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo(pointer)));
    admin()
        .contentType(ContentType.JSON)
        .post("/api/v1/reports/{id}/return", id)
        .then()
        .statusCode(400);
    admin()
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"\"}")
        .post("/api/v1/reports/{id}/reopening", id)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/reason"));
    Api.report(id).body("state", equalTo("submitted"));
  }

  @Test
  void rollupsCountByBasisWhatStands() {
    long id = Api.filed(Sample.huancui(organ));
    counted(1, 0, 0);
    Steps.giveBack(admin(), id, "disclosure", "请核对").statusCode(200);
    counted(0, 0, 0);
    ObjectNode corrected = Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 7);
    Api.correct(id, Api.tag(id), corrected).statusCode(200).body("state", equalTo("returned"));
    counted(0, 0, 0);
    Steps.submit(admin(), id).statusCode(200).body("receipt.revision", equalTo(2));
    counted(1, 0, 0);
    licensing("submitted", 7);
    Steps.accept(admin(), id).statusCode(200);
    counted(1, 1, 0);
    Steps.publish(admin(), id).statusCode(200).body("publishedRevision", equalTo(2));
    counted(1, 1, 1);
    Steps.reopen(admin(), id, "数字有误").statusCode(200);
    counted(0, 0, 1);
    Api.correct(
            id,
            Api.tag(id),
            Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 9))
        .statusCode(200);
    Steps.submit(admin(), id).statusCode(200);
    counted(1, 0, 1);
    licensing("submitted", 9);
    licensing("published", 7);
    Steps.accept(admin(), id).statusCode(200);
    Steps.publish(admin(), id).statusCode(200).body("publishedRevision", equalTo(3));
    licensing("published", 9);
    String last = admin().get("/api/v1/reports/{id}/events", id).path("items[-1].at");
    admin()
        .get("/api/v1/reports?organ={organ}", organ)
        .then()
        .body("items[0].publishedAt", equalTo(last));
  }

  private void counted(int submitted, int accepted, int published) {
    coverage("submitted", submitted);
    coverage("accepted", accepted);
    coverage("published", published);
  }

  private void coverage(String basis, int reported) {
    rollup(basis).body("coverage.reported", equalTo(reported)).body("basis", equalTo(basis));
  }

  private void licensing(String basis, int decisions) {
    rollup(basis).body("rows.find { it.row == 'licensing' }.decisions", equalTo(decisions));
  }

  private ValidatableResponse rollup(String basis) {
    return Api.get(
            "/api/v1/rollups/disclosure?region={region}&year=2021&basis={basis}", district, basis)
        .statusCode(200);
  }

  @Test
  void aReaderSeesWhatIsPublishedAndNothingSince() {
    String reader = TestKeys.reader(district);
    long id = Api.filed(Sample.huancui(organ));
    as(reader).get("/api/v1/reports/{id}", id).then().statusCode(403);
    Steps.accept(admin(), id).statusCode(200);
    Steps.publish(admin(), id).statusCode(200);
    Steps.reopen(admin(), id, "数字有误").statusCode(200);
    Api.correct(
            id,
            Api.tag(id),
            Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 9))
        .statusCode(200);
    for (String address :
        List.of("/api/v1/reports/" + id, "/api/v1/organs/" + organ + "/reports/2021")) {
      as(reader)
          .get(address)
          .then()
          .statusCode(200)
          .body("state", equalTo("published"))
          .body("revision", equalTo(1))
          .body("disclosure.licensing.decisions", equalTo(0));
    }
    as(reader)
        .get("/api/v1/reports?region=" + district)
        .then()
        .body("total", equalTo(1))
        .body("items[0].state", equalTo("published"))
        .body("items[0].revision", equalTo(1));
    as(reader).get("/api/v1/reports/{id}/revisions/1", id).then().statusCode(200);
    as(reader).get("/api/v1/reports/{id}/revisions/2", id).then().statusCode(404);
    as(reader).get("/api/v1/reports/{id}/revisions", id).then().statusCode(403);
    as(reader).get("/api/v1/reports/{id}/events", id).then().statusCode(403);
  }

  @Test
  void handedInAgainUnchangedItHasAReceiptOfItsOwn() {
    long id = Api.filed(Sample.huancui(organ));
    String first = Api.report(id).extract().path("receipt.number");
    Steps.withdraw(admin(), id).statusCode(200).body("firstSubmittedAt", nullValue());
    String second =
        Steps.submit(admin(), id)
            .statusCode(200)
            .body("revision", equalTo(1))
            .body("firstSubmittedAt", notNullValue())
            .extract()
            .path("receipt.number");
    assertThat(second).startsWith(first.substring(0, 11)).endsWith("-01-2").isNotEqualTo(first);
    Steps.giveBack(admin(), id, "disclosure", "请核对")
        .statusCode(200)
        .body("firstSubmittedAt", notNullValue());
    Api.send(admin(), Sample.huancui(organ))
        .header("If-Match", Api.tag(id))
        .put("/api/v1/reports/{id}?state=submitted", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("submitted"))
        .body("revision", equalTo(1));
    Api.rollup("disclosure", district, 2021)
        .body("rows.find { it.row == 'normativeDocuments' }.inForce", equalTo(2));
  }

  @Test
  void whoeverDecidesOnAnOlderStateIsTold() {
    long id = Steps.reportIn("submitted", organ, 2021);
    String seen = Api.tag(id);
    Api.correct(id, seen, Sample.with(Sample.nil(organ, 2021), "/narrative/overview", "补充"))
        .statusCode(200);
    admin()
        .header("If-Match", seen)
        .post("/api/v1/reports/{id}/acceptance", id)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-etag"));
    admin()
        .header("If-Match", Api.tag(id))
        .post("/api/v1/reports/{id}/acceptance", id)
        .then()
        .statusCode(200);
  }

  @Test
  void aReportCanBeReadAsItWas() {
    long id = Api.drafted(Sample.huancui(organ));
    String drafted = eventTime(id, 1);
    Steps.submit(admin(), id).statusCode(200);
    String submitted = eventTime(id, 2);
    Api.correct(
            id,
            Api.tag(id),
            Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 7))
        .statusCode(200);
    Steps.accept(admin(), id).statusCode(200);
    String address = "/api/v1/reports/" + id + "?asOf=";
    Api.get(address + drafted)
        .statusCode(200)
        .body("state", equalTo("draft"))
        .body("receipt", nullValue());
    Api.get(address + submitted)
        .body("state", equalTo("submitted"))
        .body("revision", equalTo(1))
        .body("receipt.revision", equalTo(1))
        .body("disclosure.licensing.decisions", equalTo(0));
    Api.report(id)
        .body("state", equalTo("accepted"))
        .body("disclosure.licensing.decisions", equalTo(7));
    Api.get(address + "2020-01-01T00:00:00Z").statusCode(404);
    Api.get("/api/v1/organs/" + organ + "/reports/2021?asOf=" + submitted)
        .body("state", equalTo("submitted"));
    Api.get(address + "2099-01-01T00:00:00Z")
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?asOf"));
    Api.get(address + "yesterday").statusCode(400);
    Api.get("/api/v1/reports?organ=" + organ + "&asOf=" + submitted)
        .body("total", equalTo(1))
        .body("items[0].state", equalTo("submitted"))
        .body("items[0].revision", equalTo(1))
        .body("items[0].submittedAt", equalTo(submitted));
    Api.get("/api/v1/reports?organ=" + organ + "&state=draft&asOf=" + drafted)
        .body("items.id", contains((int) id))
        .body("items[0].submittedAt", nullValue());
    Api.get("/api/v1/reports?organ=" + organ + "&asOf=2020-01-01T00:00:00Z")
        .body("total", equalTo(0));
    Api.get("/api/v1/rollups/disclosure?region=" + district + "&year=2021&asOf=" + drafted)
        .body("coverage.reported", equalTo(0));
    Api.get("/api/v1/rollups/disclosure?region=" + district + "&year=2021&asOf=" + submitted)
        .body("coverage.reported", equalTo(1))
        .body("rows.find { it.row == 'licensing' }.decisions", equalTo(0));
    Api.rollup("disclosure", district, 2021)
        .body("rows.find { it.row == 'licensing' }.decisions", equalTo(7));
  }

  private static String eventTime(long id, int number) {
    return Api.get("/api/v1/reports/{id}/events", id)
        .extract()
        .path("items.find { it.number == " + number + " }.at");
  }

  @Test
  void aDraftThatWasNeverHandedInCanBeDiscarded() {
    String own = TestKeys.organ(organ);
    long next = Api.filed(Sample.huancui(organ).put("year", 2022));
    ObjectNode draft =
        Sample.with(Sample.huancui(organ), "/applications/carriedForward/naturalPerson", 7);
    long id = Api.drafted(draft);
    String seen = Api.tag(id);
    Api.report(next).body("findings.rule", hasItem("X-CARRY"));
    Steps.discard(as(own), id, null).statusCode(428);
    Sample.with(draft, "/narrative/overview", "只此一稿的文字");
    String newer = Api.correct(id, seen, draft).statusCode(200).extract().header("ETag");
    Steps.discard(as(own), id, seen).statusCode(412).header("ETag", newer);
    Steps.discard(as(TestKeys.organ(city.organ(district))), id, newer).statusCode(403);
    Steps.discard(as(own), id, newer).statusCode(204);
    Api.report(id).statusCode(404);
    Api.correct(id, newer, draft).statusCode(404);
    Steps.discard(as(own), id, newer).statusCode(404);
    Api.get("/api/v1/reports?organ=" + organ).body("items.id", contains((int) next));
    Api.report(next).body("findings.rule", not(hasItem("X-CARRY")));
    Api.get("/api/v1/audit?report={id}&limit=1", id)
        .body("items[0].action", equalTo("discardDraft"))
        .body("items[0].outcome", equalTo("refused"));
    Api.get("/api/v1/audit?report={id}&outcome=done&limit=1", id)
        .body("items[0].action", equalTo("discardDraft"))
        .body("items[0].organ", equalTo(organ));
    Api.get("/api/v1/changes?region={region}&kind=report.discarded", district)
        .body("items.report", contains((int) id));
    assertThat(
            sql.statement(
                    "SELECT string_agg(document, '') AS words FROM revision WHERE report = :report")
                .bind("report", id)
                .first(row -> row.getString("words")))
        .contains("");
    assertThat(Api.filed(Sample.huancui(organ))).isNotEqualTo(id);
  }

  @Test
  void whatWasHandedInOnceIsNotDeleted() {
    int year = 2013;
    for (String state :
        List.of("submitted", "withdrawn", "returned", "accepted", "published", "reopened")) {
      long id = Steps.reportIn(state, organ, ++year);
      Steps.discard(admin(), id, "*")
          .statusCode(409)
          .body("code", equalTo("state-conflict"))
          .body("state", equalTo(state));
      Api.report(id).body("state", equalTo(state));
    }
    long neverSubmitted = Steps.reportIn("draft", organ, 2021);
    Steps.withdraw(admin(), neverSubmitted).statusCode(200);
    Steps.discard(admin(), neverSubmitted, "*").statusCode(204);
  }

  @Test
  void aReportOfThePastIsNotLateBecauseItIsEnteredNow() {
    String office = TestKeys.office(district);
    Steps.date(as(office), Steps.reportIn("draft", organ, 2020), "2021-01-20").statusCode(409);
    long id = Steps.reportIn("submitted", organ, 2021);
    String seen = Api.tag(id);
    String took = Api.report(id).extract().path("firstSubmittedAt");
    standing().body("status", equalTo("late")).body("handedInOn", nullValue());
    for (String day : List.of("2021-11-30", "2021-01-20", "2999-01-01", "")) {
      Steps.date(as(office), id, day).statusCode(400);
    }
    Steps.date(as(TestKeys.organ(organ)), id, "2022-01-31").statusCode(403);
    Steps.date(as(office).header("If-Match", "\"9-0-zh\""), id, "2022-01-31").statusCode(412);
    Steps.date(as(office).header("If-Match", seen), id, "2022-01-31")
        .statusCode(200)
        .body("handedIn.day", equalTo("2022-01-31"))
        .body("handedIn.reason", equalTo("据纸质收文登记"))
        .body("handedIn.author", notNullValue())
        .body("firstSubmittedAt", equalTo(took));
    standing()
        .body("status", equalTo("onTime"))
        .body("handedInOn", equalTo("2022-01-31"))
        .body("submittedAt", equalTo(took))
        .body("daysLate", nullValue());
    Api.get("/api/v1/coverage?year=2021&region=" + district)
        .body("onTime", equalTo(1))
        .body("late", equalTo(0));
    Api.get("/api/v1/reports/{id}/events", id)
        .body("items[-1].kind", equalTo("dated"))
        .body("items[-1].handedInOn", equalTo("2022-01-31"));
    Api.get("/api/v1/audit?report={id}&outcome=done&limit=1", id)
        .body("items[0].action", equalTo("stateHandInDay"));
    Api.get("/api/v1/reports/{id}?asOf={at}", id, took).body("handedIn", nullValue());
    // what the organ does here says nothing of what was then
    Steps.withdraw(admin(), id).statusCode(200);
    Steps.submit(admin(), id).statusCode(200).body("handedIn.day", equalTo("2022-01-31"));
    standing().body("status", equalTo("onTime"));
    as(office)
        .delete("/api/v1/reports/{id}/hand-in-day", id)
        .then()
        .statusCode(200)
        .body("handedIn", nullValue());
    standing().body("status", equalTo("late")).body("handedInOn", nullValue());
    Api.get("/api/v1/reports/{id}/events", id).body("items[-1].handedInOn", nullValue());
  }

  /**
   * Some offices want reports in December; what is closed reports in the middle of its last year.
   */
  @Test
  void aReportOfThePastWasHandedInBeforeItsYearWasOver() {
    String office = TestKeys.office(district);
    long id = Steps.reportIn("submitted", organ, 2021);
    Steps.date(as(office), id, "2021-12-01")
        .statusCode(200)
        .body("handedIn.day", equalTo("2021-12-01"));
    standing().body("status", equalTo("onTime"));
    String closed = city.organ(district, null, LocalDate.of(2021, 6, 1));
    long last = Steps.reportIn("submitted", closed, 2021);
    Steps.date(as(office), last, "2021-06-10").statusCode(200);
    Steps.date(as(office), last, "2020-12-31").statusCode(400);
    long earlier = Steps.reportIn("submitted", closed, 2020);
    Steps.date(as(office), earlier, "2020-06-10").statusCode(400);
  }

  @Test
  void whatIsPublishedTellsNothingOfWhatIsWorkedOnSince() {
    long id = Api.filed(Sample.huancui(organ));
    Steps.accept(admin(), id).statusCode(200);
    Steps.publish(admin(), id).statusCode(200);
    String reader = TestKeys.reader();
    String sums = "/api/v1/rollups/contests?basis=published&by=organ&year=2021&region=" + district;
    Response report = as(reader).get("/api/v1/reports/{id}", id);
    Response rollup = as(reader).get(sums);
    rollup.then().body("coverage.unexplained", equalTo(1));

    Steps.reopen(admin(), id, "更正").statusCode(200);
    ObjectNode changed = Sample.huancui(organ);
    changed.remove("contests");
    Sample.with(changed, "/disclosure/normativeDocuments/inForce", null);
    Api.correct(id, Api.tag(id), changed).statusCode(200).body("unexplained", equalTo(3));

    Response then = as(reader).get("/api/v1/reports/{id}", id);
    assertThat(then.asString()).isEqualTo(report.asString());
    assertThat(then.header("ETag")).isEqualTo(report.header("ETag"));
    assertThat(as(reader).get(sums).asString()).isEqualTo(rollup.asString());
    String now = Api.report(id).extract().path("changedAt");
    admin()
        .get(sums + "&asOf=" + now)
        .then()
        .statusCode(200)
        .body("coverage.unexplained", equalTo(1));

    Steps.submit(admin(), id).statusCode(200);
    admin()
        .get(sums.replace("published", "submitted"))
        .then()
        .body("coverage.unexplained", equalTo(3));
    Steps.accept(admin(), id).statusCode(200);
    Steps.publish(admin(), id).statusCode(200);
    as(reader).get(sums).then().body("coverage.unexplained", equalTo(3));
    assertThat(as(reader).get("/api/v1/reports/{id}", id).header("ETag"))
        .isNotEqualTo(report.header("ETag"));
    admin()
        .post("/api/v1/rollups/checks?region=" + district)
        .then()
        .statusCode(200)
        .body("differences", hasSize(0));
  }

  private ValidatableResponse standing() {
    return Api.get("/api/v1/coverage/organs?year=2021&region=" + district)
        .rootPath("items.find { it.organ == '" + organ + "' }");
  }
}
