package org.gongkai.season;

import static io.restassured.RestAssured.given;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.platform.TestClock;
import org.gongkai.rollup.ReportDates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has filed, who is late, who is missing, and who may ask. */
@QuarkusTest
class CoverageResourceTest {

  /** Due long ago. */
  private static final int PAST = ReportDates.today().getYear() - 2;

  /** Not due before January. */
  private static final int RUNNING = ReportDates.today().getYear();

  @Inject TestClock clock;

  private static final LocalDate PAST_DUE = LocalDate.of(PAST + 1, 1, 31);

  @Inject DataSource database;

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

  @AfterEach
  void isToday() {
    clock.reset();
  }

  @Test
  void whoFiledIsOnTimeOrLateAndWhoDidNotIsMissing() {
    filed(bureau, PAST_DUE, true);
    filed(town, PAST_DUE.plusDays(1), false);
    counts(city.code(), PAST)
        .body("region", equalTo(city.code()))
        .body("year", equalTo(PAST))
        .body("by", equalTo("none"))
        .body("today", equalTo(ReportDates.today().toString()))
        .body("expected", equalTo(3))
        .body("submitted", equalTo(2))
        .body("notStarted", equalTo(1))
        .body("onTime", equalTo(1))
        .body("late", equalTo(1))
        .body("missing", equalTo(1))
        .body("pending", equalTo(0))
        .body("unexpected", equalTo(0))
        .body("exempt", equalTo(0))
        .body("rows", nullValue());
  }

  @Test
  void untilTheDueDateNobodyIsMissing() {
    clock.setTo(LocalDate.of(RUNNING + 1, 1, 10));
    Api.filed(Sample.nil(bureau, RUNNING));
    Api.drafted(Sample.nil(town, RUNNING));
    counts(city.code(), RUNNING)
        .body("onTime", equalTo(1))
        .body("draft", equalTo(1))
        .body("notStarted", equalTo(1))
        .body("pending", equalTo(2))
        .body("missing", equalTo(0));
  }

  @Test
  void theDayCountsInShanghai() {
    // 31 January 23:59 in Shanghai is 15:59 in Greenwich; 16:00 there is 1 February.
    ReportDates.report(database, bureau, PAST, "submitted", ReportDates.lastMomentOf(PAST_DUE));
    ReportDates.report(
        database, town, PAST, "submitted", ReportDates.firstMomentOf(PAST_DUE.plusDays(1)));
    organs(city.code(), PAST, "&status=onTime").body("items.organ", contains(bureau));
    organs(city.code(), PAST, "&status=late")
        .body("items.organ", contains(town))
        .body("items.daysLate", contains(1))
        .body("items.submittedAt", contains(endsWith("-01-31T16:00:00Z")));
  }

  @Test
  void aLocalDateMakesLateAndAnExtensionOnTime() {
    filed(bureau, PAST_DUE.minusDays(5), true);
    filed(town, PAST_DUE.minusDays(5), true);
    counts(district, PAST).body("onTime", equalTo(2));
    ReportDates.date(city.code(), PAST, PAST_DUE.minusDays(10));
    counts(district, PAST).body("onTime", equalTo(0)).body("late", equalTo(2));
    ReportDates.extend(town, PAST, PAST_DUE.minusDays(5));
    counts(district, PAST).body("onTime", equalTo(1)).body("late", equalTo(1));
    organs(district, PAST, "")
        .body("items.organ", contains(bureau, town))
        .body("items.daysLate", contains(5, null))
        .body(
            "items.due",
            contains(PAST_DUE.minusDays(10).toString(), PAST_DUE.minusDays(5).toString()))
        .body("items[1].extension", equalTo(PAST_DUE.minusDays(5).toString()));
  }

  @Test
  void todayIsNotTooLateYet() {
    ReportDates.extend(bureau, PAST, ReportDates.today());
    ReportDates.extend(town, PAST, ReportDates.today().minusDays(1));
    organs(district, PAST, "&status=pending").body("items.organ", contains(bureau));
    organs(district, PAST, "&status=missing")
        .body("items.organ", contains(town))
        .body("items.daysLate", contains(1));
  }

