package org.gongkai.bulk;

import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many reports accepted and published in one request. */
@QuarkusTest
class ReportBatchTest {

  private final City city = City.found();
  private String district;

  @BeforeEach
  void register() {
    district = city.district();
  }

  @Test
  void eachIsDecidedOnItsOwn() {
    String organ = city.organ(district);
    long read = submitted(organ);
    long changed = submitted(city.organ(district));
    long draft = Api.drafted(Sample.nil(city.organ(district), 2021));
    long elsewhere = submitted(city.organ(city.district()));
    String stale = Api.tag(changed);
    Api.correct(
            changed,
            stale,
            Sample.with(
                Sample.huancui(Api.report(changed).extract().path("organ")),
                "/narrative/overview",
                "改过"))
        .statusCode(200);
    String tag =
        decide(
                as(TestKeys.office(district)),
                "acceptance",
                item(read, Api.tag(read)),
                item(changed, stale),
                item(draft, null),
                item(elsewhere, null),
                item(999_999_999_999L, null))
            .statusCode(200)
            .body(
                "items.report",
                contains((int) read, (int) changed, (int) draft, (int) elsewhere, 999_999_999_999L))
            .body("items.status", contains(200, 412, 409, 403, 404))
            .body("items.outcome", contains("changed", "refused", "refused", "refused", "refused"))
            .body(
                "items.problem.code",
                contains("stale-etag", "state-conflict", "forbidden", "not-found"))
            .body("items[2].problem.state", equalTo("draft"))
            .body("items[3].organ", nullValue())
            .body("items[0].organ", equalTo(organ))
            .body("items[0].state", equalTo("accepted"))
            .body("changed", equalTo(1))
            .body("refused", equalTo(4))
            .extract()
            .path("items[0].etag");
    Api.report(read).body("state", equalTo("accepted")).header("ETag", tag);
    Api.report(changed).body("state", equalTo("submitted"));
    Api.report(draft).body("state", equalTo("draft"));
    Api.report(elsewhere).body("state", equalTo("submitted"));
    Api.get("/api/v1/reports/{id}/events", read)
        .body("items.kind", contains("submitted", "accepted"));
    Api.get("/api/v1/audit?report=" + read)
        .body("items[0].action", equalTo("acceptReports"))
        .body("items[0].outcome", equalTo("done"))
        .body("items[0].organ", equalTo(organ));
    Api.get("/api/v1/audit?region=" + district)
        .body(
            "items.find { it.region == '%s' && it.outcome == 'refused' }.first.problem"
                .formatted(district),
            contains("stale-etag", "state-conflict"));
  }

  @Test
  void aWholeDistrictIsAcceptedAndPublished() {
    List<Map<String, Object>> batch = new ArrayList<>();
    for (String organ : city.organs(district, 25)) {
      batch.add(item(submitted(organ), null));
    }
    Map<String, Object>[] items = batch.toArray(Map[]::new);
    String office = TestKeys.office(district);
    decide(as(office), "publication", items)
        .statusCode(200)
        .body("refused", equalTo(25))
        .body("items.problem.code", everyItem(equalTo("state-conflict")));
    decide(as(office), "acceptance", items).statusCode(200).body("changed", equalTo(25));
    decide(as(office), "publication", items)
        .statusCode(200)
        .body("changed", equalTo(25))
        .body("items.state", everyItem(equalTo("published")));
    Api.get("/api/v1/reports?state=published&region=" + district).body("total", equalTo(25));
    Api.get("/api/v1/rollups/contests?basis=published&year=2021&region=" + district)
        .body("coverage.reported", equalTo(25));
    Api.get("/api/v1/audit?region=" + district)
        .body(
            "items.findAll { it.action == 'publishReports' && it.outcome == 'done' }.lines",
            contains(25));
  }

  @Test
  void aTableOfNothingThatIsThereIsAnswered() {
    Map<String, Object> item =
        Map.of("organ", city.organ(district), "year", 2021, "day", "2022-02-03");
    days(as(TestKeys.office(district)), Map.of("reason", "据收文登记", "items", List.of(item)))
        .statusCode(200)
        .body("items.status", contains(404))
        .body("refused", equalTo(1));
  }

