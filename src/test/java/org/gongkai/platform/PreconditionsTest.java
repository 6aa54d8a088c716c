package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions on ETags mean the same at every address that sends one. */
@QuarkusTest
class PreconditionsTest {

  private static final Pattern SENDING = Pattern.compile("\\b(header|set)\\(\"ETag\"");

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void found() {
    district = city.district();
    organ = city.organ(district);
  }

  /** Addresses whose tag is of the answer. */
  private List<String> answers() {
    long id = Api.filed(Sample.huancui(organ));
    List<String> addresses =
        new ArrayList<>(
            List.of(
                "/api/v1/reports/" + id,
                "/api/v1/reports/" + id + "/findings",
                "/api/v1/reports/" + id + "/revisions/1",
                "/api/v1/reports/" + id + "?format=docx",
                "/api/v1/organs/" + organ + "/reports/2021",
                "/api/v1/forms",
                "/api/v1/forms/2021",
                "/api/v1/forms/2021/rules",
                "/api/v1/forms/2021/schema",
                "/api/v1/channels"));
    for (String what :
        List.of("publications", "applications", "disclosure", "contests", "indicators")) {
      addresses.add("/api/v1/rollups/" + what + "?year=2021&region=" + district);
    }
    addresses.add("/api/v1/rollups/contests?year=2021&format=xlsx&region=" + district);
    addresses.add("/page/page.css");
    return addresses;
  }

