package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first revision of a report: filed, refused, kept as a draft, submitted later. */
@QuarkusTest
class FilingTest {

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  @Test
  void everySampleIsReadBackAsItWasSent() throws Exception {
    readsBack(Api.filed(Sample.huancui(organ)), Sample.huancui(organ));
    readsBack(Api.filed(Sample.huaian(organ)), Sample.huaian(organ));
    readsBack(Api.drafted(Sample.shanghai(organ)), Sample.shanghai(organ));
  }

  private static void readsBack(long id, ObjectNode sent) throws Exception {
    JsonNode read = Sample.json(Api.report(id).statusCode(200).extract().asString());
    sent.properties().forEach(e -> assertThat(read.get(e.getKey())).isEqualTo(e.getValue()));
    String revision = Api.get("/api/v1/reports/{id}/revisions/1", id).extract().asString();
    assertThat(revision).contains("\"content\":" + sent);
    assertThat(Sample.json(revision).get("digest").textValue()).isEqualTo(digest(sent.toString()));
  }

  @Test
  void theLetterOfWhatWasSentIsKept() throws Exception {
    String sent =
        "{ \"year\" : 2021 ,\n\t\"organ\":\"%s\", \"nil\":[\"contests\",\"applications\"],"
                .formatted(organ)
            + "\"disclosure\":{\"fees\":{\"amount\":1.50e1}, \"rules\":{\"issued\":3.0}},"
            + "\"narrative\":{\"overview\":\"\\u73af\\/翠 😀\"}}  \n";
    ValidatableResponse filed = Api.file(sent).statusCode(201);
    filed.body("receipt.digest", equalTo(digest(sent)));
    String revision =
        Api.get("/api/v1/reports/{id}/revisions/1", Api.id(filed)).extract().asString();
    assertThat(revision).contains("\"content\":" + sent.strip());
  }

  @Test
  void theReceiptProvesWhatWasSubmitted() throws Exception {
    ObjectNode report = Sample.huancui(organ);
    ValidatableResponse filed = Api.file(report).statusCode(201);
    long id = Api.id(filed);
    Map<String, Object> receipt = filed.extract().path("receipt");
    assertThat(receipt)
        .containsEntry("digest", digest(report.toString()))
        .containsEntry("report", Math.toIntExact(id))
        .containsEntry("revision", 1);
    Map<String, Object> again =
        Api.get("/api/v1/reports/{id}/receipts/1", id).statusCode(200).extract().path("");
    assertThat(again).isEqualTo(receipt);
    assertThat(Api.report(id).extract().<Map<String, Object>>path("receipt")).isEqualTo(receipt);
    Api.get("/api/v1/reports/{id}/receipts/2", id)
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void aReportThatBreaksAHardRuleIsRefusedAndLeavesNothing() {
    Api.file(Sample.shanghai(organ))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("figures-inconsistent"))
        .body("findings.findAll { it.severity == 'error' }.rule", contains("INT"))
        .body("findings[0].cells[0].path", equalTo("disclosure.procurement.amount"))
        .body("findings[0].cells[0].stated", equalTo("251000元"));
    Api.get("/api/v1/reports?organ=" + organ).body("total", equalTo(0));
    Api.get("/api/v1/organs/{organ}/reports/2019", organ).statusCode(404);
    Api.rollup("applications", district, 2019)
        .body("coverage.reported", equalTo(0))
        .body("rows", empty());
  }

  @Test
  void aDraftSaysWhichCellsAreBlankAndWhichIsMalformed() {
    ObjectNode report = Sample.shanghai(organ);
    ValidatableResponse drafted =
        Api.fileDraft(report)
            .statusCode(201)
            .body("state", equalTo("draft"))
            .body("receipt", nullValue())
            .body("submittedAt", nullValue());
    assertThat(cells(drafted, "INT")).containsExactly("disclosure.procurement.amount");
    assertThat(cells(drafted, "BLANK")).containsExactlyInAnyOrderElementsOf(blanks(report));
    long id = Api.id(drafted);
    Api.get("/api/v1/reports/{id}/findings?severity=error", id)
        .body("rule", contains("INT"))
        .body("[0].id", equalTo("INT:disclosure.procurement.amount"));
    Api.submit(id).statusCode(422).body("code", equalTo("figures-inconsistent"));
    Api.report(id).body("state", equalTo("draft"));
  }

