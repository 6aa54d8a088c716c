package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.form.FormFileTexts;
import org.gongkai.journey.Api;
import org.gongkai.journey.Ask.Answer;
import org.gongkai.journey.Ask.Question;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.Sql;
import org.gongkai.platform.TestClock;
import org.gongkai.webhook.Loops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract by every caller, of the district that it is about, the one beside
 * it, the city above and a township below. An operation that is not in the table fails the test.
 */
@QuarkusTest
class AuthorisationMatrixTest {

  /** Who calls; seen from the district of the organ and report that are asked for. */
  private enum Who {
    ADMIN,
    OFFICE_OWN,
    OFFICE_PARENT,
    OFFICE_CHILD,
    OFFICE_OTHER,
    ORGAN_OWN,
    ORGAN_BESIDE,
    ORGAN_PARENT,
    ORGAN_CHILD,
    ORGAN_OTHER,
    READER_ALL,
    READER_OWN,
    READER_PARENT,
    READER_CHILD,
    READER_OTHER,
    NOBODY
  }

  private static final Set<Who> EVERYBODY = EnumSet.allOf(Who.class);
  private static final Set<Who> KNOWN = EnumSet.complementOf(EnumSet.of(Who.NOBODY));
  private static final Set<Who> OFFICES =
      EnumSet.of(Who.ADMIN, Who.OFFICE_OWN, Who.OFFICE_PARENT, Who.OFFICE_CHILD, Who.OFFICE_OTHER);
  private static final Set<Who> ORGANS =
      EnumSet.of(
          Who.ORGAN_OWN, Who.ORGAN_BESIDE, Who.ORGAN_PARENT, Who.ORGAN_CHILD, Who.ORGAN_OTHER);
  private static final Set<Who> REVIEWERS =
      EnumSet.of(Who.ADMIN, Who.OFFICE_OWN, Who.OFFICE_PARENT);
  private static final Set<Who> FILERS = with(REVIEWERS, Who.ORGAN_OWN);
  private static final Set<Who> SUMS =
      with(REVIEWERS, Who.READER_ALL, Who.READER_OWN, Who.READER_PARENT);
  private static final Set<Who> PUBLIC =
      with(FILERS, Who.READER_ALL, Who.READER_OWN, Who.READER_PARENT);

  private static Set<Who> with(Set<Who> some, Who... more) {
    Set<Who> all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }

  private static Set<Who> union(Set<Who> some, Set<Who> others) {
    Set<Who> all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }

  /**
   * A row of the table.
   *
   * @param hidden whether what the caller may not see does not exist for it
   */
  private record Row(Set<Who> allowed, int success, boolean hidden, Target target) {}

  /** What is asked for: the same until somebody used it up. */
  private static final class Target {

    private final Supplier<Question> fresh;
    private Question question;

    Target(Supplier<Question> fresh) {
      this.fresh = fresh;
    }

    Answer askedBy(String key, boolean usedUp) {
      Question now = question == null ? fresh.get() : question;
      question = usedUp ? null : now;
      return now.by(key);
    }
  }

  @Inject Sql sql;

  @Inject TestClock clock;

  private final City city = City.found();
  private final Map<Who, String> keys = new EnumMap<>(Who.class);
  private final Map<String, Row> table = new LinkedHashMap<>();
  private String district;
  private String organ;
  private int year = 2008;

  /** The organ reports on many years, which have to be over. */
  @BeforeEach
  void register() {
    clock.setTo(LocalDate.of(2101, 1, 1));
    district = city.district();
    String other = city.district();
    String township = city.township(district);
    organ = city.organ(district);
    keys.put(Who.ADMIN, TestKeys.ADMIN);
    keys.put(Who.OFFICE_OWN, TestKeys.office(district));
    keys.put(Who.OFFICE_PARENT, TestKeys.office(city.code()));
    keys.put(Who.OFFICE_CHILD, TestKeys.office(township));
    keys.put(Who.OFFICE_OTHER, TestKeys.office(other));
    keys.put(Who.ORGAN_OWN, TestKeys.organ(organ));
    keys.put(Who.ORGAN_BESIDE, TestKeys.organ(city.organ(district)));
    keys.put(Who.ORGAN_PARENT, TestKeys.organ(city.organ(city.code())));
    keys.put(Who.ORGAN_CHILD, TestKeys.organ(city.organ(township)));
    keys.put(Who.ORGAN_OTHER, TestKeys.organ(city.organ(other)));
    keys.put(Who.READER_ALL, TestKeys.reader());
    keys.put(Who.READER_OWN, TestKeys.reader(district));
    keys.put(Who.READER_PARENT, TestKeys.reader(city.code()));
    keys.put(Who.READER_CHILD, TestKeys.reader(township));
    keys.put(Who.READER_OTHER, TestKeys.reader(other));
  }

