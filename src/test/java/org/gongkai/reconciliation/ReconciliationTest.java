package org.gongkai.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
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

/** The report of a government against the sum of what its organs report. */
@QuarkusTest
class ReconciliationTest {

  private final City city = City.found();
  private String district;
  private String township;
  private String office;
  private String bureau;
  private String town;

  @BeforeEach
  void register() {
    district = city.district();
    township = city.township(district);
    office = city.government(district);
    bureau = city.organ(district);
    town = city.organ(township);
  }

  private String address(String more) {
    return "/api/v1/reconciliations?year=2021&region=" + district + more;
  }

  private ObjectNode government(String scope) {
    return Sample.huancui(office).put("scope", scope);
  }

  private static ObjectNode website(ObjectNode report, int count) {
    ((ObjectNode) report.at("/publications/channels/0")).put("count", count);
    return report;
  }

  @Test
  void whatAgreesDoesNotShow() {
    Api.filed(Sample.huancui(bureau));
    Api.filed(Sample.nil(office, 2021));
    long report = Api.filed(government("level"));
    Api.get(address(""))
        .statusCode(200)
        .body("scope", equalTo("level"))
        .body("government.organ", equalTo(office))
        .body("government.report", equalTo((int) report))
        .body("government.revision", equalTo(1))
        .body("government.address", equalTo("/api/v1/reports/" + report + "/revisions/1"))
        .body("cells", empty())
        .body("differing", equalTo(0))
        .body("compared", greaterThan(200))
        .body("coverage.reported", equalTo(2))
        .body("missing", empty())
        .body("contradicting", empty());
    Api.get(address("&all=true"))
        .body("cells.size()", greaterThan(200))
        .body("cells.find { it.channel == 'wechat' }.reported", equalTo(357))
        .body("cells.find { it.channel == 'wechat' }.summed", equalTo(357));
  }

  @Test
  void everyDifferenceHasItsSize() {
    ObjectNode report = Sample.huancui(bureau);
    ((ObjectNode) report.at("/disclosure/fees")).put("amount", new java.math.BigDecimal("0.1"));
    Api.filed(report);
    ObjectNode second = Sample.nil(office, 2021);
    second.remove("nil");
    second.putArray("nil").add("applications").add("contests");
    Sample.with(second, "/disclosure/fees/amount", new java.math.BigDecimal("0.2"));
    Api.filed(second);
    ObjectNode government = website(government("level"), 60);
    ((ObjectNode) government.at("/disclosure/fees"))
        .put("amount", new java.math.BigDecimal("12.345678"));
    ((ObjectNode) government.at("/disclosure/licensing")).putNull("decisions");
    Api.filed(government);
    JsonNode answer = Sample.json(Api.get(address("")).statusCode(200).extract().asString());
    JsonNode website = cell(answer, "channel", "website");
    assertThat(website.get("reported").intValue()).isEqualTo(60);
    assertThat(website.get("summed").intValue()).isEqualTo(54);
    assertThat(website.get("difference").intValue()).isEqualTo(6);
    JsonNode fees = cell(answer, "row", "fees");
    assertThat(fees.get("summed").asText()).isEqualTo("0.3");
    assertThat(fees.get("difference").asText()).isEqualTo("12.045678");
    JsonNode licensing = cell(answer, "row", "licensing");
    assertThat(licensing.get("reported").isNull()).isTrue();
    assertThat(licensing.get("difference").isNull()).isTrue();
    assertThat(licensing.get("reportedBlank").intValue()).isEqualTo(1);
    assertThat(licensing.get("summedBlank").intValue()).isEqualTo(1);
    assertThat(answer.get("differing").intValue()).isEqualTo(answer.get("cells").size());
    Api.get(website.get("address").textValue())
        .statusCode(200)
        .body("sum", equalTo(54))
        .body("items.code", contains(bureau));
    List<Map<String, String>> lines =
        Csv.read(Api.get(address("&format=csv")).contentType("text/csv").extract().asString());
    assertThat(lines).hasSameSizeAs(answer.get("cells"));
    assertThat(lines).extracting("difference").contains("6", "12.045678");
  }

  private static JsonNode cell(JsonNode answer, String by, String name) {
    for (JsonNode cell : answer.get("cells")) {
      if (cell.path(by).asText().equals(name)) {
        return cell;
      }
    }
    throw new AssertionError(name + " in " + answer);
  }

