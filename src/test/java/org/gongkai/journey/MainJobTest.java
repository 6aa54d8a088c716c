package org.gongkai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the service is for: an organ files its report, and its district sees the sums. */
@QuarkusTest
@Tag("fast")
class MainJobTest {

  private final City city = City.found();
  private String district;
  private String bureau;
  private String silent;

  private ValidatableResponse filed;

  @BeforeEach
  void theBureauFilesItsReport() {
    district = city.district();
    bureau = city.organ(district);
    silent = city.organ(district);
    filed = Api.file(as(TestKeys.organ(bureau)), Sample.huancui(bureau)).statusCode(201);
  }

  @Test
  void theBureauGetsAReceiptAndAnAddress() {
    long id = Api.id(filed);
    filed
        .header("Location", matchesPattern(".*/api/v1/reports/" + id))
        .header("ETag", matchesPattern("\"[^\"]+\""))
        .body("organ", equalTo(bureau))
        .body("year", equalTo(2021))
        .body("scope", equalTo("organ"))
        .body("state", equalTo("submitted"))
        .body("region", equalTo(district))
        .body("revision", equalTo(1))
        .body("editions.disclosure", equalTo("2021"))
        .body("editions.applications", equalTo("2019"))
        .body("editions.contests", equalTo("2021"))
        .body("receipt.number", matchesPattern("GK-\\d{8}-\\d{8,}-01"))
        .body("receipt.digest", matchesPattern("[0-9a-f]{64}"))
        .body("receipt.revision", equalTo(1))
        .body("receipt.receivedAt", notNullValue())
        .body("findings.id", contains("LAYOUT:applications"))
        .body("findings.severity", contains("warning"));
  }

  @Test
  void theDistrictSeesWhatWasPublishedThroughEachChannel() {
    Api.rollup("publications", district, 2021)
        .body("region", equalTo(district))
        .body("basis", equalTo("submitted"))
        .body("rows.channel", contains("website", "wechat", "press-conference"))
        .body("rows.unit", contains("item", "item", "event"))
        .body("rows.count", contains(54, 357, 1))
        .body("rows.reports", contains(1, 1, 1))
        .body("rows.label", contains("政府网站", "政务微信", "新闻发布会"))
        .body("totals", hasSize(1))
        .body("totals[0].count", equalTo(411))
        .body("totals[0].unit", equalTo("item"));
  }

  @Test
  void theDistrictSeesThatOneReportIsMissing() {
    for (String what : List.of("publications", "applications", "disclosure", "contests")) {
      Api.rollup(what, district, 2021)
          .body("complete", equalTo(false))
          .body("coverage.expected", equalTo(2))
          .body("coverage.reported", equalTo(1))
          .body("coverage.missing", equalTo(1))
          .body("coverage.blank", equalTo(0));
    }
    Api.filed(Sample.nil(silent, 2021));
    Api.rollup("applications", district, 2021)
        .body("complete", equalTo(false))
        .body("coverage.missing", equalTo(0))
        .body("coverage.otherLayout", equalTo(1));
    Api.rollup("disclosure", district, 2021)
        .body("complete", equalTo(true))
        .body("coverage.otherLayout", equalTo(0));
  }

  @Test
  void everyRowOfTheApplicationsIsNil() {
    JsonNode rows = rows("applications");
    assertThat(rows).hasSizeGreaterThanOrEqualTo(26);
    assertThat(rows.findValuesAsText("row"))
        .contains(
            "received",
            "carriedOver",
            "outcomes.granted",
            "outcomes.refused",
            "outcomes.unableToProvide",
            "outcomes.notProcessed",
            "outcomes.otherHandling",
            "outcomes.total",
            "carriedForward")
        .doesNotContain("outcomes.otherHandling.feeUnpaid");
    for (JsonNode row : rows) {
      for (String column :
          List.of(
              "naturalPerson",
              "commercialEnterprise",
              "researchInstitution",
              "publicInterestOrganization",
              "legalServiceOrganization",
              "otherOrganization",
              "total")) {
        assertThat(row.get(column)).as(row + " " + column).isNotNull();
        assertThat(row.get(column).isInt()).isTrue();
        assertThat(row.get(column).intValue()).isZero();
      }
      assertThat(row.get("blank").intValue()).isZero();
      assertThat(row.get("reports").intValue()).isEqualTo(1);
    }
  }

  @Test
  void theDistrictSeesTheNormativeDocuments() {
    Api.rollup("disclosure", district, 2021)
        .body("rows.find { it.row == 'normativeDocuments' }.issued", equalTo(1))
        .body("rows.find { it.row == 'normativeDocuments' }.repealed", equalTo(1))
        .body("rows.find { it.row == 'normativeDocuments' }.inForce", equalTo(2))
        .body("rows.find { it.row == 'normativeDocuments' }.label", equalTo("行政规范性文件"))
        .body("rows.find { it.row == 'fees' }.amount", equalTo(0));
    Api.rollup("contests", district, 2021)
        .body(
            "rows.row",
            contains("reconsideration", "litigationDirect", "litigationAfterReconsideration"))
        .body("rows.total", everyItem(equalTo(0)));
  }

  @Test
  void aSpreadsheetGetsTheSameAsCsv() {
    for (String what : List.of("publications", "applications", "disclosure", "contests")) {
      String address = "/api/v1/rollups/" + what + "?region=" + district + "&year=2021";
      String csv =
          Api.get(address + "&format=csv")
              .statusCode(200)
              .contentType("text/csv")
              .extract()
              .asString();
      assertThat(admin().accept("text/csv").get(address).asString()).isEqualTo(csv);
      List<Map<String, String>> lines = Csv.read(csv);
      JsonNode rows = rows(what);
      assertThat(lines).hasSize(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        Map<String, String> line = lines.get(i);
        rows.get(i)
            .properties()
            .forEach(e -> assertThat(line).containsEntry(e.getKey(), e.getValue().asText("")));
      }
    }
  }

  @Test
  void labelsAreChineseUnlessEnglishIsAskedFor() {
    String address = "/api/v1/rollups/publications?region=" + district + "&year=2021";
    admin()
        .header("Accept-Language", "en")
        .get(address)
        .then()
        .body("rows.label", contains("Government website", "WeChat account", "Press conference"));
    String english = admin().header("Accept-Language", "en").get(address).header("ETag");
    admin()
        .header("Accept-Language", "zh-CN")
        .get(address)
        .then()
        .header("ETag", org.hamcrest.Matchers.not(english))
        .body("rows.label", contains("政府网站", "政务微信", "新闻发布会"));
  }

  private JsonNode rows(String what) {
    return Sample.json(Api.rollup(what, district, 2021).extract().asString()).get("rows");
  }
}