  @Test
  void aTableOfHandInDaysIsStatedAtOnce() {
    String organ = city.organ(district);
    String other = city.organ(district);
    long byId = Api.filed(Sample.nil(organ, 2020));
    long byName = Api.filed(Sample.nil(organ, 2021));
    long same = Api.filed(Sample.nil(other, 2021));
    long elsewhere = Api.filed(Sample.nil(city.organ(city.district()), 2021));
    long draft = Api.drafted(Sample.nil(other, 2020));
    Steps.date(admin(), same, "2022-01-05").statusCode(200);
    List<Map<String, Object>> items =
        List.of(
            Map.of("report", byId, "day", "2021-01-20", "reason", "据电子邮件"),
            Map.of("organ", organ, "year", 2021, "day", "2022-02-03"),
            Map.of("report", same, "day", "2022-01-05"),
            Map.of("organ", other, "year", 2022, "day", "2023-01-05"),
            Map.of("report", elsewhere, "day", "2022-01-05"),
            Map.of("report", draft, "day", "2021-01-05"));
    days(as(TestKeys.office(district)), Map.of("reason", "据收文登记", "items", items))
        .statusCode(200)
        .body("items.status", contains(200, 200, 200, 404, 403, 409))
        .body(
            "items.outcome",
            contains("changed", "changed", "unchanged", "refused", "refused", "refused"))
        .body("items[1].report", equalTo((int) byName))
        .body("items[3].report", nullValue())
        .body("items[3].organ", equalTo(other))
        .body("items[3].year", equalTo(2022))
        .body("changed", equalTo(2))
        .body("refused", equalTo(3));
    Api.report(byId)
        .body("handedIn.day", equalTo("2021-01-20"))
        .body("handedIn.reason", equalTo("据电子邮件"));
    Api.report(byName)
        .body("handedIn.day", equalTo("2022-02-03"))
        .body("handedIn.reason", equalTo("据收文登记"));
    Api.get("/api/v1/coverage/organs?own=true&year=2021&region=" + district)
        .body("items.find { it.organ == '%s' }.status".formatted(organ), equalTo("late"))
        .body("items.find { it.organ == '%s' }.status".formatted(other), equalTo("onTime"));
    Api.get("/api/v1/audit?report=" + byName).body("items[0].action", equalTo("stateHandInDays"));
  }

  @Test
  void daysThatCannotBeAreRefusedEach() {
    String organ = city.organ(district);
    Api.filed(Sample.nil(organ, 2020));
    Api.filed(Sample.nil(organ, 2021));
    Map<String, Object> without = Map.of("organ", organ, "year", 2021, "day", "2022-01-05");
    days(
            admin(),
            Map.of(
                "items",
                List.of(
                    Map.of("organ", organ, "year", 2020, "day", "2020-01-05", "reason", "据收文登记"),
                    without)))
        .statusCode(200)
        .body("items.status", contains(400, 400))
        .body("items[0].problem.violations.pointer", contains("/day"))
        .body("items[1].problem.violations.pointer", contains("/reason"));
    long id =
        Api.get("/api/v1/organs/{organ}/reports/2021", organ).extract().jsonPath().getLong("id");
    days(
            admin(),
            Map.of(
                "items",
                List.of(
                    Map.of("day", "2022-01-05"),
                    Map.of("organ", organ, "day", "2022-01-05"),
                    Map.of("report", id, "organ", organ, "year", 2021, "day", "2022-01-05"))))
        .statusCode(400)
        .body("violations.pointer", contains("/items/0", "/items/1", "/items/2"));
    days(admin(), Map.of("items", List.of(without, Map.of("report", id, "day", "2022-01-06"))))
        .statusCode(400)
        .body("violations.pointer", contains("/items/1"));
    days(admin(), Map.of("items", List.of())).statusCode(400);
    Api.report(id).body("handedIn", nullValue());
  }

  private static ValidatableResponse days(RequestSpecification caller, Object body) {
    return caller
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/reports/hand-in-days")
        .then();
  }

  @Test
  void aLotIsCarriedOutOnceForItsName() {
    long id = submitted(city.organ(district));
    String name = UUID.randomUUID().toString();
    decide(admin().header("Idempotency-Key", name), "acceptance", item(id, null))
        .statusCode(200)
        .body("changed", equalTo(1));
    decide(admin().header("Idempotency-Key", name), "acceptance", item(id, null))
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("changed", equalTo(1))
        .body("items[0].etag", notNullValue());
    decide(admin().header("Idempotency-Key", name), "acceptance", item(id, "*"))
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    decide(admin(), "acceptance", item(id, null)).body("items[0].status", equalTo(409));
  }

  @Test
  void whatIsNoLotIsRefusedAsAWhole() {
    long id = submitted(city.organ(district));
    refused(Map.of("items", List.of()), "/items");
    refused(Map.of(), "/items");
    refused(
        Map.of(
            "items",
            List.of(item(id, null), item(id, null), Map.of("ifMatch", "*"), item(0, null))),
        "/items/1/report",
        "/items/2/report",
        "/items/3/report");
    refused(
        Map.of("items", IntStream.rangeClosed(1, 1001).mapToObj(i -> item(i, null)).toList()),
        "/items");
    Api.report(id).body("state", equalTo("submitted"));
    decide(as(TestKeys.organ(city.organ(district))), "acceptance", item(id, null)).statusCode(403);
  }

  private static void refused(Object batch, String... pointers) {
    admin()
        .contentType(ContentType.JSON)
        .body(batch)
        .post("/api/v1/reports/acceptance")
        .then()
        .statusCode(400)
        .body("violations.pointer", containsInAnyOrder(pointers));
  }

  private static long submitted(String organ) {
    return Api.filed(Sample.huancui(organ));
  }

  private static Map<String, Object> item(long report, String ifMatch) {
    Map<String, Object> item = new HashMap<>(Collections.singletonMap("report", report));
    if (ifMatch != null) {
      item.put("ifMatch", ifMatch);
    }
    return item;
  }

  @SafeVarargs
  private static ValidatableResponse decide(
      RequestSpecification caller, String step, Map<String, Object>... items) {
    return caller
        .contentType(ContentType.JSON)
        .body(Map.of("items", items))
        .post("/api/v1/reports/" + step)
        .then();
  }
}