  @Test
  void aStatedTotalIsHeldAgainstTheComputedOne() {
    Api.filed(Sample.huancui(bureau));
    long draft =
        Api.drafted(Sample.with(government("level"), "/contests/reconsideration/total", 5));
    Steps.waive(admin(), draft, "T4-SUM:contests.reconsideration", "原样公布").statusCode(200);
    Api.submit(draft).statusCode(200);
    Api.get(address(""))
        .statusCode(200)
        .body("cells.row", contains("reconsideration"))
        .body("cells.column", contains("total"))
        .body("cells.computed", contains(true))
        .body("cells.difference", contains(5));
  }

  @Test
  void aLevelIsOfTheRegionItselfAndAnAreaOfAllWithin() {
    Api.filed(Sample.huancui(bureau));
    Api.filed(Sample.huancui(town));
    Api.filed(government("level"));
    Api.get(address("")).body("cells", empty()).body("missing.organ", contains(office));
    Api.filed(website(government("area"), 108));
    Api.get(address("")).statusCode(400).body("violations.pointer", contains("?scope"));
    Api.get(address("&scope=level")).body("cells", empty());
    Api.get(address("&scope=area"))
        .body("coverage.reported", equalTo(2))
        .body(
            "cells.channel.findAll { it != null }.unique()", contains("wechat", "press-conference"))
        .body("cells.find { it.channel == 'wechat' }.difference", equalTo(-357));
  }

  @Test
  void bothEditionsMeetInTheirHeadings() {
    ObjectNode old = Sample.huancui(bureau);
    ((ObjectNode) old.at("/applications/outcomes/otherHandling")).put("naturalPerson", 1);
    ((ObjectNode) old.at("/applications/outcomes/otherHandling")).put("total", 1);
    ((ObjectNode) old.at("/applications/outcomes/total")).putNull("naturalPerson").putNull("total");
    ((ObjectNode) old.at("/applications/received")).putNull("naturalPerson").putNull("total");
    long draft = Api.drafted(old);
    Api.submit(draft).statusCode(200);
    ObjectNode newer = Sample.nil(office, 2021).put("scope", "level");
    Api.filed(newer);
    Api.get(address("&all=true"))
        .body(
            "cells.find { it.row == 'outcomes.otherHandling' && it.column == 'naturalPerson' }.difference",
            equalTo(-1))
        .body(
            "cells.find { it.row == 'outcomes.otherHandling' && it.column == 'naturalPerson' }.computed",
            equalTo(true));
  }

  @Test
  void whoIsMissingAndWhoContradictsItselfIsNamed() {
    Api.filed(government("level"));
    long draft =
        Api.drafted(Sample.with(Sample.huancui(bureau), "/contests/reconsideration/total", 7));
    Steps.waive(admin(), draft, "T4-SUM:contests.reconsideration", "历史数据").statusCode(200);
    Api.submit(draft).statusCode(200);
    Api.get(address(""))
        .body("missing.organ", contains(office))
        .body("missing[0].regionName", equalTo("第1区"))
        .body("contradicting.organ", contains(bureau))
        .body("contradicting[0].address", equalTo("/api/v1/reports/" + draft + "/revisions/1"))
        .body("contradicting[0].broken", equalTo(1))
        .body("contradicting[0].findings", nullValue())
        .body("cells", empty());
    String inFull = Api.get(address("")).extract().path("contradicting[0].cells");
    Api.get(inFull)
        .statusCode(200)
        .body("contradicting.organ", contains(bureau))
        .body("contradicting[0].findings.rule", contains("T4-SUM"))
        .body("contradicting[0].findings[0].difference", equalTo(-7))
        .body("contradicting[0].findings[0].waiver.reason", equalTo("历史数据"));
    Api.get(address("&contradicting=" + office)).body("contradicting", empty());
  }

