package org.gongkai.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many reports in one request. */
@QuarkusTest
class BulkTest {

  @Inject MeterRegistry metrics;

  private final City city = City.found();
  private String district;

  @BeforeEach
  void register() {
    district = city.district();
  }

  private static Response send(RequestSpecification caller, String body) {
    return caller
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(BulkResource.NDJSON, ContentType.TEXT)))
        .header("Content-Type", BulkResource.NDJSON)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/reports/bulk");
  }

  private static List<JsonNode> lines(Response answer) {
    answer.then().statusCode(200);
    return answer.asString().lines().map(Sample::json).toList();
  }

  @Test
  void eachLineIsTakenOrRefusedOnItsOwn() {
    String good = city.organ(district);
    String wrong = city.organ(district);
    String other = city.organ(district);
    String body =
        String.join(
            "\n",
            Sample.huancui(good).toString(),
            "",
            Sample.with(Sample.huancui(wrong), "/applications/received/naturalPerson", 1)
                .toString(),
            "{\"organ\":\"" + other + "\",",
            "  ",
            Sample.nil("NOBODY", 2021).toString(),
            Sample.nil(other, 2021).put("x", 1).toString(),
            Sample.nil(other, 2021).toString() + "\r",
            "[]");
    List<JsonNode> lines = lines(send(as(TestKeys.office(district)), body));
    assertThat(lines.stream().map(l -> l.path("line").asInt()))
        .containsExactly(1, 3, 4, 6, 7, 8, 9, 0);
    assertThat(lines.stream().map(l -> l.path("status").asInt()))
        .containsExactly(201, 422, 400, 422, 400, 201, 400, 0);
    assertThat(lines.get(0).path("outcome").asText()).isEqualTo("created");
    assertThat(lines.get(0).path("receipt").asText()).startsWith("GK-");
    JsonNode refused = lines.get(1);
    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    assertThat(refused.path("organ").asText()).isEqualTo(wrong);
    assertThat(refused.path("problem").path("code").asText()).isEqualTo("figures-inconsistent");
    assertThat(refused.path("problem").path("findings")).isNotEmpty();
    assertThat(lines.get(2).path("problem").path("code").asText()).isEqualTo("malformed-json");
    assertThat(lines.get(3).path("problem").path("code").asText()).isEqualTo("unknown-organ");
    JsonNode summary = lines.getLast().path("summary");
    assertThat(summary.path("lines").asInt()).isEqualTo(7);
    assertThat(summary.path("created").asInt()).isEqualTo(2);
    assertThat(summary.path("refused").asInt()).isEqualTo(5);
    Api.get("/api/v1/reports?region=" + district).body("total", equalTo(2));
    Api.rollup("disclosure", district, 2021).body("coverage.reported", equalTo(2));
  }

  @Test
  void sentAgainItChangesNothing() {
    List<String> organs = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      organs.add(city.organ(district));
      body.append(Sample.huancui(organs.getLast())).append('\n');
    }
    String key = UUID.randomUUID().toString();
    assertThat(
            lines(send(admin().header("Idempotency-Key", key), body.toString()))
                .getLast()
                .at("/summary/created")
                .asInt())
        .isEqualTo(30);
    List<JsonNode> again = lines(send(admin().header("Idempotency-Key", key), body.toString()));
    assertThat(again.getLast().at("/summary/unchanged").asInt()).isEqualTo(30);
    assertThat(again.getFirst().path("revision").asInt()).isEqualTo(1);
    body.append(Sample.nil(organs.getFirst(), 2022));
    send(admin().header("Idempotency-Key", key), body.toString())
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    Api.get("/api/v1/reports?region=" + district).body("total", equalTo(30));
  }

  @Test
  void anOfficeFilesForItsOwnRegionOnly() {
    String own = city.organ(district);
    String elsewhere = city.organ(city.district());
    String body = Sample.nil(own, 2021) + "\n" + Sample.nil(elsewhere, 2021);
    List<JsonNode> lines = lines(send(as(TestKeys.office(district)), body));
    assertThat(lines.get(0).path("status").asInt()).isEqualTo(201);
    assertThat(lines.get(1).path("status").asInt()).isEqualTo(403);
    assertThat(lines.get(1).at("/problem/code").asText()).isEqualTo("forbidden");
    send(as(TestKeys.organ(own)), body).then().statusCode(403);
    send(as(TestKeys.reader()), body).then().statusCode(403);
  }

  @Test
  void draftsStayDraftsAndAnEmptyBodyHasNoLines() {
    String organ = city.organ(district);
    List<JsonNode> lines =
        admin()
            .header("Content-Type", BulkResource.NDJSON)
            .body(Sample.nil(organ, 2021).toString().getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/reports/bulk?state=draft")
            .asString()
            .lines()
            .map(Sample::json)
            .toList();
    assertThat(lines.getFirst().path("state").asText()).isEqualTo("draft");
    assertThat(lines(send(admin(), "\n\n")).getFirst().at("/summary/lines").asInt()).isZero();
  }

  @Test
  void aLineThatIsTooLongIsRefusedAndTheNextTaken() {
    String organ = city.organ(district);
    String body = "{\"organ\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}\n" + Sample.nil(organ, 2021);
    List<JsonNode> lines = lines(send(admin(), body));
    assertThat(lines.get(0).path("status").asInt()).isEqualTo(413);
    assertThat(lines.get(1).path("status").asInt()).isEqualTo(201);
  }

  @Test
  void linesOfOneOrganActAsIfTheyCameOneAfterTheOther() {
    String organ = city.organ(district);
    String other = city.organ(district);
    String body =
        String.join(
            "\n",
            year(organ, 2022, 0).toString(),
            year(organ, 2022, 1).toString(),
            Sample.nil(other, 2022).toString(),
            year(organ, 2022, 1).toString());
    List<JsonNode> lines = lines(send(admin(), body));
    assertThat(lines.stream().map(l -> l.path("outcome").asText()))
        .containsExactly("created", "changed", "created", "unchanged", "");
    assertThat(lines.stream().map(l -> l.path("revision").asInt())).containsExactly(1, 2, 1, 2, 0);
    assertThat(lines.get(1).path("id").asLong()).isEqualTo(lines.get(0).path("id").asLong());
    assertThat(lines.stream().map(l -> l.path("line").asInt())).containsExactly(1, 2, 3, 4, 0);
    assertThat(lines.get(1).path("receipt").asText()).endsWith("-02");
    Api.get("/api/v1/reports/" + lines.get(0).path("id").asLong() + "/events")
        .body("items.kind", equalTo(List.of("submitted", "submitted")))
        .body("items.revision", equalTo(List.of(1, 2)));
  }

  @Test
  void neighbouringYearsAreHeldAgainstEachOtherInEitherOrder() {
    String rising = city.organ(district);
    String falling = city.organ(district);
    String alone = city.organ(district);
    String body =
        String.join(
            "\n",
            year(rising, 2021, 0).toString(),
            year(falling, 2022, 7).toString(),
            year(rising, 2022, 7).toString(),
            year(falling, 2021, 0).toString(),
            year(falling, 2023, 0).toString());
    List<JsonNode> lines = lines(send(admin(), body));
    assertThat(lines.getLast().at("/summary/created").asInt()).isEqualTo(5);
    assertThat(lines(send(admin(), year(alone, 2021, 0).toString()))).hasSize(2);
    JsonNode apart = lines(send(admin(), year(alone, 2022, 7).toString())).getFirst();
    List<String> broken = acrossYears(apart.path("id").asLong());
    assertThat(broken).isNotEmpty();
    assertThat(acrossYears(lines.get(2).path("id").asLong())).isEqualTo(broken);
    assertThat(acrossYears(lines.get(1).path("id").asLong())).isEqualTo(broken);
    int unexplained = apart.path("unexplained").asInt();
    assertThat(lines.get(2).path("unexplained").asInt()).isEqualTo(unexplained);
    assertThat(lines.get(1).path("unexplained").asInt())
        .as("the year before came after it")
        .isEqualTo(unexplained - broken.size());
    Api.get("/api/v1/reports/" + lines.get(1).path("id").asLong())
        .body("unexplained", equalTo(unexplained))
        .body("revision", equalTo(1));
    assertThat(acrossYears(lines.get(0).path("id").asLong())).isEmpty();
    assertThat(acrossYears(lines.get(3).path("id").asLong())).isEmpty();
  }

  @Test
  void aRefusedLineLeavesThoseAroundItAlone() {
    List<String> body = new ArrayList<>();
    List<String> organs = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      organs.add(i < 130 ? "" : organs.get(i - 130));
      if (i < 130) {
        organs.set(i, city.organ(district));
      }
      body.add(Sample.nil(organs.get(i), i < 130 ? 2021 : 2022).toString());
    }
    body.set(
        70,
        Sample.with(Sample.huancui(organs.get(70)), "/applications/received/naturalPerson", 1)
            .toString());
    body.set(90, Sample.nil("NOBODY", 2021).toString());
    body.set(140, "no report");
    List<JsonNode> lines = lines(send(admin(), String.join("\n", body)));
    assertThat(lines).hasSize(151);
    for (int i = 0; i < 150; i++) {
      boolean refused = i == 70 || i == 90 || i == 140;
      assertThat(lines.get(i).path("line").asInt()).isEqualTo(i + 1);
      assertThat(lines.get(i).path("outcome").asText()).isEqualTo(refused ? "refused" : "created");
      if (!refused) {
        assertThat(lines.get(i).path("organ").asText()).isEqualTo(organs.get(i));
      }
    }
    Api.get("/api/v1/reports?region=" + district).body("total", equalTo(147));
    Api.get("/api/v1/audit?region=" + district + "&limit=1000")
        .body(
            "items.findAll { it.action == 'fileReports' && it.outcome == 'done' }.lines.sum()",
            equalTo(147))
        .body("items.findAll { it.action == 'fileReports' }.size()", equalTo(3))
        .body("items.find { it.outcome == 'refused' }.lines", equalTo(1))
        .body(
            "items.find { it.outcome == 'refused' }.first",
            equalTo(
                List.of(
                    Map.of(
                        "line",
                        71,
                        "organ",
                        organs.get(70),
                        "status",
                        422,
                        "problem",
                        "figures-inconsistent"))));
    Api.get("/api/v1/audit?report=" + lines.get(3).path("id").asLong())
        .body("items.size()", equalTo(1))
        .body("items[0].organs", hasItem(organs.get(3)));
    Api.get("/api/v1/audit?organ=" + organs.get(5)).body("items[0].action", equalTo("fileReports"));
    Api.rollup("contests", district, 2021).body("coverage.reported", equalTo(128));
  }

  @Test
  void whatIsRefusedAtEveryLineIsGivenUpAndTakesOneEntryOfTheAudit() {
    String office = TestKeys.office(district);
    long before = newest();
    String answer = send(as(office), "x\n".repeat(20_000)).asString();
    List<JsonNode> lines = answer.lines().map(Sample::json).toList();
    JsonNode summary = lines.getLast().path("summary");
    long looked = summary.path("refused").asLong();
    assertThat(looked).isBetween(50L, 50L + 128);
    assertThat(summary.path("givenUpAfter").asLong()).isEqualTo(looked);
    assertThat(lines).hasSize((int) looked + 1);
    assertThat(lines.get(0).path("problem").path("detail").asText()).isNotEmpty();
    assertThat(lines.get(60).path("problem").has("detail")).as("said before").isFalse();
    assertThat(lines.get(60).path("problem").path("code").asText()).isEqualTo("malformed-json");
    List<JsonNode> entries = new ArrayList<>();
    Sample.json(as(office).get("/api/v1/audit?outcome=refused").asString())
        .path("items")
        .forEach(entries::add);
    List<JsonNode> ours = entries.stream().filter(e -> e.path("id").asLong() > before).toList();
    assertThat(ours).hasSize(1);
    assertThat(ours.getFirst().path("lines").asLong()).isEqualTo(looked);
    assertThat(ours.getFirst().path("problems").path("malformed-json").asLong()).isEqualTo(looked);
    assertThat(ours.getFirst().path("first")).hasSize(20);
  }

  @Test
  void aFewThatAreRefusedAmongManyStopNothing() {
    StringBuilder body = new StringBuilder();
    String organ = city.organ(district);
    for (int i = 0; i < 60; i++) {
      body.append(Sample.nil(organ, 2021))
          .append('\n')
          .append(Sample.nil(organ, 2022))
          .append('\n');
      body.append("x\n");
    }
    JsonNode summary = lines(send(admin(), body.toString())).getLast().path("summary");
    assertThat(summary.path("lines").asInt()).isEqualTo(180);
    assertThat(summary.path("refused").asInt()).isEqualTo(60);
    assertThat(summary.has("givenUpAfter")).isFalse();
  }

  @Test
  void anOfficeSeesWhatOthersAttemptedInItsRegion() {
    String elsewhere = city.district();
    String own = city.organ(district);
    lines(send(as(TestKeys.office(elsewhere)), Sample.nil(own, 2021) + "\n{}\n"));
    as(TestKeys.office(district))
        .get("/api/v1/audit?outcome=refused")
        .then()
        .body("items.findAll { it.action == 'fileReports' }.size()", equalTo(1))
        .body("items[0].problems", equalTo(Map.of("forbidden", 1)))
        .body("items[0].region", equalTo(district))
        .body("items[0].first[0].organ", equalTo(own));
  }

  /** What stands in the place of a code may be anything, a name of a person included. */
  @Test
  void whatIsNoCodeOfAnOrganIsNotKeptAsOne() {
    String text = "张三，电话" + district;
    lines(
        send(
            admin(),
            "{\"organ\":\""
                + text
                + "\",\"year\":2021}\n"
                + Sample.nil("NOBODY-" + district, 2021)
                + "\n"));
    String audit = admin().get("/api/v1/audit?outcome=refused&limit=1").asString();
    assertThat(audit).doesNotContain(text);
    JsonNode entry = Sample.json(audit).at("/items/0");
    assertThat(entry.path("action").asText()).isEqualTo("fileReports");
    assertThat(entry.at("/first/0").has("organ")).isFalse();
    assertThat(entry.at("/first/1/organ").asText()).isEqualTo("NOBODY-" + district);
    assertThat(entry.path("organs")).hasSize(1);
  }

  @Test
  void problemsCountFromTheLineOfTheFile() {
    String organ = city.organ(district);
    String body =
        String.join(
            "\n",
            Sample.nil(organ, 2021).toString(),
            "",
            "{\"organ\":\"A\",\"organ\":\"B\"}",
            "{\"organ\": bad}");
    List<JsonNode> lines = lines(send(admin(), body));
    JsonNode wrong = lines.get(2);
    assertThat(wrong.path("line").asInt()).isEqualTo(4);
    assertThat(wrong.at("/problem/line").asInt()).isEqualTo(4);
    assertThat(wrong.at("/problem/detail").asText()).contains("第 4 行").doesNotContain("第 1 行");
    JsonNode twice = lines.get(1);
    assertThat(twice.at("/problem/line").asInt()).isEqualTo(3);
    assertThat(twice.at("/problem/violations/0/pointer").asText()).isEqualTo("/organ");
  }

  @Test
  void whatMayNotBeFiledIsNotExamined() {
    String elsewhere = city.organ(city.district());
    String own = city.organ(district);
    String wrong =
        Sample.with(Sample.huancui(elsewhere), "/applications/received/naturalPerson", 1)
            .toString();
    double before = examined();
    List<JsonNode> lines =
        lines(
            send(
                as(TestKeys.office(district)),
                wrong + "\n" + Sample.nil("NOBODY", 2021) + "\n" + Sample.nil(own, 2021)));
    assertThat(lines.stream().map(l -> l.path("status").asInt())).containsExactly(403, 422, 201, 0);
    assertThat(examined() - before).as("reports that the rules were applied to").isEqualTo(1);
  }

  private double examined() {
    return metrics.counter("gongkai.reports.examined").count();
  }

  private static long newest() {
    return admin().get("/api/v1/audit?limit=1").jsonPath().getLong("items[0].id");
  }

  @Test
  void changesOfAnOrganAreFoundInTheOrderOfItsLines() {
    String organ = city.organ(district);
    String body =
        String.join(
            "\n",
            year(organ, 2022, 0).toString(),
            Sample.nil(city.organ(district), 2022).toString(),
            year(organ, 2021, 0).toString(),
            year(organ, 2022, 5).toString());
    lines(send(admin(), body));
    List<JsonNode> changes = new ArrayList<>();
    Sample.json(admin().get("/api/v1/changes?region=" + district + "&limit=1000").asString())
        .path("items")
        .forEach(changes::add);
    assertThat(
            changes.stream()
                .filter(c -> c.path("organ").asText().equals(organ))
                .filter(c -> c.path("kind").asText().equals("report.submitted"))
                .map(c -> c.path("year").asInt() + "/" + c.path("revision").asInt()))
        .containsExactly("2022/1", "2021/1", "2022/2");
  }

  /** A report with so many rules in force and nothing else, and none made during the year. */
  private static ObjectNode year(String organ, int year, int inForce) {
    ObjectNode report = Sample.nil(organ, year);
    report
        .withObject("/disclosure/rules")
        .put("issued", 0)
        .put("repealed", 0)
        .put("inForce", inForce);
    return report.set("nil", report.arrayNode().add("applications").add("contests"));
  }

  private static List<String> acrossYears(long report) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding :
        Sample.json(admin().get("/api/v1/reports/" + report + "/findings").asString())) {
      if (finding.path("rule").asText().equals("X-INFORCE")) {
        found.add(finding.path("id").asText());
      }
    }
    return found;
  }
}
