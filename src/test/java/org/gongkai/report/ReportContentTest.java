package org.gongkai.report;

import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a report may say, and what becomes of it in the sums. */
@QuarkusTest
class ReportContentTest {

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  @Test
  void editionsMixSectionBySection() {
    String another = city.organ(district);
    Api.filed(
        Sample.with(
            Sample.with(
                Sample.with(
                    Sample.with(Sample.huancui(organ), "/applications/received", row(3)),
                    "/applications/outcomes/otherHandling",
                    row(3)),
                "/applications/outcomes/total",
                row(3)),
            "/narrative",
            null));
    ObjectNode newer = Sample.nil(another, 2021);
    newer.remove("nil");
    newer.putArray("nil").add("disclosure").add("contests");
    newer.set("applications", Sample.huaian(another).get("applications"));
    Api.file(newer).statusCode(201).body("editions.applications", equalTo("2021"));
    Api.rollup("applications", district, 2021)
        .body("coverage.reported", equalTo(2))
        .body(find("outcomes.otherHandling") + ".naturalPerson", equalTo(3 + 67 + 6 + 108))
        .body(find("outcomes.otherHandling") + ".reports", equalTo(2))
        .body(find("outcomes.otherHandling.feeUnpaid") + ".naturalPerson", equalTo(6))
        .body(find("outcomes.otherHandling.feeUnpaid") + ".reports", equalTo(1))
        .body(find("received") + ".total", equalTo(18 + 3119))
        .body(find("outcomes.total") + ".total", equalTo(18 + 3050));
  }

  private static String find(String row) {
    return "rows.find { it.row == '" + row + "' }";
  }

  private static Map<String, Integer> row(int number) {
    return Map.of(
        "naturalPerson", number,
        "commercialEnterprise", number,
        "researchInstitution", number,
        "publicInterestOrganization", number,
        "legalServiceOrganization", number,
        "otherOrganization", number,
        "total", 6 * number);
  }

  @Test
  void anEditionCanBeSaid() {
    ObjectNode said = Sample.nil(organ, 2021);
    Sample.with(said, "/editions", Map.of("applications", "2019", "disclosure", "2019"));
    Api.file(said)
        .statusCode(201)
        .body("editions.applications", equalTo("2019"))
        .body("editions.disclosure", equalTo("2019"))
        .body("editions.contests", equalTo("2021"));
    Api.rollup("disclosure", district, 2021).body("rows.row", hasItem("procurement"));
    Api.file(Sample.with(Sample.huancui(organ), "/editions", Map.of("disclosure", "2019")))
        .statusCode(400)
        .body(
            "violations.pointer", hasItems("/disclosure/rules/issued", "/disclosure/fees/amount"));
    Api.file(Sample.with(Sample.nil(organ, 2022), "/editions", Map.of("applications", "2020")))
        .statusCode(400)
        .body("violations.pointer", contains("/editions/applications"));
  }

  @Test
  void aChannelThatDoesNotApplyIsNeitherCountedNorBlank() {
    ObjectNode report = Sample.nil(organ, 2021);
    Sample.with(
        report,
        "/publications",
        Map.of(
            "channels",
            List.of(
                Map.of("channel", "gazette", "unit", "item", "count", "n/a"),
                Map.of("channel", "website", "unit", "item", "count", 3))));
    Api.file(report).statusCode(201);
    Api.rollup("publications", district, 2021)
        .body("rows.channel", contains("website"))
        .body("coverage.blank", equalTo(0));
  }

  @Test
  void aNilSectionStatesZerosAndCannotContradictItself() {
    Api.file(Sample.nil(organ, 2021)).statusCode(201).body("findings", empty());
    Api.rollup("applications", district, 2021)
        .body("complete", equalTo(true))
        .body(find("received") + ".total", equalTo(0))
        .body(find("received") + ".blank", equalTo(0));
    Api.file(Sample.with(Sample.nil(organ, 2022), "/contests/reconsideration/upheld", 1))
        .statusCode(400)
        .body("violations.pointer", contains("/contests/reconsideration/upheld"));
    Api.filed(Sample.with(Sample.nil(organ, 2022), "/contests/reconsideration/upheld", 0));
  }

