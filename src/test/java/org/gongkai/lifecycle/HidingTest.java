package org.gongkai.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.access.TestKeys;
import org.gongkai.feed.Feed;
import org.gongkai.journey.Api;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What should not be public is out of sight at once, and out of every sum of what is public. */
@QuarkusTest
class HidingTest {

  private static final String WHY = "核实个人信息";

  private final City city = City.found();
  private String district;
  private String organ;
  private String office;
  private String reader;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
    office = TestKeys.office(district);
    reader = TestKeys.reader(district);
  }

  private long published() {
    long id = Api.filed(decisions(7));
    Steps.accept(admin(), id).statusCode(200);
    Steps.publish(admin(), id).statusCode(200);
    return id;
  }

  private ObjectNode decisions(int number) {
    return Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", number);
  }

  @Test
  void readersAreToldThatItIsGoneAndWhy() {
    long id = published();
    String then = Api.report(id).extract().path("changedAt");
    long position = Feed.end();
    as(reader).get("/api/v1/reports/{id}", id).then().statusCode(200);
    Steps.hide(as(office), id, "").statusCode(400);
    Steps.hide(as(TestKeys.organ(organ)), id, WHY).statusCode(403);
    Steps.hide(as(office).header("If-Match", "\"1-0-zh\""), id, WHY).statusCode(412);
    Steps.hide(as(office).header("If-Match", Api.tag(id)), id, WHY)
        .statusCode(200)
        .body("state", equalTo("published"))
        .body("publishedRevision", nullValue())
        .body("hidden.reason", equalTo(WHY))
        .body("hidden.author", notNullValue());
    for (String address :
        List.of(
            "/api/v1/reports/" + id,
            "/api/v1/reports/" + id + "?asOf=" + then,
            "/api/v1/reports/" + id + "/revisions/1",
            "/api/v1/organs/" + organ + "/reports/2021")) {
      as(reader)
          .get(address)
          .then()
          .statusCode(410)
          .body("code", equalTo("report-hidden"))
          .body("reason", equalTo(WHY))
          .body("hiddenAt", notNullValue());
    }
    as(TestKeys.reader(city.district())).get("/api/v1/reports/{id}", id).then().statusCode(403);
    for (String asked : List.of("", "&asOf=" + then)) {
      as(reader)
          .get("/api/v1/reports?organ=" + organ + asked)
          .then()
          .statusCode(200)
          .body("items", empty());
    }
    for (String key : List.of(office, TestKeys.organ(organ))) {
      as(key).get("/api/v1/reports/{id}", id).then().statusCode(200);
      as(key).get("/api/v1/reports").then().body("items[0].hidden", equalTo(true));
    }
    Api.get("/api/v1/audit?report={id}&outcome=done&limit=1", id)
        .body("items[0].action", equalTo("hideReport"));
    as(reader)
        .get("/api/v1/changes?region={region}&after={after}", district, position)
        .then()
        .body("items.kind", hasItem("report.hidden"));
    Steps.hide(as(office), id, WHY).statusCode(409).body("state", equalTo("published"));
    Steps.unhide(as(office), id, "已核实").statusCode(200).body("hidden", nullValue());
    as(reader).get("/api/v1/reports/{id}", id).then().statusCode(200);
    Steps.unhide(as(office), id, "已核实").statusCode(409);
    Api.get("/api/v1/reports/{id}/events", id)
        .body("items[-1].kind", equalTo("unhidden"))
        .body("items[-2].reason", equalTo(WHY));
  }

  @Test
  void noSumOfWhatIsPublicCountsIt() {
    long id = published();
    String then = Api.report(id).extract().path("changedAt");
    counted("published", 7);
    Steps.hide(admin(), id, WHY).statusCode(200);
    counted("published", null);
    counted("accepted", 7);
    decided("&basis=published&asOf=" + then, null);
    decided("&basis=accepted&asOf=" + then, 7);
    Api.get(
            "/api/v1/rollups/contributions?section=disclosure&row=licensing&column=decisions"
                + "&year=2021&basis=published&region="
                + district)
        .body("items.report", not(hasItem((int) id)));
    Steps.unhide(admin(), id, "已核实").statusCode(200);
    counted("published", 7);
  }

  /** The usual way out: hide, correct, publish what is corrected. */
  @Test
  void whatIsPublishedNewlyIsSeen() {
    long id = published();
    Steps.reopen(admin(), id, "更正").statusCode(200);
    Steps.hide(admin(), id, WHY).statusCode(200).body("state", equalTo("reopened"));
    as(reader).get("/api/v1/reports/{id}", id).then().statusCode(410);
    Api.correct(id, Api.tag(id), decisions(8)).statusCode(200);
    Steps.submit(admin(), id).statusCode(200);
    Steps.accept(admin(), id).statusCode(200).body("hidden.reason", equalTo(WHY));
    as(reader).get("/api/v1/reports/{id}", id).then().statusCode(410);
    Steps.publish(admin(), id).statusCode(200).body("hidden", nullValue());
    as(reader)
        .get("/api/v1/reports/{id}", id)
        .then()
        .statusCode(200)
        .body("disclosure.licensing.decisions", equalTo(8));
    counted("published", 8);
  }

  @Test
  void onlyWhatIsPublicCanBeHidden() {
    int year = 2013;
    for (String state : List.of("draft", "submitted", "withdrawn", "returned", "accepted")) {
      long id = Steps.reportIn(state, organ, ++year);
      Steps.hide(admin(), id, WHY).statusCode(409).body("state", equalTo(state));
    }
  }

  @Test
  void ofManyHidingsOneIsTakenAndSumsStayExact() {
    long id = published();
    for (int round = 0; round < 3; round++) {
      String seen = Api.tag(id);
      assertThat(
              AtOnce.map(
                  IntStream.range(0, 8).boxed().toList(),
                  worker ->
                      Steps.hide(admin().header("If-Match", seen), id, WHY).extract().statusCode()))
          .containsOnly(200, 412)
          .containsOnlyOnce(200);
      counted("published", null);
      assertThat(
              AtOnce.map(
                  IntStream.range(0, 8).boxed().toList(),
                  worker -> Steps.unhide(admin(), id, "已核实").extract().statusCode()))
          .containsOnly(200, 409)
          .containsOnlyOnce(200);
      counted("published", 7);
    }
  }

  /** What is kept, what waits and what is added up anew say the same. */
  private void counted(String basis, Integer decisions) {
    decided("&basis=" + basis, decisions);
    admin()
        .post("/api/v1/rollups/checks?region=" + district)
        .then()
        .statusCode(200)
        .body("differences", empty());
    decided("&basis=" + basis, decisions);
  }

  private ValidatableResponse decided(String asked, Integer decisions) {
    return Api.get("/api/v1/rollups/disclosure?year=2021&region=" + district + asked)
        .statusCode(200)
        .body("rows.find { it.row == 'licensing' }?.decisions", equalTo(decisions));
  }
}
