package org.gongkai.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules say of all reports of a region, in one list. */
@QuarkusTest
class FindingListTest {

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  @Test
  void findingsOfManyReportsAreFoundByRuleSeverityAndExplanation() {
    long draft = drafted(organ);
    long other = drafted(city.organ(district));
    drafted(city.organ(city.district()));
    List<String> of = Api.report(draft).extract().path("findings.id");
    assertThat(of).contains("T3-BAL:applications.naturalPerson");
    String all = "/api/v1/findings?year=2021&region=" + district;
    Api.get(all)
        .body("items.finding.id", hasSize(2 * of.size()))
        .body("items.report", everyItem(org.hamcrest.Matchers.oneOf((int) draft, (int) other)))
        .body("items[0].organ", equalTo(organ))
        .body("items[0].name", equalTo("第1局"))
        .body("items[0].state", equalTo("draft"))
        .body("next", equalTo(null));
    Api.get(all + "&rule=T3-BAL")
        .body("items.report", contains((int) draft, (int) other))
        .body("items.finding.rule", everyItem(equalTo("T3-BAL")));
    Api.get(all + "&severity=error")
        .body("items.finding.severity", everyItem(equalTo("error")))
        .body("items", hasSize(4));
    Api.get(all + "&rule=X-JUMP").body("items", hasSize(0));
    Api.get(all + "&rule=NO-SUCH").statusCode(400).body("violations.pointer", contains("?rule"));
    Api.get(all + "&rule=T3-BALL&format=csv")
        .statusCode(400)
        .body("violations[0].message", containsString("T3-BAL"));
    Api.get("/api/v1/findings?year=2020&region=" + district).body("items", hasSize(0));
    Api.get(all + "&state=submitted").body("items", hasSize(0));
    Steps.waive(admin(), draft, "T3-BAL:applications.naturalPerson", "已按此发布").statusCode(200);
    Api.get(all + "&rule=T3-BAL&explained=true")
        .body("items.report", contains((int) draft))
        .body("items[0].finding.waiver.reason", equalTo("已按此发布"));
    Api.get(all + "&rule=T3-BAL&explained=false").body("items.report", contains((int) other));
  }

  @Test
  void whatNobodyHasExplainedIsListedUntilSomebodyDoes() {
    Api.filed(Sample.nil(organ, 2020));
    ObjectNode report = Sample.huancui(organ);
    for (String place : List.of("carriedOver", "carriedForward")) {
      Sample.with(report, "/applications/" + place + "/naturalPerson", 3);
      Sample.with(report, "/applications/" + place + "/total", 3);
    }
    long id = Api.filed(report);
    String open = "/api/v1/findings?severity=warning&explained=false&region=" + district;
    List<String> before = Api.get(open).extract().path("items.finding.id");
    int unexplained = Api.report(id).extract().path("unexplained");
    assertThat(before).isNotEmpty().hasSize(unexplained);
    Steps.explain(as(TestKeys.organ(organ)), id, before.getFirst(), "上年漏报").statusCode(200);
    Api.get(open).body("items.finding.id", equalTo(before.subList(1, before.size())));
    Api.get("/api/v1/findings?explained=true&region=" + district)
        .body("items.finding.id", contains(before.getFirst()))
        .body("items[0].finding.explanation.reason", equalTo("上年漏报"));
  }

  @Test
  void pagesTogetherAreTheWholeListAndSoIsTheTable() {
    long late = Api.drafted(wrong(organ).put("year", 2022));
    for (int i = 0; i < 3; i++) {
      drafted(city.organ(district));
    }
    Api.get("/api/v1/findings?region=" + district)
        .body("items.first().year", equalTo(2021))
        .body("items.last().report", equalTo((int) late));
    String all = "/api/v1/findings?region=" + district;
    List<String> whole = Api.get(all + "&limit=1000").extract().path("items.finding.id");
    List<String> paged = new ArrayList<>();
    String next = null;
    do {
      ValidatableResponse page =
          admin()
              .queryParams(next == null ? Map.of() : Map.of("cursor", next))
              .get(all + "&limit=2")
              .then()
              .statusCode(200);
      paged.addAll(page.extract().path("items.finding.id"));
      next = page.extract().path("next");
    } while (next != null && paged.size() < 2 * whole.size());
    assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(5);
    String csv =
        admin()
            .get(all + "&format=csv")
            .then()
            .statusCode(200)
            .header("Content-Disposition", containsString("findings.csv"))
            .extract()
            .asString();
    List<Map<String, String>> lines = Csv.read(csv);
    assertThat(lines).hasSameSizeAs(whole);
    assertThat(lines.getFirst()).containsEntry("year", "2021").containsEntry("state", "draft");
    assertThat(lines).extracting(line -> line.get("message")).doesNotContain("");
    Api.get(all + "&format=csv&limit=2").statusCode(400);
    Api.get(all + "&cursor=x").statusCode(400);
  }

  @Test
  void everybodySeesWhatTheyMayReadAlone() {
    long own = drafted(organ);
    long beside = drafted(city.organ(district));
    String elsewhere = city.district();
    long far = drafted(city.organ(elsewhere));
    reports(as(TestKeys.organ(organ)), "").isEqualTo(List.of((int) own));
    reports(as(TestKeys.office(district)), "").isEqualTo(List.of((int) own, (int) beside));
    reports(as(TestKeys.office(district)), "&region=" + elsewhere).isEqualTo(List.of());
    reports(as(TestKeys.office(city.code())), "")
        .isEqualTo(List.of((int) own, (int) beside, (int) far));
    as(TestKeys.reader()).get("/api/v1/findings").then().statusCode(403);
  }

  private static org.assertj.core.api.ListAssert<Integer> reports(
      RequestSpecification caller, String more) {
    List<Integer> found =
        caller
            .get("/api/v1/findings?rule=T3-BAL" + more)
            .then()
            .statusCode(200)
            .extract()
            .path("items.report");
    return assertThat(found);
  }

  private static long drafted(String organ) {
    return Api.drafted(wrong(organ));
  }

  /** A report that breaks a hard rule. */
  private static ObjectNode wrong(String organ) {
    return Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 1);
  }
}
