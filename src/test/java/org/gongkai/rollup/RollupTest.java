package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of rollups, by whom, and how the answer is divided. */
@QuarkusTest
class RollupTest {

  private static final List<String> ALL =
      List.of("publications", "applications", "disclosure", "contests");

  private final City city = City.found();
  private String district;
  private String township;
  private String bureau;
  private String town;
  private String mayor;

  @BeforeEach
  void register() {
    district = city.district();
    township = city.township(district);
    bureau = city.organ(district);
    town = city.organ(township);
    mayor = city.organ(city.code());
  }

  @Test
  void byRegionTheRegionsBelowAndTheRegionItself() {
    Api.filed(Sample.huancui(bureau));
    Api.filed(Sample.huancui(town));
    Api.filed(Sample.huancui(mayor));
    Api.rollup("publications", city.code() + "&by=none", 2021)
        .body("rows.count", contains(3 * 54, 3 * 357, 3))
        .body("coverage.reported", equalTo(3))
        .body("complete", equalTo(true))
        .body("places", nullValue())
        .body("totals.count", contains(3 * 411));
    admin()
        .get("/api/v1/rollups/publications?region=" + city.code() + "&year=2021&by=region")
        .then()
        .body("rows.code", contains(list(3, city.code(), 3, district)))
        .body("rows.count", contains(54, 357, 1, 2 * 54, 2 * 357, 2))
        .body("rows[0].coverage.expected", equalTo(1))
        .body("rows[3].coverage.expected", equalTo(2))
        .body("places.code", contains(city.code(), district))
        .body("coverage.reported", equalTo(3));
    admin()
        .get("/api/v1/rollups/publications?region=" + district + "&year=2021&by=region")
        .then()
        .body("rows.code", contains(list(3, district, 3, township)))
        .body("rows.name.unique()", contains("第1区", "第1镇"));
    admin()
        .get("/api/v1/rollups/publications?region=" + city.code() + "&year=2021&by=organ")
        .then()
        .body("places.code", contains(sorted(bureau, town, mayor)))
        .body("rows", hasSize(9));
  }

