package org.gongkai.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.access.TestKeys;
import org.gongkai.form.OwnFormsOnOneConnection;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;

/**
 * The whole service with a single connection. Whatever holds one and asks for another waits for
 * itself here, as twenty of its kind would wait for each other with twenty connections.
 */
@QuarkusTest
@TestProfile(OwnFormsOnOneConnection.class)
class OneConnectionProfileTest {

  private static final int CALLERS = 50;

  private final City city = City.found();

  private static RequestSpecification named(RequestSpecification caller) {
    return caller.header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static String bulk(String key, String body) {
    return as(key)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Content-Type", BulkResource.NDJSON)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/reports/bulk")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void fiftyNamedFilingsInBulkAtOnceAllSucceed() throws Exception {
    String district = city.district();
    List<Callable<String>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String organ = city.organ(district);
      String body = Sample.nil(organ, 2021) + "\n" + Sample.nil(organ, 2022);
      callers.add(() -> bulk(TestKeys.ADMIN, body));
    }
    try (ExecutorService hands = Executors.newFixedThreadPool(CALLERS)) {
      for (Future<String> answer : hands.invokeAll(callers)) {
        assertThat(Sample.json(answer.get().lines().toList().getLast()).at("/summary/created"))
            .hasToString("2");
      }
    }
    Api.get("/api/v1/reports?region=" + district).body("total", equalTo(2 * CALLERS));
  }

  @Test
  void noRequestNeedsTwo() {
    String district = city.district();
    String organ = city.organ(district);
    String own = TestKeys.organ(organ);
    named(admin())
        .contentType(ContentType.JSON)
        .body(Sample.huancui(organ).toString())
        .post("/api/v1/reports")
        .then()
        .statusCode(201);
    named(as(own))
        .contentType(ContentType.JSON)
        .body(Sample.nil("NOBODY", 2021).toString())
        .post("/api/v1/reports")
        .then()
        .statusCode(403);
    assertThat(bulk(TestKeys.office(district), Sample.nil("NOBODY", 2021) + "\nno report"))
        .contains("\"refused\":2");
    named(admin())
        .contentType("text/csv")
        .body(
            ("code,name,region,kind\nONE-" + organ + ",新局," + district + ",department\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then()
        .statusCode(200);
    named(admin())
        .contentType(ContentType.JSON)
        .body(Map.of("url", "http://127.0.0.1:9/", "kinds", List.of("report.submitted")))
        .post("/api/v1/webhooks")
        .then()
        .statusCode(201);
    named(admin()).post("/api/v1/rollups/checks?region=" + district).then().statusCode(200);
    named(admin()).post("/api/v1/rollups/rebuild").then().statusCode(202);
    for (String question :
        List.of(
            "rollups/applications?by=organ&compare=previous-year&year=2021&region=",
            "rollups/disclosure?basis=accepted&year=2021&region=",
            "availability?region=",
            "coverage?year=2021&region=",
            "reconciliations?year=2021&region=",
            "changes?region=",
            "audit?region=",
            "reports?region=")) {
      Api.get("/api/v1/" + question + district).statusCode(oneOf(200, 404));
    }
    Api.get("/api/v1/audit?region=" + district)
        .body("items.findAll { it.action == 'fileReport' }.size()", equalTo(2));
  }
}
