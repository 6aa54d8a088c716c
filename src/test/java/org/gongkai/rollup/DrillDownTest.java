package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.Seeds;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.Ask;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number of a rollup can be taken apart, and the parts are the number. */
@QuarkusTest
class DrillDownTest {

  private static final String ADDRESS = "/api/v1/rollups/contributions?";
  private static final Set<String> NO_NUMBER =
      Set.of(
          "year",
          "period",
          "row",
          "label",
          "parent",
          "leaf",
          "blank",
          "reports",
          "channel",
          "unit",
          "approximate");
  private static final List<String> TABLES = List.of("applications", "contests", "disclosure");

  private final City city = City.found();

  @Test
  void thePartsOfEveryNumberAddUpToIt() {
    Random random = new Random(7);
    String first = city.district();
    String second = city.district();
    List<String> places = List.of(city.code(), first, second, city.township(first));
    for (String place : places) {
      for (int i = 0; i < 3; i++) {
        String organ = city.organ(place);
        Api.filed(RandomReport.of(organ, 2021, random));
        if (i == 1) {
          Api.put(organ, 2021, RandomReport.of(organ, 2021, random)).statusCode(200);
        }
      }
    }
    List<Runnable> numbers = new ArrayList<>();
    for (String region : List.of(city.code(), first)) {
      for (String table : TABLES) {
        for (JsonNode row : rollup(table, region, "none").get("rows")) {
          for (String column : columns(row)) {
            if (!region.equals(city.code()) && random.nextInt(4) > 0) {
              continue;
            }
            String number = "section=" + table + "&row=" + text(row, "row") + "&column=" + column;
            List<String> divided = divided(numbers.size());
            numbers.add(
                () ->
                    requireParts(
                        table,
                        region,
                        number,
                        row.get(column),
                        column,
                        reports(row, column),
                        divided));
          }
        }
      }
      JsonNode publications = rollup("publications", region, "none");
      for (String list : List.of("rows", "totals")) {
        for (JsonNode row : publications.get(list)) {
          String channel = row.has("channel") ? "&channel=" + text(row, "channel") : "";
          String number = "section=publications&unit=" + text(row, "unit") + channel;
          List<String> divided = divided(numbers.size());
          numbers.add(
              () ->
                  requireParts(
                      "publications",
                      region,
                      number,
                      row.get("count"),
                      "count",
                      row.get("reports"),
                      divided));
        }
      }
    }
    assertThat(numbers).hasSizeGreaterThan(200);
    AtOnce.each(numbers, Runnable::run);
  }

  private static List<String> divided(int number) {
    return Seeds.inTurn(List.of("region", "organ", "cell"), number);
  }

  private static Set<String> columns(JsonNode row) {
    Set<String> columns = new LinkedHashSet<>();
    row.fieldNames().forEachRemaining(columns::add);
    columns.removeAll(NO_NUMBER);
    columns.removeIf(column -> column.matches("reports[A-Z].*"));
    return columns;
  }

  /** How many reports the rollup says that a column stands on. */
  private static JsonNode reports(JsonNode row, String column) {
    JsonNode own = row.get(LayoutTest.reportsOf(column));
    return own == null ? row.get("reports") : own;
  }

  private static JsonNode rollup(String what, String region, String by) {
    return Sample.json(
        Api.get("/api/v1/rollups/" + what + "?year=2021&region=" + region + "&by=" + by)
            .statusCode(200)
            .extract()
            .asString());
  }

  private static final Map<String, JsonNode> ROLLUPS = new ConcurrentHashMap<>();

  private static void requireParts(
      String what,
      String region,
      String number,
      JsonNode expected,
      String column,
      JsonNode reports,
      List<String> divided) {
    for (String by : divided) {
      JsonNode page = page(region, number + "&by=" + by);
      String place = region + " " + number + " " + by;
      requireNumber(place, page.get("sum"), expected);
      BigDecimal sum = null;
      long blank = 0;
      for (JsonNode part : page.get("items")) {
        blank += part.get("blank").longValue();
        if (!part.get("number").isNull()) {
          BigDecimal own = part.get("number").decimalValue();
          sum = sum == null ? own : sum.add(own);
        }
      }
      assertThat(page.get("items").size()).as(place).isEqualTo(page.get("total").intValue());
      if (reports != null) {
        assertThat(page.get("reports").longValue()).as(place).isEqualTo(reports.longValue());
        JsonNode others = page(region, number + "&otherLayout=true&by=" + by);
        requireNumber(place, others.get("sum"), expected);
        assertThat(others.get("otherLayout")).as(place).isEqualTo(page.get("otherLayout"));
        long elsewhere = 0;
        for (JsonNode part : others.get("items")) {
          elsewhere += part.get("otherLayout").longValue();
        }
        if (!by.equals("cell")) {
          assertThat(elsewhere).as(place).isEqualTo(page.get("otherLayout").longValue());
        }
      }
      assertThat(blank).as(place).isEqualTo(page.get("blank").longValue());
      if (sum == null) {
        assertThat(expected.isNull()).as(place).isTrue();
      } else {
        assertThat(sum).as(place).isEqualByComparingTo(expected.decimalValue());
      }
      if (!by.equals("cell")) {
        requireEachAsInTheRollup(what, region, by, number, column, page);
      }
    }
  }