  @Test
  @SuppressWarnings("ReferenceEquality")
  void oneLostApplicationIsOneNews() {
    ObjectNode own = Sample.huancui(bureau);
    ObjectNode stated = government("level");
    for (ObjectNode report : List.of(own, stated)) {
      int number = report == own ? 4 : 5;
      for (String column : List.of("naturalPerson", "total")) {
        Sample.with(report, "/applications/received/" + column, 5);
        Sample.with(report, "/applications/outcomes/refused/otherLaw/" + column, number);
        Sample.with(report, "/applications/outcomes/granted/" + column, 5 - number);
        Sample.with(report, "/applications/outcomes/total/" + column, 5);
      }
    }
    Api.filed(own);
    Api.filed(stated);
    String news = "applications.outcomes.refused.otherLaw.naturalPerson";
    String other = "applications.outcomes.granted.naturalPerson";
    Api.get(address(""))
        .body("differing", equalTo(6))
        .body("causes", equalTo(2))
        .body("cells.path", contains(other, news))
        .body("cells.effects", contains(1, 3))
        .body(
            "effects.find { it.row == 'outcomes.refused' && it.column == 'total' }.causedBy",
            contains(news))
        .body("effects.path.size()", equalTo(4));
    List<Map<String, String>> lines =
        Csv.read(Api.get(address("&format=csv")).contentType("text/csv").extract().asString());
    assertThat(lines).hasSize(6);
    assertThat(lines).extracting("kind").containsOnly("cause", "effect");
    assertThat(lines)
        .filteredOn(line -> line.get("kind").equals("effect"))
        .allSatisfy(line -> assertThat(line.get("causedBy")).isIn(news, other));
  }

  @Test
  void aSumWithMoreDecimalsThanAreStatedIsNoDifference() {
    ObjectNode own = Sample.huancui(bureau);
    ((ObjectNode) own.at("/disclosure/fees")).put("amount", new java.math.BigDecimal("12.3456"));
    Api.filed(own);
    ObjectNode stated = government("level");
    ((ObjectNode) stated.at("/disclosure/fees")).put("amount", new java.math.BigDecimal("12.35"));
    Api.filed(stated);
    Api.get(address(""))
        .body("differing", equalTo(0))
        .body("withinDecimals", equalTo(1))
        .body("cells", empty());
    Api.get(address("&all=true"))
        .body("cells.find { it.row == 'fees' }.kind", equalTo("equal"))
        .body("cells.find { it.row == 'fees' }.decimals", equalTo(2));
  }

  @Test
  void publicationsThatTheGovernmentDoesNotStateAreNotCompared() {
    Api.filed(Sample.huancui(bureau));
    ObjectNode stated = government("level");
    stated.remove("publications");
    Api.filed(stated);
    Api.get(address(""))
        .body("causes", equalTo(0))
        .body("differing", equalTo(0))
        .body("cells", empty())
        .body("notCompared.section", contains("publications"))
        .body("notCompared.cells", contains(4));
    Api.get(address("&all=true"))
        .body("cells.find { it.channel == 'wechat' }.kind", equalTo("otherLayout"))
        .body("cells.find { it.channel == 'wechat' }.summed", equalTo(357));
    Api.filed(website(government("area"), 54));
    Api.get(address("&scope=area")).body("notCompared", empty());
  }

  @Test
  void organsOfBothLayoutsAreCountedAsTheRollupCountsThem() {
    Api.filed(Sample.huancui(bureau));
    Api.filed(Sample.nil(office, 2021).put("scope", "level"));
    Api.get(address(""))
        .body("layouts.find { it.section == 'applications' }.government", equalTo("2021"))
        .body("layouts.find { it.section == 'applications' }.otherLayout", equalTo(1))
        .body("layouts.find { it.section == 'contests' }.otherLayout", equalTo(0));
  }

