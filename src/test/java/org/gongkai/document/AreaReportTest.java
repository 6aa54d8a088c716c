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
    List<Map<String, Object>> found = findings(report);
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

  /** Three applications that were handled otherwise, undivided as in 2019. */
  private ObjectNode undivided(String organ) {
    ObjectNode report = Sample.huancui(organ);
    for (String column : List.of("naturalPerson", "total")) {
      for (String row : List.of("received", "outcomes/otherHandling", "outcomes/total")) {
        Sample.with(report, "/applications/" + row + "/" + column, 3);
      }
    }
    return report;
  }

  @Test
  void whatHasToBeDividedIsLeftToTheOfficeWithItsNumbers() {
    ObjectNode divided = Sample.huaian(other).put("year", 2021);
    accepted(divided);
    accepted(undivided(bureau));
    accepted(Sample.nil(office, 2021));
    JsonNode made = made(2021);
    JsonNode rests = made.get("undivided");
    assertThat(rests).hasSize(2);
    JsonNode rest = rests.get(0);
    assertThat(rest.at("/row").asText()).isEqualTo("applications.outcomes.otherHandling");
    assertThat(rest.at("/column").asText()).isEqualTo("naturalPerson");
    assertThat(rest.at("/number").asInt()).isEqualTo(3);
    assertThat(rest.at("/organs/0/organ").asText()).isEqualTo(bureau);
    assertThat(rest.at("/organs/0/number").asInt()).isEqualTo(3);
    assertThat(rest.get("parts")).hasSize(3);
    assertThat(rest.at("/parts/2/number"))
        .isEqualTo(divided.at("/applications/outcomes/otherHandling/otherReasons/naturalPerson"));
    JsonNode outcomes = made.at("/report/applications/outcomes");
    for (String part : List.of("correctionOverdue", "feeUnpaid", "otherReasons")) {
      JsonNode row = outcomes.at("/otherHandling/" + part);
      assertThat(row.get("naturalPerson").isNull()).isTrue();
      assertThat(row.get("total").isNull()).isTrue();
      assertThat(row.get("commercialEnterprise").isNumber()).isTrue();
    }
    List<Map<String, Object>> found = findings(made.get("report"));
    assertThat(found).extracting(f -> f.get("severity")).doesNotContain("error");
    assertThat(found)
        .filteredOn(f -> !"info".equals(f.get("severity")))
        .extracting(f -> f.get("rule"))
        .isSubsetOf("T3-SUM", "BLANK", "S5-EMPTY", "P-RULES");
    assertThat(found).filteredOn(f -> "T3-SUM".equals(f.get("rule"))).hasSize(2);
    for (String column : List.of("naturalPerson", "total")) {
      JsonNode reasons = divided.at("/applications/outcomes/otherHandling");
      for (String part : List.of("correctionOverdue", "feeUnpaid", "otherReasons")) {
        int rest3 = part.equals("otherReasons") ? 3 : 0;
        Sample.with(
            (ObjectNode) made.get("report"),
            "/applications/outcomes/otherHandling/" + part + "/" + column,
            reasons.at("/" + part + "/" + column).asInt() + rest3);
      }
    }
    assertThat(findings(made.get("report")))
        .as("filled in")
        .filteredOn(f -> !"info".equals(f.get("severity")))
        .extracting(f -> f.get("rule"))
        .isSubsetOf("S5-EMPTY", "P-RULES");
  }

  @Test
  void aDraftSaysWhatTheOfficeHasToDecideAndIsRemindedOfIt() {
    accepted(undivided(bureau));
    accepted(
        Sample.with(
            Sample.huaian(other).put("year", 2021),
            "/narrative/otherMatters",
            "2021年，收取政府信息公开信息处理费3940元。"));
    long id = Api.id(as(TestKeys.office(district)).post(address(2021)).then().statusCode(201));
    JsonNode draft = Api.json(admin().get("/api/v1/reports/{id}", id));
    assertThat(draft.at("/narrative/title").asText()).endsWith("2021年政府信息公开工作年度报告");
    assertThat(draft.at("/narrative/otherMatters").asText())
        .startsWith("【请在报送前删除")
        .contains("应报3份，计入2份", "尚未计入的机关1个", "“（六）其他处理”的“自然人”列有3未按本年表式细分", "3940元");
    List<Map<String, Object>> found =
        admin().get("/api/v1/reports/{id}/findings", id).then().extract().path("$");
    assertThat(found)
        .filteredOn(f -> "warning".equals(f.get("severity")))
        .extracting(f -> f.get("rule"))
        .contains("TEXT-OPEN")
        .isSubsetOf("TEXT-OPEN", "T3-SUM", "BLANK", "S5-EMPTY", "P-RULES");
  }

  @Test
  void whatOrgansSayOfFeesIsAddedUpWhereAllSayIt() {
    accepted(fees(bureau, "全年收取政府信息公开信息处理费3940元。"));
    accepted(fees(other, "2023年未收取信息处理费。"));
    long silent = accepted(Sample.nil(office, 2023));
    assertThat(made(2023).at("/report/narrative/otherMatters").isMissingNode()).isTrue();
    Steps.reopen(admin(), silent, "补充文字");
    accepted(fees(city.organ(district), "本年度收取信息处理费0.006万元。无其他需要报告的事项。"));
    JsonNode made = made(2023);
    assertThat(made.get("processingFees")).hasSize(3);
    assertThat(made.at("/report/narrative/otherMatters").asText()).contains("信息处理费共4000元");
    Document page = Jsoup.parse(admin().get(address(2023) + "&format=html").asString());
    assertThat(page.select("p.note").text()).contains("“全年收取政府信息公开信息处理费3940元。”");
    assertThat(findings(made.get("report")))
        .filteredOn(f -> !"info".equals(f.get("severity")))
        .extracting(f -> f.get("rule"))
        .isSubsetOf("S5-EMPTY", "P-RULES");
  }

  private ObjectNode fees(String organ, String words) {
    return Sample.with(Sample.huaian(organ).put("year", 2023), "/narrative/otherMatters", words);
  }

  private static List<Map<String, Object>> findings(JsonNode report) {
    return admin()
        .contentType("application/json")
        .body(report.toString())
        .post("/api/v1/validations")
        .then()
        .statusCode(200)
        .extract()
        .path("findings");
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
