package org.gongkai.season;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.gongkai.rollup.ReportDates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an office has to chase, and in which words. */
@QuarkusTest
class ReminderResourceTest {

  private static final int PAST = ReportDates.today().getYear() - 2;
  private static final LocalDate PAST_DUE = LocalDate.of(PAST + 1, 1, 31);
  private static final long OVERDUE = ChronoUnit.DAYS.between(PAST_DUE, ReportDates.today());

  @Inject DataSource database;

  private final City city = City.found();
  private String district;
  private String township;
  private String bureau;
  private String town;

  @BeforeEach
  void register() {
    district = city.district();
    township = city.township(district);
    bureau = city.organ(district);
    town = city.organ(township);
  }

  @Test
  void whoHasNotFiledIsReminded() {
    long id = Api.drafted(Sample.nil(town, PAST));
    reminders("")
        .body("total", equalTo(2))
        .body("next", nullValue())
        .body("items.organ", contains(bureau, town))
        .body("items.name", contains("第1局", "第2局"))
        .body("items.region", contains(district, township))
        .body("items.regionName", contains("第1区", "第1镇"))
        .body("items.kind", contains("department", "department"))
        .body("items.state", contains("notStarted", "draft"))
        .body("items.due", contains(PAST_DUE.toString(), PAST_DUE.toString()))
        .body("items.daysLeft", contains((int) -OVERDUE, (int) -OVERDUE))
        .body("items.report", contains(null, (int) id))
        .body("items[0].lastActivity", nullValue())
        .body("items[1].lastActivity", notNullValue())
        .body("items[0].extension", nullValue())
        .body(
            "items.text",
            contains(
                "请于%d年1月31日前提交%d年度政府信息公开工作年度报告（已逾期%d天）。".formatted(PAST + 1, PAST, OVERDUE),
                "请于%d年1月31日前完成并提交%d年度政府信息公开工作年度报告（已逾期%d天）。".formatted(PAST + 1, PAST, OVERDUE)));
    Api.submit(id).statusCode(200);
    reminders("").body("items.organ", contains(bureau));
    ReportDates.exempt(bureau, PAST);
    reminders("").body("items", empty()).body("total", equalTo(0));
  }

  @Test
  void theWordsFollowDateAndLanguage() {
    LocalDate today = ReportDates.today();
    ReportDates.extend(bureau, PAST, today);
    ReportDates.extend(town, PAST, today.plusDays(1));
    String third = city.organ(district);
    ReportDates.extend(third, PAST, today.minusDays(1));
    reminders("")
        .body("items.organ", contains(bureau, third, town))
        .body("items.daysLeft", contains(0, -1, 1))
        .body("items[0].extension", equalTo(today.toString()))
        .body("items[0].text", org.hamcrest.Matchers.endsWith("（今日截止）。"))
        .body("items[1].text", org.hamcrest.Matchers.endsWith("（已逾期1天）。"))
        .body("items[2].text", org.hamcrest.Matchers.endsWith("（还剩1天）。"));
    admin()
        .header("Accept-Language", "en")
        .get("/api/v1/reminders?region={r}&year={y}", district, PAST)
        .then()
        .body(
            "items[1].text",
            equalTo(
                "Please submit the %d annual report on open government information by %s (1 day overdue)."
                    .formatted(
                        PAST,
                        java.time.format.DateTimeFormatter.ofPattern(
                                "d MMMM y", java.util.Locale.ENGLISH)
                            .format(today.minusDays(1)))))
        .body("items[0].text", org.hamcrest.Matchers.endsWith("(due today)."))
        .body("items[2].text", org.hamcrest.Matchers.endsWith("(1 day left)."));
  }