  /** Addresses whose tag is the revision of an entry, with the same content for it again. */
  private Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>();
    entries.put(
        "/api/v1/organs/" + organ,
        "{\"name\":\"条件局\",\"kind\":\"department\",\"region\":\"" + district + "\"}");
    entries.put(
        "/api/v1/regions/" + district,
        "{\"name\":\"条件区\",\"level\":\"district\",\"parent\":\"" + city.code() + "\"}");
    entries.put("/api/v1/calendars/" + district + "/2021", "{\"organ\":\"2022-01-20\"}");
    entries.forEach((at, body) -> json(body).put(at).then().statusCode(200));
    return entries;
  }

  private static RequestSpecification json(String body) {
    return admin().contentType("application/json").body(body);
  }

  private static String tag(String address) {
    return admin().get(address).then().statusCode(200).extract().header("ETag");
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  @Test
  void anAnswerThatTheCallerHasIsNotSentAgain() {
    for (String address : answers()) {
      String tag = tag(address);
      String strong = opaque(tag);
      for (String known :
          List.of(
              tag,
              strong,
              "W/" + strong,
              "\"x\", " + strong,
              "\"a, b\" ,," + strong,
              "*",
              strong.substring(0, strong.length() - 1) + "--gzip\"")) {
        Response answer = admin().header("If-None-Match", known).get(address);
        assertThat(answer.statusCode()).as("%s %s", address, known).isEqualTo(304);
        assertThat(opaque(answer.header("ETag")))
            .startsWith(strong.substring(0, strong.length() - 1));
        assertThat(answer.body().asByteArray()).isEmpty();
      }
      admin().header("If-None-Match", tag).head(address).then().statusCode(304);
      admin()
          .headers("If-None-Match", "\"x\"", "If-None-Match", tag)
          .get(address)
          .then()
          .statusCode(304);
      for (String unknown : List.of("\"x\"", "\"a, *, b\"", "x", "W/", "\"", ",")) {
        Response answer = admin().header("If-None-Match", unknown).get(address);
        assertThat(answer.statusCode()).as("%s %s", address, unknown).isEqualTo(200);
      }
    }
  }

  @Test
  void theRevisionOfAnEntryStandsForNoAnswer() {
    for (String address : entries().keySet()) {
      String chinese = tag(address);
      assertThat(admin().header("Accept-Language", "en").get(address).header("ETag"))
          .isEqualTo(chinese);
      for (String known : List.of(chinese, "W/" + chinese, "*")) {
        admin().header("If-None-Match", known).get(address).then().statusCode(200);
      }
    }
  }

  private record Writing(String address, Function<RequestSpecification, Response> write) {}

  private List<Writing> writings() {
    List<Writing> writings = new ArrayList<>();
    entries()
        .forEach(
            (at, body) ->
                writings.add(
                    new Writing(at, r -> r.contentType("application/json").body(body).put(at))));
    String report = Sample.huancui(organ).toString();
    String byId = "/api/v1/reports/" + Api.filed(Sample.huancui(organ));
    String byYear = "/api/v1/organs/" + organ + "/reports/2021";
    for (String at : List.of(byId, byYear)) {
      writings.add(new Writing(at, r -> r.contentType("application/json").body(report).put(at)));
    }
    String other = city.organ(district);
    String life = "/api/v1/reports/" + Api.filed(Sample.huancui(other));
    for (String step : List.of("acceptance", "publication")) {
      writings.add(new Writing(life, r -> r.post(life + "/" + step)));
    }
    return writings;
  }

  @Test
  void whatIsMadeFromAnotherStateIsRefused() {
    for (Writing writing : writings()) {
      String before = tag(writing.address());
      for (String stale :
          List.of(
              "\"x\"", "W/" + before, "\"a, *, b\"", "\"a, " + before.substring(1), "x", ",", "")) {
        Response answer = writing.write().apply(admin().header("If-Match", stale));
        answer.then().statusCode(412).body("code", equalTo("stale-etag"));
        assertThat(answer.header("ETag")).as("%s %s", writing.address(), stale).isEqualTo(before);
      }
      assertThat(
              writing
                  .write()
                  .apply(admin().header("If-Match", "W/" + before))
                  .jsonPath()
                  .getString("detail"))
          .contains("强比较");
      for (String taken : List.of(before, "W/" + before, "\"x\"," + before)) {
        RequestSpecification both =
            admin().header("If-Match", before).header("If-None-Match", taken);
        writing.write().apply(both).then().statusCode(412).body("code", equalTo("stale-etag"));
      }
      assertThat(tag(writing.address())).isEqualTo(before);
      writing
          .write()
          .apply(
              admin()
                  .headers("If-Match", "\"x\"", "If-Match", before)
                  .header("If-None-Match", "\"x\", W/\"y\""))
          .then()
          .statusCode(200);
    }
  }

  @Test
  void onlySomethingNewIsRefusedWhereThereIsSomething() {
    for (Writing writing : writings()) {
      String before = tag(writing.address());
      Response answer =
          writing.write().apply(admin().header("If-Match", "*").header("If-None-Match", "*"));
      assertThat(answer.statusCode()).as(writing.address()).isIn(412, 409);
      assertThat(tag(writing.address())).isEqualTo(before);
    }
    String unknown = "/api/v1/organs/T-" + organ.substring(organ.length() - 6) + "-N";
    String body = "{\"name\":\"新局\",\"kind\":\"department\",\"region\":\"" + district + "\"}";
    json(body).header("If-Match", "*").put(unknown).then().statusCode(412);
    json(body).header("If-None-Match", "*").put(unknown).then().statusCode(201);
    json(body).header("If-None-Match", "*").put(unknown).then().statusCode(412);
  }

  /** Whoever sends a tag elsewhere has to be looked at here. */
  @Test
  void theseAreAllThatSendTags() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      List<String> senders = new ArrayList<>();
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
        if (SENDING.matcher(Files.readString(source)).find()) {
          senders.add(source.getFileName().toString());
        }
      }
      assertThat(senders)
          .containsExactly(
              "CalendarResource.java",
              "DocumentAnswers.java",
              "FormAnswers.java",
              "PageRoutes.java",
              "CompressedTags.java",
              "Preconditions.java",
              "OrganResource.java",
              "RegionResource.java",
              "ReportAnswers.java",
              "TableAnswers.java");
    }
  }
}
