package org.gongkai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.access.TestKeys;
import org.gongkai.platform.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A year in the life of a district of 50 organs, from chasing to publishing. */
@QuarkusTest
class SeasonTest {

  private static final int YEAR = 2025;

  @Inject TestClock clock;

  private final City city = City.found();
  private final Map<String, Integer> stated = new LinkedHashMap<>();
  private final List<String> organs = new ArrayList<>();
  private String district;
  private String office;
  private String merged;
  private String successor;
  private String exempt;
  private String extended;
  private String returned;
  private String reopened;
  private String lateOne;
  private String lateTwo;

  @AfterEach
  void today() {
    clock.reset();
  }

  @Test
  void fromChasingToPublishing() {
    on(2025, 12, 20);
    aDistrictOfFiftyOrgans();
    theOfficeSetsTheDates();
    on(2026, 1, 5);
    everybodyIsRemindedInTime(48);
    on(2026, 1, 12);
    mostFile();
    oneIsReturnedTwiceAndIsInTimeAllTheSame();
    on(2026, 1, 21);
    theOfficeChasesThoseWhoAreMissing();
    on(2026, 1, 25);
    String beforeTheLate = instant();
    twoAreLate();
    on(2026, 2, 5);
    theOneWithMoreTimeIsInTime();
    on(2026, 2, 20);
    theOfficeAcceptsAndPublishes();
    on(2026, 3, 2);
    oneIsReopenedAfterPublication();
    everythingCanBeProved(beforeTheLate);
  }

  private void on(int year, int month, int day) {
    clock.setTo(LocalDate.of(year, month, day));
  }

  private String instant() {
    return clock.instant().toString();
  }

  private void aDistrictOfFiftyOrgans() {
    district = city.district();
    office = TestKeys.office(district);
    for (int i = 0; i < 50; i++) {
      organs.add(city.organ(district));
    }
    merged = organs.get(0);
    successor = organs.get(1);
    exempt = organs.get(2);
    extended = organs.get(3);
    returned = organs.get(4);
    reopened = organs.get(5);
    lateOne = organs.get(6);
    lateTwo = organs.get(7);
    json(Map.of(
            "name", "第1局",
            "region", district,
            "kind", "department",
            "validTo", "2025-07-01",
            "successor", successor))
        .put("/api/v1/organs/" + merged)
        .then()
        .statusCode(200);
  }

  private void theOfficeSetsTheDates() {
    json(Map.of("organ", "2026-01-20"))
        .put("/api/v1/calendars/{region}/{year}", district, YEAR)
        .then()
        .statusCode(200);
    json(Map.of("reason", "机构筹建，尚未开展工作"))
        .put("/api/v1/organs/{organ}/exemptions/{year}", exempt, YEAR)
        .then()
        .statusCode(200);
    json(Map.of("due", "2026-02-10", "reason", "系统迁移"))
        .put("/api/v1/organs/{organ}/extensions/{year}", extended, YEAR)
        .then()
        .statusCode(200);
    as(TestKeys.organ(extended))
        .get("/api/v1/organs/{organ}/calendar/{year}", extended, YEAR)
        .then()
        .statusCode(200)
        .body("due", equalTo("2026-02-10"));
  }

  private void everybodyIsRemindedInTime(int expected) {
    reminders()
        .body("total", equalTo(expected))
        .body("items.organ", not(hasItem(exempt)))
        .body("items.organ", not(hasItem(merged)))
        .body("items.find { it.organ == '" + lateOne + "' }.daysLeft", equalTo(15))
        .body("items.find { it.organ == '" + extended + "' }.daysLeft", equalTo(36))
        .body("items.text", everyItem(containsString("2025年度")));
    coverage("expected", 48, "pending", 48, "exempt", 1, "missing", 0);
  }