  /** Each part is what the rollup that is divided in the same way has there. */
  private static void requireEachAsInTheRollup(
      String what, String region, String by, String number, String column, JsonNode page) {
    JsonNode rollup = ROLLUPS.computeIfAbsent(what + region + by, key -> rollup(what, region, by));
    Map<String, JsonNode> numbers = new HashMap<>();
    for (String list : List.of("rows", "totals")) {
      for (JsonNode row : rollup.path(list)) {
        String id =
            row.has("row")
                ? "section=" + what + "&row=" + text(row, "row") + "&column=" + column
                : "section=publications&unit="
                    + text(row, "unit")
                    + (row.has("channel") ? "&channel=" + text(row, "channel") : "");
        if (id.equals(number) && row.has(column)) {
          numbers.put(text(row, "code"), row.get(column));
        }
      }
    }
    for (JsonNode part : page.get("items")) {
      String code = text(part, "code");
      assertThat(numbers).as(number).containsKey(code);
      requireNumber(number + " " + code, part.get("number"), numbers.remove(code));
    }
    // an unstated total of nothing may stand in a row without any cell
    numbers.values().forEach(left -> assertThat(left.isNull()).as(number + numbers).isTrue());
  }

  private static void requireNumber(String what, JsonNode found, JsonNode expected) {
    assertThat(found.isNull()).as(what + " " + found + " " + expected).isEqualTo(expected.isNull());
    if (!expected.isNull()) {
      assertThat(found.decimalValue()).as(what).isEqualByComparingTo(expected.decimalValue());
    }
  }

  private static String text(JsonNode row, String name) {
    return row.get(name).textValue();
  }

  private static JsonNode page(String region, String more) {
    String address = ADDRESS + "year=2021&limit=1000&region=" + region + "&" + more;
    Ask.Answer answer = Ask.get(address);
    assertThat(answer.status()).as(address).isEqualTo(200);
    return answer.json();
  }

  @Test
  void fromACityDownToTheRevisionAndTheCells() {
    String district = city.district();
    String bureau = city.organ(district);
    Api.filed(Sample.nil(city.organ(city.code()), 2021));
    long report = Api.filed(Sample.huancui(bureau));
    Api.put(bureau, 2021, Sample.with(Sample.huancui(bureau), "/narrative/overview", "更正"));
    String address =
        ADDRESS + "year=2021&section=applications&row=received&column=total&region=" + city.code();
    JsonNode whole = Sample.json(Api.get(address).extract().asString());
    assertThat(whole.get("items")).hasSize(2);
    assertThat(whole.get("items").findValuesAsText("name")).contains("第1区");
    JsonNode mine = null;
    for (JsonNode item : whole.get("items")) {
      mine = text(item, "code").equals(district) ? item : mine;
    }
    JsonNode below = Sample.json(Api.get(text(mine, "address")).extract().asString());
    assertThat(below.get("sum")).isEqualTo(mine.get("number"));
    JsonNode itself = below.get("items").get(0);
    assertThat(text(itself, "code")).isEqualTo(district);
    Api.get(text(itself, "address"))
        .statusCode(200)
        .body("by", equalTo("organ"))
        .body("items.code", contains(bureau))
        .body("items[0].name", equalTo("第1局"))
        .body("items[0].regionName", equalTo("第1区"))
        .body("items[0].report", equalTo((int) report))
        .body("items[0].revision", equalTo(2));
    Api.get("/api/v1/reports/{id}/revisions/2", report).statusCode(200);
    Api.get(address + "&by=cell&organ=" + bureau)
        .body("items.code", org.hamcrest.Matchers.hasItem("applications.received.naturalPerson"))
        .body("items.size()", equalTo(6))
        .body("items[0].name", containsString("一、本年新收政府信息公开申请数量"))
        .body("label", equalTo("一、本年新收政府信息公开申请数量 / 总计"));
  }

