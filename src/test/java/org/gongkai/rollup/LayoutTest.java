package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports in different layouts of one section: what each number stands on is said with it. */
@QuarkusTest
class LayoutTest {

  private static final List<String> THREE_OF_2019 = List.of("previousItems", "change", "decisions");

  /** What 其他处理 of 2019 is, which has no parts there. */
  private static final String UNDIVIDED = "outcomes.otherHandling.undivided";

  /** The columns of each row of section 二, as the official forms print them. */
  private static final Map<String, Map<String, List<String>>> DISCLOSURE =
      Map.of(
          "2019",
          Map.of(
              "rules",
              List.of("newlyMade", "newlyDisclosed", "disclosedInTotal"),
              "normativeDocuments",
              List.of("newlyMade", "newlyDisclosed", "disclosedInTotal"),
              "licensing",
              THREE_OF_2019,
              "otherServices",
              THREE_OF_2019,
              "penalties",
              THREE_OF_2019,
              "compulsion",
              THREE_OF_2019,
              "fees",
              List.of("previousItems", "change"),
              "procurement",
              List.of("items", "amount")),
          "2021",
          Map.of(
              "rules", List.of("issued", "repealed", "inForce"),
              "normativeDocuments", List.of("issued", "repealed", "inForce"),
              "licensing", List.of("decisions"),
              "penalties", List.of("decisions"),
              "compulsion", List.of("decisions"),
              "fees", List.of("amount")));

  private final City city = City.found();

  /** A report of an organ, with where it is. */
  private record Filed(String organ, String region, String level, ObjectNode sent, JsonNode kept) {

    String edition(String section) {
      return kept.at("/editions/" + section).textValue();
    }
  }

  @Test
  void oneReportInTheOldLayoutDoesNotPassForOneWithTheCells() {
    String district = city.district();
    String organ = city.organ(district);
    String old = city.organ(district);
    ObjectNode report = Sample.nil(organ, 2024);
    report.putArray("nil").add("applications").add("contests");
    for (String row : DISCLOSURE.get("2021").keySet()) {
      for (String column : DISCLOSURE.get("2021").get(row)) {
        Sample.with(report, "/disclosure/" + row + "/" + column, 0);
      }
    }
    Sample.with(
        report, "/disclosure/normativeDocuments", Map.of("issued", 3, "repealed", 1, "inForce", 9));
    Api.filed(report);
    ObjectNode other = Sample.nil(old, 2024);
    Sample.with(other, "/editions", Map.of("disclosure", "2019"));
    other.putArray("nil").add("applications").add("contests");
    DISCLOSURE
        .get("2019")
        .forEach(
            (row, columns) ->
                columns.forEach(c -> Sample.with(other, "/disclosure/" + row + "/" + c, 0)));
    Sample.with(
        other,
        "/disclosure/normativeDocuments",
        Map.of("newlyMade", 4, "newlyDisclosed", 4, "disclosedInTotal", 12));
    Api.filed(other);
    String documents = "rows.find { it.row == 'normativeDocuments' }";
    Api.rollup("disclosure", district, 2024)
        .body("complete", equalTo(false))
        .body("coverage.missing", equalTo(0))
        .body("coverage.blank", equalTo(0))
        .body("coverage.otherLayout", equalTo(1))
        .body("layouts.disclosure", equalTo(Map.of("2019", 1, "2021", 1)))
        .body(documents + ".reports", equalTo(2))
        .body(documents + ".inForce", equalTo(9))
        .body(documents + ".reportsInForce", equalTo(1))
        .body(documents + ".disclosedInTotal", equalTo(12))
        .body(documents + ".reportsDisclosedInTotal", equalTo(1))
        .body("rows.find { it.row == 'licensing' }.reportsDecisions", equalTo(2));
    Api.rollup("applications", district, 2024)
        .body("complete", equalTo(true))
        .body("coverage.otherLayout", equalTo(0))
        .body("rows[0].reportsTotal", nullValue());
    String issued =
        "/api/v1/rollups/contributions?year=2024&section=disclosure&row=normativeDocuments"
            + "&column=issued&region="
            + district;
    Api.get(issued + "&by=organ")
        .body("sum", equalTo(3))
        .body("reports", equalTo(1))
        .body("otherLayout", equalTo(1))
        .body("items.code", contains(organ))
        .body("items.edition", contains("2021"))
        .body("items.otherLayout", contains(0));
    Api.get(issued + "&by=organ&otherLayout=true")
        .body("sum", equalTo(3))
        .body("total", equalTo(1))
        .body("items.code", contains(old))
        .body("items.edition", contains("2019"))
        .body("items[0].number", nullValue())
        .body("items[0].reports", equalTo(0));
    Api.get("/api/v1/availability?region=" + district)
        .body(
            "layouts.find { it.section == 'disclosure' }.editions",
            equalTo(Map.of("2019", 1, "2021", 1)))
        .body("layouts.find { it.section == 'disclosure' }.otherLayout", equalTo(1))
        .body("layouts.section", contains("applications", "contests", "disclosure"));
  }