  private static List<String> cells(ValidatableResponse answer, String rule) {
    List<String> paths = new ArrayList<>();
    for (JsonNode finding : Sample.json(answer.extract().asString()).get("findings")) {
      if (finding.get("rule").textValue().equals(rule)) {
        paths.addAll(finding.findValuesAsText("path"));
      }
    }
    return paths;
  }

  private static List<String> blanks(JsonNode report) {
    List<String> blanks = new ArrayList<>();
    collectBlanks(report, "", blanks);
    return blanks;
  }

  private static void collectBlanks(JsonNode node, String path, List<String> blanks) {
    node.properties()
        .forEach(
            e -> {
              String place = path.isEmpty() ? e.getKey() : path + "." + e.getKey();
              if (e.getValue().isNull()) {
                blanks.add(place);
              } else {
                collectBlanks(e.getValue(), place, blanks);
              }
            });
  }

  @Test
  void aDraftIsSubmittedOnceItIsRight() {
    long id = Api.drafted(Sample.huancui(organ));
    Api.rollup("publications", district, 2021).body("rows", empty());
    String tag = Api.tag(id);
    Api.submit(id)
        .statusCode(200)
        .header("ETag", not(tag))
        .body("state", equalTo("submitted"))
        .body("revision", equalTo(1))
        .body("receipt.number", endsWith("-01"));
    Api.rollup("publications", district, 2021).body("rows.count", contains(54, 357, 1));
    Api.submit(id).statusCode(409).body("code", equalTo("state-conflict"));
    Api.report(id).body("state", equalTo("submitted")).body("revision", equalTo(1));
  }

