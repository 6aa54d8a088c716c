package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.access.TestKeys;
import org.gongkai.feed.Feed;
import org.gongkai.journey.Api;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.Sql;
import org.gongkai.platform.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files are sent, looked at, and taken over. */
@QuarkusTest
class ImportTest {

  private static final byte[] NO_DOCUMENT = ImportCalls.text("PK\003\004 and no more");

  @Inject ImportWorker worker;
  @Inject ImportedFileStore files;
  @Inject TestClock clock;
  @Inject Sql sql;

  private final City city = City.found();
  private String district;
  private String organ;
  private String key;
  private String office;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
    key = TestKeys.organ(organ);
    office = TestKeys.office(district);
  }

  @AfterEach
  void isToday() {
    clock.reset();
  }

  private static byte[] huancui() {
    return document("huancui-industry-bureau-2021.txt");
  }

  private static byte[] document(String name) {
    try (InputStream file = ImportTest.class.getResourceAsStream("/documents/" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of the bureau with the name of another organ in its title. */
  private static byte[] huancui(String name) {
    return ImportCalls.text(
        new String(huancui(), StandardCharsets.UTF_8)
            .replaceFirst("威海市环翠区工业和信息化局\\s+2021年", name + "2021年"));
  }

  private void name(String name) {
    name(name, "department");
  }

  private void name(String name, String kind) {
    TestKeys.admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", name, "region", district, "kind", kind))
        .put("/api/v1/organs/" + organ)
        .then()
        .statusCode(200);
  }

  private void readAll() {
    while (worker.step()) {
      // until none waits
    }
  }

  @Test
  void aBureausTextIsSentLookedAtTakenOverAndHandedIn() {
    name("威海市环翠区工业和信息化局");
    JsonNode sent =
        ImportCalls.json(
            ImportCalls.send(key, "2021年度报告.txt", huancui())
                .statusCode(201)
                .header("Location", containsString("/api/v1/imports/"))
                .body("state", equalTo("done"))
                .body("percent", equalTo(100))
                .body("name", equalTo("2021年度报告.txt"))
                .body("organ", equalTo(organ))
                .body("files", hasSize(1))
                .body("files[0].state", equalTo("read"))
                .body("files[0].kind", equalTo("text"))
                .body("files[0].proposals.organ.code", contains(organ))
                .body("files[0].proposals.year", contains(2021))
                .body("files[0].cells.certainty", hasItem("sure"))
                .body("files[0].hindrance", nullValue()));
    JsonNode report = sent.at("/files/0/report");
    ObjectNode real = Sample.huancui(organ);
    for (String section : List.of("disclosure", "applications", "contests")) {
      assertThat(report.get(section)).as(section).isEqualTo(real.get(section));
    }
    long id = sent.get("id").longValue();
    ImportCalls.get(key, "/{id}/files/1", id)
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("editions.applications", equalTo("2019"))
        .body("editions.disclosure", equalTo("2021"));
    String address =
        TestKeys.as(key)
            .contentType(ContentType.JSON)
            .body(Map.of())
            .post(ImportCalls.ALL + "/{id}/files/1/draft", id)
            .then()
            .statusCode(201)
            .body("state", equalTo("draft"))
            .body("organ", equalTo(organ))
            .body("year", equalTo(2021))
            .extract()
            .header("Location");
    long draft = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    ImportCalls.get(key, "/{id}", id)
        .body("files[0].takenOver", equalTo((int) draft))
        .body("counts.takenOver", equalTo(1));
    Steps.submit(TestKeys.as(key), draft).statusCode(200).body("state", equalTo("submitted"));
    TestKeys.as(key)
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post(ImportCalls.ALL + "/{id}/files/1/draft", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("report-exists"));
  }

  @Test
  void aFileCorrectsAReportThatIsNamedWithTheRevisionThatWasRead() {
    long report = Api.filed(Sample.nil(organ, 2021));
    long id = sentId(key, "更正.txt", huancui());
    Map<String, Object> body = Map.of("report", report, "reason", "按原文更正");
    String draft = ImportCalls.ALL + "/{id}/files/1/draft";
    TestKeys.as(key)
        .contentType(ContentType.JSON)
        .body(body)
        .post(draft, id)
        .then()
        .statusCode(428);
    TestKeys.as(key)
        .contentType(ContentType.JSON)
        .header("If-Match", Api.tag(report))
        .body(body)
        .post(draft, id)
        .then()
        .statusCode(200)
        .body("revision", equalTo(2))
        .body("state", equalTo("submitted"));
    Api.report(report).body("disclosure.normativeDocuments.inForce", equalTo(2));
    TestKeys.as(key)
        .contentType(ContentType.JSON)
        .body(Map.of("report", report, "year", 2021))
        .post(draft, id)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/report"));
  }

  private static long sentId(String key, String name, byte[] file) {
    return ImportCalls.json(ImportCalls.send(key, name, file).statusCode(201))
        .get("id")
        .longValue();
  }

  @Test
  void aFileWithoutAReportIsRefusedAndOneWithoutTablesSaysSo() {
    ImportCalls.send(key, "通知.txt", ImportCalls.text("关于召开会议的通知\n请各单位于3月5日前参加会议。\n办公室"))
        .statusCode(422)
        .body("code", equalTo("unreadable-file"))
        .body("reason", equalTo("no-report"))
        .body("detail", containsString("附件、图片"));
    for (String data :
        List.of(
            "{\"organ\":\"A\",\"year\":2021}", "{\n  \"year\": 1\n}", "path,label,value\na,乙,3")) {
      ImportCalls.send(key, "数据", ImportCalls.text(data))
          .statusCode(422)
          .body("reason", equalTo("no-report"))
          .body("detail", containsString("JSON 或 CSV"));
    }
    ImportCalls.send(key, "说明.txt", ImportCalls.text("[2021]3号文件\n略"))
        .statusCode(422)
        .body("detail", containsString("附件、图片"));
    ImportCalls.send(
            key,
            "文字.txt",
            ImportCalls.text("2021年政府信息公开工作年度报告\n一、总体情况\n工作有序。\n五、存在的主要问题及改进情况\n仍有不足。"))
        .statusCode(201)
        .body("files[0].state", equalTo("read"))
        .body("files[0].cells", empty())
        .body("files[0].notices", hasSize(3))
        .body("files[0].notices", hasItem(containsString("二、主动公开政府信息情况")));
  }

  @Test
  void anAmountKeepsTheDigitsThatArePrintedAndIsTheSameWithoutThem() {
    String text = new String(huancui(), StandardCharsets.UTF_8);
    String printed = text.replaceFirst("行政事业性收费\\s+0", "行政事业性收费\n\t18.8710");
    assertThat(printed).contains("18.8710");
    long id = sentId(key, "a.txt", ImportCalls.text(printed));
    assertThat(ImportCalls.get(key, "/{id}/files/1", id).extract().asString())
        .contains("\"amount\":18.8710");
    long draft = ImportCalls.draft(key, id);
    assertThat(TestKeys.admin().get("/api/v1/reports/{id}", draft).asString())
        .contains("\"amount\":18.8710");
    ImportCalls.with(key, "b.txt", ImportCalls.text(printed.replace("18.8710", "18.871")))
        .post("/api/v1/reports/{id}/verification?revision=1", draft)
        .then()
        .statusCode(201)
        .body("counts.cells", equalTo(0));
  }

  @Test
  void whatTheTextSaysWasPublishedIsTakenOverByChoice() {
    long id = sentId(key, "a.txt", huancui());
    JsonNode found = ImportCalls.json(ImportCalls.get(key, "/{id}/files/1", id));
    assertThat(found.get("publications")).isNotEmpty();
    long draft =
        Api.id(
            TestKeys.as(key)
                .contentType(ContentType.JSON)
                .body(Map.of("publications", "certain"))
                .post(ImportCalls.ALL + "/{id}/files/1/draft", id)
                .then()
                .statusCode(201));
    JsonNode taken = Api.json(TestKeys.admin().get("/api/v1/reports/{id}", draft));
    int certain = 0;
    for (JsonNode one : found.get("publications")) {
      boolean sure = one.get("certainty").asText().equals("sure");
      boolean there = false;
      for (JsonNode channel : taken.at("/publications/channels")) {
        there |=
            channel.get("channel").equals(one.get("channel"))
                && channel.get("count").equals(one.get("count"));
      }
      certain += sure && one.has("channel") ? 1 : 0;
      assertThat(there).as(one.toString()).isEqualTo(sure && one.hasNonNull("channel"));
    }
    assertThat(certain).isPositive();
  }

  /** A title that names a place is that of its government, of whatever name that is registered. */
  @Test
  void theReportOfAGovernmentIsOfItsArea() {
    name("某某区人民政府办公室", "general-office");
    long id = sentId(office, "a.txt", ofGovernment("某某区", "全区共收到政府信息公开申请31件。"));
    JsonNode found = ImportCalls.json(ImportCalls.get(office, "/{id}/files/1", id));
    assertThat(found.at("/proposals/organ/0/code").asText()).isEqualTo(organ);
    assertThat(found.at("/proposals/scope/scope").asText()).isEqualTo("area");
    assertThat(found.at("/proposals/scope/certainty").asText()).isEqualTo("sure");
    assertThat(found.at("/proposals/scope/words/0").asText()).isEqualTo("某某区");
    assertThat(found.at("/report/scope").asText()).isEqualTo("area");
    // what is said of all is held against the table
    assertThat(found.get("findings").findValuesAsText("rule")).contains("TEXT-COUNT");
    long draft = ImportCalls.draft(office, id);
    assertThat(Api.json(TestKeys.admin().get("/api/v1/reports/{id}", draft)).at("/scope").asText())
        .isEqualTo("area");
  }

  /** Many are taken over without a look: none of which that is not certain. */
  @Test
  void whoseFiguresAreNotCertainIsSaidBySomebody() {
    name("某某区人民政府", "people-government");
    byte[] report = ofGovernment("某某区人民政府", "共收到政府信息公开申请31件。");
    long id = sentId(office, "a.txt", report);
    ImportCalls.get(office, "/{id}/files/1", id)
        .body("proposals.scope.scope", equalTo("area"))
        .body("proposals.scope.certainty", equalTo("likely"))
        .body("report.scope", equalTo("area"));
    TestKeys.as(office)
        .post(ImportCalls.ALL + "/{id}/drafts", id)
        .then()
        .statusCode(200)
        .body("created", equalTo(0))
        .body("left", equalTo(1));
    TestKeys.as(office)
        .contentType(ContentType.JSON)
        .body(Map.of("scope", "level"))
        .post(ImportCalls.ALL + "/{id}/files/1/draft", id)
        .then()
        .statusCode(201)
        .body("scope", equalTo("level"));
  }

  @Test
  void onlyGovernmentsSpeakForOthers() {
    name("某某区教育局");
    ImportCalls.send(key, "a.txt", ofGovernment("某某区", "全区共收到政府信息公开申请31件。"))
        .statusCode(201)
        .body("files[0].proposals.scope", nullValue())
        .body("files[0].report.scope", nullValue());
  }

  private static byte[] ofGovernment(String title, String overview) {
    return ImportCalls.text(
        new String(huancui(), StandardCharsets.UTF_8)
            .replaceFirst("威海市环翠区工业和信息化局\\s+2021年", title + "2021年")
            .replaceFirst("（一）概述", "（一）概述\n" + overview)
            .replace("威海市环翠区工业和信息化局", title));
  }

  @Test
  void anotherOrgansDocumentIsSaidToBeAnothers() {
    name("环翠区统计局");
    ImportCalls.send(key, "a.txt", huancui())
        .statusCode(201)
        .body("files[0].proposals.organ.code", contains(organ))
        .body("files[0].notices", hasItem(containsString("威海市环翠区工业和信息化局")));
    ImportCalls.send(office, "a.txt", huancui())
        .statusCode(201)
        .body("files[0].proposals.organ", empty())
        .body("files[0].report.organ", nullValue())
        .body("files[0].findings", nullValue());
  }

  @Test
  void namesWithoutTheirRegionAndFormerNamesAreProposedAndTwoAreTwo() {
    name("工业和信息化局");
    String other = city.organ(district);
    TestKeys.admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "第1区卫生健康局", "region", district, "kind", "department"))
        .put("/api/v1/organs/" + other)
        .then()
        .statusCode(200);
    ImportCalls.send(office, "a.txt", huancui("第1区工业和信息化局"))
        .statusCode(201)
        .body("files[0].proposals.organ.code", contains(organ));
    ImportCalls.send(office, "a.txt", huancui("卫生健康局"))
        .body("files[0].proposals.organ.code", contains(other));
    city.change(other, "第1区卫生局", district, LocalDate.of(2023, 1, 1));
    ImportCalls.send(office, "a.txt", huancui("第1区卫生健康局"))
        .body("files[0].proposals.organ.code", contains(other))
        .body("files[0].proposals.organ.name", contains("第1区卫生局"));
    String third = city.organ(district);
    TestKeys.admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "第1区卫生健康局", "region", district, "kind", "department"))
        .put("/api/v1/organs/" + third)
        .then()
        .statusCode(200);
    ImportCalls.send(office, "a.txt", huancui("第1区卫生健康局"))
        .body("files[0].proposals.organ", hasSize(2))
        .body("files[0].report.organ", nullValue());
  }

  @Test
  void manyAreReadInTheBackgroundAndOneThatIsBrokenKeepsNoOtherBack() {
    Map<String, byte[]> some = new LinkedHashMap<>();
    List<String> organs = city.organs(district, 3);
    some.put("各单位/第1局.txt", huancui("第1局"));
    some.put("各单位/坏.docx", NO_DOCUMENT);
    some.put("各单位/第2局.txt", huancui("第2局"));
    some.put("__MACOSX/各单位/._第2局.txt", NO_DOCUMENT);
    some.put("各单位/Thumbs.db", NO_DOCUMENT);
    some.put("各单位/第9局.txt", huancui("第9局"));
    long position = Feed.end();
    long id =
        ImportCalls.json(
                ImportCalls.send(office, "全区.zip", ImportCalls.zip(some, Charset.forName("GBK")))
                    .statusCode(202)
                    .body("state", equalTo("reading"))
                    .body("percent", equalTo(0))
                    .body("counts.waiting", equalTo(4)))
            .get("id")
            .longValue();
    assertThat(worker.step()).isTrue();
    ImportCalls.get(office, "/{id}", id)
        .body("percent", equalTo(25))
        .body("counts.read", equalTo(1));
    readAll();
    ImportCalls.get(office, "/{id}", id)
        .body("state", equalTo("done"))
        .body("endedAt", notNullValue())
        .body("counts.read", equalTo(3))
        .body("counts.refused", equalTo(1))
        .body("files.name", contains("各单位/第1局.txt", "各单位/坏.docx", "各单位/第2局.txt", "各单位/第9局.txt"))
        .body("files[1].problem.code", equalTo("unreadable-file"))
        .body("files[1].problem.reason", equalTo("broken"))
        .body("files[0].report", nullValue())
        .body("files[0].counts.cells", greaterThan(150));
    assertThat(Feed.end()).isGreaterThan(position);
    TestKeys.as(office)
        .get("/api/v1/changes?after=" + position + "&kind=import.finished")
        .then()
        .body("items.import", contains((int) id))
        .body("items[0].href", equalTo("/api/v1/imports/" + id))
        .body("items[0].region", equalTo(district));
    // of the first, two organs of the district are called so
    JsonNode made =
        ImportCalls.json(
            TestKeys.as(office).post(ImportCalls.ALL + "/{id}/drafts", id).then().statusCode(200));
    assertThat(made.get("created").intValue() + made.get("left").intValue()).isEqualTo(3);
    assertThat(made.at("/items/0/organ").textValue()).isEqualTo(organs.get(1));
    assertThat(made.at("/items/0/outcome").textValue()).isEqualTo("created");
    TestKeys.as(office)
        .post(ImportCalls.ALL + "/{id}/drafts", id)
        .then()
        .statusCode(200)
        .body("created", equalTo(0));
  }

  @Test
  void whatAnInstanceWasReadingWhenItWasKilledIsReadByAnother() {
    Map<String, byte[]> one = Map.of("a.txt", huancui());
    long id =
        ImportCalls.json(
                ImportCalls.send(office, "a.zip", ImportCalls.zip(one, StandardCharsets.UTF_8))
                    .statusCode(202))
            .get("id")
            .longValue();
    assertThat(worker.lease()).isPresent();
    assertThat(worker.step()).as("the other instance may still be at it").isFalse();
    clock.advance(Duration.ofMinutes(2));
    readAll();
    ImportCalls.get(office, "/{id}", id)
        .body("state", equalTo("done"))
        .body("counts.read", equalTo(1));
  }

  /** Each of them is the first file of its import. */
  @Test
  void whoSendsManyImportsKeepsNobodyWaiting() {
    readAll();
    long[] many = {waiting(office), waiting(office), waiting(office)};
    long other = waiting(key);
    assertThat(worker.step()).isTrue();
    assertThat(worker.step()).isTrue();
    ImportCalls.get(key, "/{id}", other).body("state", equalTo("done"));
    ImportCalls.get(office, "/{id}", many[0]).body("state", equalTo("done"));
    ImportCalls.get(office, "/{id}", many[1]).body("state", equalTo("reading"));
    readAll();
  }

  /** Of 40 places. */
  @Test
  void whoHasManyWaitingLeavesRoomForOthers() {
    readAll();
    for (int i = 0; i < 19; i++) {
      waiting(office);
    }
    ImportCalls.send(office, "a.zip", ImportCalls.zip(noReports(2), StandardCharsets.UTF_8))
        .statusCode(503)
        .header("Retry-After", notNullValue());
    waiting(key);
    readAll();
  }

  private static long waiting(String sender) {
    return ImportCalls.json(
            ImportCalls.send(sender, "a.zip", ImportCalls.zip(noReports(1), StandardCharsets.UTF_8))
                .statusCode(202))
        .get("id")
        .longValue();
  }

  private static Map<String, byte[]> noReports(int count) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      files.put(i + ".txt", ImportCalls.text("无。"));
    }
    return files;
  }

  @Test
  void aFileAtWhichProcessesEndIsGivenUp() {
    long id =
        ImportCalls.json(
                ImportCalls.send(
                    office,
                    "a.zip",
                    ImportCalls.zip(Map.of("a.txt", huancui()), StandardCharsets.UTF_8)))
            .get("id")
            .longValue();
    for (int i = 0; i < 3; i++) {
      assertThat(worker.lease()).isPresent();
      clock.advance(Duration.ofMinutes(2));
    }
    readAll();
    ImportCalls.get(office, "/{id}", id)
        .body("state", equalTo("done"))
        .body("files[0].state", equalTo("refused"))
        .body("files[0].problem.reason", equalTo("broken"));
  }

  @Test
  void hostileFilesAreRefusedWithTheReason() {
    ImportCalls.send(key, "a.docx", NO_DOCUMENT)
        .statusCode(422)
        .body("code", equalTo("unreadable-file"))
        .body("reason", equalTo("broken"));
    ImportCalls.send(
            key,
            "a.zip",
            ImportCalls.zip(Map.of("a.txt", new byte[12 << 20]), StandardCharsets.UTF_8))
        .statusCode(422)
        .body("reason", equalTo("too-large"));
    ImportCalls.send(key, "a.txt", new byte[(16 << 20) + 1])
        .statusCode(413)
        .body("code", equalTo("payload-too-large"));
    TestKeys.as(key)
        .contentType("image/png")
        .body(NO_DOCUMENT)
        .post(ImportCalls.ALL)
        .then()
        .statusCode(415);
    ImportCalls.send(key, "a.txt", new byte[0]).statusCode(400);
    ImportCalls.get(key, "").body("items", empty()).body("total", equalTo(0));
  }

  @Test
  void aFormOfABrowserBringsAFileToo() {
    TestKeys.as(key)
        .multiPart("note", "x")
        .multiPart("file", "report.txt", huancui(), "text/plain")
        .post(ImportCalls.ALL)
        .then()
        .statusCode(201)
        .body("name", equalTo("report.txt"))
        .body("files[0].state", equalTo("read"));
    TestKeys.as(key).multiPart("note", "x").post(ImportCalls.ALL).then().statusCode(400);
    long report = Api.filed(Sample.huancui(organ));
    TestKeys.as(key)
        .multiPart("file", "report.txt", huancui(), "text/plain")
        .post("/api/v1/reports/{id}/verification?revision=1", report)
        .then()
        .statusCode(201)
        .body("name", equalTo("report.txt"));
  }

  /** What would end the service ends the process that reads it. */
  @Test
  void aFileThatTakesAllMemoryIsRefusedAndTheServiceGoesOn() {
    ImportCalls.send(key, "a.pdf", HostileFiles.objectsWithoutEnd())
        .statusCode(422)
        .body("code", equalTo("unreadable-file"))
        .body("reason", equalTo("too-large"))
        .body("detail", containsString("内存"));
    ImportCalls.send(key, "a.txt", huancui())
        .statusCode(201)
        .body("files[0].state", equalTo("read"));
  }

  /** However many send at once, each is answered: what finds no place is read afterwards. */
  @Test
  void manySendersAtOnceAreAllAnswered() {
    List<JsonNode> sent =
        AtOnce.map(
            List.of(1, 2, 3, 4, 5, 6, 7, 8),
            i -> {
              Response answer = ImportCalls.with(key, i + ".txt", huancui()).post(ImportCalls.ALL);
              assertThat(answer.statusCode()).isIn(201, 202);
              return Api.json(answer);
            });
    readAll();
    for (JsonNode one : sent) {
      ImportCalls.get(key, "/{id}", one.get("id").longValue())
          .statusCode(200)
          .body("state", equalTo("done"))
          .body("counts.read", equalTo(1));
    }
    ImportCalls.get(key, "?limit=5")
        .body("items", hasSize(5))
        .body("total", equalTo(8))
        .body("next", notNullValue());
  }

  @Test
  void theTemplateShowsLastYearsFiguresToWhomTheyMayBeShown() throws IOException {
    ObjectNode last = Sample.nil(organ, 2020);
    last.putArray("nil").add("disclosure").add("contests");
    last.setAll(
        (ObjectNode)
            Sample.json(
                """
                {"applications": {"received": {"naturalPerson": 3, "total": 3},
                 "outcomes": {"total": {"naturalPerson": 0, "total": 0}},
                 "carriedForward": {"naturalPerson": 3, "total": 3}}}
                """));
    Api.drafted(last);
    String address = "/api/v1/forms/2021/template.xlsx";
    byte[] file =
        TestKeys.as(key)
            .get(address + "?year=2021")
            .then()
            .statusCode(200)
            .contentType(ImportResource.XLSX)
            .header("Content-Disposition", containsString("2021%E5%B9%B4"))
            .extract()
            .asByteArray();
    assertThat(notes(file)).contains("2020年：3", "2020年报告结转下年度继续办理：3");
    assertThat(notes(template(office, address + "?year=2021&organ=" + organ))).contains("2020年：3");
    assertThat(notes(template(key, address))).isEmpty();
    TestKeys.as(TestKeys.office(city.district()))
        .get(address + "?year=2021&organ=" + organ)
        .then()
        .statusCode(403);
    TestKeys.as(office).get(address + "?year=2021&organ=A-1").then().statusCode(422);
    TestKeys.as(office).get(address + "?organ=" + organ).then().statusCode(400);
    TestKeys.as(office).get("/api/v1/forms/1999/template.xlsx").then().statusCode(404);
  }

  private static byte[] template(String key, String address) {
    return TestKeys.as(key).get(address).then().statusCode(200).extract().asByteArray();
  }

  private static List<String> notes(byte[] file) throws IOException {
    List<String> notes = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      workbook.forEach(
          sheet ->
              sheet.getCellComments().values().forEach(c -> notes.add(c.getString().getString())));
    }
    return notes;
  }

  @Test
  void whatIsTooMuchIsRefusedBeforeItIsKept() {
    ImportCalls.send(office, "a.zip", ImportCalls.zip(noReports(41), StandardCharsets.UTF_8))
        .statusCode(503)
        .header("Retry-After", notNullValue());
    byte[] noise = new byte[12 << 20];
    new Random(1).nextBytes(noise);
    byte[] large = ImportCalls.zip(Map.of("a.bin", noise), StandardCharsets.UTF_8);
    ImportCalls.send(office, "a.zip", large).statusCode(202);
    ImportCalls.send(office, "a.zip", large)
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
    readAll();
    ImportCalls.get(office, "").body("items", hasSize(1)).body("items.state", contains("done"));
    clock.advance(Duration.ofDays(31));
    worker.forget();
    ImportCalls.get(office, "").body("items", empty());
  }

  /** Each entry would take memory before anything of it is looked at. */
  @Test
  void aZipOfVeryManyEntriesIsNotOpened() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i <= 100_000; i++) {
        zip.putNextEntry(new ZipEntry(Integer.toString(i, 36)));
      }
    }
    ImportCalls.send(key, "a.zip", bytes.toByteArray())
        .statusCode(422)
        .body("reason", equalTo("too-large"));
  }

  /** What it is is told by its bytes. */
  @Test
  void aCitysPdfIsReadWhateverItIsCalled() {
    JsonNode sent =
        ImportCalls.json(
            ImportCalls.send(office, "年报.docx", document("huaian-city-2024.pdf"))
                .statusCode(201)
                .body("files[0].kind", equalTo("pdf"))
                .body("files[0].proposals.year", contains(2024)));
    ObjectNode real = Sample.huaian(organ);
    for (String section : List.of("disclosure", "applications", "contests")) {
      assertThat(sent.at("/files/0/report/" + section)).as(section).isEqualTo(real.get(section));
    }
  }

  @Test
  void anEmptyFormStatesNoNumber() {
    JsonNode sent =
        ImportCalls.json(
            ImportCalls.send(office, "空表.docx", document("template-2021-blank.docx"))
                .statusCode(201)
                .body("files[0].kind", equalTo("docx")));
    sent.at("/files/0/cells").forEach(cell -> assertThat(cell.get("value").isNull()).isTrue());
  }

  @Test
  void theTemplateComesBackAsADraft() throws IOException {
    byte[] file = template(key, "/api/v1/forms/2021/template.xlsx?year=2021");
    ByteArrayOutputStream filled = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      Sheet contests = workbook.getSheet("四、政府信息公开行政复议、行政诉讼情况");
      contests.getRow(contests.getLastRowNum()).getCell(0).setCellValue(2);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(filled);
    }
    long id =
        ImportCalls.json(
                ImportCalls.send(key, "填报.xlsx", filled.toByteArray())
                    .statusCode(201)
                    .body("files[0].kind", equalTo("xlsx"))
                    .body("files[0].proposals.year", contains(2021))
                    .body("files[0].counts.likely", equalTo(0)))
            .get("id")
            .longValue();
    long draft = ImportCalls.draft(key, id);
    Api.report(draft)
        .body("contests.reconsideration.upheld", equalTo(2))
        .body("contests.reconsideration.total", equalTo(2))
        .body("contests.reconsideration.pending", nullValue())
        .body("contests.litigationDirect.total", nullValue());
  }

  @Test
  void theFileComesBackAsItWasSentAndIsSavedNotShown() {
    long id = sentId(key, "报告 一.txt", huancui());
    byte[] content =
        ImportCalls.get(key, "/{id}/files/1/content", id)
            .statusCode(200)
            .contentType("application/octet-stream")
            .header(
                "Content-Disposition",
                equalTo("attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%E4%B8%80.txt"))
            .header("X-Content-Type-Options", equalTo("nosniff"))
            .extract()
            .asByteArray();
    assertThat(content).isEqualTo(huancui());
    String tag = ImportCalls.get(key, "/{id}", id).extract().header("ETag");
    TestKeys.as(key)
        .header("Accept-Language", "en")
        .header("If-None-Match", tag)
        .get(ImportCalls.ALL + "/{id}", id)
        .then()
        .statusCode(304);
    TestKeys.as(key).delete(ImportCalls.ALL + "/{id}", id).then().statusCode(204);
    ImportCalls.get(key, "/{id}", id).statusCode(404);
  }

  @Test
  void wordsThatAreTakenOutOfAReportAreTakenOutHere() {
    String person = "欧阳乙二";
    byte[] file =
        ImportCalls.text(
            new String(huancui(), StandardCharsets.UTF_8)
                .replaceFirst("一、总体情况", "一、总体情况\n申请人" + person + "已答复。"));
    long id = sentId(key, person + ".txt", file);
    // for whom it is another organ's, by the name that it prints
    long same = sentId(TestKeys.ADMIN, person + ".txt", file);
    long draft =
        Api.id(
            TestKeys.as(key)
                .contentType(ContentType.JSON)
                .body(Map.of("year", 2021))
                .post(ImportCalls.ALL + "/{id}/files/1/draft", id)
                .then()
                .statusCode(201));
    ImportCalls.with(TestKeys.ADMIN, "a.txt", file)
        .post("/api/v1/reports/{id}/verification?revision=1", draft)
        .then()
        .statusCode(201);
    // not the same to the byte, of no organ that is known; and taken over into another year, too
    String text = new String(file, StandardCharsets.UTF_8);
    long alike =
        sentId(
            TestKeys.ADMIN,
            "b.txt",
            ImportCalls.text(
                text.replaceFirst("威海市环翠区工业和信息化局\\s+2021年", "无此单位的局2021年")
                    .replace("威海市环翠区工业和信息化局", "无此单位的局")));
    TestKeys.as(key)
        .contentType(ContentType.JSON)
        .body(Map.of("year", 2020))
        .post(ImportCalls.ALL + "/{id}/files/1/draft", id)
        .then()
        .statusCode(201);
    TestKeys.admin()
        .contentType(ContentType.JSON)
        .body(Map.of("words", List.of(person), "reason", "依申请人要求"))
        .post("/api/v1/reports/{id}/redactions", draft)
        .then()
        .statusCode(200);
    for (long copy : List.of(same, alike)) {
      ImportCalls.get(TestKeys.ADMIN, "/{id}/files/1", copy).body("state", equalTo("forgotten"));
    }
    ImportCalls.get(key, "/{id}/files/1", id)
        .body("state", equalTo("forgotten"))
        .body("name", equalTo(""))
        .body("report", nullValue());
    ImportCalls.get(key, "/{id}/files/1/content", id).statusCode(404);
    TestKeys.admin()
        .get("/api/v1/reports/{id}/verifications/1", draft)
        .then()
        .statusCode(200)
        .body("differences", nullValue())
        .body("counts.compared", greaterThan(150));
    assertThat(
            sql.statement(
                    "SELECT count(*) AS n FROM import i JOIN import_file f ON f.import = i.id WHERE"
                        + " i.name || f.name || coalesce(f.result, '') LIKE '%' || :word || '%'")
                .bind("word", person)
                .first(row -> row.getLong("n")))
        .hasValue(0L);
  }

  @Test
  void whatWasPublishedOtherwiseIsListedCellByCellAndAmongTheFindings() {
    ObjectNode other = Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 3);
    long id = Api.filed(other);
    Steps.accept(TestKeys.admin(), id).statusCode(200);
    ImportCalls.with(key, "a.txt", huancui())
        .post("/api/v1/reports/{id}/verification", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
    Steps.publish(TestKeys.admin(), id).statusCode(200);
    ImportCalls.with(key, "a.txt", huancui())
        .post("/api/v1/reports/{id}/verification", id)
        .then()
        .statusCode(201)
        .header("Location", endsWith("/verifications/1"))
        .body("revision", equalTo(1))
        .body("outcome", equalTo("different"))
        .body("counts.cells", equalTo(1))
        .body("counts.missing", equalTo(0))
        .body("differences.cells.path", contains("disclosure.licensing.decisions"))
        .body("differences.cells.from", contains(3))
        .body("differences.cells.to", contains(0));
    String all = "/api/v1/findings?rule=PUB-DIFF&year=2021";
    TestKeys.as(key)
        .get(all)
        .then()
        .statusCode(200)
        .body("items.report", contains((int) id))
        .body("items[0].finding.severity", equalTo("warning"))
        .body("items[0].finding.cells.path", contains("disclosure.licensing.decisions"));
    TestKeys.as(office)
        .get("/api/v1/findings?year=2021")
        .then()
        .body("items.finding.rule", hasItem("PUB-DIFF"));
    TestKeys.as(key)
        .get("/api/v1/reports/{id}/findings", id)
        .then()
        .statusCode(200)
        .body("rule", hasItem("PUB-DIFF"));
    TestKeys.as(key)
        .get("/api/v1/reports/{id}/findings?severity=error", id)
        .then()
        .body("rule", not(hasItem("PUB-DIFF")));
    TestKeys.as(office)
        .get("/api/v1/findings?year=2021&severity=error")
        .then()
        .body("items", empty());
    String right = new String(huancui(), StandardCharsets.UTF_8).replace("行政许可\n\t0", "行政许可\n\t3");
    ImportCalls.with(key, "a.txt", ImportCalls.text(right))
        .post("/api/v1/reports/{id}/verification", id)
        .then()
        .statusCode(201)
        .body("counts.cells", equalTo(0))
        .body("differences.cells", empty());
    TestKeys.as(key).get(all).then().body("items", empty());
    TestKeys.as(key)
        .get("/api/v1/reports/{id}/verifications", id)
        .then()
        .statusCode(200)
        .body("items.number", contains(2, 1));
  }

  /** They print the title and the headings of the form where the report states none. */
  @Test
  void aReportsOwnDocumentsSayWhatItSays() {
    ObjectNode bare = Sample.huancui(organ);
    bare.withObject("/narrative").remove(List.of("title", "headings"));
    long id = Api.filed(bare);
    Steps.accept(TestKeys.admin(), id).statusCode(200);
    Steps.publish(TestKeys.admin(), id).statusCode(200);
    for (String format : List.of("html", "docx")) {
      byte[] own =
          TestKeys.as(key)
              .get("/api/v1/reports/{id}?format=" + format, id)
              .then()
              .statusCode(200)
              .extract()
              .asByteArray();
      ImportCalls.with(key, "a." + format, own)
          .post("/api/v1/reports/{id}/verification", id)
          .then()
          .statusCode(201)
          .body("differences.narrative", empty())
          .body("outcome", equalTo("same"));
    }
  }
}
