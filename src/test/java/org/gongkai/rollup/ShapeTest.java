package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.Seeds;
import org.gongkai.journey.Api;
import org.gongkai.journey.Ask;
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

  /** Members that do not come of a column of the form. */
  private static final Set<String> OF_ALL_ROWS =
      Set.of(
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
          "complete",
          "coverage",
          "previousBlank",
          "changeBlank",
          "previousReports",
          "changeReports");

  /** What was picked from, of all cases together, so that each shape has its turn with each. */
  private static int pickedFrom;

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
    columns.removeAll(OF_ALL_ROWS);
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

  /** What is not asked for is not laid out, and the rest is as if it were. */
  @ParameterizedTest
  @CsvSource({
    "applications, row=received",
    "applications, column=total",
    "applications, row=outcomes.total&row=received&column=total&column=naturalPerson",
    "applications, row=outcomes.otherHandling.undivided&row=outcomes.otherHandling.feeUnpaid",
    "disclosure, row=procurement&row=fees",
    "disclosure, column=items&column=amountInYuan",
    "disclosure, row=licensing&row=rules&column=previousItems&column=change",
    "contests, row=reconsideration&column=upheld",
    "publications, channel=website&channel=hearing"
  })
  void whatIsPickedIsThatOfTheWhole(String what, String picked) {
    int found = 0;
    for (String by : List.of("none", "region", "organ", "level", "year")) {
      for (String more :
          List.of("", "&compare=previous-year", "&basis=accepted", "&asOf=" + Instant.now())) {
        for (String shape : Seeds.inTurn(List.of("nested", "flat", "long"), pickedFrom++)) {
          String asked =
              address(what, "&by=" + by + "&shape=" + shape + more)
                  .replace("&year=2021", by.equals("year") ? "&from=2020&to=2021" : "&year=2021");
          JsonNode whole = new Ask.Question("GET", asked).byAdmin().json();
          pick((ArrayNode) whole.get("rows"), picked);
          JsonNode some = new Ask.Question("GET", asked + "&" + picked).byAdmin().json();
          assertThat(some.toString()).as(asked).isEqualTo(whole.toString());
          found += whole.get("rows").size();
        }
      }
    }
    assertThat(found).isPositive();
  }

  private static void pick(ArrayNode rows, String picked) {
    Map<String, Set<String>> wanted = new TreeMap<>();
    for (String one : picked.split("&")) {
      wanted.computeIfAbsent(one.split("=")[0], name -> new HashSet<>()).add(one.split("=")[1]);
    }
    Set<String> columns = wanted.getOrDefault("column", Set.of());
    Set<String> names = new HashSet<>();
    for (String column : columns) {
      String end = column.substring(0, 1).toUpperCase(Locale.ROOT) + column.substring(1);
      String before = column.equals("items") ? "previousYear" : "previous";
      names.addAll(List.of(column, before + end, "change" + end, "reports" + end));
      names.addAll(List.of("previousReports" + end, "changeReports" + end));
    }
    for (Iterator<JsonNode> all = rows.elements(); all.hasNext(); ) {
      ObjectNode row = (ObjectNode) all.next();
      boolean isWanted =
          wanted.getOrDefault("row", Set.of()).contains(row.path("row").asText())
              || wanted.getOrDefault("channel", Set.of()).contains(row.path("channel").asText())
              || !wanted.containsKey("row") && !wanted.containsKey("channel");
      boolean isLong = row.has("column");
      if (!isWanted
          || isLong && !columns.isEmpty() && !columns.contains(row.get("column").asText())) {
        all.remove();
      } else if (!isLong && !columns.isEmpty()) {
        row.properties()
            .removeIf(
                member ->
                    !OF_ALL_ROWS.contains(member.getKey()) && !names.contains(member.getKey()));
      }
    }
  }

  /** A row that only the year before has is there, whether or not others are asked for. */
  @Test
  void aPickedRowStandsBesideTheYearBeforeAlone() {
    String organ = city.organ(city.township(district));
    for (int year = 2023; year <= 2024; year++) {
      ObjectNode report = Sample.nil(organ, year);
      report.putArray("nil").add("disclosure").add("contests");
      Sample.with(report, "/editions", Map.of("applications", year == 2023 ? "2019" : "2021"));
      for (String row : List.of("received", "outcomes/total", "outcomes/otherHandling")) {
        if (year == 2023) {
          Sample.with(report, "/applications/" + row + "/naturalPerson", 3);
        }
      }
      Api.filed(report);
    }
    String rest = "outcomes.otherHandling.undivided";
    for (String by : List.of("none", "region", "organ", "level")) {
      String asked =
          "/api/v1/rollups/applications?region=%s&year=2024&compare=previous-year&by=%s&row=%s"
              .formatted(district, by, rest);
      JsonNode rows = Sample.json(admin().get(asked).asString()).get("rows");
      assertThat(rows).as(by).hasSize(1);
      assertThat(rows.get(0).get("previousTotal").longValue()).isEqualTo(3);
      assertThat(rows.get(0).get("reports").longValue()).isZero();
    }
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
