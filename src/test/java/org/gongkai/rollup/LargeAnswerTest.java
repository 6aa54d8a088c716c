package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A city with many organs: what is asked by organ is not in memory, and waits for no reader. */
@QuarkusTest
class LargeAnswerTest {

  private static final int ORGANS = 1100;
  private static final String SERIES = "&from=2005&to=2024&by=organ";

  private final City city = City.found();
  private String region;
  private List<String> organs;

  @BeforeEach
  void register() {
    String district = city.district();
    region = city.code();
    organs = city.organs(district, ORGANS);
    for (int i : new int[] {1, 500, 501, ORGANS}) {
      Api.filed(Sample.huancui(organs.get(i - 1)));
    }
  }

  private String address(String what, String more) {
    return "/api/v1/rollups/" + what + "?region=" + region + more;
  }

  @Test
  void theOrgansTogetherAreTheWhole() throws IOException {
    JsonNode whole = json(address("applications", "&year=2021"));
    JsonNode parts = json(address("applications", "&year=2021&by=organ"));
    assertThat(parts.get("coverage")).isEqualTo(whole.get("coverage"));
    assertThat(parts.get("complete")).isEqualTo(whole.get("complete"));
    assertThat(parts.get("places").size()).isEqualTo(ORGANS);
    Set<String> codes = new HashSet<>();
    String before = "";
    for (JsonNode place : parts.get("places")) {
      assertThat(place.get("code").asText()).isGreaterThan(before);
      before = place.get("code").asText();
      codes.add(before);
      assertThat(place.get("name").asText()).endsWith("局");
    }
    assertThat(codes).hasSize(ORGANS);
    long total = 0;
    for (JsonNode row : parts.get("rows")) {
      assertThat(row.get("coverage").get("reported").asInt()).isEqualTo(1);
      total += row.get("row").asText().equals("received") ? row.get("total").asLong() : 0;
    }
    for (JsonNode row : whole.get("rows")) {
      if (row.get("row").asText().equals("received")) {
        assertThat(row.get("total").asLong()).isEqualTo(total);
      }
    }
    assertThat(parts.get("rows").size()).isEqualTo(4 * whole.get("rows").size());
  }

  @Test
  void aLongSeriesOfManyIsTheSameInEveryFormatThatTakesIt() throws IOException {
    JsonNode all = json(address("publications", SERIES));
    assertThat(all.get("places").size()).isEqualTo(20 * ORGANS);
    String csv = Api.get(address("publications", SERIES + "&format=csv")).extract().asString();
    assertThat(Csv.read(csv)).hasSize(all.get("rows").size()).isNotEmpty();
    byte[] xlsx =
        Api.get(address("publications", SERIES.replace("2024", "2010") + "&format=xlsx"))
            .statusCode(200)
            .extract()
            .asByteArray();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertThat(book.getSheetAt(1).getLastRowNum()).isEqualTo(6 * ORGANS);
    }
    Api.get(address("publications", SERIES + "&format=jsonstat"))
        .statusCode(422)
        .body("code", equalTo("answer-too-large"))
        .body("detail", containsString("csv"));
  }

  @Test
  void organsAreRankedAmongAll() throws IOException {
    JsonNode compared = json(address("indicators", "&year=2021&by=organ&compare=previous-year"));
    int ranked = 0;
    for (JsonNode row : compared.get("rows")) {
      if (!row.get("rank").isNull()) {
        // four reports that say the same
        assertThat(row.get("rank").asInt()).isEqualTo(1);
        assertThat(row.get("ranked").asInt()).isEqualTo(4);
        ranked++;
      }
    }
    assertThat(ranked).isPositive();
  }

  @Test
  void listsAreWhole() {
    String reminders =
        Api.get("/api/v1/reminders?year=2021&format=csv&region=" + region).extract().asString();
    assertThat(Csv.read(reminders)).hasSize(ORGANS - 4);
    String parts =
        Api.get(
                "/api/v1/rollups/contributions?section=applications&row=received&column=total"
                    + "&by=organ&year=2021&format=csv&region="
                    + region)
            .extract()
            .asString();
    assertThat(Csv.read(parts)).hasSize(4);
    String none =
        Api.get(
                "/api/v1/rollups/contributions?section=applications&row=received&column=total"
                    + "&by=organ&year=2011&format=csv&region="
                    + region)
            .extract()
            .asString();
    assertThat(Csv.read(none)).isEmpty();
  }

  private static JsonNode json(String address) {
    return Sample.json(Api.get(address).statusCode(200).extract().asString());
  }
}