  private static Object[] list(Object... pairs) {
    List<Object> list = new java.util.ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      for (int j = 0; j < (int) pairs[i]; j++) {
        list.add(pairs[i + 1]);
      }
    }
    return list.toArray();
  }

  private static Object[] sorted(String... codes) {
    return java.util.Arrays.stream(codes).sorted().toArray();
  }

  @Test
  void byOrganShowsWhoIsMissing() {
    Api.filed(Sample.nil(bureau, 2021));
    admin()
        .get("/api/v1/rollups/contests?region=" + district + "&year=2021&by=organ")
        .then()
        .body("rows.code.unique()", contains(bureau))
        .body("places.code", contains(sorted(bureau, town)))
        .body("places.find { it.code == '" + town + "' }.coverage.missing", equalTo(1))
        .body("places.find { it.code == '" + bureau + "' }.coverage.reported", equalTo(1))
        .body("coverage.missing", equalTo(1));
  }

  @Test
  void aSeriesHasARowForEachYear() {
    for (int year = 2019; year <= 2021; year++) {
      Api.filed(
          Sample.with(
              Sample.nil(bureau, year),
              "/publications/channels",
              List.of(Map.of("channel", "website", "unit", "item", "count", year))));
    }
    admin()
        .get("/api/v1/rollups/publications?region=" + district + "&from=2019&to=2022")
        .then()
        .body("rows.year", contains(2019, 2020, 2021))
        .body("rows.count", contains(2019, 2020, 2021))
        .body("places.year", contains(2019, 2020, 2021, 2022))
        .body("coverage.expected", equalTo(8))
        .body("coverage.reported", equalTo(3));
    admin()
        .get("/api/v1/rollups/publications?region=" + district + "&from=2020&to=2020")
        .then()
        .body("rows.count", contains(2020));
  }

  @Test
  void anOrganIsCalledAsItWasInTheYear() {
    String renamed = city.organ(district, LocalDate.of(2000, 1, 1), null);
    city.change(renamed, "第二个名称", district, LocalDate.of(2021, 6, 1));
    city.change(renamed, "第三个名称", district, LocalDate.of(2023, 6, 1));
    Map.of(2020, "第4局", 2021, "第二个名称", 2022, "第二个名称", 2023, "第三个名称", 2024, "第三个名称")
        .forEach(
            (year, name) ->
                Api.get(
                        "/api/v1/rollups/contests?region={region}&by=organ&year={year}",
                        district,
                        year)
                    .body("places.find { it.code == '" + renamed + "' }.name", equalTo(name)));
  }

  @Test
  void anOrganMayHaveTheCodeOfARegion() {
    String code = district;
    city.change(code, "代码与区划相同的局", district, null);
    admin()
        .get("/api/v1/rollups/contests?region=" + city.code() + "&year=2021&by=region")
        .then()
        .body("name", not(equalTo("代码与区划相同的局")))
        .body("places.find { it.code == '" + code + "' }.name", equalTo("第1区"));
    admin()
        .get("/api/v1/rollups/contests?region=" + district + "&year=2021&by=organ")
        .then()
        .body("name", equalTo("第1区"))
        .body("places.find { it.code == '" + code + "' }.name", equalTo("代码与区划相同的局"));
  }

  @Test
  void aReportFollowsItsOrgan() {
    String other = city.district();
    Api.filed(Sample.huancui(bureau));
    long later = Api.filed(Sample.nil(bureau, 2023));
    city.change(bureau, "划转的局", other, LocalDate.of(2023, 1, 1));
    Api.rollup("publications", district, 2021).body("coverage.reported", equalTo(1));
    Api.rollup("contests", district, 2023).body("coverage.reported", equalTo(0));
    Api.rollup("contests", other, 2023).body("coverage.reported", equalTo(1));
    Api.report(later).body("region", equalTo(other));
    as(TestKeys.office(district)).get("/api/v1/reports/{id}", later).then().statusCode(403);
    as(TestKeys.office(other)).get("/api/v1/reports/{id}", later).then().statusCode(200);
  }

  @Test
  void aReportFollowsWhenTheRegistryIsCorrected() {
    Api.filed(Sample.huancui(bureau));
    city.correct(bureau, township);
    Api.rollup("publications", township, 2021)
        .body("rows.count", contains(54, 357, 1))
        .body("coverage.reported", equalTo(1));
    city.correct(bureau, city.code());
    Api.rollup("publications", district, 2021).body("rows", empty());
    Api.rollup("publications", city.code(), 2021).body("rows.count", contains(54, 357, 1));
  }

  /** Nothing can be reported of it, so that it is mistyped, or asked for too early. */
  @Test
  void aYearThatHasNotBegunIsNamed() {
    String of = "?region=" + district;
    for (String what : ALL) {
      String rollup = "/api/v1/rollups/" + what + of;
      refused(rollup + "&year=2042", "?year");
      refused(rollup + "&year=2042&by=organ&format=csv", "?year");
      refused(rollup + "&from=2024&to=2042&by=year", "?to");
      refused(rollup + "&from=2042&by=year", "?from");
    }
    refused(
        "/api/v1/rollups/contributions"
            + of
            + "&year=2042&section=contests&row=reconsideration&column=total",
        "?year");
    refused("/api/v1/reconciliations" + of + "&year=2042", "?year");
    refused("/api/v1/coverage" + of + "&year=2042", "?year");
    refused("/api/v1/coverage/organs" + of + "&year=2042", "?year");
    refused("/api/v1/reminders" + of + "&year=2042", "?year");
    refused("/api/v1/calendars/" + district + "/2042", "path:year");
    refused("/api/v1/organs/" + bureau + "/calendar/2042", "path:year");
  }

  private static void refused(String address, String pointer) {
    Api.get(address).statusCode(400).body("violations.pointer", contains(pointer));
  }

  @Test
  void whoMayAskIsWhoMayReadTheRegion() {
    String other = city.district();
    for (String what : ALL) {
      String address = "/api/v1/rollups/" + what + "?region=" + district + "&year=2021";
      for (String key :
          List.of(
              TestKeys.reader(),
              TestKeys.reader(district),
              TestKeys.reader(city.code()),
              TestKeys.office(district),
              TestKeys.office(city.code()))) {
        as(key).get(address).then().statusCode(200);
      }
      for (String key :
          List.of(
              TestKeys.organ(bureau),
              TestKeys.reader(other),
              TestKeys.reader(township),
              TestKeys.office(other),
              TestKeys.office(township))) {
        as(key)
            .get(address)
            .then()
            .statusCode(403)
            .contentType("application/problem+json")
            .body("code", equalTo("forbidden"));
      }
      io.restassured.RestAssured.get(address).then().statusCode(401);
    }
  }

  @Test
  void aRegionThatIsNoneIsNamed() {
    for (String what : ALL) {
      Api.get("/api/v1/rollups/" + what + "?region=999999&year=2021")
          .statusCode(422)
          .body("code", equalTo("unknown-region"))
          .body("violations.pointer", contains("?region"));
      Api.get("/api/v1/rollups/" + what + "?year=2021")
          .statusCode(400)
          .body("violations.pointer", contains("?region"));
      as(TestKeys.office(district))
          .get("/api/v1/rollups/" + what + "?region=999999&year=2021")
          .then()
          .statusCode(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', ?year",
    "from=2020, ?year",
    "to=2020, ?year",
    "year=2021&from=2020&to=2021, ?year",
    "year=2021&to=2021, ?year",
    "from=2021&to=2020, ?to",
    "from=2000&to=2020, ?to",
    "year=0, ?year",
    "year=99999, ?year",
    "year=2021.5, ?year",
    "year=, ?year",
    "year=2021&by=cell, ?by",
    "year=2021&kind=bureau, ?kind",
    "year=2021&by=, ?by",
    "year=2021&by=NONE, ?by",
    "year=2021&basis=drafts, ?basis",
    "year=2021&format=pdf, ?format",
    "year=2021&format=, ?format"
  })
  void aParameterThatIsNoneIsNamed(String parameters, String pointer) {
    for (String what : ALL) {
      Api.get("/api/v1/rollups/" + what + "?region=" + district + "&" + parameters)
          .statusCode(400)
          .contentType("application/problem+json")
          .body("code", equalTo("invalid-request"))
          .body("violations.pointer", contains(pointer));
    }
  }

  @Test
  void byOrganIsForACityAndBelow() {
    for (String large : List.of("000000", "630000")) {
      Api.get("/api/v1/rollups/contests?year=2021&by=organ&region=" + large)
          .statusCode(400)
          .body("violations.pointer", contains("?by"));
      Api.get("/api/v1/rollups/contests?year=2021&by=region&region=" + large).statusCode(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"publications", "applications", "disclosure", "contests"})
  void whereNobodyHasReportedThereAreNoRows(String what) {
    Api.rollup(what, district, 2021)
        .body("rows", empty())
        .body("complete", equalTo(false))
        .body("coverage.expected", equalTo(2))
        .body("coverage.missing", equalTo(2));
    String csv =
        Api.get("/api/v1/rollups/{what}?region={region}&year=2021&format=csv", what, district)
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString();
    assertThat(csv)
        .isEqualTo(
            "year,period,label,blank,reports,expected,reported,missing,unexpected,coverageBlank,"
                + "unexplained,waived,otherLayout,complete\n");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    Api.filed(Sample.nil(bureau, 2021));
    for (String what : ALL) {
      for (String format : List.of("json", "csv")) {
        String address =
            "/api/v1/rollups/" + what + "?region=" + district + "&year=2021&format=" + format;
        String tag = Api.get(address).statusCode(200).extract().header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        for (String named : List.of(tag, "\"x\", " + tag, "*")) {
          admin()
              .header("If-None-Match", named)
              .get(address)
              .then()
              .statusCode(304)
              .header("ETag", tag);
        }
        admin().header("If-None-Match", "\"x\"").get(address).then().statusCode(200);
      }
    }
    String address = "/api/v1/rollups/contests?region=" + district + "&year=2021";
    String tag = Api.get(address).extract().header("ETag");
    Api.filed(Sample.nil(town, 2021));
    admin().header("If-None-Match", tag).get(address).then().statusCode(200);
  }

  @Test
  void aNameIsNoFormula() {
    String strange = city.organ(district, LocalDate.of(2000, 1, 1), null);
    city.change(strange, "=HYPERLINK(\"http://x\")", district, LocalDate.of(2001, 1, 1));
    Api.filed(Sample.nil(strange, 2021));
    String csv =
        Api.get("/api/v1/rollups/contests?region={region}&year=2021&by=organ&format=csv", district)
            .extract()
            .asString();
    assertThat(Csv.read(csv)).extracting("name").containsOnly("'=HYPERLINK(\"http://x\")");
  }

  @Test
  void aRepresentationThatThereIsNotIsRefused() {
    admin()
        .accept("image/png")
        .get("/api/v1/rollups/contests?region=" + district + "&year=2021")
        .then()
        .statusCode(406);
  }

  private static ObjectNode government(String office, int year, String scope, int website) {
    return Sample.with(
            Sample.nil(office, year),
            "/publications/channels",
            List.of(Map.of("channel", "website", "unit", "item", "count", website)))
        .put("scope", scope);
  }

  private static ValidatableResponse published(String more) {
    return Api.get("/api/v1/rollups/publications?" + more).statusCode(200);
  }

  @Test
  void theSeriesOfWhatAGovernmentReportsItself() {
    String office = city.government(district);
    Api.filed(government(office, 2019, "level", 10));
    Api.filed(government(office, 2020, "level", 20));
    Api.filed(government(office, 2020, "area", 200));
    Api.filed(Sample.huancui(bureau));
    String series = "by=year&to=2021&region=" + district;
    published(series + "&scope=level")
        .body("scope", equalTo("level"))
        .body("rows.year", contains(2019, 2020))
        .body("rows.count", contains(10, 20))
        .body("places.year", contains(2019, 2020, 2021))
        .body("places.coverage.expected", contains(1, 1, 1))
        .body("places.coverage.missing", contains(0, 0, 1))
        .body("coverage.unexpected", equalTo(0))
        .body("complete", equalTo(false));
    published(series + "&scope=area")
        .body("rows.year", contains(2020))
        .body("rows.count", contains(200));
    published(series + "&scope=level&compare=previous-year")
        .body("rows.collect { it.count }", contains(10, 20));
    for (String organs : List.of("", "&scope=organ")) {
      published(series + organs)
          .body("scope", equalTo("organ"))
          .body("rows.year.unique()", contains(2021))
          .body("coverage.reported", equalTo(1));
    }
    String csv =
        admin().get("/api/v1/rollups/contests?format=csv&" + series + "&scope=level").asString();
    assertThat(csv.lines().filter(line -> line.contains("reconsideration"))).hasSize(2);
    Api.get("/api/v1/rollups/applications?" + series + "&scope=level&format=jsonstat")
        .statusCode(200);
    Api.get("/api/v1/rollups/indicators?" + series + "&scope=level").statusCode(200);
  }

  @Test
  void whatGovernmentsReportStandsUnderTheirRegionsAndAddsUpByLevel() {
    String other = city.district();
    Api.filed(government(city.government(city.code()), 2021, "level", 1000));
    Api.filed(government(city.government(district), 2021, "level", 100));
    Api.filed(government(city.government(other), 2021, "level", 10));
    String address = "scope=level&year=2021&region=" + city.code();
    published(address).body("rows.count", contains(1000)).body("coverage.expected", equalTo(1));
    published(address + "&by=region")
        .body("rows.code", contains(city.code(), district, other))
        .body("rows.count", contains(1000, 100, 10))
        .body("coverage.expected", equalTo(3))
        .body("complete", equalTo(true));
    published(address + "&by=level")
        .body("rows.code", contains("city", "district"))
        .body("rows.count", contains(1000, 110))
        .body("rows.reports", contains(1, 2));
    published("scope=area&year=2021&by=region&region=" + city.code())
        .body("rows", empty())
        .body("coverage.missing", equalTo(3));
  }

  @Test
  void ofTwoReportsOfOneGovernmentOneCounts() {
    String first = city.government(district);
    String second = city.government(district);
    Api.filed(government(second, 2021, "level", 7));
    String address = "scope=level&year=2021&region=" + district;
    String before = java.time.Instant.now().toString();
    published(address).body("rows.count", contains(7));
    Api.filed(government(first, 2021, "level", 5));
    published(address).body("rows.count", contains(5)).body("coverage.reported", equalTo(1));
    published(address + "&asOf=" + before).body("rows.count", contains(7));
  }

  @Test
  void readersSeeWhatGovernmentsHavePublished() {
    String office = city.government(district);
    long report = Api.filed(government(office, 2021, "area", 3));
    String address = "/api/v1/rollups/publications?scope=area&year=2021&region=" + district;
    String reader = TestKeys.reader(district);
    as(reader).get(address + "&basis=submitted").then().statusCode(403);
    as(reader)
        .get(address)
        .then()
        .statusCode(200)
        .body("rows", empty())
        .body("basis", equalTo("published"));
    Steps.accept(admin(), report).statusCode(200);
    Steps.publish(admin(), report).statusCode(200);
    as(reader).get(address).then().body("rows.count", contains(3));
    String tag = as(reader).get(address).header("ETag");
    as(reader).header("If-None-Match", tag).get(address).then().statusCode(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by=organ", "kind=department", "kind=general-office"})
  void onlyReportsOfOrgansAreDividedByOrgansOrKinds(String wish) {
    Api.get("/api/v1/rollups/contests?year=2021&scope=level&region=" + district + "&" + wish)
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?" + wish.substring(0, wish.indexOf('='))));
  }
}
