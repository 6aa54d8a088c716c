package org.gongkai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
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
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same request twice. */
@QuarkusTest
class IdempotencyTest {

  @Inject Sql sql;

  private final City city = City.found();
  private String organ;

  @BeforeEach
  void register() {
    organ = city.organ(city.district());
  }

  private static RequestSpecification named(RequestSpecification caller, String key) {
    return caller.header("Idempotency-Key", key);
  }

  private static Response file(String key, ObjectNode report) {
    return Api.send(named(admin(), key), report).post("/api/v1/reports");
  }

  @Test
  void theSameRequestAgainGetsTheSameAnswer() {
    String key = UUID.randomUUID().toString();
    Response first = file(key, Sample.huancui(organ));
    first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    Response second = file(key, Sample.huancui(organ));
    second
        .then()
        .statusCode(201)
        .contentType(ContentType.JSON)
        .header("Idempotency-Replayed", "true")
        .header("Location", first.header("Location"))
        .header("ETag", first.header("ETag"));
    assertThat(second.asString()).isEqualTo(first.asString());
    Api.get("/api/v1/reports?organ=" + organ).body("total", equalTo(1));
    file(UUID.randomUUID().toString(), Sample.huancui(organ)).then().statusCode(409);
  }

  @Test
  void anotherRequestUnderTheSameNameIsRefused() {
    String key = UUID.randomUUID().toString();
    file(key, Sample.huancui(organ)).then().statusCode(201);
    file(key, Sample.nil(organ, 2022))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    Api.send(named(admin(), key), Sample.huancui(organ))
        .post("/api/v1/reports?state=draft")
        .then()
        .statusCode(422);
    Api.get("/api/v1/reports?organ=" + organ).body("total", equalTo(1));
    // Another caller's names are its own.
    String own = TestKeys.organ(organ);
    Api.send(named(as(own), key), Sample.nil(organ, 2022))
        .post("/api/v1/reports")
        .then()
        .statusCode(201);
  }

  @Test
  void aRefusalIsNotKept() {
    String key = UUID.randomUUID().toString();
    ObjectNode wrong =
        Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 1);
    file(key, wrong).then().statusCode(422).body("code", equalTo("figures-inconsistent"));
    file(key, Sample.huancui(organ)).then().statusCode(201);
  }

  @Test
  void namesMustBeNames() {
    for (String bad : List.of("a b", "", "x".repeat(256))) {
      assertThat(file(bad, Sample.huancui(organ)).statusCode()).as(bad).isEqualTo(400);
    }
    Api.get("/api/v1/reports?organ=" + organ).body("total", equalTo(0));
  }

  @Test
  void stepsAndImportsAreCarriedOutOnce() {
    long id = Api.filed(Sample.huancui(organ));
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      named(admin(), key)
          .post("/api/v1/reports/{id}/acceptance", id)
          .then()
          .statusCode(200)
          .body("state", equalTo("accepted"));
    }
    Api.get("/api/v1/reports/{id}/events", id).body("items.size()", equalTo(2));
    String district = organ.substring(2, 8);
    String csv = "code,name,region,kind\n" + organ + "-X,新局," + district + ",department\n";
    String imported = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      named(admin(), imported)
          .contentType("text/csv")
          .body(csv.getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/organs/import")
          .then()
          .statusCode(200)
          .body("created", equalTo(1));
    }
    named(admin(), imported)
        .contentType("text/csv")
        .body(csv.replace("-X,", "-Y,").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void aSecretThatIsShownOnceIsNotKeptInTheClear() {
    String key = UUID.randomUUID().toString();
    Map<String, String> wanted = Map.of("role", "organ", "organ", organ);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      answers.add(
          named(admin(), key)
              .contentType(ContentType.JSON)
              .body(wanted)
              .post("/api/v1/keys")
              .then()
              .statusCode(201)
              .extract()
              .path("key"));
    }
    assertThat(answers.get(0)).startsWith("gk_").isEqualTo(answers.get(1));
    String secret = answers.getFirst();
    List<String> kept =
        sql.statement(
                "SELECT convert_from(decode(replace(encode(answer, 'escape'), '\\', ''), 'escape'),"
                    + " 'SQL_ASCII') AS answer FROM idempotency")
            .list(row -> row.getString("answer"));
    assertThat(kept).isNotEmpty().noneMatch(text -> text.contains(secret));
  }

  @Test
  void aDoubleClickFilesOnce() throws Exception {
    String key = UUID.randomUUID().toString();
    List<Callable<Integer>> clicks = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      clicks.add(() -> file(key, Sample.huancui(organ)).statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> click : hands.invokeAll(clicks)) {
        statuses.add(click.get());
      }
    }
    // The first one files; meanwhile others are told so, afterwards they get its answer.
    assertThat(statuses).contains(201).isSubsetOf(201, 409);
    file(key, Sample.huancui(organ)).then().statusCode(201);
    Api.get("/api/v1/reports?organ=" + organ)
        .body("total", equalTo(1))
        .body("items[0].revision", equalTo(1));
  }
}