  @Test
  void aYearIsHeldAgainstTheFormThatWasInForceInIt() {
    String district = city.district();
    String organ = city.organ(district);
    Api.filed(Sample.nil(organ, 2020));
    ObjectNode old = Sample.nil(organ, 2021);
    Sample.with(old, "/editions", Map.of("disclosure", "2019", "applications", "2019"));
    Api.filed(old);
    Api.rollup("disclosure", district, 2020).body("complete", equalTo(true));
    Api.rollup("disclosure", district, 2021)
        .body("complete", equalTo(false))
        .body("coverage.otherLayout", equalTo(1));
    // 其他处理 is one row in 2019 and three in 2021: these stand on fewer reports
    Api.rollup("applications", district, 2021)
        .body("complete", equalTo(false))
        .body("coverage.otherLayout", equalTo(1))
        .body("layouts.applications", equalTo(Map.of("2019", 1)));
    Api.rollup("disclosure", district + "&compare=previous-year", 2021)
        .body("rows.find { it.row == 'rules' }.reportsNewlyMade", equalTo(1))
        .body("rows.find { it.row == 'rules' }.previousReportsNewlyMade", equalTo(1));
    Api.get("/api/v1/rollups/indicators?year=2021&region=" + district)
        .body("rows.find { it.indicator == 'otherHandlingRate' }.numeratorReports", equalTo(1))
        .body("rows.find { it.indicator == 'otherHandlingRate' }.denominatorReports", equalTo(1));
  }

  @Test
  void whatOneEditionDividesAndAnotherDoesNotIsStillInTheLeaves() {
    String district = city.district();
    ObjectNode old = applications(city.organ(district), "2019", 5);
    Sample.with(old, "/applications/outcomes/otherHandling/naturalPerson", 5);
    Api.filed(old);
    String rows = "rows.find { it.row == '%s' }.";
    String heading = rows.formatted("outcomes.otherHandling");
    String rest = rows.formatted(UNDIVIDED);
    // a row is a leaf or is not, whoever has reported
    Api.rollup("applications", district, 2024)
        .body(heading + "leaf", equalTo(false))
        .body(heading + "parent", equalTo("outcomes.total"))
        .body(heading + "naturalPerson", equalTo(5))
        .body(rest + "leaf", equalTo(true))
        .body(rest + "parent", equalTo("outcomes.otherHandling"))
        .body(rest + "naturalPerson", equalTo(5))
        .body(rest + "label", equalTo("未细分（2019年版表式）"))
        .body(rows.formatted("outcomes.total") + "parent", nullValue())
        .body(rows.formatted("received") + "leaf", equalTo(true));
    ObjectNode young = applications(city.organ(district), "2021", 2);
    Sample.with(young, "/applications/outcomes/otherHandling/otherReasons/naturalPerson", 2);
    Api.filed(young);
    Api.rollup("applications", district, 2024)
        .body(heading + "naturalPerson", equalTo(7))
        .body(heading + "reports", equalTo(2))
        .body(rest + "naturalPerson", equalTo(5))
        .body(rest + "reports", equalTo(1))
        .body(rows.formatted("outcomes.otherHandling.otherReasons") + "naturalPerson", equalTo(2));
    Api.get(
            "/api/v1/rollups/contributions?year=2024&section=applications&column=naturalPerson"
                + "&by=organ&row="
                + UNDIVIDED
                + "&region="
                + district)
        .body("sum", equalTo(5))
        .body("reports", equalTo(1))
        .body("label", equalTo("三、本年度办理结果 / （六）其他处理 / 自然人 / 未细分（2019年版表式）"))
        .body("items.edition", contains("2019"));
    Api.rollup("applications", district + "&compare=previous-year", 2025).body("rows", empty());
    Api.filed(applications(city.organ(district), "2021", 0).put("year", 2025));
    Api.rollup("applications", district + "&compare=previous-year", 2025)
        .body(heading + "previousNaturalPerson", equalTo(7))
        .body(rest + "previousNaturalPerson", equalTo(5))
        .body(rest + "naturalPerson", nullValue())
        .body(rest + "reports", equalTo(0));
  }