  @Test
  void itsBlanksAndLayoutsAreThoseOfTheRollups() {
    ObjectNode old = Sample.nil(bureau, 2021);
    Sample.with(old, "/editions", Map.of("disclosure", "2019"));
    old.putArray("nil").add("contests");
    Api.filed(old);
    Api.filed(Sample.huancui(office));
    Api.filed(government("level"));
    JsonNode answer = Sample.json(Api.get(address("")).extract().asString());
    long blank = 0;
    long otherLayout = 0;
    for (String what : List.of("publications", "applications", "disclosure", "contests")) {
      JsonNode rollup =
          Sample.json(Api.rollup(what, district + "&by=region", 2021).extract().asString());
      blank += rollup.at("/coverage/blank").longValue();
      otherLayout += rollup.at("/coverage/otherLayout").longValue();
    }
    assertThat(blank).isPositive();
    assertThat(answer.at("/coverage/blank").longValue()).isEqualTo(blank);
    // the old one's disclosure, and the office's applications
    assertThat(answer.at("/coverage/otherLayout").longValue()).isEqualTo(otherLayout).isEqualTo(2);
    Api.get(address(""))
        .body("layouts.find { it.section == 'disclosure' }.government", equalTo("2021"))
        .body("layouts.find { it.section == 'disclosure' }.inForce", equalTo("2021"))
        .body(
            "layouts.find { it.section == 'disclosure' }.organs",
            equalTo(Map.of("2019", 1, "2021", 1)))
        .body("layouts.find { it.section == 'disclosure' }.otherLayout", equalTo(1));
    String cell = "cells.find { it.path == 'disclosure.normativeDocuments.%s' }.";
    Api.get(address("&all=true"))
        .body(cell.formatted("inForce") + "reports", equalTo(1))
        .body(cell.formatted("inForce") + "otherLayout", equalTo(1))
        .body(cell.formatted("disclosedInTotal") + "kind", equalTo("otherLayout"));
  }

  @Test
  void twoReportsOfOneScopeAreBothNamed() {
    String government = "GOV-" + district;
    organ(government, "people-government");
    organ(office, "general-office");
    Api.filed(Sample.huancui(bureau));
    long own = Api.filed(website(government("level"), 60));
    long governments = Api.filed(Sample.huancui(government).put("scope", "level"));
    Api.get(address(""))
        .body("government.organ", equalTo(government))
        .body("others.organ", contains(office))
        .body("others.report", contains((int) own))
        .body("cells", empty());
    Api.get(address("&government=" + office))
        .body("government.report", equalTo((int) own))
        .body("others.report", contains((int) governments))
        .body("cells.difference", contains(6));
    Api.get(address("&government=" + bureau))
        .statusCode(404)
        .body("code", equalTo("nothing-to-reconcile"));
  }

  private void organ(String code, String kind) {
    int status =
        admin()
            .contentType("application/json")
            .body(Map.of("name", "某区" + kind, "region", district, "kind", kind))
            .put("/api/v1/organs/" + code)
            .then()
            .extract()
            .statusCode();
    assertThat(status).isIn(200, 201);
  }

  @Test
  void thereMustBeSomethingToReconcile() {
    Api.filed(Sample.huancui(bureau));
    Api.get(address(""))
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("nothing-to-reconcile"));
    Api.fileDraft(government("level")).statusCode(201);
    Api.get(address("")).statusCode(404);
    Api.get(address("&scope=organ")).statusCode(400).body("violations.pointer", contains("?scope"));
    Api.get(address("&all=1")).statusCode(400).body("violations.pointer", contains("?all"));
    Api.get("/api/v1/reconciliations?region=" + district)
        .statusCode(400)
        .body("violations.pointer", contains("?year"));
    Api.get("/api/v1/reconciliations?year=2021&region=999999").statusCode(422);
  }

  @Test
  void readersSeeWhatIsPublished() {
    String reader = TestKeys.reader(district);
    long own = Api.filed(Sample.huancui(bureau));
    long report = Api.filed(government("level"));
    as(reader).get(address("")).then().statusCode(404);
    as(reader).get(address("&basis=submitted")).then().statusCode(403);
    for (long id : List.of(own, report)) {
      Steps.accept(admin(), id).statusCode(200);
      Steps.publish(admin(), id).statusCode(200);
    }
    Steps.reopen(admin(), report, "更正").statusCode(200);
    Api.correct(report, "*", website(government("level"), 99)).statusCode(200);
    as(reader)
        .get(address(""))
        .then()
        .statusCode(200)
        .body("basis", equalTo("published"))
        .body("government.revision", equalTo(1))
        .body("cells", empty());
    Api.get(address("&basis=published")).body("cells", empty());
    Api.get(address("")).statusCode(404);
    Api.submit(report).statusCode(200);
    Api.get(address(""))
        .body("government.revision", equalTo(2))
        .body("cells.difference", contains(45));
    as(TestKeys.office(city.district())).get(address("")).then().statusCode(403);
    as(TestKeys.organ(bureau)).get(address("")).then().statusCode(403);
  }
}