  @Test
  void theLastDayOfAReturnCountsLikeAnyOther() {
    LocalDate today = ReportDates.today();
    ReportDates.extend(bureau, PAST, today.plusDays(5));
    ReportDates.exempt(town, PAST);
    long id = Api.filed(Sample.nil(bureau, PAST));
    standing().body("items.status", contains("onTime"));
    giveBack(id, today.plusDays(1))
        .statusCode(200)
        .body("returned.due", equalTo(today.plusDays(1) + ""));
    reminders("")
        .body("items.state", contains("returned"))
        .body("items.due", contains(today.plusDays(1).toString()))
        .body("items.daysLeft", contains(1))
        .body("items[0].text", org.hamcrest.Matchers.containsString("前修改并重新提交"))
        .body("items[0].text", org.hamcrest.Matchers.endsWith("（还剩1天）。"));
    standing()
        .body("items.status", contains("pending"))
        .body("items.due", contains(today.plusDays(5).toString()))
        .body("items.returnDue", contains(today.plusDays(1).toString()));
    ReportDates.returned(database, id, today.minusDays(2), null);
    reminders("").body("items.daysLeft", contains(-2));
    standing().body("items.status", contains("missing")).body("items.daysLate", contains(2));
    Api.submit(id).statusCode(200);
    reminders("").body("items", empty());
    standing().body("items.status", contains("late")).body("items.daysLate", contains(2));
    Api.get("/api/v1/coverage?region=" + district + "&year=" + PAST).body("late", equalTo(1));
    giveBack(id, null).statusCode(200).body("returned.due", nullValue());
    standing().body("items.status", contains("pending")).body("items[0].returnDue", nullValue());
    Api.submit(id).statusCode(200);
    standing().body("items.status", contains("onTime"));
    giveBack(id, today).statusCode(200);
    Api.submit(id).statusCode(200);
    standing().body("items.status", contains("onTime"));
    giveBack(id, today.minusDays(1)).statusCode(400).body("violations.pointer", contains("/due"));
    giveBack(id, today.plusYears(2)).statusCode(400).body("violations.pointer", contains("/due"));
  }

  /** Only the last one counts; what was asked before stands in the events. */
  @Test
  void eachReturnKeepsItsLastDay() {
    LocalDate today = ReportDates.today();
    long id = Api.filed(Sample.nil(bureau, PAST));
    giveBack(id, today.plusDays(3)).statusCode(200);
    Api.submit(id).statusCode(200);
    giveBack(id, null).statusCode(200);
    Api.submit(id).statusCode(200);
    giveBack(id, today.plusDays(9)).statusCode(200);
    Api.get("/api/v1/reports/{id}/events", id)
        .body(
            "items.findAll { it.kind == 'returned' }.due",
            contains(today.plusDays(3).toString(), null, today.plusDays(9).toString()));
    standing().body("items[0].returnDue", equalTo(today.plusDays(9).toString()));
  }

  @Test
  void onlyTheOfficeThatHasSeenItSetsTheLastDayOfAReturn() {
    LocalDate today = ReportDates.today();
    long id = Api.filed(Sample.nil(bureau, PAST));
    String seen = Api.tag(id);
    Api.correct(id, seen, Sample.with(Sample.nil(bureau, PAST), "/narrative/overview", "没有收到申请。"))
        .statusCode(200);
    Map<String, Object> body =
        Map.of("reasons", List.of(Map.of("reason", "请核对")), "due", today.plusDays(1).toString());
    for (Map.Entry<RequestSpecification, Integer> refused :
        List.of(
            Map.entry(admin().header("If-Match", seen), 412),
            Map.entry(as(TestKeys.organ(bureau)), 403),
            Map.entry(as(TestKeys.organ(town)), 403),
            Map.entry(as(TestKeys.office(city.district())), 403))) {
      refused
          .getKey()
          .contentType(ContentType.JSON)
          .body(body)
          .post("/api/v1/reports/{id}/return", id)
          .then()
          .statusCode(refused.getValue());
    }
    Api.report(id).body("state", equalTo("submitted"));
    standing().body("items[0].returnDue", nullValue());
    as(TestKeys.office(district))
        .header("If-Match", Api.tag(id))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/reports/{id}/return", id)
        .then()
        .statusCode(200);
    standing().body("items[0].returnDue", equalTo(today.plusDays(1).toString()));
    // who files learns until when, and no other organ does
    String own = "/api/v1/reports/{id}/events";
    as(TestKeys.organ(bureau))
        .get(own, id)
        .then()
        .body("items[-1].due", equalTo(today.plusDays(1).toString()));
    as(TestKeys.organ(town)).get(own, id).then().statusCode(403);
  }