  private static ObjectNode applications(String organ, String edition, int received) {
    ObjectNode report = Sample.nil(organ, 2024);
    report.putArray("nil").add("disclosure").add("contests");
    Sample.with(report, "/editions", Map.of("applications", edition));
    Sample.with(report, "/applications/outcomes/total/naturalPerson", received);
    return Sample.with(report, "/applications/received/naturalPerson", received);
  }

  /** Each row that others are added to is the sum of the leaves below it, blanks included. */
  private static void requireLeavesAddUp(String address, JsonNode rows) {
    Map<String, Map<String, JsonNode>> places = new TreeMap<>();
    for (JsonNode row : rows) {
      places
          .computeIfAbsent(row.path("code").asText() + row.get("year"), p -> new TreeMap<>())
          .put(row.get("row").textValue(), row);
    }
    for (Map<String, JsonNode> place : places.values()) {
      Map<String, List<JsonNode>> leaves = new TreeMap<>();
      for (JsonNode row : place.values()) {
        for (String up = parent(row); up != null; up = parent(place.get(up))) {
          assertThat(place).as(address).containsKey(up);
          List<JsonNode> below = leaves.computeIfAbsent(up, p -> new ArrayList<>());
          if (row.get("leaf").booleanValue()) {
            below.add(row);
          }
        }
      }
      place.forEach(
          (id, row) ->
              assertThat(row.get("leaf").booleanValue())
                  .as(address + id)
                  .isEqualTo(!leaves.containsKey(id)));
      leaves.forEach(
          (id, below) ->
              place
                  .get(id)
                  .properties()
                  .forEach(
                      member -> {
                        String what = address + " " + id + " " + member.getKey();
                        if (isAdded(member.getKey())) {
                          requireSum(what, member.getValue(), below, member.getKey());
                        }
                      }));
    }
  }

  private static boolean isAdded(String member) {
    return !List.of("code", "name", "coverage", "year", "period", "row", "label", "parent", "leaf")
            .contains(member)
        && !member.matches("(?i).*reports.*|change.*");
  }

  private static String parent(JsonNode row) {
    return row.get("parent").textValue();
  }

  private static void requireSum(String what, JsonNode found, List<JsonNode> rows, String member) {
    BigDecimal sum = null;
    for (JsonNode row : rows) {
      if (row.path(member).isNumber()) {
        BigDecimal own = row.get(member).decimalValue();
        sum = sum == null ? own : sum.add(own);
      }
    }
    assertThat(found.isNull()).as(what).isEqualTo(sum == null);
    if (sum != null) {
      assertThat(found.decimalValue()).as(what).isEqualByComparingTo(sum);
    }
  }