  @Test
  void whoIsExemptIsNotMissedAndUnexpectedWhenItFiles() {
    ReportDates.exempt(bureau, PAST);
    counts(district, PAST)
        .body("expected", equalTo(1))
        .body("exempt", equalTo(1))
        .body("missing", equalTo(1))
        .body("unexpected", equalTo(0));
    organs(district, PAST, "&status=exempt")
        .body("items.organ", contains(bureau))
        .body("items.status", contains("exempt"))
        .body("items.exempt", contains(true));
    Api.filed(Sample.nil(bureau, PAST));
    counts(district, PAST)
        .body("expected", equalTo(1))
        .body("exempt", equalTo(1))
        .body("submitted", equalTo(0))
        .body("unexpected", equalTo(1));
    organs(district, PAST, "&status=unexpected").body("items.organ", contains(bureau));
    organs(district, PAST, "&status=exempt")
        .body("items.organ", contains(bureau))
        .body("items.status", contains("unexpected"));
  }

  @Test
  void anOrganThatWasClosedIsUnexpectedOnlyIfItFiled() {
    String closed = city.organ(district, LocalDate.of(2000, 1, 1), LocalDate.of(PAST, 7, 1));
    counts(district, PAST).body("expected", equalTo(2)).body("unexpected", equalTo(0));
    Api.filed(Sample.nil(closed, PAST));
    counts(district, PAST).body("expected", equalTo(2)).body("unexpected", equalTo(1));
    organs(district, PAST, "&status=unexpected")
        .body("items.organ", contains(closed))
        .body("items.name", contains("第4局"))
        .body("items.kind", contains("department"))
        .body("items.due", contains(nullValue()));
  }

  @Test
  void reportsOfGovernmentsDoNotCount() {
    Api.filed(Sample.nil(city.government(district), PAST).put("scope", "level"));
    counts(district, PAST).body("notStarted", equalTo(3)).body("missing", equalTo(3));
  }

  @Test
  void byRegionThereIsARowForEachPlaceAndAWayDown() {
    String empty = city.district();
    filed(bureau, PAST_DUE, true);
    ValidatableResponse answer =
        Api.get("/api/v1/coverage?region={r}&year={y}&by=region", city.code(), PAST)
            .statusCode(200)
            .body("expected", equalTo(3))
            .body("rows.code", contains(city.code(), district, empty))
            .body("rows.name", hasItem("第1区"))
            .body("rows.expected", contains(1, 2, 0))
            .body("rows.onTime", contains(0, 1, 0))
            .body("rows.missing", contains(1, 1, 0))
            .body("rows[0].link", nullValue());
    Api.get(answer.extract().path("rows[0].organs"))
        .statusCode(200)
        .body("items.organ", contains(mayor));
    Api.get(answer.extract().path("rows[1].link"))
        .statusCode(200)
        .body("rows.code", contains(district, township));
    Api.get(answer.extract().path("rows[1].organs"))
        .statusCode(200)
        .body("items.organ", contains(bureau, town));
  }

  @Test
  void theListSaysWhereEachOrganStands() {
    long id =
        ReportDates.report(
            database, bureau, PAST, "submitted", ReportDates.firstMomentOf(PAST_DUE));
    long missed = ChronoUnit.DAYS.between(PAST_DUE, ReportDates.today());
    organs(district, PAST, "")
        .body("total", equalTo(2))
        .body("next", nullValue())
        .body("items.organ", contains(bureau, town))
        .body("items.name", contains("第1局", "第2局"))
        .body("items.region", contains(district, township))
        .body("items.regionName", contains("第1区", "第1镇"))
        .body("items.kind", contains("department", "department"))
        .body("items.status", contains("onTime", "missing"))
        .body("items.state", contains("submitted", "notStarted"))
        .body("items.due", contains(PAST_DUE.toString(), PAST_DUE.toString()))
        .body("items.report", contains((int) id, null))
        .body("items.daysLate", contains(null, (int) missed));
    organs(district, PAST, "&state=submitted").body("items.organ", contains(bureau));
    organs(district, PAST, "&state=notStarted").body("items.organ", contains(town));
    organs(district, PAST, "&own=true").body("items.organ", contains(bureau));
    organs(district, PAST, "&status=missing&state=submitted").body("total", equalTo(0));
  }