  private void fillTable() {
    catalogue();
    registry();
    reports();
    life();
    sums();
    access();
    imports();
    feed();
    rehearsals();
  }

  @AfterEach
  void isToday() {
    clock.reset();
  }

  private void catalogue() {
    row("listForms", KNOWN, 200, get("/api/v1/forms"));
    row("getForm", KNOWN, 200, get("/api/v1/forms/2021"));
    row("listRules", KNOWN, 200, get("/api/v1/forms/2021/rules"));
    row("getFormFile", OFFICES, 200, get("/api/v1/forms/2021/file"));
    row("getFormSchema", KNOWN, 200, get("/api/v1/forms/2021/schema"));
    row("listChannels", KNOWN, 200, get("/api/v1/channels"));
    row("listProblems", EVERYBODY, 200, get("/problems"));
    row("getProblem", EVERYBODY, 200, get("/problems/forbidden"));
  }

  private void registry() {
    Map<String, String> office = Map.of("name", "新局", "region", district, "kind", "department");
    row("listRegions", KNOWN, 200, get("/api/v1/regions"));
    row("getRegion", KNOWN, 200, get("/api/v1/regions/" + district));
    row(
        "putRegion",
        REVIEWERS,
        200,
        json(Map.of("name", "第1镇", "level", "township", "parent", district))
            .put("/api/v1/regions/" + district + "001"));
    row(
        "importRegions",
        REVIEWERS,
        200,
        csv("code,name,level,parent\n" + district + "001,第1镇,township," + district + "\n")
            .post("/api/v1/regions/import"));
    row("listOrgans", KNOWN, 200, get("/api/v1/organs?region=" + district));
    row("getOrgan", KNOWN, 200, get("/api/v1/organs/" + organ));
    row("putOrgan", REVIEWERS, 201, () -> json(office).put("/api/v1/organs/" + fresh()));
    row(
        "importOrgans",
        REVIEWERS,
        200,
        () ->
            csv("code,name,region,kind\n" + fresh() + ",新局," + district + ",department\n")
                .post("/api/v1/organs/import"));
    String calendar = "/api/v1/calendars/" + district + "/2025";
    row("getCalendar", KNOWN, 200, get(calendar));
    row("putCalendar", REVIEWERS, 200, json(Map.of("organ", "2026-01-20")).put(calendar));
    row("getOrganCalendar", FILERS, 200, get("/api/v1/organs/" + organ + "/calendar/2025"));
    Map<String, String> extension = Map.of("due", "2026-03-01", "reason", "系统迁移");
    Map<String, String> exemption = Map.of("reason", "机构改革");
    String organs = "/api/v1/organs/";
    row(
        "putExtension",
        REVIEWERS,
        200,
        () -> json(extension).put(organs + district() + "/extensions/2025"));
    row(
        "deleteExtension",
        REVIEWERS,
        204,
        () -> {
          String of = organs + district() + "/extensions/2025";
          done(json(extension).put(of));
          return delete(of);
        });
    row(
        "putExemption",
        REVIEWERS,
        200,
        () -> json(exemption).put(organs + district() + "/exemptions/2025"));
    row(
        "deleteExemption",
        REVIEWERS,
        204,
        () -> {
          String of = organs + district() + "/exemptions/2025";
          done(json(exemption).put(of));
          return delete(of);
        });
  }