  /** What programs that draw are told of it: the rows below a row, the columns of a total. */
  private static void requireHierarchy(JsonNode dataset, JsonNode rows) {
    Map<String, List<String>> below = new TreeMap<>();
    for (JsonNode row : rows) {
      if (parent(row) != null) {
        List<String> ids = below.computeIfAbsent(parent(row), p -> new ArrayList<>());
        if (!ids.contains(row.get("row").textValue())) {
          ids.add(row.get("row").textValue());
        }
      }
    }
    JsonNode child = dataset.at("/dimension/row/category/child");
    assertThat(child.size()).isEqualTo(below.size());
    below.forEach(
        (id, ids) -> {
          List<String> found = new ArrayList<>();
          child.get(id).forEach(code -> found.add(code.textValue()));
          assertThat(found).as(id).containsExactlyInAnyOrderElementsOf(ids);
        });
    JsonNode columns = dataset.at("/dimension/column/category");
    if (columns.at("/label").has("total")) {
      assertThat(columns.at("/child/total").size()).isPositive();
      columns
          .at("/child/total")
          .forEach(column -> assertThat(columns.at("/label").has(column.textValue())).isTrue());
    } else {
      assertThat(columns.has("child")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 71})
  void everyNumberSaysHowManyReportsHaveIt(long seed) throws IOException {
    Random random = new Random(seed);
    String first = city.district();
    String town = city.township(first);
    Map<String, String> levels = new TreeMap<>();
    levels.put(city.code(), "city");
    levels.put(first, "district");
    levels.put(town, "township");
    levels.put(city.district(), "district");
    List<Filed> filed = new ArrayList<>();
    for (String region : levels.keySet()) {
      for (int i = 0; i < 3; i++) {
        String organ = city.organ(region);
        ObjectNode report = RandomReport.of(organ, 2021, random);
        JsonNode kept = Sample.json(Api.file(report).statusCode(201).extract().asString());
        filed.add(new Filed(organ, region, levels.get(region), report, kept));
        Api.filed(RandomReport.of(organ, 2020, random));
      }
    }
    for (String by : List.of("none", "region", "organ", "level", "year")) {
      Map<String, List<Filed>> groups = new TreeMap<>();
      for (Filed report : filed) {
        groups.computeIfAbsent(place(report, by, first, town), p -> new ArrayList<>()).add(report);
      }
      for (String section : List.of("disclosure", "applications", "contests")) {
        compare(section, by, groups);
      }
    }
  }

  private String place(Filed report, String by, String first, String town) {
    return switch (by) {
      case "organ" -> report.organ();
      case "level" -> report.level();
      case "region" -> report.region().equals(town) ? first : report.region();
      default -> city.code();
    };
  }

  private void compare(String section, String by, Map<String, List<Filed>> groups)
      throws IOException {
    String address =
        "/api/v1/rollups/%s?region=%s&by=%s&%s"
            .formatted(
                section, city.code(), by, by.equals("year") ? "from=2021&to=2021" : "year=2021");
    JsonNode answer = Sample.json(get(address, "json"));
    List<Map<String, String>> lines = Csv.read(get(address, "csv"));
    Map<String, String> statuses = statuses(Sample.json(get(address, "jsonstat")));
    assertThat(lines).hasSameSizeAs(answer.get("rows"));
    requireLeavesAddUp(address, answer.get("rows"));
    requireLeavesAddUp(
        address, Sample.json(get(address + "&compare=previous-year", "json")).get("rows"));
    requireHierarchy(Sample.json(get(address, "jsonstat")), answer.get("rows"));
    int line = 0;
    for (JsonNode row : answer.get("rows")) {
      assertThat(lines.get(line).get("leaf")).isEqualTo(row.get("leaf").asText());
      assertThat(lines.get(line).get("parent"))
          .isEqualTo(row.get("parent").asText("").replace("null", ""));
      String code = row.has("code") ? row.get("code").textValue() : city.code();
      String id = row.get("row").textValue();
      List<Filed> here = groups.get(code);
      assertThat(row.get("reports").longValue())
          .as(address + id)
          .isEqualTo(here.stream().filter(r -> hasRow(r, section, id)).count());
      for (String column : columns(row)) {
        long having = here.stream().filter(r -> hasColumn(r, section, id, column)).count();
        String what = address + " " + code + " " + id + " " + column;
        if (section.equals("disclosure")) {
          assertThat(row.get(reportsOf(column)).longValue()).as(what).isEqualTo(having);
          assertThat(lines.get(line).get(reportsOf(column))).isEqualTo("" + having);
        } else {
          assertThat(row.get("reports").longValue()).as(what).isEqualTo(having);
        }
        boolean some = !row.get(column).isNull() && having < here.size();
        assertThat("otherLayout".equals(statuses.get(code + " " + id + " " + column)))
            .as(what)
            .isEqualTo(some);
      }
      line++;
    }
    if (section.equals("disclosure")) {
      long old =
          groups.values().stream()
              .flatMap(List::stream)
              .filter(r -> r.edition(section).equals("2019"))
              .count();
      assertThat(answer.at("/coverage/otherLayout").longValue()).isEqualTo(old);
      assertThat(answer.get("complete").booleanValue()).isFalse();
      requireSameInTheWorkbook(address, answer.get("rows"));
    }
  }

  /** The column that says how many reports have a column. */
  static String reportsOf(String column) {
    return "reports" + Character.toUpperCase(column.charAt(0)) + column.substring(1);
  }

  private static List<String> columns(JsonNode row) {
    List<String> columns = new ArrayList<>();
    row.fieldNames().forEachRemaining(columns::add);
    columns.removeAll(
        List.of(
            "code",
            "name",
            "coverage",
            "year",
            "period",
            "period",
            "row",
            "label",
            "parent",
            "leaf",
            "blank",
            "reports"));
    columns.removeIf(column -> column.matches("reports[A-Z].*"));
    return columns;
  }

  private static boolean hasRow(Filed report, String section, String row) {
    return switch (section) {
      case "disclosure" -> DISCLOSURE.get(report.edition(section)).containsKey(row);
      case "applications" ->
          !row.startsWith("outcomes.otherHandling.")
              || report.edition(section).equals(row.equals(UNDIVIDED) ? "2019" : "2021");
      default -> true;
    };
  }

  private static boolean hasColumn(Filed report, String section, String row, String column) {
    if (!section.equals("disclosure")) {
      return hasRow(report, section, row);
    }
    if (row.equals("procurement") && column.startsWith("amount")) {
      String unit = report.sent().at("/disclosure/procurement/unit").asText("");
      return report.edition(section).equals("2019")
          && column.equalsIgnoreCase(unit.isEmpty() ? "amount" : "amountIn" + unit);
    }
    return DISCLOSURE.get(report.edition(section)).getOrDefault(row, List.of()).contains(column);
  }

  private static String get(String address, String format) {
    return admin().get(address + "&format=" + format).then().statusCode(200).extract().asString();
  }

  /** By place, row and column. */
  private static Map<String, String> statuses(JsonNode dataset) {
    List<List<String>> categories = new ArrayList<>();
    for (JsonNode id : dataset.get("id")) {
      List<String> codes = new ArrayList<>();
      dataset
          .at("/dimension/" + id.textValue() + "/category/index")
          .forEach(code -> codes.add(code.textValue()));
      categories.add(codes);
    }
    Map<String, String> statuses = new HashMap<>();
    dataset
        .get("status")
        .properties()
        .forEach(
            status -> {
              int position = Integer.parseInt(status.getKey());
              List<String> codes = new ArrayList<>();
              for (List<String> dimension : categories.reversed()) {
                codes.addFirst(dimension.get(position % dimension.size()));
                position /= dimension.size();
              }
              codes.remove(1);
              statuses.put(String.join(" ", codes), status.getValue().textValue());
            });
    return statuses;
  }

  private static void requireSameInTheWorkbook(String address, JsonNode rows) throws IOException {
    byte[] bytes =
        admin()
            .header("Accept-Language", "zh")
            .get(address + "&format=xlsx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Sheet data = book.getSheet("数据");
      int column = -1;
      for (org.apache.poi.ss.usermodel.Cell cell : data.getRow(0)) {
        if (cell.getStringCellValue().startsWith("报告数：现行有效件数\n")) {
          column = cell.getColumnIndex();
        }
      }
      assertThat(column).isPositive();
      int line = 1;
      for (JsonNode row : rows) {
        Row written = data.getRow(line++);
        if (row.has("reportsInForce")) {
          assertThat(written.getCell(column).getNumericCellValue())
              .isEqualTo(row.get("reportsInForce").doubleValue());
        } else {
          assertThat(written.getCell(column)).isNull();
        }
      }
    }
  }
}