  @Test
  void theListComesInPages() {
    for (int i = 0; i < 3; i++) {
      city.organ(district);
    }
    String first =
        organs(district, PAST, "&limit=4")
            .body("items", hasSize(4))
            .body("total", equalTo(5))
            .extract()
            .path("next");
    organs(district, PAST, "&limit=4&cursor=" + first)
        .body("items.organ", contains(town))
        .body("total", equalTo(5))
        .body("next", nullValue());
    organs(district, PAST, "&limit=5").body("items", hasSize(5)).body("next", nullValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1949, 2008})
  void anyYearThatHasBegunCanBeAskedFor(int year) {
    counts(district, year).body("missing", equalTo(2)).body("pending", equalTo(0));
    organs(district, year, "").body("total", equalTo(2));
  }

  @Test
  void theNationHasARowForEachProvince() {
    Api.get("/api/v1/coverage?region=000000&year={y}&by=region", PAST)
        .statusCode(200)
        .body("rows.size()", greaterThanOrEqualTo(34))
        .body("rows.code", hasItem("630000"));
    Api.get("/api/v1/coverage?region=330100&year=2023&by=region")
        .statusCode(200)
        .body("rows.code", hasItem("330113"))
        .body("rows.code", not(hasItem("330103")));
  }

  @Test
  void whoMayAsk() {
    String other = city.district();
    String counts = "/api/v1/coverage?year=" + PAST + "&region=" + district;
    String organs = "/api/v1/coverage/organs?year=" + PAST + "&region=" + district;
    for (String key : List.of(TestKeys.office(district), TestKeys.office(city.code()))) {
      as(key).get(counts).then().statusCode(200);
      as(key).get(organs).then().statusCode(200);
    }
    for (String key : List.of(TestKeys.reader(), TestKeys.reader(city.code()))) {
      as(key).get(counts).then().statusCode(200);
      as(key).get(organs).then().statusCode(403);
    }
    for (String key :
        List.of(
            TestKeys.organ(bureau),
            TestKeys.reader(other),
            TestKeys.office(other),
            TestKeys.office(township))) {
      as(key).get(counts).then().statusCode(403).body("code", equalTo("forbidden"));
      as(key).get(organs).then().statusCode(403).body("code", equalTo("forbidden"));
    }
    given().get(counts).then().statusCode(401);
    given().get(organs).then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/coverage, year=2024, ?region",
    "/coverage, region=371002, ?year",
    "/coverage, region=371002&year=1900, ?year",
    "/coverage, region=371002&year=2024&by=organ, ?by",
    "/coverage, region=371002&year=2024&by=level, ?by",
    "/coverage, region=371002&year=2024&by=year, ?by",
    "/coverage, region=371002&year=2024&by=, ?by",
    "/coverage/organs, region=371002, ?year",
    "/coverage/organs, region=371002&year=2024&status=LATE, ?status",
    "/coverage/organs, region=371002&year=2024&state=gone, ?state",
    "/coverage/organs, region=371002&year=2024&own=yes, ?own",
    "/coverage/organs, region=371002&year=2024&limit=0, ?limit",
    "/coverage/organs, region=371002&year=2024&cursor=7, ?cursor"
  })
  void aParameterThatIsNoneIsNamed(String what, String parameters, String pointer) {
    Api.get("/api/v1" + what + "?" + parameters)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.pointer", contains(pointer));
  }

  @Test
  void aRegionThatIsNoneIsUnknown() {
    for (String what : List.of("coverage", "coverage/organs")) {
      Api.get("/api/v1/" + what + "?region=999999&year=2024")
          .statusCode(422)
          .body("code", equalTo("unknown-region"));
    }
  }

  private void filed(String organ, LocalDate day, boolean lastMoment) {
    ReportDates.report(
        database,
        organ,
        PAST,
        "submitted",
        lastMoment ? ReportDates.lastMomentOf(day) : ReportDates.firstMomentOf(day));
  }

  private static ValidatableResponse counts(String region, int year) {
    return admin().get("/api/v1/coverage?region={r}&year={y}", region, year).then().statusCode(200);
  }

  private static ValidatableResponse organs(String region, int year, String more) {
    return admin()
        .get("/api/v1/coverage/organs?region=" + region + "&year=" + year + more)
        .then()
        .statusCode(200);
  }
}
