package org.gongkai.report;

import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organs and offices say of findings. */
@QuarkusTest
class RemarkTest {

  private static final String BALANCE = "T3-BAL:applications.naturalPerson";
  private static final String ROW = "T3-ROW:applications.received";

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  /** A report as it was published, with an error in it. */
  private ObjectNode wrong() {
    return Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 1);
  }

  @Test
  void aWaivedErrorDoesNotStopTheReport() {
    String office = TestKeys.office(district);
    long id = Api.drafted(wrong());
    Api.submit(id).statusCode(422);
    Steps.waive(as(TestKeys.organ(organ)), id, BALANCE, "已按此发布").statusCode(403);
    Steps.waive(as(office), id, BALANCE, "已按此发布")
        .statusCode(200)
        .body("waived", equalTo(1))
        .body("findings.find { it.id == '" + BALANCE + "' }.waiver.reason", equalTo("已按此发布"));
    Api.submit(id).statusCode(422).body("code", equalTo("figures-inconsistent"));
    Steps.waive(as(office), id, ROW, "已按此发布").statusCode(200);
    Api.submit(id).statusCode(200).body("waived", equalTo(2)).body("state", equalTo("submitted"));
    Api.rollup("applications", district, 2021)
        .body("coverage.waived", equalTo(2))
        .body("rows.find { it.row == 'received' }.naturalPerson", equalTo(1));
    Api.get("/api/v1/reports?organ=" + organ)
        .body("items[0].waived", equalTo(2))
        .body("items[0].errors", equalTo(2));
    admin()
        .delete("/api/v1/reports/{id}/findings/{f}/waiver", id, BALANCE)
        .then()
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
    Api.get("/api/v1/reports/{id}/events", id)
        .body("items.kind", contains("drafted", "waived", "waived", "submitted"))
        .body("items[1].finding", equalTo(BALANCE))
        .body("items[1].reason", equalTo("已按此发布"));
  }

  @Test
  void aWaiverEndsWithTheFiguresItIsAbout() {
    long id = Api.drafted(wrong());
    Steps.waive(admin(), id, BALANCE, "已按此发布").statusCode(200);
    Steps.waive(admin(), id, ROW, "已按此发布").statusCode(200);
    ObjectNode elsewhere = Sample.with(wrong(), "/disclosure/licensing/decisions", 7);
    Api.correct(id, Api.tag(id), elsewhere).statusCode(200).body("waived", equalTo(2));
    ObjectNode otherError =
        Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 2);
    Api.correct(id, Api.tag(id), otherError).statusCode(200).body("waived", equalTo(0));
    Api.submit(id).statusCode(422);
    Api.correct(id, Api.tag(id), wrong()).statusCode(200).body("waived", equalTo(2));
    admin()
        .delete("/api/v1/reports/{id}/findings/{f}/waiver", id, ROW)
        .then()
        .statusCode(200)
        .body("waived", equalTo(1));
    Api.submit(id).statusCode(422);
  }

  @Test
  void aWarningIsExplainedUntilItsFiguresChange() {
    Api.filed(Sample.nil(organ, 2020));
    ObjectNode report = Sample.huancui(organ);
    Sample.with(report, "/applications/carriedOver/naturalPerson", 3);
    Sample.with(report, "/applications/carriedOver/total", 3);
    Sample.with(report, "/applications/carriedForward/naturalPerson", 3);
    Sample.with(report, "/applications/carriedForward/total", 3);
    long id = Api.drafted(report);
    java.util.List<String> warnings =
        Api.report(id).extract().path("findings.findAll { it.severity == 'warning' }.id");
    org.assertj.core.api.Assertions.assertThat(warnings).isNotEmpty();
    int before = Api.report(id).extract().path("unexplained");
    org.assertj.core.api.Assertions.assertThat(before).isEqualTo(warnings.size());
    String warning =
        warnings.stream().filter(w -> w.contains("naturalPerson")).findFirst().orElseThrow();
    Steps.explain(as(TestKeys.organ(organ)), id, warning, "上年漏报，已说明")
        .statusCode(200)
        .body("unexplained", equalTo(before - 1))
        .body(
            "findings.find { it.id == '" + warning + "' }.explanation.reason", equalTo("上年漏报，已说明"));
    Api.correct(id, Api.tag(id), Sample.with(report, "/disclosure/licensing/decisions", 7))
        .statusCode(200)
        .body("unexplained", equalTo(before - 1));
    Sample.with(report, "/applications/carriedOver/naturalPerson", 4);
    Api.correct(id, Api.tag(id), report)
        .statusCode(200)
        .body("findings.find { it.id == '" + warning + "' }.explanation", nullValue());
    Steps.waive(admin(), id, warning, "无须豁免")
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
    Steps.explain(admin(), id, "NO-SUCH:finding", "x").statusCode(404);
    Steps.explain(as(TestKeys.organ(city.organ(district))), id, warning, "x").statusCode(403);
    Steps.explain(admin(), id, warning, "").statusCode(400);
  }

  /** One explanation for a table; the cells that were filled in since take it from no other. */
  @Test
  void blankCellsAreExplainedTogetherUntilAnotherOneIsBlank() {
    ObjectNode report = Sample.huancui(organ);
    ObjectNode row = (ObjectNode) report.at("/contests/reconsideration");
    row.putNull("corrected").putNull("other");
    ((ObjectNode) report.at("/disclosure/rules")).putNull("inForce");
    long id = Api.filed(report);
    int before = Api.report(id).extract().path("unexplained");
    String blank = "BLANK:contests";
    String explanation = "findings.find { it.id == '" + blank + "' }.explanation.reason";
    Steps.explain(as(TestKeys.organ(organ)), id, blank, "无此类案件")
        .statusCode(200)
        .body("unexplained", equalTo(before - 1))
        .body(explanation, equalTo("无此类案件"));
    row.put("other", 0);
    Api.correct(id, Api.tag(id), report)
        .statusCode(200)
        .body("unexplained", equalTo(before - 1))
        .body(explanation, equalTo("无此类案件"));
    row.putNull("pending");
    Api.correct(id, Api.tag(id), report)
        .statusCode(200)
        .body("unexplained", equalTo(before))
        .body(explanation, nullValue());
    Steps.explain(admin(), id, blank, "无此类案件，也无未结案件").statusCode(200);
    row.put("corrected", 0).put("pending", 0);
    Api.correct(id, Api.tag(id), report)
        .statusCode(200)
        .body("findings.id", not(hasItem(blank)))
        .body("unexplained", equalTo(before - 1));
    row.putNull("corrected");
    Api.correct(id, Api.tag(id), report).statusCode(200).body(explanation, equalTo("无此类案件，也无未结案件"));
    admin()
        .delete("/api/v1/reports/{id}/findings/{f}/explanation", id, blank)
        .then()
        .statusCode(200)
        .body("unexplained", equalTo(before))
        .body(explanation, nullValue());
  }

  @Test
  void anExplanationDoesNotStandInTheWayOfACorrection() {
    long id = Api.drafted(wrong());
    String tag = Api.tag(id);
    Steps.explain(admin(), id, BALANCE, "系统如此").statusCode(200);
    org.assertj.core.api.Assertions.assertThat(Api.tag(id)).isNotEqualTo(tag);
    Api.correct(id, tag, Sample.huancui(organ)).statusCode(200);
    int events = Api.get("/api/v1/reports/{id}/events", id).extract().path("items.size()");
    admin()
        .delete("/api/v1/reports/{id}/findings/{f}/explanation", id, BALANCE)
        .then()
        .statusCode(404);
    Api.get("/api/v1/reports/{id}/events", id).body("items.size()", equalTo(events));
  }
}
