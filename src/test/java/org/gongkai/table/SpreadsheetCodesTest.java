package org.gongkai.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;

/** Codes of organs that are digits only, in every CSV that a spreadsheet may open. */
@QuarkusTest
class SpreadsheetCodesTest {

  private static final String DIGITS = "113501020000050047";

  private final City city = City.found();

  @Test
  void aCodeOfDigitsIsATextForSpreadsheetsAndBareForScripts() {
    String district = city.district();
    String file = "code,name,region,kind\n" + DIGITS + ",数字局," + district + ",department\n";
    imported(file);
    String reminders = "/api/v1/reminders?region=" + district + "&year=2021&format=csv";
    requireText(reminders, "organ");
    Api.filed(Sample.huancui(DIGITS));
    requireText(
        "/api/v1/rollups/applications?by=organ&year=2021&format=csv&region=" + district, "code");
    requireText(
        "/api/v1/rollups/contributions?section=applications&row=received&column=total&by=organ"
            + "&year=2021&format=csv&region="
            + district,
        "code");
  }

  @Test
  void whatWasWrittenForASpreadsheetIsTakenBack() {
    String district = city.district();
    imported(
        "code,name,region,kind\n"
            + "\"=\"\"113501020000050063\"\"\",数字局,\"=\"\""
            + district
            + "\"\"\",department\n"
            + "=\"113501020000050071\",裸局,"
            + district
            + ",department\n");
    for (String code : List.of("113501020000050063", "113501020000050071")) {
      Api.get("/api/v1/organs/" + code).statusCode(200).body("region", equalTo(district));
    }
  }

  private static void imported(String file) {
    admin()
        .contentType("text/csv")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/organs/import?insist=true")
        .then()
        .statusCode(200);
  }

  private static void requireText(String address, String column) {
    String marked = Api.get(address + "&bom=true").statusCode(200).extract().asString();
    assertThat(lines(marked))
        .extracting(column)
        .contains("=\"" + DIGITS + "\"")
        .doesNotContain(DIGITS);
    String plain = Api.get(address + "&bom=false").statusCode(200).extract().asString();
    assertThat(lines(plain))
        .extracting(column)
        .contains(DIGITS)
        .doesNotContain("=\"" + DIGITS + "\"");
  }

  private static List<Map<String, String>> lines(String csv) {
    return Csv.read(csv.replace("\ufeff", ""));
  }
}