  @Test
  void whatIsNotApplicableIsNeitherBlankNorZero() {
    ObjectNode report = Sample.nil(organ, 2021);
    report.putArray("nil").add("applications").add("contests");
    Sample.with(
        report, "/disclosure/rules", Map.of("issued", "n/a", "repealed", "/", "inForce", "—"));
    Sample.with(report, "/disclosure/licensing/decisions", "不适用");
    Sample.with(report, "/disclosure/penalties/decisions", 5);
    Api.file(report)
        .statusCode(201)
        .body("findings.findAll { it.severity == 'error' }", empty())
        .body("findings.cells.flatten().path", not(hasItem("disclosure.rules.issued")))
        .body("findings.cells.flatten().path", hasItem("disclosure.compulsion.decisions"));
    Api.rollup("disclosure", district, 2021)
        .body(find("rules") + ".issued", nullValue())
        .body(find("rules") + ".blank", equalTo(0))
        .body(find("licensing") + ".decisions", nullValue())
        .body(find("penalties") + ".decisions", equalTo(5))
        .body(find("compulsion") + ".decisions", nullValue())
        .body(find("compulsion") + ".blank", equalTo(1))
        .body("coverage.blank", equalTo(5))
        .body("complete", equalTo(false));
  }

  @Test
  void aCellIsFiledAsItIsPrintedAndComesBackInOneForm() {
    ObjectNode report = Sample.nil(organ, 2021);
    report.putArray("nil").add("applications").add("contests");
    Sample.with(
        report, "/disclosure/rules", Map.of("issued", "／", "repealed", "——", "inForce", "Ｎ／Ａ"));
    Sample.with(
        report, "/disclosure/licensing/decisions", Map.of("value", 22, "remark", "其中变更16件"));
    Sample.with(report, "/disclosure/penalties/decisions", Map.of("value", "－", "remark", "由区局作出"));
    long id = Api.filed(report);
    Api.rollup("disclosure", district, 2021)
        .body(find("licensing") + ".decisions", equalTo(22))
        .body(find("rules") + ".blank", equalTo(0));
    Api.get("/api/v1/reports/{id}", id)
        .statusCode(200)
        .body("disclosure.rules.values()", everyItem(equalTo("n/a")))
        .body("disclosure.licensing.decisions.value", equalTo(22))
        .body("disclosure.licensing.decisions.remark", equalTo("其中变更16件"))
        .body("disclosure.penalties.decisions.value", equalTo("n/a"));
    Api.get("/api/v1/reports/{id}/revisions/1", id)
        .statusCode(200)
        .body("content.disclosure.rules.repealed", equalTo("——"));
    ObjectNode marked = Sample.with(report.deepCopy(), "/disclosure/rules/issued", "n/a");
    Api.correct(id, Api.tag(id), marked).statusCode(200).body("revision", equalTo(1));
    ObjectNode without = Sample.with(marked, "/disclosure/licensing/decisions", 22);
    Api.correct(id, Api.tag(id), without).statusCode(200).body("revision", equalTo(2));
    Sample.with(
        without, "/disclosure/licensing/decisions", Map.of("value", 22, "remark", "a\u0007b"));
    Api.correct(id, Api.tag(id), without)
        .statusCode(400)
        .body("violations.pointer", contains("/disclosure/licensing/decisions/remark"));
  }

  @Test
  void procurementKeepsTheUnitThatWasStated() {
    String inWanyuan = city.organ(district);
    String without = city.organ(district);
    Api.filed(procurement(organ, 251000.5, "yuan"));
    Api.rollup("disclosure", district, 2019)
        .body(find("procurement") + ".amountInYuan", equalTo(251000.5f))
        .body(find("procurement") + ".amount", nullValue());
    Api.filed(procurement(inWanyuan, 12.25, "wanyuan"));
    Api.filed(procurement(without, 7, null));
    Api.rollup("disclosure", district, 2019)
        .body(find("procurement") + ".amountInYuan", equalTo(251000.5f))
        .body(find("procurement") + ".amountInWanyuan", equalTo(12.25f))
        .body(find("procurement") + ".amount", equalTo(7))
        .body(find("procurement") + ".items", equalTo(18))
        .body(find("procurement") + ".reports", equalTo(3));
    Api.file(procurement(organ, 1, "dollar"))
        .statusCode(400)
        .body("violations.pointer", contains("/disclosure/procurement/unit"));
  }

  private static ObjectNode procurement(String organ, Number amount, String unit) {
    ObjectNode report = Sample.shanghai(organ);
    Sample.with(report, "/disclosure/procurement/amount", amount);
    return Sample.with(report, "/disclosure/procurement/unit", unit);
  }

  @Test
  void aStatedAmountOfZeroIsNoBlank() {
    Api.filed(procurement(organ, 0, "yuan"));
    Api.rollup("disclosure", district, 2019)
        .body(find("procurement") + ".amountInYuan", equalTo(0))
        .body(find("procurement") + ".amount", nullValue());
  }

