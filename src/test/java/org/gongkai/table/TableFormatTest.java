package org.gongkai.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** The formats of rollups, and how one of them is picked. */
@QuarkusTest
class TableFormatTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private final City city = City.found();
  private String district;

  @BeforeEach
  void register() {
    district = city.district();
    Api.filed(Sample.huancui(city.organ(district)));
    city.organ(district);
  }

  private String address(String what, String more) {
    return "/api/v1/rollups/" + what + "?region=" + district + "&year=2021" + more;
  }

  private static ExtractableResponse<Response> get(String address) {
    return admin().get(address).then().statusCode(200).extract();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*|application/json",
        "application/json|application/json",
        "text/csv|text/csv;charset=UTF-8",
        "text/csv, application/json|application/json",
        "application/json;q=0.5, text/csv|text/csv;charset=UTF-8",
        "application/*;q=0.2, text/csv;q=0.3|text/csv;charset=UTF-8",
        "application/json;q=0, */*|text/csv;charset=UTF-8",
        "image/png, */*;q=0.1|application/json",
        "application/csvm+json|application/csvm+json",
        "application/json-stat+json|application/json-stat+json",
        XLSX + "|" + XLSX,
        BROWSER + "|application/json"
      })
  void theFormatThatIsWantedMost(String accept, String type) {
    admin()
        .accept(accept)
        .get(address("contests", ""))
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/html", "application/json;q=0", "text/csv;q=0.0"})
  void whereNoneIsWantedThereIsNone(String accept) {
    admin()
        .accept(accept)
        .get(address("contests", ""))
        .then()
        .statusCode(406)
        .contentType("application/problem+json")
        .body("code", equalTo("not-acceptable"));
  }

  @Test
  void theParameterWins() {
    admin()
        .accept("application/json")
        .get(address("contests", "&format=csv"))
        .then()
        .statusCode(200)
        .contentType("text/csv");
    Api.get(address("contests", "&bom=yes&format=csv"))
        .statusCode(400)
        .body("violations.pointer", contains("?bom"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"json,-", "csv,csv", "xlsx,xlsx", "jsonstat,-", "csvw,-"})
  void filesAreNamed(String format, String extension) {
    String name = get(address("disclosure", "&format=" + format)).header("Content-Disposition");
    assertThat(name)
        .isEqualTo(
            extension == null
                ? null
                : "attachment; filename=\"rollup-disclosure-%s-2021.%s\""
                    .formatted(district, extension));
    String divided = "/api/v1/rollups/contests?region=%s&from=2020&to=2021&by=region&format=csv";
    assertThat(get(divided.formatted(district)).header("Content-Disposition"))
        .contains("rollup-contests-" + district + "-2020-2021-by-region.csv");
    String series = "/api/v1/rollups/contests?region=%s&by=year&format=%s";
    assertThat(get(series.formatted(district, "xlsx")).header("Content-Disposition"))
        .contains("rollup-contests-" + district + "-by-year.xlsx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "*/*|-|-|false",
        "text/csv|-|-|false",
        BROWSER + "|-|-|true",
        BROWSER + "|navigate|-|true",
        "*/*|cors|-|false",
        BROWSER + "|same-origin|-|false",
        "*/*|-|true|true",
        BROWSER + "|navigate|false|false"
      })
  void spreadsheetsGetAMarkAndScriptsNone(String accept, String mode, String bom, boolean marked) {
    var request = admin().accept(accept);
    if (mode != null) {
      request.header("Sec-Fetch-Mode", mode);
    }
    String more = "&format=csv" + (bom == null ? "" : "&bom=" + bom);
    var answer = request.get(address("contests", more)).then().statusCode(200).extract();
    byte[] bytes = answer.asByteArray();
    assertThat(bytes[0] == (byte) 0xEF).isEqualTo(marked);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("行政复议");
    assertThat(answer.headers().getValues("Vary").toString())
        .contains("Accept", "Accept-Language", "Sec-Fetch-Mode", "Accept-Encoding");
  }

  @Test
  void everyRowOfCsvHasItsCoverage() {
    String csv = get(address("contests", "&format=csv")).asString();
    assertThat(Csv.read(csv))
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("expected", "2")
                    .containsEntry("reported", "1")
                    .containsEntry("missing", "1")
                    .containsEntry("unexpected", "0")
                    .containsEntry("coverageBlank", "0")
                    .containsEntry("blank", "0")
                    .containsEntry("waived", "0")
                    .containsEntry("complete", "false")
                    .containsKey("unexplained"));
    String series =
        "/api/v1/rollups/contests?region=%s&from=2020&to=2021&format=csv".formatted(district);
    assertThat(Csv.read(get(series).asString()))
        .extracting("year", "expected", "missing")
        .containsOnly(org.assertj.core.groups.Tuple.tuple("2021", "2", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"publications", "applications", "disclosure", "contests", "indicators"})
  void theDescriptionFitsTheCsv(String what) {
    String asked = address(what, "&by=organ");
    ExtractableResponse<Response> csv = get(asked + "&format=csv");
    assertThat(csv.header("Link"))
        .contains("; rel=\"describedby\"; type=\"application/csvm+json\"");
    String link = csv.header("Link").replaceFirst("<([^>]*)>.*", "$1");
    ExtractableResponse<Response> found = get(resolved(asked, link));
    assertThat(found.contentType()).isEqualTo("application/csvm+json");
    JsonNode described = Sample.json(found.asString());
    assertThat(described.at("/@context/0").asText()).isEqualTo("http://www.w3.org/ns/csvw");
    String again = get(resolved(asked, described.get("url").asText())).asString();
    assertThat(again).isEqualTo(csv.asString());
    List<String> names = described.at("/tableSchema/columns").findValuesAsText("name");
    assertThat(again.lines().findFirst()).hasValue(String.join(",", names));
    List<Map<String, String>> rows = Csv.read(again);
    assertThat(rows).isNotEmpty();
    Set<List<String>> keys = new HashSet<>();
    for (Map<String, String> row : rows) {
      List<String> key = new ArrayList<>();
      described.at("/tableSchema/primaryKey").forEach(name -> key.add(row.get(name.asText())));
      assertThat(keys.add(key)).as(key.toString()).isTrue();
      for (JsonNode column : described.at("/tableSchema/columns")) {
        String value = row.get(column.get("name").asText());
        assertThat(value).as(column.toString()).matches(shape(column));
        assertThat(column.at("/titles/zh/0").asText()).as(column.toString()).isNotBlank();
        assertThat(column.at("/titles/en/0").asText()).isNotBlank();
      }
    }
  }

  /** Every member of every row is the same number, text or truth in CSV and in the workbook. */
  @ParameterizedTest
  @CsvSource({
    "publications,none",
    "publications,organ",
    "applications,region",
    "disclosure,level",
    "disclosure,organ",
    "contests,year",
    "indicators,region"
  })
  void everyFormatHasTheCellsOfJson(String what, String by) throws IOException {
    for (String more : List.of("", "&compare=previous-year")) {
      String asked = address(what, "&by=" + by + more);
      JsonNode rows = Sample.json(get(asked).asString()).get("rows");
      List<Map<String, String>> csv = Csv.read(get(asked + "&format=csv&bom=false").asString());
      byte[] xlsx = get(asked + "&format=xlsx").asByteArray();
      try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
        List<String> names = List.copyOf(csv.getFirst().keySet());
        assertThat(csv).hasSize(rows.size()).isNotEmpty();
        assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(rows.size());
        for (int i = 0; i < rows.size(); i++) {
          for (Map.Entry<String, JsonNode> member : rows.get(i).properties()) {
            if (!member.getKey().equals("coverage")) {
              assertThat(same(csv.get(i).get(member.getKey()), member.getValue()))
                  .as(member.getKey())
                  .isTrue();
              assertThat(
                      shown(
                          book.getSheetAt(0).getRow(i + 1).getCell(names.indexOf(member.getKey()))))
                  .as(member.getKey())
                  .isEqualTo(shown(member.getValue()));
            }
          }
        }
      }
    }
  }

  private static boolean same(String csv, JsonNode value) {
    return value.isNumber()
        ? new BigDecimal(csv).compareTo(value.decimalValue()) == 0
        : csv.equals(value.isNull() ? "" : value.asText());
  }

  private static Object shown(Cell cell) {
    return cell == null
        ? null
        : switch (cell.getCellType()) {
          case NUMERIC ->
              DateUtil.isCellDateFormatted(cell)
                  ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                  : cell.getNumericCellValue();
          case BOOLEAN -> cell.getBooleanCellValue();
          // an empty cell of a column whose texts are wrapped is there, for its style
          case BLANK -> null;
          default -> cell.getStringCellValue();
        };
  }

  private static Object shown(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> null;
      case NUMBER -> value.doubleValue();
      case BOOLEAN -> value.booleanValue();
      default -> value.textValue();
    };
  }

  private static String resolved(String address, String reference) {
    return URI.create(address).resolve(reference).toString();
  }

  /** Of a value as its datatype writes it; empty is null. */
  private static String shape(JsonNode column) {
    return switch (column.get("datatype").asText()) {
      case "integer" -> "(-?[0-9]+)?";
      case "decimal" -> "(-?[0-9]+(\\.[0-9]+)?)?";
      case "boolean" -> "true|false";
      default -> "(?s).*";
    };
  }

  @Test
  void columnsAreCalledAsTheFormCallsThem() {
    JsonNode columns =
        Sample.json(get(address("applications", "&format=csvw")).asString())
            .at("/tableSchema/columns");
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.put(column.get("name").asText(), column));
    assertThat(byName.get("naturalPerson").at("/titles/zh/0").asText()).isEqualTo("自然人");
    assertThat(byName.get("naturalPerson").get("datatype").asText()).isEqualTo("integer");
    assertThat(byName.get("year").get("required").asBoolean()).isTrue();
  }

  @Test
  void eachRepresentationHasItsOwnTag() {
    Set<String> tags = new HashSet<>();
    for (String language : List.of("zh", "en")) {
      for (String format : List.of("json", "csv", "csv&bom=true", "xlsx", "jsonstat", "csvw")) {
        String asked = address("contests", "&format=" + format);
        String tag =
            admin().header("Accept-Language", language).get(asked).then().extract().header("ETag");
        assertThat(tags.add(tag)).as(tag).isTrue();
        assertThat(tag.startsWith("W/")).as(tag).isEqualTo(format.equals("xlsx"));
        admin()
            .header("Accept-Language", language)
            .header("If-None-Match", tag)
            .get(asked)
            .then()
            .statusCode(304)
            .header("ETag", equalTo(tag));
      }
    }
    assertThat(tags).hasSize(12);
    String json = get(address("contests", "")).header("ETag");
    admin()
        .header("If-None-Match", json)
        .get(address("contests", "&format=csv"))
        .then()
        .statusCode(200);
  }
}
