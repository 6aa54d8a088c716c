package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as tools for charts and pivots want them: named plainly, dated, filtered, flat or long. */
@QuarkusTest
class ShapeTest {

  private static final List<String> ALL =
      List.of("publications", "applications", "disclosure", "contests", "indicators");

  private final City city = City.found();
  private String district;

  @BeforeEach
  void file() {
    district = city.district();
    Random random = new Random(41);
    for (String place : List.of(district, city.township(district))) {
      for (int year = 2020; year <= 2021; year++) {
        for (int i = 0; i < 2; i++) {
          Api.filed(RandomReport.of(city.organ(place), year, random));
        }
      }
    }
  }

  private String address(String what, String more) {
    return "/api/v1/rollups/" + what + "?region=" + district + "&year=2021" + more;
  }

  private String get(String what, String more) {
    return admin().get(address(what, more)).then().statusCode(200).extract().asString();
  }

  private JsonNode rows(String what, String more) {
    return Sample.json(get(what, more)).get("rows");
  }

  @Test
  void namesHaveNoDotsAndStandOnce() {
    for (String what : ALL) {
      for (String shape : List.of("nested", "flat", "long")) {
        String more = "&by=region&compare=previous-year&shape=" + shape;
        for (JsonNode row : rows(what, more)) {
          row.fieldNames().forEachRemaining(name -> assertThat(name).matches("[A-Za-z0-9]+"));
        }
        String header = get(what, more + "&format=csv").lines().findFirst().orElseThrow();
        List<String> names = List.of(header.split(","));
        assertThat(names)
            .as(what + shape)
            .doesNotHaveDuplicates()
            .allMatch(n -> n.matches("[A-Za-z0-9]+"));
      }
    }
    assertThat(
            get("disclosure", "&compare=previous-year&format=csv")
                .lines()
                .findFirst()
                .orElseThrow())
        // the number of last year's report, and last year's number of items of this one
        .contains(",previousItems,", ",previousYearItems,", ",reportsItems,", ",changeItems,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publications", "applications", "disclosure", "contests", "indicators"})
  void everyRowHasTheLastDayOfItsYear(String what) throws IOException {
    for (String shape : List.of("nested", "flat", "long")) {
      String more = "&by=organ&shape=" + shape;
      for (JsonNode row : rows(what, more)) {
        assertThat(row.get("period").textValue()).isEqualTo("2021-12-31");
      }
      assertThat(Csv.read(get(what, more + "&format=csv")))
          .isNotEmpty()
          .allMatch(line -> line.get("period").equals("2021-12-31"));
    }
    byte[] bytes =
        admin().get(address(what, "&format=xlsx")).then().statusCode(200).extract().asByteArray();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      boolean dated = false;
      for (Cell cell : book.getSheetAt(0).getRow(book.getSheetAt(0).getLastRowNum())) {
        dated |=
            cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                && DateUtil.isCellDateFormatted(cell);
      }
      assertThat(dated).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"publications", "applications", "disclosure", "contests", "indicators"})
  void flatRowsAreThoseOfTheCsv(String what) {
    for (String by : List.of("none", "region", "organ", "year&from=2020&to=2021")) {
      String more = "&shape=flat&by=" + by;
      String address = address(what, more).replace(by.startsWith("year") ? "&year=2021" : "\n", "");
      JsonNode flat = Sample.json(admin().get(address).asString()).get("rows");
      List<Map<String, String>> lines = Csv.read(admin().get(address + "&format=csv").asString());
      assertThat(flat).as(address).isNotEmpty().hasSameSizeAs(lines);
      for (int i = 0; i < lines.size(); i++) {
        JsonNode row = flat.get(i);
        assertThat(row.get("code").isTextual()).isTrue();
        assertThat(row.get("expected").isNumber()).isTrue();
        assertThat(row.has("coverage")).isFalse();
        for (Map.Entry<String, String> cell : lines.get(i).entrySet()) {
          JsonNode member = row.path(cell.getKey());
          String text = member.isNull() || member.isMissingNode() ? "" : member.asText();
          if (member.isNumber()) {
            assertThat(member.decimalValue()).isEqualByComparingTo(new BigDecimal(cell.getValue()));
          } else {
            assertThat(cell.getValue()).as(cell.getKey()).isEqualTo(text);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"applications", "contests", "disclosure", "publications"})
  void longRowsHaveEveryNumberOnce(String what) {
    for (String more : List.of("", "&by=region", "&by=organ", "&compare=previous-year")) {
      JsonNode wide = rows(what, more + "&shape=flat");
      Map<String, JsonNode> lines = new TreeMap<>();
      for (JsonNode line : rows(what, more + "&shape=long")) {
        assertThat(lines.put(key(line) + line.get("column").textValue(), line)).isNull();
      }
      assertThat(Csv.read(get(what, more + "&shape=long&format=csv"))).hasSize(lines.size());
      int seen = 0;
      for (JsonNode row : wide) {
        for (String column : columns(what, row)) {
          JsonNode line = lines.get(key(row) + column);
          assertThat(line).as(key(row) + column).isNotNull();
          assertThat(line.get("value")).isEqualTo(row.get(column));
          assertThat(line.get("columnLabel").textValue()).isNotBlank();
          if (!what.equals("publications")) {
            boolean leaf = row.get("leaf").booleanValue() && !column.equals("total");
            assertThat(line.get("leaf").booleanValue()).isEqualTo(leaf);
          }
          seen++;
        }
      }
      assertThat(lines).hasSize(seen).isNotEmpty();
    }
  }

  private static String key(JsonNode row) {
    return "%s %s %s "
        .formatted(
            row.get("code").textValue(),
            row.path("row").asText() + row.path("channel").asText(),
            row.path("unit").asText());
  }

  private static List<String> columns(String what, JsonNode row) {
    if (what.equals("publications")) {
      return List.of("count");
    }
    List<String> columns = new ArrayList<>();
    row.fieldNames().forEachRemaining(columns::add);
    columns.removeAll(
        List.of(
            "code",
            "name",
            "year",
            "period",
            "row",
            "label",
            "parent",
            "leaf",
            "blank",
            "reports",
            "expected",
            "reported",
            "missing",
            "unexpected",
            "coverageBlank",
            "unexplained",
            "waived",
            "otherLayout",
            "complete"));
    columns.removeIf(
        column ->
            column.matches("(reports|previous|change)[A-Z].*") && !column.equals("previousItems"));
    // in rows that have it the form's own, elsewhere that of the year before
    columns.removeIf(column -> column.equals("previousItems") && row.has("items"));
    return columns;
  }

  @Test
  void rowsColumnsAndChannelsCanBePicked() {
    JsonNode all = rows("applications", "");
    String picked = "&row=outcomes.total&row=received&column=total&column=naturalPerson";
    for (String more : List.of("", "&by=organ", "&compare=previous-year")) {
      for (JsonNode row : rows("applications", more + picked)) {
        assertThat(row.get("row").textValue()).isIn("outcomes.total", "received");
        assertThat(row.has("total") && row.has("naturalPerson")).isTrue();
        assertThat(row.has("commercialEnterprise")).isFalse();
        assertThat(row.has("previousTotal")).isEqualTo(more.contains("compare"));
      }
    }
    JsonNode some = rows("applications", picked);
    assertThat(some).hasSize(2);
    for (JsonNode row : all) {
      if (row.get("row").textValue().equals("received")) {
        assertThat(some.get(0).get("total")).isEqualTo(row.get("total"));
      }
    }
    assertThat(Csv.read(get("applications", picked + "&shape=long&format=csv"))).hasSize(4);
    assertThat(Sample.json(get("applications", picked + "&format=jsonstat")).get("size").toString())
        .startsWith("[1,1,2,");
    assertThat(Sample.json(get("applications", picked)).get("coverage"))
        .isEqualTo(Sample.json(get("applications", "")).get("coverage"));
    HashSet<String> channels = new HashSet<>();
    rows("publications", "&channel=website&channel=hearing")
        .forEach(row -> channels.add(row.get("channel").textValue()));
    assertThat(channels).isNotEmpty().isSubsetOf("website", "hearing");
  }

  @ParameterizedTest
  @CsvSource({
    "applications, row=nowhere, ?row",
    "applications, column=inForce, ?column",
    "applications, channel=website, ?channel",
    "publications, row=received, ?row",
    "publications, channel=post, ?channel",
    "indicators, column=value, ?column",
    "indicators, row=received, ?row",
    "indicators, channel=website, ?channel",
    "contests, shape=round, ?shape"
  })
  void whatThereIsNotIsNamed(String what, String parameter, String pointer) {
    Api.get(address(what, "&" + parameter))
        .statusCode(400)
        .body("violations.pointer", contains(pointer));
  }
}