  private void reports() {
    row("listReports", KNOWN, 200, get("/api/v1/reports"));
    row(
        "fileReport",
        FILERS,
        201,
        () -> json(Sample.nil(organ, ++year).toString()).post("/api/v1/reports"));
    row(
        "fileReports",
        OFFICES,
        200,
        new Body("application/x-ndjson", "\n".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/reports/bulk"));
    row(
        "fileNilReport",
        FILERS,
        201,
        () -> post("/api/v1/organs/" + organ + "/reports/" + ++year + "/nil"));
    row(
        "putReport",
        FILERS,
        201,
        () ->
            json(Sample.nil(organ, ++year).toString())
                .put("/api/v1/organs/" + organ + "/reports/" + year));
    row(
        "validateReport",
        union(OFFICES, ORGANS),
        200,
        json(Sample.nil(organ, 2021).toString()).post("/api/v1/validations"));
    long published = Steps.reportIn("published", organ, 2007 + 93);
    String report = "/api/v1/reports/" + published;
    String receipt = Api.report(published).extract().path("receipt.number");
    row("getReport", PUBLIC, 200, get(report));
    row("getReportOfYear", PUBLIC, 200, get("/api/v1/organs/" + organ + "/reports/2100"));
    row("listReportEvents", FILERS, 200, get(report + "/events"));
    row("listFindingsOfReports", union(OFFICES, ORGANS), 200, get("/api/v1/findings?limit=1"));
    row("listFindings", FILERS, 200, get(report + "/findings"));
    row("listRevisions", FILERS, 200, get(report + "/revisions"));
    row("getRevision", PUBLIC, 200, get(report + "/revisions/1"));
    row("getRevisionDocument", FILERS, 200, get(report + "/revisions/1/document"));
    row("getStaleness", REVIEWERS, 404, get(report + "/staleness"));
    row(
        "getCorrectionNotice",
        FILERS,
        200,
        get(report + "/correction-notice?from=1&to=1&format=html"));
    row("compareReports", PUBLIC, 200, get(report + "/comparison?with=" + published));
    row("getExplanationSheet", FILERS, 200, get(report + "/explanation-sheet?format=html"));
    row("getDifferences", FILERS, 200, get(report + "/differences?from=1&to=1"));
    row("listReceipts", FILERS, 200, get(report + "/receipts"));
    row("getReceipt", FILERS, 200, get(report + "/receipts/1"));
    row("checkReceipt", FILERS, 200, get("/api/v1/receipts/" + receipt));
  }

  private void life() {
    row(
        "correctReport",
        FILERS,
        200,
        () -> {
          long id = Steps.reportIn("draft", organ, ++year);
          String body =
              Sample.with(Sample.nil(organ, year), "/narrative/overview", "补充").toString();
          return json(body).put("/api/v1/reports/" + id).with("If-Match", "*");
        });
    row(
        "discardDraft",
        FILERS,
        204,
        () -> {
          long id = Steps.reportIn("draft", organ, ++year);
          return delete("/api/v1/reports/" + id).with("If-Match", "*");
        });
    step("submitReport", FILERS, "draft", "submission", null);
    step("withdrawReport", FILERS, "submitted", "withdrawal", null);
    step(
        "returnReport",
        REVIEWERS,
        "submitted",
        "return",
        Map.of("reasons", List.of(Map.of("reason", "请核对"))));
    step("acceptReport", REVIEWERS, "submitted", "acceptance", null);
    step("publishReport", REVIEWERS, "accepted", "publication", null);
    Map<String, Object> batch = Map.of("items", List.of(Map.of("report", 999_999_999)));
    row("acceptReports", OFFICES, 200, json(batch).post("/api/v1/reports/acceptance"));
    row("publishReports", OFFICES, 200, json(batch).post("/api/v1/reports/publication"));
    row(
        "stateHandInDays",
        OFFICES,
        200,
        json(Map.of(
                "reason",
                "据纸质收文登记",
                "items",
                List.of(Map.of("report", 999_999_999, "day", "2022-01-20"))))
            .post("/api/v1/reports/hand-in-days"));
    step("reopenReport", REVIEWERS, "published", "reopening", Map.of("reason", "更正"));
    step("hideReport", REVIEWERS, "published", "hiding", Map.of("reason", "核实"));
    row(
        "unhideReport",
        REVIEWERS,
        200,
        () -> {
          String of = "/api/v1/reports/" + Steps.reportIn("published", organ, ++year);
          done(json(Map.of("reason", "核实")).post(of + "/hiding"));
          return json(Map.of("reason", "已核实")).post(of + "/unhiding");
        });
    row(
        "redactReport",
        EnumSet.of(Who.ADMIN),
        200,
        () -> {
          long id =
              Api.drafted(Sample.with(Sample.nil(organ, ++year), "/narrative/overview", "答复了张三。"));
          return json(Map.of("words", List.of("张三"), "reason", "遮盖姓名"))
              .post("/api/v1/reports/" + id + "/redactions");
        });
    row(
        "stateHandInDay",
        REVIEWERS,
        200,
        () ->
            json(Map.of("day", year + 2 + "-01-20", "reason", "据纸质收文登记"))
                .put(
                    "/api/v1/reports/"
                        + Steps.reportIn("submitted", organ, ++year)
                        + "/hand-in-day"));
    row(
        "takeBackHandInDay",
        REVIEWERS,
        200,
        () ->
            delete(
                "/api/v1/reports/" + Steps.reportIn("submitted", organ, ++year) + "/hand-in-day"));
    Map<String, String> said = Map.of("reason", "已按此发布");
    row("explainFinding", FILERS, 200, () -> json(said).put(finding() + "/explanation"));
    row("waiveFinding", REVIEWERS, 200, () -> json(said).put(finding() + "/waiver"));
    row(
        "takeBackExplanation",
        FILERS,
        200,
        () -> {
          String of = finding() + "/explanation";
          done(json(said).put(of));
          return delete(of);
        });
    row(
        "takeBackWaiver",
        REVIEWERS,
        200,
        () -> {
          String of = finding() + "/waiver";
          done(json(said).put(of));
          return delete(of);
        });
  }

  /** A finding of a new draft, which says nothing else: a text is read by the words of its year. */
  private String finding() {
    ObjectNode report = Sample.huancui(organ).retain("organ", "applications").put("year", ++year);
    long id = Api.drafted(Sample.with(report, "/applications/received/naturalPerson", 1));
    return "/api/v1/reports/" + id + "/findings/T3-BAL:applications.naturalPerson";
  }

  private void sums() {
    for (String what :
        List.of("Publications", "Applications", "Disclosure", "Contests", "Indicators")) {
      row(
          "rollUp" + what,
          SUMS,
          200,
          get(
              "/api/v1/rollups/"
                  + what.toLowerCase(Locale.ROOT)
                  + "?year=2021&region="
                  + district));
    }
    row(
        "checkRollups",
        EnumSet.of(Who.ADMIN),
        200,
        post("/api/v1/rollups/checks?region=" + district));
    row("rebuildRollups", EnumSet.of(Who.ADMIN), 202, post("/api/v1/rollups/rebuild"));
    row(
        "listContributions",
        SUMS,
        200,
        get(
            "/api/v1/rollups/contributions?section=contests&row=reconsideration&column=total&year=2021&region="
                + district));
    long government = Api.filed(Sample.nil(city.government(district), 2020).put("scope", "level"));
    Steps.accept(admin(), government).statusCode(200);
    Steps.publish(admin(), government).statusCode(200);
    row(
        "getReconciliation",
        SUMS,
        200,
        get("/api/v1/reconciliations?year=2020&region=" + district));
    row("getAvailability", SUMS, 200, get("/api/v1/availability?region=" + district));
    row("getCoverage", SUMS, 200, get("/api/v1/coverage?year=2021&region=" + district));
    row(
        "listStandings",
        REVIEWERS,
        200,
        get("/api/v1/coverage/organs?year=2021&region=" + district));
    row("listReminders", REVIEWERS, 200, get("/api/v1/reminders?year=2021&region=" + district));
    row(
        "getReminderLetter",
        REVIEWERS,
        200,
        get("/api/v1/reminders/letter?format=html&year=2021&region=" + district));
    String area = "/api/v1/rollups/report?year=2021&organ=none&region=" + district;
    row("makeAreaReport", REVIEWERS, 400, get(area));
    row("draftAreaReport", REVIEWERS, 400, post(area));
  }

  private void access() {
    row("getCaller", KNOWN, 200, get("/api/v1/caller"));
    row("listAudit", OFFICES, 200, get("/api/v1/audit"));
    row("listKeys", OFFICES, 200, get("/api/v1/keys"));
    Map<String, String> wanted = Map.of("role", "organ", "organ", organ);
    row("createKey", REVIEWERS, 201, json(wanted).post("/api/v1/keys"));
    row(
        "createOrganKeys",
        OFFICES,
        200,
        json(Map.of("organs", List.of(organ))).post("/api/v1/keys/organs"));
    hidden("getKey", REVIEWERS, 200, () -> get("/api/v1/keys/" + key()));
    hidden("revokeKey", REVIEWERS, 204, () -> delete("/api/v1/keys/" + key()));
    hidden("rotateKey", REVIEWERS, 201, () -> post("/api/v1/keys/" + key() + "/rotation"));
  }

  private String key() {
    return id(json(Map.of("role", "organ", "organ", organ)).post("/api/v1/keys").byAdmin());
  }

  private void feed() {
    row("listChanges", KNOWN, 200, get("/api/v1/changes?limit=1"));
    Map<String, String> wanted = Map.of("url", "http://127.0.0.1:9/hook");
    Set<Who> subscribers = union(OFFICES, SUMS);
    subscribers.addAll(List.of(Who.READER_CHILD, Who.READER_OTHER));
    Set<Who> keepers = EnumSet.of(Who.ADMIN, Who.OFFICE_OWN);
    row("listWebhooks", subscribers, 200, get("/api/v1/webhooks"));
    row("createWebhook", subscribers, 201, json(wanted).post("/api/v1/webhooks"));
    hidden("getWebhook", keepers, 200, () -> get("/api/v1/webhooks/" + webhook(wanted)));
    hidden("deleteWebhook", keepers, 204, () -> delete("/api/v1/webhooks/" + webhook(wanted)));
    hidden(
        "pingWebhook", keepers, 200, () -> post("/api/v1/webhooks/" + webhook(wanted) + "/ping"));
    hidden(
        "listDeliveries",
        keepers,
        200,
        () -> get("/api/v1/webhooks/" + webhook(wanted) + "/deliveries"));
    hidden("retryDelivery", keepers, 409, () -> post(deadOrNot(webhook(wanted))));
  }

  /** A webhook of the district's office. */
  private String webhook(Map<String, String> wanted) {
    return id(json(wanted).post("/api/v1/webhooks").by(keys.get(Who.OFFICE_OWN)));
  }

  /** A delivery that is not dead, so that whoever may retry it is told so. */
  private String deadOrNot(String webhook) {
    // messages are sent by the clock of the database
    clock.reset();
    Api.filed(Sample.nil(city.organ(district), 2020));
    String deliveries = "/api/v1/webhooks/" + webhook + "/deliveries";
    while (true) {
      Loops.step();
      JsonNode first = get(deliveries).byAdmin().of(200).json().at("/items/0/position");
      if (first.isNumber()) {
        return deliveries + "/" + first + "/retry";
      }
    }
  }

  private void rehearsals() {
    Body file = new Body("text/yaml", FormFileTexts.bytes(FormFileTexts.of("2021")));
    String all = "/api/v1/rehearsals";
    row("beginRehearsal", REVIEWERS, 202, file.post(all + "?region=" + district));
    row("listRehearsals", OFFICES, 200, get(all));
    String one = all + "/" + rehearsal(file);
    hidden("getRehearsal", REVIEWERS, 200, () -> get(one));
    hidden("listRehearsalFindings", REVIEWERS, 200, () -> get(one + "/findings"));
    hidden("endRehearsal", REVIEWERS, 204, () -> delete(all + "/" + rehearsal(file)));
  }

  /** A rehearsal of the district's office. */
  private String rehearsal(Body file) {
    return id(file.post("/api/v1/rehearsals").by(keys.get(Who.OFFICE_OWN)));
  }

  private void imports() {
    Set<Who> senders = union(OFFICES, ORGANS);
    Body text =
        new Body(
            "text/plain",
            "一、总体情况\n无。\n五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。\n".getBytes(StandardCharsets.UTF_8));
    String all = "/api/v1/imports";
    row("importFile", senders, 201, text.post(all));
    row("listImports", senders, 200, get(all));
    Supplier<String> one = () -> all + "/" + imported(text);
    hidden("getImport", FILERS, 200, () -> get(one.get()));
    hidden("getImportedFile", FILERS, 200, () -> get(one.get() + "/files/1"));
    hidden("getImportedContent", FILERS, 200, () -> get(one.get() + "/files/1/content"));
    long draft = Steps.reportIn("draft", organ, ++year);
    hidden(
        "takeOverFile",
        FILERS,
        200,
        () -> {
          String of = one.get() + "/files/1/draft";
          return json(Map.of("report", draft)).post(of).with("If-Match", "*");
        });
    hidden("takeOverFiles", FILERS, 200, () -> post(one.get() + "/drafts"));
    hidden("deleteImport", FILERS, 204, () -> delete(one.get()));
    row(
        "getFormTemplate",
        FILERS,
        200,
        get("/api/v1/forms/2021/template.xlsx?year=2020&organ=" + organ));
    String published = "/api/v1/reports/" + Steps.reportIn("published", organ, ++year);
    row("verifyPublication", FILERS, 201, text.post(published + "/verification"));
    done(text.post(published + "/verification"));
    row("listVerifications", FILERS, 200, get(published + "/verifications"));
    row("getVerification", FILERS, 200, get(published + "/verifications/1"));
  }

  /** An import of the organ. */
  private String imported(Body file) {
    return id(file.post("/api/v1/imports").by(keys.get(Who.ORGAN_OWN)));
  }

  @Test
  void everyOperationAnswersWhoMayAndRefusesTheOthers() {
    fillTable();
    Map<String, Map<String, Map<String, Object>>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");
    Set<String> operations = new TreeSet<>();
    paths.values().forEach(path -> path.values().forEach(o -> operations.add(name(o))));
    assertThat(new TreeSet<>(table.keySet())).isEqualTo(operations);
    SoftAssertions softly = new SoftAssertions();
    table.forEach(
        (operation, row) -> {
          long before = newest();
          Map<Who, Integer> refused = new EnumMap<>(Who.class);
          for (Who who : Who.values()) {
            Answer answer = row.target().askedBy(keys.get(who), row.allowed().contains(who));
            softly
                .assertThat(answer.status())
                .as(() -> operation + " by " + who + ": " + answer.text())
                .isIn(expected(row, who));
            if (answer.status() == 401 || answer.status() == 403) {
              refused.put(who, answer.status());
            }
          }
          softly
              .assertThat(remembered(operation, before, refused.keySet()))
              .as("the audit of " + operation + ": each refusal once")
              .containsExactlyElementsOf(
                  refused.entrySet().stream()
                      .map(one -> name(one.getKey()) + " refused " + one.getValue())
                      .toList());
        });
    softly.assertAll();
  }

  /** What tells a single organ's figures, on whatever basis but published. */
  @Test
  void readersSeeSingleOrgansOncePublishedUnlessTheirKeySaysOtherwise() {
    String granted =
        admin()
            .contentType(ContentType.JSON)
            .body(Map.of("role", "reader", "region", district, "unpublished", true))
            .post("/api/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .path("key");
    String township = city.township(district);
    String sums = "/api/v1/rollups/contests?year=2021&region=" + district;
    String parts =
        "/api/v1/rollups/contributions?section=contests&row=reconsideration&column=total&year=2021&region="
            + district;
    String now = "&asOf=" + java.time.Instant.now().minusSeconds(1);
    List<String> single =
        List.of(
            sums + "&by=organ",
            sums + "&by=organ&compare=previous-year",
            sums + "&by=organ&format=csv",
            sums + "&by=organ&format=jsonstat",
            sums + "&by=region",
            sums + "&by=level",
            sums + "&kind=department",
            sums + now,
            "/api/v1/rollups/indicators?by=organ&year=2021&region=" + district,
            "/api/v1/rollups/publications?by=organ&year=2021&region=" + district,
            "/api/v1/rollups/applications?year=2021&region=" + township,
            parts,
            parts + "&by=organ",
            parts + "&by=cell&organ=" + organ,
            parts + "&by=cell" + now,
            "/api/v1/availability?region=" + township);
    SoftAssertions softly = new SoftAssertions();
    for (String question : single) {
      for (Who who : SUMS) {
        boolean reader = who.name().startsWith("READER");
        for (String basis : List.of("submitted", "accepted")) {
          softly
              .assertThat(get(question + "&basis=" + basis).by(keys.get(who)).status())
              .as(question + " on " + basis + " by " + who)
              .isEqualTo(reader ? 403 : 200);
        }
        for (String basis : List.of("", "&basis=published")) {
          softly
              .assertThat(get(question + basis).by(keys.get(who)).status())
              .as(question + basis + " by " + who)
              .isEqualTo(200);
        }
      }
      softly
          .assertThat(get(question + "&basis=submitted").by(granted).status())
          .as(question + " by a reader of what is not published")
          .isEqualTo(200);
    }
    String reader = keys.get(Who.READER_OWN);
    for (String whole : List.of(sums, parts + "&by=cell")) {
      softly
          .assertThat(get(whole + "&basis=submitted").by(reader).status())
          .as(whole)
          .isEqualTo(200);
    }
    softly.assertAll();
    Api.filed(Sample.nil(organ, 2024));
    String filed = "/api/v1/rollups/contests?by=organ&year=2024&region=" + district;
    Response own = TestKeys.as(reader).get(filed);
    assertThat(own.path("basis").toString()).isEqualTo("published");
    assertThat(own.<Integer>path("coverage.reported")).isZero();
    assertThat(own.<List<Object>>path("rows")).isEmpty();
    assertThat(TestKeys.as(granted).get(filed).<Integer>path("coverage.reported")).isOne();
    Response refused = TestKeys.as(reader).get(sums + "&by=organ&basis=submitted");
    assertThat(refused.path("code").toString()).isEqualTo("forbidden");
    assertThat(refused.path("detail").toString()).contains("basis=published");
  }

  private static String id(Answer made) {
    return made.json().get("id").asText();
  }

  private static String name(Map<String, Object> operation) {
    return operation.get("operationId").toString();
  }

  private static List<Integer> expected(Row row, Who who) {
    if (row.allowed().contains(who)) {
      return List.of(row.success());
    }
    if (who == Who.NOBODY) {
      return List.of(401);
    }
    return row.hidden() ? List.of(403, 404) : List.of(403);
  }

  private long newest() {
    return sql.statement("SELECT coalesce(max(id), 0) FROM audit")
        .first(r -> r.getLong(1))
        .orElseThrow();
  }

  /** Of those who were refused: in what others sent at once, some may be refused as well. */
  private List<String> remembered(String operation, long after, Set<Who> refused) {
    Set<String> names = new TreeSet<>();
    refused.forEach(who -> names.add(name(who)));
    return sql
        .statement(
            "SELECT coalesce(caller, 'nobody'), outcome || ' ' || status FROM audit"
                + " WHERE id > :after AND action = :operation AND status IN (401, 403) ORDER BY id")
        .bind("after", after)
        .bind("operation", operation)
        .list(r -> List.of(r.getString(1), r.getString(2)))
        .stream()
        .filter(row -> names.contains(row.getFirst()))
        .map(row -> String.join(" ", row))
        .toList();
  }

  /** As the audit log names who calls: by the beginning of the key. */
  private String name(Who who) {
    return who == Who.NOBODY ? "nobody" : keys.get(who).substring(0, 11);
  }

  private void row(String operation, Set<Who> allowed, int success, Question question) {
    table.put(operation, new Row(allowed, success, false, new Target(() -> question)));
  }

  /** A request on something new each time, since the first who may would use it up. */
  private void row(String operation, Set<Who> allowed, int success, Supplier<Question> fresh) {
    table.put(operation, new Row(allowed, success, false, new Target(fresh)));
  }

  private void hidden(String operation, Set<Who> allowed, int success, Supplier<Question> fresh) {
    table.put(operation, new Row(allowed, success, true, new Target(fresh)));
  }

  private void step(String operation, Set<Who> allowed, String state, String step, Object body) {
    row(
        operation,
        allowed,
        200,
        () -> {
          long id = Steps.reportIn(state, organ, ++year);
          String address = "/api/v1/reports/" + id + "/" + step;
          return body == null ? post(address) : json(body).post(address);
        });
  }

  private String fresh() {
    return "T-"
        + district
        + "-M"
        + java.util.UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
  }

  /** A new organ of the district. */
  private String district() {
    return city.organ(district);
  }

  private void done(Question question) {
    assertThat(question.byAdmin().status()).isBetween(200, 299);
  }

  private static Question get(String address) {
    return new Question("GET", address);
  }

  private static Question delete(String address) {
    return new Question("DELETE", address);
  }

  private static Question post(String address) {
    return new Question("POST", address);
  }

  private record Body(String type, byte[] bytes) {
    Question put(String address) {
      return new Question("PUT", address, type, bytes, List.of());
    }

    Question post(String address) {
      return new Question("POST", address, type, bytes, List.of());
    }
  }

  private static Body json(Object body) {
    Question question = Question.json("POST", "", body);
    return new Body(question.type(), question.body());
  }

  private static Body csv(String body) {
    return new Body("text/csv", body.getBytes(StandardCharsets.UTF_8));
  }
}
