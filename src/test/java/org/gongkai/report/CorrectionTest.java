package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Later revisions of a report, by its id and by organ and year. */
@QuarkusTest
class CorrectionTest {

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  private ObjectNode corrected() {
    return Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 7);
  }

  @Test
  void aCorrectionNamesWhatItIsMadeFrom() {
    long id = Api.filed(Sample.huancui(organ));
    String first = Api.tag(id);
    Api.send(admin(), corrected())
        .put("/api/v1/reports/{id}", id)
        .then()
        .statusCode(428)
        .body("code", equalTo("precondition-required"));
    Api.correct(id, "\"999-00000000-zh\"", corrected())
        .statusCode(412)
        .header("ETag", first)
        .body("code", equalTo("stale-etag"));
    Api.correct(id, "W/" + first, corrected()).statusCode(412).header("ETag", first);
    Api.correct(id, first, corrected()).statusCode(200).body("revision", equalTo(2));
    Api.correct(id, first, Sample.huancui(organ)).statusCode(412).header("ETag", Api.tag(id));
    for (String nonsense : List.of("1", "\"\"", "\"1", "*,", "\"1-\"", "W/", "\"99999999999-a\"")) {
      ValidatableResponse answer = Api.correct(id, nonsense, Sample.huancui(organ));
      assertThat(answer.extract().statusCode()).as(nonsense).isIn(200, 412);
    }
  }

  @Test
  void aCorrectionIsANewRevisionWithItsReason() throws Exception {
    ValidatableResponse filed = Api.file(Sample.huancui(organ));
    long id = Api.id(filed);
    Api.send(admin(), corrected())
        .header("If-Match", Api.tag(id))
        .queryParam("reason", "更正行政许可数量")
        .put("/api/v1/reports/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", not(filed.extract().header("ETag")))
        .body("revision", equalTo(2))
        .body("state", equalTo("submitted"))
        .body("receipt.revision", equalTo(2))
        .body("receipt.digest", equalTo(FilingTest.digest(corrected().toString())));
    Api.get("/api/v1/reports/{id}/revisions", id)
        .statusCode(200)
        .body("items.number", contains(1, 2))
        .body("items[0].reason", nullValue())
        .body("items[1].reason", equalTo("更正行政许可数量"))
        .body("items[0].content", nullValue());
    Api.get("/api/v1/reports/{id}/revisions/1", id)
        .body("content.disclosure.licensing.decisions", equalTo(0));
    Api.get("/api/v1/reports/{id}/revisions/2", id)
        .body("content.disclosure.licensing.decisions", equalTo(7));
    Api.get("/api/v1/reports/{id}/revisions/3", id).statusCode(404);
    Api.get("/api/v1/reports/{id}/receipts/1", id).statusCode(200);
    Api.rollup("disclosure", district, 2021)
        .body("rows.find { it.row == 'licensing' }.decisions", equalTo(7));
  }

  @Test
  void theSameContentAgainMakesNoRevision() {
    ObjectNode report = Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 3);
    long id = Api.filed(report);
    String tag = Api.tag(id);
    String otherwise =
        reversed(report).toPrettyString().replace("\"decisions\" : 3", "\"decisions\" : 3.0");
    assertThat(otherwise).contains("3.0").startsWith("{\n");
    for (Object same : List.of(report, otherwise)) {
      Api.correct(id, tag, same)
          .statusCode(200)
          .header("ETag", tag)
          .body("revision", equalTo(1))
          .body("receipt.revision", equalTo(1));
      Api.put(organ, 2021, same).statusCode(200).header("ETag", tag).body("revision", equalTo(1));
    }
    Api.get("/api/v1/reports/{id}/revisions", id).body("items.number", contains(1));
  }

  private static ObjectNode reversed(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.reverse(names);
    ObjectNode reversed = object.objectNode();
    for (String name : names) {
      reversed.set(
          name, object.get(name) instanceof ObjectNode inner ? reversed(inner) : object.get(name));
    }
    return reversed;
  }

  @Test
  void whatWasReadMayBeSentBack() {
    long id = Api.filed(Sample.huancui(organ));
    ObjectNode read = (ObjectNode) Sample.json(Api.report(id).extract().asString());
    Api.correct(id, Api.tag(id), read).statusCode(200).body("revision", equalTo(1));
    Api.correct(id, Api.tag(id), Sample.with(read, "/disclosure/licensing/decisions", 9))
        .statusCode(200)
        .body("revision", equalTo(2));
    Api.get("/api/v1/reports/{id}/revisions/2", id)
        .body("content.id", nullValue())
        .body("content.receipt", nullValue())
        .body("content.disclosure.licensing.decisions", equalTo(9));
  }

  @Test
  void aCorrectionMustHoldTheHardRules() {
    long id = Api.filed(Sample.huancui(organ));
    String tag = Api.tag(id);
    Api.correct(
            id, tag, Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 1))
        .statusCode(422)
        .body("code", equalTo("figures-inconsistent"))
        .body("findings.rule", containsInAnyOrder("T3-ROW", "T3-BAL", "LAYOUT"));
    Api.report(id).header("ETag", tag).body("revision", equalTo(1));
    Api.send(admin(), corrected())
        .header("If-Match", tag)
        .put("/api/v1/reports/{id}?state=draft", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
  }

  @Test
  void aCorrectionStaysWithItsOrganYearAndScope() {
    long id = Api.filed(Sample.huancui(organ));
    String other = city.organ(district);
    Api.correct(id, Api.tag(id), Sample.nil(other, 2022).put("scope", "area"))
        .statusCode(400)
        .body("violations.pointer", contains("/organ", "/year", "/scope"));
    Api.put(organ, 2021, Sample.nil(other, 2022).put("scope", "level"))
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("violations.pointer", contains("/organ", "/year", "/scope"));
    Api.correct(999_999_999L, "*", Sample.nil(other, 2022)).statusCode(404);
  }

  @Test
  void byOrganAndYearAReportIsFiledThenCorrected() {
    ValidatableResponse filed = Api.put(organ, 2021, Sample.huancui(organ)).statusCode(201);
    long id = Api.id(filed);
    filed.header("Location", endsWith("/api/v1/reports/" + id)).body("revision", equalTo(1));
    Api.get("/api/v1/organs/{organ}/reports/2021", organ)
        .statusCode(200)
        .header("ETag", filed.extract().header("ETag"))
        .body("id", equalTo(Math.toIntExact(id)));
    Api.put(organ, 2021, corrected())
        .statusCode(200)
        .body("id", equalTo(Math.toIntExact(id)))
        .body("revision", equalTo(2));
    Api.get("/api/v1/organs/{organ}/reports/2021?scope=level", organ).statusCode(404);
  }

  @Test
  void byOrganAndYearPreconditionsHold() {
    String address = "/api/v1/organs/" + organ + "/reports/2021";
    Api.send(admin(), Sample.huancui(organ))
        .header("If-Match", "*")
        .put(address)
        .then()
        .statusCode(412);
    long id =
        Api.id(
            Api.send(admin(), Sample.huancui(organ))
                .header("If-None-Match", "*")
                .put(address)
                .then()
                .statusCode(201));
    String first = Api.tag(id);
    Api.send(admin(), corrected())
        .header("If-None-Match", "*")
        .put(address)
        .then()
        .statusCode(409)
        .header("Location", endsWith("/api/v1/reports/" + id))
        .body("code", equalTo("report-exists"));
    Api.send(admin(), corrected()).header("If-Match", first).put(address).then().statusCode(200);
    Api.send(admin(), Sample.huancui(organ))
        .header("If-Match", first)
        .put(address)
        .then()
        .statusCode(412);
  }

  @Test
  void aDraftStaysADraftUntilItIsSaidToBeSubmitted() {
    long id = Api.drafted(Sample.shanghai(organ));
    ObjectNode better = Sample.shanghai(organ);
    Sample.with(better, "/disclosure/procurement/amount", 251000);
    Sample.with(better, "/disclosure/procurement/unit", "yuan");
    Api.correct(id, Api.tag(id), better)
        .statusCode(200)
        .body("state", equalTo("draft"))
        .body("revision", equalTo(2))
        .body("receipt", nullValue());
    Api.send(admin(), better)
        .header("If-Match", Api.tag(id))
        .put("/api/v1/reports/{id}?state=submitted", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("submitted"));
    Api.rollup("applications", district, 2019).body("coverage.reported", equalTo(1));
  }
}
