package org.gongkai.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.feed.Hooks;
import org.gongkai.feed.Receiver;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service answers is what the contract says: no member, no header more or less. */
@QuarkusTest
class AnswersTest {

  private final City city = City.found();

  private String district;
  private String organ;
  private AnswerCheck check;

  @BeforeEach
  void begin() {
    district = city.district();
    organ = city.organ(district);
    check = AnswerCheck.served();
    RestAssured.filters(check);
  }

  @AfterEach
  void end() {
    RestAssured.replaceFiltersWith(List.of());
  }

  private void assertSaid(String... schemas) {
    assertThat(check.objections()).isEmpty();
    assertThat(String.join(" ", check.seen())).contains(schemas);
  }

  @Test
  void reports() {
    long id = Api.filed(Sample.huancui(organ));
    Api.report(id);
    Api.correct(id, Api.tag(id), Sample.with(Sample.huancui(organ), "/narrative/overview", "改。"));
    for (String part :
        List.of("findings", "revisions", "revisions/1", "revisions/2/document", "events")) {
      Api.get("/api/v1/reports/{id}/" + part, id).statusCode(200);
    }
    Api.get("/api/v1/reports/{id}/receipts", id).statusCode(200);
    Api.get("/api/v1/reports/{id}/receipts/1", id).statusCode(200);
    Api.get("/api/v1/reports/{id}/differences?from=1&to=2", id).statusCode(200);
    Api.get("/api/v1/reports?region=" + district).statusCode(200);
    Api.get("/api/v1/organs/{organ}/reports/2021", organ).statusCode(200);
    admin().post("/api/v1/reports/{id}/acceptance", id).then().statusCode(200);
    admin().post("/api/v1/reports/{id}/publication", id).then().statusCode(200);
    admin().post("/api/v1/organs/{organ}/reports/2020/nil", organ).then().statusCode(201);
    Api.drafted(Sample.shanghai(organ));
    Api.put(organ, 2024, Sample.huaian(organ)).statusCode(201);
    Api.send(admin(), Sample.shanghai(organ)).post("/api/v1/validations").then().statusCode(200);
    assertSaid("FiledReport", "Finding", "Revision", "ReportEvents", "Differences", "Validation");
  }

  @Test
  void problems() {
    Api.file(Sample.shanghai(organ)).statusCode(422);
    long id = Api.filed(Sample.huancui(organ));
    Api.file(Sample.huancui(organ)).statusCode(409);
    Api.submit(id).statusCode(409);
    Api.correct(id, "\"9-00000000-zh\"", Sample.huancui(organ)).statusCode(412);
    Api.send(admin(), Sample.huancui(organ)).put("/api/v1/reports/{id}", id).then().statusCode(428);
    Api.send(admin(), "{\"organ\": ").post("/api/v1/reports").then().statusCode(400);
    Api.send(admin(), "{\"sheep\": 1}").post("/api/v1/reports").then().statusCode(400);
    Api.get("/api/v1/reports/999999999").statusCode(404);
    given().get("/api/v1/reports").then().statusCode(401);
    TestKeys.as(TestKeys.organ(organ)).get("/api/v1/audit").then().statusCode(403);
    admin()
        .contentType("text/csv")
        .body("code,name,region,kind\nX,,1,y\n")
        .post("/api/v1/organs/import")
        .then()
        .statusCode(422);
    assertSaid("Problem");
  }

  @Test
  void rollups() {
    Api.filed(Sample.huancui(organ));
    Api.filed(Sample.huaian(organ));
    Api.filed(Sample.nil(organ, 2020));
    Api.filed(Sample.nil(city.organ(city.township(district)), 2021));
    ObjectNode former = Sample.nil(city.organ(district), 2019);
    Sample.with(former, "/disclosure/procurement/amount", 12);
    Sample.with(former, "/disclosure/procurement/unit", "wanyuan");
    former.putArray("nil").add("applications").add("contests");
    Api.filed(former);
    for (String what :
        List.of("publications", "applications", "disclosure", "contests", "indicators")) {
      for (String more :
          List.of(
              "&year=2021",
              "&year=2021&by=region",
              "&year=2021&by=organ",
              "&year=2021&by=level",
              "&year=2021&scope=level",
              "&year=2021&by=region&shape=flat",
              "&year=2021&shape=long",
              "&from=2020&to=2021&shape=long&compare=previous-year",
              "&from=2019&to=2024",
              "&year=2024&asOf=2025-01-01T00:00:00Z")) {
        Api.get("/api/v1/rollups/" + what + "?region=" + district + more).statusCode(200);
      }
      String compared = "&from=2019&to=2024&by=year&compare=previous-year";
      Api.get("/api/v1/rollups/" + what + "?region=" + district + compared).statusCode(200);
    }
    String cell = "&year=2021&section=applications&row=received&column=total";
    Api.get("/api/v1/rollups/contributions?by=organ&region=" + district + cell).statusCode(200);
    Api.get("/api/v1/availability?region=" + district).statusCode(200);
    Api.get("/api/v1/coverage?year=2021&by=region&region=" + district).statusCode(200);
    Api.get("/api/v1/coverage/organs?year=2021&region=" + district).statusCode(200);
    Api.get("/api/v1/reminders?year=2021&region=" + district).statusCode(200);
    Api.get("/api/v1/findings?year=2021&region=" + district).statusCode(200);
    admin().post("/api/v1/rollups/checks?region=" + district).then().statusCode(200);
    assertSaid("PublicationsRollup", "IndicatorsRollup", "ContributionPage", "FilingCoverage");
  }

  @Test
  void reconciliations() {
    ObjectNode government = Sample.huancui(city.government(district));
    Api.filed(government.put("scope", "level"));
    Api.filed(Sample.huancui(organ));
    Api.get("/api/v1/reconciliations?all=true&year=2021&region=" + district).statusCode(200);
    assertSaid("Reconciliation");
  }

  @Test
  void registryFormsAndKeys() {
    Api.get("/api/v1/organs/{organ}", organ).statusCode(200);
    Api.get("/api/v1/organs?region=" + district).statusCode(200);
    Api.get("/api/v1/regions/" + district).statusCode(200);
    Api.get("/api/v1/regions?parent=" + city.code()).statusCode(200);
    Api.get("/api/v1/organs/{organ}/calendar/2021", organ).statusCode(200);
    Api.get("/api/v1/calendars/{region}/2021", district).statusCode(200);
    for (String address : List.of("/forms", "/forms/2019", "/forms/2021/rules", "/channels")) {
      Api.get("/api/v1" + address).statusCode(200);
    }
    for (String address : List.of("/caller", "/keys", "/audit", "/changes", "/webhooks")) {
      Api.get("/api/v1" + address).statusCode(200);
    }
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("role", "reader", "region", district))
        .post("/api/v1/keys")
        .then()
        .statusCode(201);
    assertSaid("OrganDetail", "OrganPage", "FormEdition", "Rule", "ApiKeyPage", "AuditPage");
  }

  @Test
  void webhooks() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Hooks.Hook hook = Hooks.to(receiver, TestKeys.office(district));
      Api.filed(Sample.huancui(organ));
      check.checkMessage("change", receiver.await(1).getFirst().body());
      hook.await("delivered", 1);
      hook.post("/ping").statusCode(200);
      check.checkMessage("ping", receiver.await(2).getLast().body());
      hook.get("").statusCode(200);
      TestKeys.as(hook.key()).get("/api/v1/webhooks").then().statusCode(200);
    }
    assertSaid("Webhook", "WebhookPage", "WebhookPing", "DeliveryPage");
  }
}