  @Test
  void aCountThatNobodyGaveIsBlank() {
    ObjectNode report = Sample.nil(organ, 2021);
    Sample.with(
        report,
        "/publications/channels",
        List.of(
            Map.of("channel", "website", "unit", "item"),
            Map.of("channel", "weibo", "unit", "item", "count", 1200, "approximate", true),
            Map.of("channel", "other", "unit", "item", "count", 3, "name", "村务微信群"),
            Map.of("channel", "other", "unit", "item", "count", 4, "name", "简报"),
            Map.of("channel", "other", "unit", "issue", "count", 5)));
    Api.file(report)
        .statusCode(201)
        .body("findings.cells.flatten().path", contains("publications.channels[0].count"));
    Api.rollup("publications", district, 2021)
        .body("rows.channel", contains("website", "weibo", "other", "other"))
        .body("rows.unit", contains("item", "item", "issue", "item"))
        .body("rows.count", contains(null, 1200, 5, 7))
        .body("rows.blank", contains(1, 0, 0, 0))
        .body("rows.approximate", contains(0, 1, 0, 0))
        .body("rows.reports", contains(1, 1, 1, 1))
        .body("totals", empty())
        .body("coverage.blank", equalTo(1))
        .body("complete", equalTo(false));
  }

  @Test
  void onlyTheOrgansOwnReportIsAdded() {
    String district = city.district();
    String organ = city.government(district);
    ObjectNode area = Sample.huaian(organ).put("scope", "area");
    ObjectNode level = Sample.huaian(organ).put("scope", "level");
    Api.filed(area);
    Api.filed(level);
    Api.rollup("applications", district, 2024)
        .body("coverage.reported", equalTo(0))
        .body("coverage.missing", equalTo(1))
        .body("rows", empty());
    Api.filed(Sample.nil(organ, 2024));
    Api.rollup("applications", district, 2024)
        .body("coverage.reported", equalTo(1))
        .body(find("received") + ".total", equalTo(0));
    Api.get("/api/v1/organs/{organ}/reports/2024?scope=area", organ)
        .body("applications.received.total", equalTo(3119));
    Api.get("/api/v1/reports?organ=" + organ).body("items", hasSize(3));
    Api.send(admin(), level.put("scope", "level"))
        .put("/api/v1/organs/{organ}/reports/2024?scope=level", organ)
        .then()
        .statusCode(200)
        .body("revision", equalTo(1));
  }

  @Test
  void lastYearsReportIsHeldAgainstThisYearsWheneverItComes() {
    long current = Api.filed(carriedOver(organ, 2021, 4));
    Api.get("/api/v1/reports/{id}/findings", current).body("rule", not(hasItem("X-CARRY")));
    String tag = Api.tag(current);
    long before = Api.filed(Sample.nil(organ, 2020));
    Api.get("/api/v1/reports/{id}/findings", current)
        .body("findAll { it.rule == 'X-CARRY' }.severity", hasItem("warning"))
        .body("findAll { it.rule == 'X-CARRY' }[0].left", equalTo(4))
        .body("findAll { it.rule == 'X-CARRY' }[0].right", equalTo(0));
    Api.report(current).header("ETag", not(tag)).body("revision", equalTo(1));
    Api.correct(before, Api.tag(before), carriedForward(organ, 2020, 4)).statusCode(200);
    Api.get("/api/v1/reports/{id}/findings", current).body("rule", not(hasItem("X-CARRY")));
    Api.correct(current, tag, carriedOver(organ, 2021, 5))
        .statusCode(200)
        .body("findings.rule", hasItem("X-CARRY"));
    Api.get("/api/v1/reports/{id}/revisions/1", current)
        .body("findings.rule", not(hasItem("X-CARRY")));
    Api.get("/api/v1/reports/{id}/revisions/2", current).body("$", hasKey("findings"));
  }

  private static ObjectNode carriedOver(String organ, int year, int number) {
    ObjectNode report = edition2019(organ, year);
    Sample.with(report, "/applications/carriedOver", natural(number));
    Sample.with(report, "/applications/outcomes/granted", natural(number));
    return Sample.with(report, "/applications/outcomes/total", natural(number));
  }

  private static ObjectNode carriedForward(String organ, int year, int number) {
    ObjectNode report = edition2019(organ, year);
    Sample.with(report, "/applications/received", natural(number));
    return Sample.with(report, "/applications/carriedForward", natural(number));
  }

  private static ObjectNode edition2019(String organ, int year) {
    ObjectNode report = Sample.nil(organ, year);
    report.putArray("nil").add("disclosure").add("contests");
    report.set("applications", Sample.huancui(organ).get("applications"));
    return report;
  }

  private static Map<String, Integer> natural(int number) {
    return Map.of(
        "naturalPerson", number,
        "commercialEnterprise", 0,
        "researchInstitution", 0,
        "publicInterestOrganization", 0,
        "legalServiceOrganization", 0,
        "otherOrganization", 0,
        "total", number);
  }
}
