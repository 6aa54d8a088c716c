package org.gongkai.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JSON-stat dataset says what the rows say, to a reader that is not ours. */
@QuarkusTest
class JsonStatTest {

  private final City city = City.found();

  private static String get(String address, String format) {
    return admin().get(address + "&format=" + format).then().statusCode(200).extract().asString();
  }

  private String filled() {
    String district = city.district();
    Api.filed(Sample.huancui(city.organ(district)));
    Api.filed(Sample.nil(city.organ(district), 2019));
    Api.filed(Sample.huancui(city.organ(city.township(district))));
    Api.filed(Sample.huaian(city.organ(district)));
    return district;
  }

  @ParameterizedTest
  @ValueSource(strings = {"publications", "applications", "disclosure", "contests", "indicators"})
  void everyCellIsThatOfARow(String what) {
    String district = filled();
    for (String more :
        List.of(
            "&year=2021",
            "&from=2019&to=2024&by=region",
            "&year=2021&by=organ",
            "&by=year",
            "&year=2021&by=level")) {
      String address = "/api/v1/rollups/" + what + "?region=" + district + more;
      JsonNode rows = Sample.json(get(address, "json")).get("rows");
      String dataset = get(address, "jsonstat");
      JsonNode read = JsonStatToolkit.read(dataset);
      assertThat(read.get("class").asText()).isEqualTo("dataset");
      Map<String, JsonNode> cells = cells(read);
      assertThat(cells).as(dataset).hasSize(size(read)).hasSize(read.get("n").asInt());
      assertThat(rows).isNotEmpty();
      Set<String> stated = new HashSet<>();
      for (JsonNode row : rows) {
        row.fields()
            .forEachRemaining(
                member -> {
                  String at = at(what, district, row, member.getKey());
                  if (cells.containsKey(at)) {
                    stated.add(at);
                    assertThat(number(cells.get(at).get("value")))
                        .as(at)
                        .isEqualTo(number(member.getValue()));
                  } else {
                    assertThat(member.getValue().isNumber() && !member.getKey().equals("year"))
                        .as(at + " is a number without a cell")
                        .isFalse();
                  }
                });
      }
      cells.forEach(
          (at, cell) -> {
            if (!stated.contains(at)) {
              assertThat(cell.get("value").isNull()).as(at).isTrue();
            }
          });
    }
  }

  private static BigDecimal number(JsonNode value) {
    return value.isNull() ? null : value.decimalValue().stripTrailingZeros();
  }

  private static Map<String, JsonNode> cells(JsonNode read) {
    Map<String, JsonNode> cells = new HashMap<>();
    for (JsonNode cell : read.get("cells")) {
      StringBuilder at = new StringBuilder();
      read.get("dimensions")
          .forEach(d -> at.append(cell.get(d.get("id").asText()).asText()).append('|'));
      cells.put(at.toString(), cell);
    }
    return cells;
  }

  private static int size(JsonNode read) {
    return StreamSupport.stream(read.get("dimensions").spliterator(), false)
        .mapToInt(d -> d.get("codes").size())
        .reduce(1, Math::multiplyExact);
  }

  private static String at(String what, String region, JsonNode row, String member) {
    StringBuilder at = new StringBuilder(row.path("code").asText(region)).append('|');
    at.append(row.get("year").asText()).append('|');
    switch (what) {
      case "publications" ->
          at.append(row.get("channel").asText()).append('|').append(row.get("unit").asText());
      case "indicators" -> at.append(row.get("indicator").asText());
      default -> at.append(row.get("row").asText());
    }
    return at.append('|').append(member).append('|').toString();
  }

  @Test
  void dimensionsAreNamedAndHaveTheirRoles() {
    String district = filled();
    String address =
        "/api/v1/rollups/applications?region=" + district + "&from=2020&to=2021&by=region";
    JsonNode read = JsonStatToolkit.read(get(address, "jsonstat"));
    assertThat(read.get("dimensions").findValuesAsText("id"))
        .containsExactly("place", "year", "row", "column");
    assertThat(read.get("dimensions").findValuesAsText("role"))
        .containsExactly("geo", "time", "classification", "metric");
    assertThat(read.at("/dimensions/0/labels/0").asText()).isEqualTo("第1区");
    assertThat(read.at("/dimensions/1/codes").toString()).isEqualTo("[\"2020\",\"2021\"]");
    assertThat(read.at("/dimensions/3/labels/0").asText()).isEqualTo("自然人");
    String english =
        admin()
            .header("Accept-Language", "en")
            .accept("application/json-stat+json")
            .get(address)
            .then()
            .contentType("application/json-stat+json")
            .extract()
            .asString();
    assertThat(JsonStatToolkit.read(english).at("/dimensions/3/labels/0").asText())
        .isEqualTo("Natural persons");
  }

  @Test
  void whatIsIncompleteSaysSo() {
    String district = city.district();
    Api.filed(Sample.huancui(city.organ(district)));
    String address = "/api/v1/rollups/contests?year=2021&region=" + district;
    assertThat(Sample.json(get(address, "jsonstat")).get("status")).isEmpty();
    city.organ(district);
    JsonNode dataset = Sample.json(get(address, "jsonstat"));
    assertThat(dataset.get("status")).hasSize(dataset.get("value").size());
    assertThat(dataset.at("/status/0").asText()).isEqualTo("incomplete");
    assertThat(dataset.at("/extension/complete").asBoolean()).isFalse();
    assertThat(dataset.at("/extension/coverage/missing").asInt()).isEqualTo(1);
    assertThat(dataset.at("/extension/basis").asText()).isEqualTo("submitted");
    assertThat(dataset.at("/extension/status/label/incomplete").asText()).isNotBlank();
  }

  @Test
  void withoutReportsThereIsNoCell() {
    String district = city.district();
    city.organ(district);
    for (String what : List.of("publications", "applications", "indicators")) {
      String dataset = get("/api/v1/rollups/" + what + "?year=2021&region=" + district, "jsonstat");
      assertThat(Sample.json(dataset).get("value")).isEmpty();
      assertThat(JsonStatToolkit.read(dataset).get("cells")).isEmpty();
    }
  }
}