  @Test
  void aSubmissionFromAnOldStateIsRefused() {
    long id = Api.drafted(Sample.huancui(organ));
    String old = Api.tag(id);
    Api.correct(id, old, Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 7))
        .statusCode(200);
    admin()
        .header("If-Match", old)
        .post("/api/v1/reports/{id}/submission", id)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-etag"));
    admin()
        .header("If-Match", Api.tag(id))
        .post("/api/v1/reports/{id}/submission", id)
        .then()
        .statusCode(200);
  }

  @Test
  void aSecondReportOfTheSameYearIsSentToTheFirst() {
    long id = Api.filed(Sample.huancui(organ));
    Api.file(Sample.nil(organ, 2021))
        .statusCode(409)
        .contentType("application/problem+json")
        .header("Location", endsWith("/api/v1/reports/" + id))
        .body("code", equalTo("report-exists"))
        .body("report", equalTo("/api/v1/reports/" + id));
    Api.report(id).body("revision", equalTo(1));
    Api.filed(Sample.nil(organ, 2022));
    String government = city.government(city.district());
    Api.filed(Sample.nil(government, 2021));
    Api.filed(Sample.nil(government, 2021).put("scope", "level"));
  }

  @Test
  void anOrganThatIsNotRegisteredCannotFile() {
    Api.file(Sample.nil("NOBODY-KNOWS-ME", 2021))
        .statusCode(422)
        .body("code", equalTo("unknown-organ"))
        .body("violations.pointer", contains("/organ"));
  }

  @Test
  void anOrganFilesOnlyForYearsInWhichItExisted() {
    String shortLived = city.organ(district, LocalDate.of(2020, 3, 1), LocalDate.of(2022, 7, 1));
    for (int year : new int[] {2019, 2023}) {
      Api.file(Sample.nil(shortLived, year))
          .statusCode(422)
          .body("code", equalTo("unknown-organ"))
          .body("violations.pointer", contains("/year"));
    }
    for (int year : new int[] {2020, 2021, 2022}) {
      Api.filed(Sample.nil(shortLived, year));
    }
    Api.rollup("applications", district, 2022)
        .body("coverage.reported", equalTo(1))
        .body("coverage.unexpected", equalTo(1));
  }

  @Test
  void whoMayFileIsTheOrganAndTheOfficesAboveIt() {
    String other = city.district();
    String neighbour = city.organ(district);
    ObjectNode report = Sample.nil(organ, 2021);
    for (String key :
        List.of(
            TestKeys.organ(neighbour),
            TestKeys.office(other),
            TestKeys.reader(),
            TestKeys.reader(district))) {
      Api.file(as(key), report).statusCode(403).body("code", equalTo("forbidden"));
      Api.send(as(key), report)
          .put("/api/v1/organs/{organ}/reports/2021", organ)
          .then()
          .statusCode(403);
    }
    Api.file(as(TestKeys.organ(neighbour)), Sample.nil("NOBODY-KNOWS-ME", 2021)).statusCode(403);
    Api.file(as(TestKeys.organ(organ)), report).statusCode(201);
    Api.file(as(TestKeys.office(district)), Sample.nil(organ, 2022)).statusCode(201);
    Api.file(as(TestKeys.office(city.code())), Sample.nil(organ, 2023)).statusCode(201);
  }

  @Test
  void aTrialKeepsNothing() {
    Api.send(admin(), Sample.huancui(organ))
        .post("/api/v1/validations")
        .then()
        .statusCode(200)
        .body("valid", equalTo(true))
        .body("editions.applications", equalTo("2019"))
        .body("findings.rule", contains("LAYOUT"));
    Api.send(as(TestKeys.organ(organ)), Sample.shanghai(organ))
        .post("/api/v1/validations")
        .then()
        .statusCode(200)
        .body("valid", equalTo(false))
        .body("findings.findAll { it.severity == 'error' }.rule", contains("INT"));
    Api.send(admin(), Sample.nil("NOBODY-KNOWS-ME", 2021))
        .post("/api/v1/validations")
        .then()
        .statusCode(200)
        .body("valid", equalTo(true));
    Api.send(as(TestKeys.reader()), Sample.nil(organ, 2021))
        .post("/api/v1/validations")
        .then()
        .statusCode(403);
    Api.get("/api/v1/reports?organ=" + organ).body("total", equalTo(0));
  }

  static String digest(String json) throws Exception {
    byte[] canonical = new JsonCanonicalizer(json).getEncodedUTF8();
    assertThat(new String(canonical, StandardCharsets.UTF_8)).startsWith("{\"");
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
  }

  @Test
  void aTextOfAnotherYearIsNotSubmitted() {
    ObjectNode report = Sample.nil(organ, 2021);
    Sample.with(report, "/narrative/problems", "公开不够及时。");
    Sample.with(report, "/narrative/overview", "所列数据的统计期限自2020年1月1日起至2020年12月31日止。");
    Api.file(report)
        .statusCode(422)
        .body("code", equalTo("figures-inconsistent"))
        .body("findings.id", contains("TEXT-YEAR:narrative.overview"))
        .body("findings[0].cells[0].path", equalTo("narrative.overview"))
        .body("findings[0].cells[0].stated", equalTo("2020年1月1日起至2020年12月31日"))
        .body("findings[0].left", equalTo(2020))
        .body("findings[0].right", equalTo(2021));
    long id = Api.drafted(report);
    Api.submit(id).statusCode(422);
    Sample.with(report, "/narrative/overview", "所列数据的统计期限自2021年1月1日起至2021年12月31日止。");
    Api.correct(id, Api.tag(id), report).statusCode(200);
    Api.submit(id).statusCode(200);
  }
}