  @Test
  void pagesComeByTheSizeOfTheContribution() {
    String district = city.district();
    List<String> organs = new ArrayList<>();
    for (int count : List.of(7, 900, 7, 0, 31)) {
      String organ = city.organ(district);
      organs.add(organ);
      Api.filed(withWebsite(organ, count));
    }
    String silent = city.organ(district);
    Api.filed(withWebsite(silent, null));
    String address =
        ADDRESS
            + "year=2021&section=publications&channel=website&unit=item&by=organ&region="
            + district;
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      String cursor = next.isEmpty() ? "" : "&cursor=" + next;
      JsonNode page = Sample.json(Api.get(address + "&limit=2" + cursor).extract().asString());
      assertThat(page.get("total").intValue()).isEqualTo(6);
      assertThat(page.get("sum").intValue()).isEqualTo(945);
      page.get("items").forEach(item -> seen.add(text(item, "code")));
      next = page.get("next").textValue();
    }
    assertThat(seen)
        .containsExactly(
            organs.get(1), organs.get(4), organs.get(0), organs.get(2), organs.get(3), silent);
    Api.get(address + "&blank=true")
        .body("items.code", contains(silent))
        .body("items[0].number", nullValue())
        .body("items[0].blank", equalTo(1))
        .body("total", equalTo(1))
        .body("sum", equalTo(945));
    List<Map<String, String>> lines =
        Csv.read(Api.get(address + "&format=csv").contentType("text/csv").extract().asString());
    assertThat(lines).extracting("code").isEqualTo(seen);
    assertThat(lines).extracting("number").containsExactly("900", "31", "7", "7", "0", "");
  }

  private static ObjectNode withWebsite(String organ, Integer count) {
    Map<String, Object> channel = new HashMap<>(Map.of("channel", "website", "unit", "item"));
    channel.put("count", count);
    return Sample.with(Sample.nil(organ, 2021), "/publications/channels", List.of(channel));
  }

  @Test
  void whoLeavesACellBlankIsFound() {
    String district = city.district();
    String careless = city.organ(district);
    Api.filed(Sample.nil(city.organ(district), 2021));
    ObjectNode report = Sample.huancui(careless);
    ((ObjectNode) report.at("/disclosure/normativeDocuments")).putNull("inForce");
    Api.filed(report);
    String address =
        ADDRESS
            + "year=2021&section=disclosure&row=normativeDocuments&column=inForce&blank=true&region="
            + district;
    Api.get(address + "&by=organ").body("items.code", contains(careless)).body("sum", equalTo(0));
    Api.get(address + "&by=cell")
        .body("items.code", contains("disclosure.normativeDocuments.inForce"));
    Api.get(address).body("items.code", contains(district)).body("blank", equalTo(1));
    Api.get(address + "&kind=department").body("items.code", contains(district));
    Api.get(address + "&kind=party-organ").body("items", empty()).body("reports", equalTo(0));
  }

  @Test
  void itIsOfTheBasisAndTheInstantThatIsAskedFor() {
    String district = city.district();
    String bureau = city.organ(district);
    long report = Api.filed(Sample.huancui(bureau));
    String then = java.time.Instant.now().toString();
    String address =
        ADDRESS
            + "year=2021&section=publications&channel=wechat&unit=item&by=organ&region="
            + district;
    Api.get(address + "&basis=accepted").body("items", empty()).body("sum", nullValue());
    Api.put(bureau, 2021, Sample.with(Sample.huancui(bureau), "/publications/channels", List.of()));
    Api.get(address).body("items", empty());
    Api.get(address + "&asOf=" + then)
        .body("items.number", contains(357))
        .body("items.revision", contains(1));
    Steps.accept(admin(), report).statusCode(200);
    Api.get(
            ADDRESS
                + "year=2021&section=contests&row=reconsideration&column=total&by=organ&basis=accepted&region="
                + district)
        .body("items.revision", contains(2));
  }

  @ParameterizedTest
  @CsvSource({
    "section=text&row=received&column=total, ?section",
    "row=received&column=total, ?section",
    "section=applications&column=total, ?row",
    "section=applications&row=nowhere&column=total, ?row",
    "section=applications&row=received, ?column",
    "section=applications&row=received&column=amount, ?column",
    "section=applications&row=received&column=total&channel=website, ?channel",
    "section=disclosure&row=rules&column=total, ?column",
    "section=publications&channel=website, ?unit",
    "section=publications&channel=website&unit=pound, ?unit",
    "section=publications&channel=post&unit=item, ?channel",
    "section=publications&row=received&unit=item, ?row",
    "section=applications&row=received&column=total&by=level, ?by",
    "section=applications&row=received&column=total&cursor=x, ?cursor",
    "section=applications&row=received&column=total&limit=0, ?limit",
    "section=applications&row=received&column=total&blank=yes, ?blank",
    "section=applications&row=received&column=total&format=pdf, ?format"
  })
  void whatIsNoNumberIsNamed(String parameters, String pointer) {
    Api.get(ADDRESS + "year=2021&region=" + city.code() + "&" + parameters)
        .statusCode(400)
        .body("violations.pointer", contains(pointer));
  }

  @Test
  void whoMaySeeTheSumMayTakeItApart() {
    String district = city.district();
    String other = city.district();
    String address =
        ADDRESS + "year=2021&section=contests&row=reconsideration&column=total&region=" + district;
    as(TestKeys.reader(district)).get(address).then().statusCode(200);
    as(TestKeys.office(city.code())).get(address).then().statusCode(200);
    as(TestKeys.office(other)).get(address).then().statusCode(403);
    as(TestKeys.organ(city.organ(district))).get(address).then().statusCode(403);
  }
}
