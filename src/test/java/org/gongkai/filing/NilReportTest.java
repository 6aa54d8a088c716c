package org.gongkai.filing;

import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report of an organ with nothing to report, in one call. */
@QuarkusTest
class NilReportTest {

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  private static ValidatableResponse fileNil(RequestSpecification caller, String organ, int year) {
    return caller.post("/api/v1/organs/{organ}/reports/{year}/nil", organ, year).then();
  }

  private static ValidatableResponse fileNil(String organ, int year, String body) {
    return fileNil(Api.send(admin(), body), organ, year);
  }

  @Test
  void anOrganFilesItWithoutABody() {
    ValidatableResponse filed = fileNil(as(TestKeys.organ(organ)), organ, 2023).statusCode(201);
    long id = Api.id(filed);
    filed
        .header("Location", endsWith("/api/v1/reports/" + id))
        .body("state", equalTo("submitted"))
        .body("scope", equalTo("organ"))
        .body("year", equalTo(2023))
        .body("findings", empty())
        .body("receipt.revision", equalTo(1))
        .body("editions.applications", equalTo("2021"));
    Api.report(id)
        .header("ETag", filed.extract().header("ETag"))
        .body("nil", contains("disclosure", "applications", "contests"))
        .body("narrative", nullValue());
  }

  @Test
  void theRollupCountsIt() {
    fileNil(admin(), organ, 2023).statusCode(201);
    Api.rollup("applications", district, 2023)
        .body("coverage.expected", equalTo(1))
        .body("coverage.reported", equalTo(1))
        .body("coverage.blank", equalTo(0))
        .body("complete", equalTo(true))
        .body("rows.total", everyItem(equalTo(0)))
        .body("rows.blank", everyItem(equalTo(0)))
        .body("rows.find { it.row == 'received' }.reports", equalTo(1));
  }

  @Test
  void itMayHaveAText() {
    long id =
        Api.id(fileNil(organ, 2023, "{\"narrative\":{\"overview\":\"本单位无。\"}}").statusCode(201));
    Api.report(id).body("narrative.overview", equalTo("本单位无。"));
    String other = city.organ(district);
    fileNil(other, 2023, "{\"narrative\":null}").statusCode(201);
    fileNil(city.organ(district), 2023, "{}").statusCode(201);
  }

  @Test
  void anOldYearIsOfTheOldEdition() {
    fileNil(admin(), organ, 2020).statusCode(201).body("editions.disclosure", equalTo("2019"));
  }

  @Test
  void lastYearIsHeldAgainstItAsAgainstEveryReport() {
    Api.filed(Sample.huaian(organ));
    fileNil(admin(), organ, 2025)
        .statusCode(201)
        .body("findings.rule", hasItem("X-CARRY"))
        .body("findings.findAll { it.severity == 'error' }", empty());
  }

  @Test
  void aReportThatIsThereStays() {
    long id = Api.id(fileNil(admin(), organ, 2023).statusCode(201));
    fileNil(admin(), organ, 2023)
        .statusCode(409)
        .header("Location", endsWith("/api/v1/reports/" + id))
        .body("code", equalTo("report-exists"));
    Api.report(id).body("revision", equalTo(1));
  }

  @Test
  void itsTextMustKeepTheRulesToo() {
    fileNil(
            organ,
            2023,
            "{\"narrative\":{\"overview\":\"统计期限自2022年1月1日至12月31日。\",\"problems\":\"公开不够及时。\"}}")
        .statusCode(422)
        .body("code", equalTo("figures-inconsistent"))
        .body("findings.rule", contains("TEXT-YEAR"));
  }

  @Test
  void itTakesNothingElse() {
    fileNil(organ, 2023, "{\"applications\":{},\"year\":2023}")
        .statusCode(400)
        .body("violations.pointer", contains("/applications", "/year"));
    fileNil(organ, 2023, "{\"narrative\":{\"preface\":\"\"}}")
        .statusCode(400)
        .body("violations.pointer", contains("/narrative/preface"));
    fileNil(organ, 2023, "[]").statusCode(400).body("code", equalTo("invalid-request"));
    fileNil(organ, 2023, "{").statusCode(400).body("code", equalTo("malformed-json"));
    fileNil(admin(), organ, 1999).statusCode(400).body("violations.pointer", contains("/year"));
    admin().post("/api/v1/organs/{organ}/reports/{year}/nil", organ, "last").then().statusCode(404);
    Api.get("/api/v1/organs/{organ}/reports/2023", organ).statusCode(404);
  }

  @Test
  void onlyWhoMayFileFilesIt() {
    fileNil(as(TestKeys.organ(city.organ(district))), organ, 2023).statusCode(403);
    fileNil(as(TestKeys.office(city.district())), organ, 2023).statusCode(403);
    fileNil(as(TestKeys.reader()), organ, 2023).statusCode(403);
    fileNil(admin(), "NOT-THERE", 2023).statusCode(422).body("code", equalTo("unknown-organ"));
    String late = city.organ(district, LocalDate.of(2024, 1, 1), null);
    fileNil(admin(), late, 2023).statusCode(422).body("violations.pointer", contains("/year"));
    fileNil(as(TestKeys.office(city.code())), organ, 2023).statusCode(201);
  }
}