  private ValidatableResponse standing() {
    return Api.get("/api/v1/coverage/organs?own=true&region=" + district + "&year=" + PAST)
        .statusCode(200);
  }

  private static ValidatableResponse giveBack(long id, LocalDate due) {
    Map<String, Object> reasons = new HashMap<>();
    reasons.put("reasons", List.of(Map.of("reason", "请核对")));
    reasons.put("due", due == null ? null : due.toString());
    return admin()
        .contentType(ContentType.JSON)
        .body(reasons)
        .post("/api/v1/reports/{id}/return", id)
        .then();
  }

  @Test
  void theListComesInPagesAndAsCsvInOneGo() {
    city.organ(district);
    String next =
        reminders("&limit=2")
            .body("items", hasSize(2))
            .body("total", equalTo(3))
            .extract()
            .path("next");
    reminders("&limit=2&cursor=" + next).body("items.organ", contains(town));
    String csv =
        reminders("&format=csv")
            .contentType("text/csv")
            .header("Content-Disposition", equalTo("attachment; filename=\"reminders.csv\""))
            .extract()
            .asString();
    List<Map<String, String>> lines = Csv.read(csv);
    assertThat(lines).extracting("organ").hasSize(3).contains(bureau, town);
    assertThat(lines.getLast())
        .containsEntry("organ", town)
        .containsEntry("region", township)
        .containsEntry("regionName", "第1镇")
        .containsEntry("kind", "department")
        .containsEntry("state", "notStarted")
        .containsEntry("due", PAST_DUE.toString())
        .containsEntry("daysLeft", String.valueOf(-OVERDUE))
        .containsEntry("report", "")
        .containsEntry("extension", "");
    assertThat(lines.getLast().get("text")).contains("已逾期");
    admin()
        .accept("text/csv")
        .get("/api/v1/reminders?region={r}&year={y}", district, PAST)
        .then()
        .statusCode(200)
        .contentType("text/csv");
  }

  @Test
  void aNameIsNoFormulaAndAnEmptyListHasAHeader() {
    city.change(bureau, "=HYPERLINK(\"http://x\")", district, LocalDate.of(2001, 1, 1));
    String csv = reminders("&format=csv").extract().asString();
    assertThat(Csv.read(csv)).extracting("name").contains("'=HYPERLINK(\"http://x\")");
    ReportDates.exempt(bureau, PAST);
    ReportDates.exempt(town, PAST);
    assertThat(reminders("&format=csv").extract().asString())
        .isEqualTo(
            "organ,name,region,regionName,kind,state,due,extension,daysLeft,report,lastActivity,text\n");
  }

  @Test
  void officesOfTheRegionAndAboveAsk() {
    String address = "/api/v1/reminders?region=" + district + "&year=" + PAST;
    for (String key : List.of(TestKeys.office(district), TestKeys.office(city.code()))) {
      as(key).get(address).then().statusCode(200);
    }
    for (String key :
        List.of(
            TestKeys.organ(bureau),
            TestKeys.reader(),
            TestKeys.office(township),
            TestKeys.office(city.district()))) {
      as(key).get(address).then().statusCode(403).body("code", equalTo("forbidden"));
    }
    given().get(address).then().statusCode(401);
    Api.get("/api/v1/reminders?region=999999&year=2024")
        .statusCode(422)
        .body("code", equalTo("unknown-region"));
  }

  @ParameterizedTest
  @CsvSource({
    "year=2024, ?region",
    "region=371002, ?year",
    "region=371002&year=x, ?year",
    "region=371002&year=2024&limit=1001, ?limit",
    "region=371002&year=2024&cursor=x, ?cursor",
    "region=371002&year=2024&format=pdf, ?format"
  })
  void aParameterThatIsNoneIsNamed(String parameters, String pointer) {
    Api.get("/api/v1/reminders?" + parameters)
        .statusCode(400)
        .body("violations.pointer", contains(pointer));
  }

  private ValidatableResponse reminders(String more) {
    return Api.get("/api/v1/reminders?region=" + district + "&year=" + PAST + more).statusCode(200);
  }
}
