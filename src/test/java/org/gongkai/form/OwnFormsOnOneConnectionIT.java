package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.access.TestKeys;
import org.gongkai.contract.ReceivedAnswers;
import org.gongkai.database.PackagedService;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service with form files of the operator (another label, a new edition with a new row), and
 * with a single connection to the database. Whatever holds one and asks for another waits for
 * itself here, as twenty of its kind would wait for each other with twenty connections. Both in one
 * service, as each takes seconds to start.
 */
class OwnFormsOnOneConnectionIT {

  private static final List<String> WHAT =
      List.of("publications", "applications", "disclosure", "contests", "indicators");
  private static final List<String> FORMATS = List.of("json", "csv", "xlsx", "jsonstat", "csvw");

  private static final int CALLERS = 50;

  @TempDir static Path directory;
  private static PackagedService service;

  private final ReceivedAnswers answers = new ReceivedAnswers();
  private final City city = City.found();

  /** Migrations use connections of their own, of which they need two. */
  @BeforeAll
  static void start() throws Exception {
    service =
        PackagedService.in(directory)
            .prepared()
            .with("GONGKAI_ADMIN_KEY", TestKeys.ADMIN)
            .with("GONGKAI_WEBHOOKS_ALLOW_PRIVATE_ADDRESSES", "true")
            .with("GONGKAI_FORMS_DIRECTORY", ownForms().toString())
            .with("QUARKUS_DATASOURCE_JDBC_INITIAL_SIZE", "1")
            .with("QUARKUS_DATASOURCE_JDBC_MIN_SIZE", "1")
            .with("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "1")
            .startForAll();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (service != null) {
      service.stop();
      service.close();
    }
  }

  @BeforeEach
  void readAlong() {
    answers.beforeEach(null);
  }

  @AfterEach
  void answersWereAsTheContractSays() {
    answers.afterEach(null);
  }

  private static ObjectNode withGuides(String organ) {
    ObjectNode report = Sample.nil(organ, 2023);
    report.putArray("nil").add("applications").add("contests");
    ObjectNode disclosure = report.putObject("disclosure");
    disclosure.putObject("guidelines").put("issued", 4);
    return report;
  }

  private static Path ownForms() throws IOException {
    Path forms = Files.createDirectory(directory.resolve("forms"));
    Files.writeString(forms.resolve("index.yaml"), "editions: [\"2019\", \"2021\", \"2023\"]");
    Files.writeString(
        forms.resolve("2021.yaml"),
        FormFileTexts.of(
            "2021", "firstYear: 2021\ntitle", "firstYear: 2021\nlastYear: 2022\ntitle"));
    Files.writeString(
        forms.resolve("2023.yaml"),
        FormFileTexts.of(
            "2021",
            "edition: \"2021\"",
            "edition: \"2023\"",
            "firstYear: 2021\ntitle",
            "firstYear: 2023\ntitle",
            "zh: \"一、本年新收政府信息公开申请数量\"",
            "zh: \"一、本年收到的申请\"",
            "      - {id: licensing, columns: [decisions]",
            "      - {id: guidelines, columns: [issued], label: {zh: \"办事指南\", en: \"Guides\"},"
                + " article: \"第二十条\"}\n      - {id: licensing, columns: [decisions]"));
    Files.writeString(
        forms.resolve("indicators.yaml"),
        FormFileTexts.of("indicators", "zh: \"予以公开率\"", "zh: \"全部公开率\""));
    Files.writeString(forms.resolve("texts.yaml"), FormFileTexts.of("texts") + "\n# our own\n");
    return forms;
  }

  @Test
  void everythingAsksTheFormsThatAreInForce() throws Exception {
    String district = city.district();
    String old = city.organ(district);
    String young = city.organ(district);
    Api.filed(Sample.nil(old, 2021));
    Api.filed(withGuides(young));
    for (String what : WHAT) {
      for (String by : List.of("none", "region", "organ", "year")) {
        for (String format : FORMATS) {
          Api.get(
                  "/api/v1/rollups/{what}?region={r}&from=2021&to=2023&by={by}&format={f}",
                  what,
                  district,
                  by,
                  format)
              .statusCode(200);
        }
      }
    }
    String rows = "rows.findAll { it.row == '%s' }.";
    Api.rollup("disclosure", district, 2023)
        .body(rows.formatted("guidelines") + "label", contains("办事指南"))
        .body(rows.formatted("guidelines") + "issued", contains(4));
    Api.rollup("applications", district, 2021)
        .body(rows.formatted("received") + "label", contains("一、本年收到的申请"));
    Api.rollup("indicators", district, 2021).body("rows.label", hasItem("全部公开率"));
    String number =
        "/api/v1/rollups/contributions?section=disclosure&row=guidelines&column=issued&year=2023"
            + "&by=organ&region="
            + district;
    Api.get(number).statusCode(200).body("items.number", contains(4));
    Api.get("/api/v1/availability?region=" + district).statusCode(200);
    Api.get("/api/v1/coverage?year=2023&by=region&region=" + district).statusCode(200);
    Api.get("/api/v1/reminders?year=2023&region=" + district).statusCode(200);
    Api.get("/api/v1/forms/2023").statusCode(200).body("edition", equalTo("2023"));
    Api.get("/api/v1/forms/2023/schema").statusCode(200);
    Api.get("/api/v1/forms/2023/rules").statusCode(200);
    admin().post("/api/v1/rollups/checks?region=" + district).then().statusCode(200);
    assertThat(
            Csv.read(
                Api.get("/api/v1/rollups/disclosure?format=csv&year=2023&region=" + district)
                    .extract()
                    .asString()))
        .extracting("row")
        .contains("guidelines");
    // one label for the cell of all editions: that of the newest
    assertThat(labels()).containsExactly("一、本年收到的申请", "办事指南");
  }

  private static List<String> labels() throws Exception {
    List<String> labels = new ArrayList<>();
    try (Connection connection = service.database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT l.row_zh FROM cell c JOIN cell_label l ON l.cell = c.id"
                    + " WHERE c.path IN ('disclosure.guidelines.issued',"
                    + " 'applications.received.naturalPerson') ORDER BY c.path")) {
      while (rows.next()) {
        labels.add(rows.getString(1));
      }
    }
    return labels;
  }

  private static RequestSpecification named(RequestSpecification caller) {
    return caller.header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static String bulk(String key, String body) {
    return as(key)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Content-Type", "application/x-ndjson")
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