  private void mostFile() {
    // One files by itself, one says that there was nothing, the office files the paper of the rest.
    file(reopened, 7);
    String nil = organs.get(8);
    as(TestKeys.organ(nil))
        .post("/api/v1/organs/{organ}/reports/{year}/nil", nil, YEAR)
        .then()
        .statusCode(201);
    stated.put(nil, 0);
    file(returned, 1);
    file(successor, 20);
    String body =
        organs.subList(9, 50).stream()
            .map(
                organ -> {
                  stated.put(organ, organs.indexOf(organ));
                  return report(organ, organs.indexOf(organ)).toString();
                })
            .collect(Collectors.joining("\n"));
    List<String> lines =
        as(office)
            .config(
                RestAssuredConfig.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
            .header("Content-Type", "application/x-ndjson")
            .body(body.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/reports/bulk")
            .asString()
            .lines()
            .toList();
    assertThat(JsonPath.from(lines.getLast()).getInt("summary.created")).isEqualTo(41);
    coverage("submitted", 45, "onTime", 45, "notStarted", 3, "pending", 3);
  }

  private void oneIsReturnedTwiceAndIsInTimeAllTheSame() {
    long id = id(returned);
    String own = TestKeys.organ(returned);
    for (int i = 1; i <= 2; i++) {
      on(2026, 1, 14 + 2 * i);
      Steps.giveBack(as(office), id, "disclosure.licensing.decisions", "第" + i + "次：与台账不符")
          .statusCode(200);
      reminders().body("items.organ", hasItem(returned));
      rollup("submitted").body("coverage.reported", equalTo(44));
      as(own)
          .get("/api/v1/reports/{id}", id)
          .then()
          .body("returned.reasons[0].reason", equalTo("第" + i + "次：与台账不符"))
          .body("returned.reasons[0].label", notNullValue());
      on(2026, 1, 15 + 2 * i);
      stated.put(returned, 1 + i);
      Api.send(as(own), report(returned, 1 + i))
          .header("If-Match", as(own).get("/api/v1/reports/{id}", id).header("ETag"))
          .put("/api/v1/reports/{id}?state=submitted", id)
          .then()
          .statusCode(200)
          .body("state", equalTo("submitted"));
    }
    on(2026, 1, 21);
    assertThat(standing(returned, "status")).isEqualTo("onTime");
  }

  private void theOfficeChasesThoseWhoAreMissing() {
    coverage("onTime", 45, "missing", 2, "pending", 1, "late", 0);
    reminders()
        .body("items.organ", containsInAnyOrder(lateOne, lateTwo, extended))
        .body("items.find { it.organ == '" + lateOne + "' }.daysLeft", equalTo(-1))
        .body("items.find { it.organ == '" + lateOne + "' }.text", containsString("已逾期1天"));
    String csv =
        as(office)
            .get("/api/v1/reminders?region={r}&year={y}&format=csv", district, YEAR)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv.lines()).hasSize(4);
  }

  private void twoAreLate() {
    file(lateOne, 3);
    file(lateTwo, 4);
    coverage("onTime", 45, "late", 2, "missing", 0, "pending", 1);
    assertThat(standing(lateOne, "daysLate")).isEqualTo(5);
  }

  private void theOneWithMoreTimeIsInTime() {
    file(extended, 5);
    coverage("onTime", 46, "late", 2, "missing", 0, "pending", 0);
    reminders().body("total", equalTo(0));
  }

  private void theOfficeAcceptsAndPublishes() {
    rollup("submitted").body("complete", equalTo(true)).body("coverage.expected", equalTo(48));
    sum("submitted", total());
    rollup("accepted").body("coverage.reported", equalTo(0));
    List<Long> ids =
        as(office)
            .get("/api/v1/reports?region={r}&year={y}&limit=100", district, YEAR)
            .jsonPath()
            .getList("items.id", Long.class);
    assertThat(ids).hasSize(48);
    ids.forEach(id -> Steps.accept(as(office), id).statusCode(200));
    sum("accepted", total());
    ids.forEach(id -> Steps.publish(as(office), id).statusCode(200));
    sum("published", total());
    as(TestKeys.reader())
        .get("/api/v1/reports?region={r}&year={y}", district, YEAR)
        .then()
        .body("total", equalTo(48));
    coverage("published", 48, "accepted", 0, "onTime", 46);
  }

  private void oneIsReopenedAfterPublication() {
    long id = id(reopened);
    String own = TestKeys.organ(reopened);
    int published = total();
    Api.send(as(own), report(reopened, 70))
        .header("If-Match", "*")
        .put("/api/v1/reports/{id}", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
    Steps.reopen(as(office), id, "发布后发现行政许可数量有误").statusCode(200);
    Api.send(as(own), report(reopened, 70))
        .header("If-Match", as(own).get("/api/v1/reports/{id}", id).header("ETag"))
        .queryParam("reason", "更正行政许可数量")
        .put("/api/v1/reports/{id}?state=submitted", id)
        .then()
        .statusCode(200);
    stated.put(reopened, 70);
    sum("submitted", total());
    sum("published", published);
    Steps.accept(as(office), id).statusCode(200);
    Steps.publish(as(office), id).statusCode(200).body("publishedRevision", equalTo(2));
    sum("published", total());
    as(office)
        .get("/api/v1/reports/{id}/differences", id)
        .then()
        .body("cells.path", contains("disclosure.licensing.decisions"))
        .body("cells[0].from", equalTo(7))
        .body("cells[0].to", equalTo(70))
        .body("sentences[0]", containsString("由 7 改为 70"));
  }

  private void everythingCanBeProved(String beforeTheLate) {
    long id = id(reopened);
    as(office)
        .get("/api/v1/reports/{id}/events", id)
        .then()
        .body(
            "items.kind",
            contains(
                "submitted",
                "accepted",
                "published",
                "reopened",
                "submitted",
                "accepted",
                "published"))
        .body("items[3].reason", equalTo("发布后发现行政许可数量有误"));
    as(office)
        .get("/api/v1/audit?report={id}", id)
        .then()
        .body(
            "items.findAll { it.outcome == 'done' }.action",
            contains(
                "publishReport",
                "acceptReport",
                "correctReport",
                "reopenReport",
                "publishReport",
                "acceptReport",
                "fileReport"));
    as(office)
        .get("/api/v1/audit?report={id}&outcome=refused", id)
        .then()
        .body("items.problem", contains("state-conflict"));
    int then = total() - 70 + 7 - 3 - 4 - 5;
    as(office)
        .get(
            "/api/v1/rollups/disclosure?region={r}&year={y}&asOf={t}",
            district,
            YEAR,
            beforeTheLate)
        .then()
        .statusCode(200)
        .body("coverage.reported", equalTo(45))
        .body("rows.find { it.row == 'licensing' }.decisions", equalTo(then));
    String receipt = as(office).get("/api/v1/reports/{id}", id).path("receipt.number");
    assertThat(receipt).startsWith("GK-20260302-");
    as(TestKeys.organ(reopened))
        .get("/api/v1/receipts/{number}", receipt)
        .then()
        .statusCode(200)
        .body("revision", equalTo(2))
        .body("newest", equalTo(true));
    List<String> told = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonPath page = as(office).get("/api/v1/changes?limit=1000&after=" + after).jsonPath();
      told.addAll(page.getList("items.findAll { it.report == " + id + " }.kind", String.class));
      if (page.getLong("next") == after) {
        break;
      }
      after = page.getLong("next");
    }
    assertThat(told)
        .containsExactly(
            "report.submitted",
            "report.accepted",
            "report.published",
            "report.reopened",
            "report.submitted",
            "report.accepted",
            "report.published");
    as(TestKeys.organ(merged))
        .get("/api/v1/organs/{organ}/calendar/{year}", merged, YEAR)
        .then()
        .body("expected", equalTo(false));
    as(office)
        .get("/api/v1/coverage/organs?region={r}&year={y}&status=exempt", district, YEAR)
        .then()
        .body("items", hasSize(1))
        .body("items[0].organ", equalTo(exempt));
  }

  private void file(String organ, int decisions) {
    stated.put(organ, decisions);
    Api.file(as(TestKeys.organ(organ)), report(organ, decisions)).statusCode(201);
  }

  private static ObjectNode report(String organ, int decisions) {
    ObjectNode report = Sample.huancui(organ).put("year", YEAR);
    return Sample.with(report, "/disclosure/licensing/decisions", decisions);
  }

  private long id(String organ) {
    return as(office)
        .get("/api/v1/organs/{organ}/reports/{year}", organ, YEAR)
        .jsonPath()
        .getLong("id");
  }

  /** What all reports state, added by hand. */
  private int total() {
    return stated.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void sum(String basis, int decisions) {
    rollup(basis).body("rows.find { it.row == 'licensing' }.decisions", equalTo(decisions));
  }

  private ValidatableResponse rollup(String basis) {
    return as(office)
        .get("/api/v1/rollups/disclosure?region={r}&year={y}&basis={b}", district, YEAR, basis)
        .then()
        .statusCode(200);
  }

  private void coverage(Object... counts) {
    ValidatableResponse answer =
        as(office).get("/api/v1/coverage?region={r}&year={y}", district, YEAR).then();
    for (int i = 0; i < counts.length; i += 2) {
      answer.body((String) counts[i], equalTo(counts[i + 1]));
    }
  }

  /** Something that is said of an organ. */
  private Object standing(String organ, String what) {
    String path = "items.find { it.organ == '" + organ + "' }." + what;
    return as(office)
        .get("/api/v1/coverage/organs?region={r}&year={y}&limit=100", district, YEAR)
        .path(path);
  }

  private ValidatableResponse reminders() {
    return as(office)
        .get("/api/v1/reminders?region={r}&year={y}&limit=100", district, YEAR)
        .then()
        .statusCode(200);
  }

  private io.restassured.specification.RequestSpecification json(Map<String, String> body) {
    return (office == null ? admin() : as(office)).contentType(ContentType.JSON).body(body);
  }
}
