package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.Test;

/** The service with form files of the operator: another label, a new edition with a new row. */
@QuarkusTest
@TestProfile(OwnFormsOnOneConnection.class)
class OwnFormsProfileTest {

  private static final List<String> WHAT =
      List.of("publications", "applications", "disclosure", "contests", "indicators");
  private static final List<String> FORMATS = List.of("json", "csv", "xlsx", "jsonstat", "csvw");

  private static ObjectNode withGuides(String organ) {
    ObjectNode report = Sample.nil(organ, 2023);
    report.putArray("nil").add("applications").add("contests");
    ObjectNode disclosure = report.putObject("disclosure");
    disclosure.putObject("guidelines").put("issued", 4);
    return report;
  }

  private final City city = City.found();

  @Inject Sql sql;

  @Test
  void everythingAsksTheFormsThatAreInForce() {
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
    assertThat(
            sql.statement(
                    "SELECT l.row_zh FROM cell c JOIN cell_label l ON l.cell = c.id"
                        + " WHERE c.path IN ('disclosure.guidelines.issued',"
                        + " 'applications.received.naturalPerson') ORDER BY c.path")
                .list(row -> row.getString(1)))
        // one label for the cell of all editions: that of the newest
        .containsExactly("一、本年收到的申请", "办事指南");
  }
}
