package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report of a government, made of those of its organs. */
@QuarkusTest
class AreaReportTest {

  private final City city = City.found();
  private String district;
  private String office;
  private String bureau;
  private String other;

  @BeforeEach
  void register() {
    district = city.district();
    office = city.government(district);
    bureau = city.organ(district);
    other = city.organ(district);
  }

  private long accepted(ObjectNode report) {
    long id = Api.filed(report);
    Steps.accept(admin(), id);
    return id;
  }

  private String address(int year) {
    return "/api/v1/rollups/report?region=" + district + "&year=" + year;
  }

  private JsonNode made(int year) {
    return Api.json(admin().get(address(year)));
  }

  @Test
  void itsTablesAreTheSumsOfWhatIsAccepted() {
    accepted(Sample.huaian(bureau).put("year", 2023));
    accepted(Sample.huaian(other).put("year", 2023));
    Api.filed(Sample.nil(city.organ(district), 2023));
    JsonNode made = made(2023);
    assertThat(made.at("/expected").asInt()).isEqualTo(4);
    assertThat(made.at("/reported").asInt()).isEqualTo(2);
    assertThat(made.at("/missing")).hasSize(2);
    assertThat(made.at("/report/scope").asText()).isEqualTo("area");
    assertThat(made.at("/report/organ").asText()).isEqualTo(office);
    assertThat(made.at("/report/applications/received/naturalPerson").asInt()).isEqualTo(2 * 3001);
    assertThat(made.at("/report/disclosure/fees/amount").decimalValue())
        .isEqualByComparingTo("192343.2");
    assertThat(made.at("/report/contests/reconsideration/total").asInt()).isEqualTo(2 * 351);
  }

  @Test
  void itsSentencesSayTheSameAsItsTablesAndNoRuleObjects() {
    accepted(Sample.huaian(bureau).put("year", 2022));
    accepted(Sample.huaian(bureau).put("year", 2023));
    accepted(Sample.huaian(other).put("year", 2023));
    Api.filed(Sample.nil(office, 2023));
    JsonNode report = made(2023).get("report");
    assertThat(report.at("/narrative/disclosureOnRequest").asText())
        .contains("新收政府信息公开申请6238件", "比上年的3119件增加3119件");
    List<Map<String, Object>> found =
        admin()
            .contentType("application/json")
            .body(report.toString())
            .post("/api/v1/validations")
            .then()
            .statusCode(200)
            .extract()
            .path("findings");
    // a district makes no rules, as this city does; what is to be improved the office writes
    assertThat(found)
        .filteredOn(finding -> !"info".equals(finding.get("severity")))
        .extracting(finding -> finding.get("rule"))
        .isSubsetOf("S5-EMPTY", "P-RULES");
  }

  @Test
  void anOfficeGoesOnWithItAsADraftThatKnowsWhenItIsStale() {
    long filed = accepted(Sample.huaian(bureau).put("year", 2023));
    String key = TestKeys.office(district);
    long draft =
        Api.id(as(key).post(address(2023)).then().statusCode(201).body("state", equalTo("draft")));
    as(key).post(address(2023)).then().statusCode(409).body("code", equalTo("report-exists"));
    String staleness = "/api/v1/reports/" + draft + "/staleness";
    as(key).get(staleness).then().statusCode(200).body("stale", equalTo(false));
    Steps.reopen(admin(), filed, "更正数量");
    Api.correct(
        filed,
        Api.tag(filed),
        Sample.with(Sample.huaian(bureau).put("year", 2023), "/disclosure/licensing/decisions", 7));
    Api.submit(filed);
    Steps.accept(admin(), filed);
    as(key)
        .get(staleness)
        .then()
        .statusCode(200)
        .body("stale", equalTo(true))
        .body("cells.path", hasItem("disclosure.licensing.decisions"))
        .body("cells.find { it.path == 'disclosure.licensing.decisions' }.now", equalTo(7));
    admin().get("/api/v1/reports/{id}/staleness", filed).then().statusCode(404);
  }

  @Test
  void asADocumentItSaysWhoIsNotInIt() {
    accepted(Sample.huaian(bureau).put("year", 2023));
    Document page =
        Jsoup.parse(
            admin()
                .get(address(2023) + "&format=html")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    assertThat(page.select("h1").text()).endsWith("2023年政府信息公开工作年度报告");
    assertThat(page.select("td[headers]").eachText()).contains("3001");
    assertThat(page.select("p.note").text()).contains("应报3份，计入1份", "尚未计入的机关2个");
    admin().get(address(2023) + "&format=xlsx").then().statusCode(400);
    admin().get(address(2023) + "&organ=" + city.organ(city.district())).then().statusCode(400);
    as(TestKeys.office(city.district())).get(address(2023)).then().statusCode(403);
  }
}
