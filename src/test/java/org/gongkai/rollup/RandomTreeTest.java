package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.gongkai.Seeds;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random organs of a random tree file random reports in a random order, correct some and leave some
 * as drafts. Every rollup is then what a simple addition of the sent documents gives.
 */
@QuarkusTest
public class RandomTreeTest {

  private static final int YEAR = 2021;
  private static final List<String> APPLICANTS =
      List.of(
          "naturalPerson",
          "commercialEnterprise",
          "researchInstitution",
          "publicInterestOrganization",
          "legalServiceOrganization",
          "otherOrganization");
  private static final List<String> RESULTS = List.of("upheld", "corrected", "other", "pending");
  private static final List<String> CHANNELS = List.of("website", "wechat", "hearing", "other");
  private static final List<String> UNITS = List.of("item", "event", "issue", "place");

  private final City city = City.found();
  private final Map<String, String> regionOf = new TreeMap<>();
  private final Map<String, String> parentOf = new HashMap<>();
  private final Map<String, ObjectNode> submitted = new HashMap<>();

  static LongStream seeds() {
    return Seeds.of(1, 20, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRollupIsTheSumOfWhatWasSent(long seed) {
    Random random = new Random(seed);
    grow(random);
    fileInRandomOrder(random);
    List<String> regions = new ArrayList<>(parentOf.keySet());
    regions.add(city.code());
    for (String region : regions) {
      compare(region, "none");
      compare(region, "region");
      compare(region, "organ");
    }
  }

  private void grow(Random random) {
    List<String> places = new ArrayList<>(List.of(city.code()));
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      String district = city.district();
      places.add(district);
      parentOf.put(district, city.code());
      for (int j = 0; j < random.nextInt(3); j++) {
        String township = city.township(district);
        places.add(township);
        parentOf.put(township, district);
      }
    }
    for (int i = 0; i < 8; i++) {
      String place = places.get(random.nextInt(places.size()));
      regionOf.put(city.organ(place), place);
    }
  }

  private void fileInRandomOrder(Random random) {
    Map<String, Long> drafts = new HashMap<>();
    Map<String, ObjectNode> drafted = new HashMap<>();
    List<String> organs = new ArrayList<>(regionOf.keySet());
    for (int step = 0; step < 24; step++) {
      String organ = organs.get(random.nextInt(organs.size() - 1));
      ObjectNode report = report(organ, random);
      if (submitted.containsKey(organ)) {
        Api.put(organ, YEAR, report).statusCode(200);
        submitted.put(organ, report);
      } else if (drafts.containsKey(organ)) {
        if (random.nextBoolean()) {
          Api.submit(drafts.remove(organ)).statusCode(200);
          submitted.put(organ, drafted.get(organ));
        } else {
          long id = drafts.get(organ);
          Api.correct(id, Api.tag(id), report).statusCode(200);
          drafted.put(organ, report);
        }
      } else if (random.nextInt(3) == 0) {
        drafts.put(organ, Api.drafted(report));
        drafted.put(organ, report);
      } else {
        Api.put(organ, YEAR, report).statusCode(201);
        submitted.put(organ, report);
      }
    }
  }

  /** A report that satisfies every hard rule, with blanks in leaf cells and totals left blank. */
  @SuppressWarnings("ReferenceEquality")
  public static ObjectNode report(String organ, Random random) {
    ObjectNode report = random.nextBoolean() ? Sample.huancui(organ) : Sample.huaian(organ);
    report.put("year", YEAR);
    report.remove("narrative");
    JsonNode applications = report.get("applications");
    List<ObjectNode> outcomes = new ArrayList<>();
    rows(applications.get("outcomes"), outcomes);
    outcomes.removeIf(row -> row == applications.at("/outcomes/total"));
    for (String applicant : APPLICANTS) {
      long sum = 0;
      for (ObjectNode row : outcomes) {
        sum += number(row, applicant, random);
      }
      fixed(applications.at("/outcomes/total"), applicant, sum);
      long forward = random.nextInt(30);
      fixed(applications.get("carriedForward"), applicant, forward);
      long over = random.nextInt((int) Math.min(20, sum + forward + 1));
      fixed(applications.get("carriedOver"), applicant, over);
      fixed(applications.get("received"), applicant, sum + forward - over);
    }
    List<ObjectNode> all = new ArrayList<>(outcomes);
    for (String row : List.of("/received", "/carriedOver", "/carriedForward", "/outcomes/total")) {
      all.add((ObjectNode) applications.at(row));
    }
    all.forEach(row -> total(row, APPLICANTS, random));
    for (JsonNode row : report.get("contests")) {
      RESULTS.forEach(result -> number((ObjectNode) row, result, random));
      total((ObjectNode) row, RESULTS, random);
    }
    for (JsonNode row : report.get("disclosure")) {
      List<String> names = new ArrayList<>();
      row.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> number((ObjectNode) row, name, random));
    }
    ((ObjectNode) report.at("/disclosure/fees"))
        .put("amount", BigDecimal.valueOf(random.nextInt(1_000_000_000), 6));
    publications(report, random);
    return report;
  }

  private static void rows(JsonNode node, List<ObjectNode> rows) {
    for (JsonNode child : node) {
      if (child.has("naturalPerson")) {
        rows.add((ObjectNode) child);
      } else {
        rows(child, rows);
      }
    }
  }

  private static long number(ObjectNode row, String column, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> row.putNull(column);
      case 1 -> row.put(column, "n/a");
      case 2 -> row.put(column, 0);
      default -> {
        long number = random.nextInt(10) == 0 ? random.nextInt(90_000_000) : random.nextInt(50);
        row.put(column, number);
        return number;
      }
    }
    return 0;
  }

  private static void fixed(JsonNode row, String column, long number) {
    ((ObjectNode) row).put(column, number);
  }

  private static void total(ObjectNode row, List<String> columns, Random random) {
    if (random.nextBoolean()) {
      row.putNull("total");
    } else {
      row.put("total", columns.stream().mapToLong(c -> row.get(c).asLong(0)).sum());
    }
  }

  private static void publications(ObjectNode report, Random random) {
    ObjectNode publications = report.putObject("publications");
    ArrayNode channels = publications.putArray("channels");
    for (int i = 0; i < random.nextInt(6); i++) {
      ObjectNode channel = channels.addObject();
      channel.put("channel", CHANNELS.get(random.nextInt(CHANNELS.size())));
      channel.put("unit", UNITS.get(random.nextInt(UNITS.size())));
      if (random.nextInt(4) > 0) {
        channel.put("count", random.nextInt(5000));
      }
      if (random.nextBoolean()) {
        channel.put("approximate", random.nextBoolean());
      }
    }
    if (random.nextBoolean()) {
      publications.putObject("total").put("unit", "item").put("count", random.nextInt(5000));
    }
  }

  private void compare(String region, String by) {
    for (String what : List.of("applications", "contests", "disclosure", "publications")) {
      String address = "/api/v1/rollups/" + what + "?region=" + region + "&year=2021&by=" + by;
      JsonNode answer = Sample.json(Api.get(address).statusCode(200).extract().asString());
      Map<String, List<ObjectNode>> groups = new TreeMap<>();
      submitted.forEach(
          (organ, report) -> {
            if (isWithin(regionOf.get(organ), region)) {
              String code = code(organ, region, by);
              groups.computeIfAbsent(code, c -> new ArrayList<>()).add(report);
            }
          });
      long expected = regionOf.values().stream().filter(r -> isWithin(r, region)).count();
      long reported = groups.values().stream().mapToLong(Collection::size).sum();
      JsonNode coverage = answer.get("coverage");
      assertThat(coverage.get("expected").longValue()).as(address).isEqualTo(expected);
      assertThat(coverage.get("reported").longValue()).as(address).isEqualTo(reported);
      assertThat(coverage.get("missing").longValue()).isEqualTo(expected - reported);
      Map<String, JsonNode> rows = new HashMap<>();
      for (JsonNode row : answer.get("rows")) {
        String code = by.equals("none") ? region : row.get("code").textValue();
        String id =
            what.equals("publications")
                ? row.get("channel").textValue() + " " + row.get("unit").textValue()
                : row.get("row").textValue();
        assertThat(rows.put(code + " " + id, row)).as(address + " " + id).isNull();
      }
      if (what.equals("publications")) {
        comparePublications(address, groups, rows);
      } else {
        groups.forEach((code, reports) -> compareTable(address, what, code, reports, rows));
      }
    }
  }

  private boolean isWithin(String region, String ancestor) {
    for (String at = region; at != null; at = parentOf.get(at)) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  private String code(String organ, String region, String by) {
    if (by.equals("organ")) {
      return organ;
    }
    String at = regionOf.get(organ);
    while (by.equals("region") && !at.equals(region) && !parentOf.get(at).equals(region)) {
      at = parentOf.get(at);
    }
    return by.equals("none") ? region : at;
  }

  /** Adds whatever stands at or below a row's place in the documents, totals left out. */
  private static void compareTable(
      String address,
      String section,
      String code,
      List<ObjectNode> reports,
      Map<String, JsonNode> rows) {
    Map<String, Map<String, List<JsonNode>>> cells = new TreeMap<>();
    for (ObjectNode report : reports) {
      collect(report.get(section), "", cells);
    }
    cells.forEach(
        (row, columns) -> {
          JsonNode answered = rows.get(code + " " + row);
          assertThat(answered).as(address + " " + row).isNotNull();
          List<JsonNode> all = new ArrayList<>();
          columns.forEach(
              (column, stated) -> {
                requireSum(address + " " + row + " " + column, answered.get(column), stated);
                all.addAll(stated);
              });
          if (!section.equals("disclosure")) {
            requireSum(address + " " + row + " total", answered.get("total"), all);
          }
          assertThat(answered.get("blank").longValue())
              .as(address + " " + row)
              .isEqualTo(all.stream().filter(JsonNode::isNull).count());
        });
    assertThat(rows.keySet().stream().filter(k -> k.startsWith(code + " ")).toList())
        .containsExactlyInAnyOrderElementsOf(
            cells.keySet().stream().map(row -> code + " " + row).toList());
  }

  private static void collect(
      JsonNode node, String path, Map<String, Map<String, List<JsonNode>>> cells) {
    node.properties()
        .forEach(
            e -> {
              String name = e.getKey();
              if (e.getValue().isObject()) {
                if (!(path.equals("outcomes") && name.equals("total"))) {
                  collect(e.getValue(), path.isEmpty() ? name : path + "." + name, cells);
                }
              } else if (!name.equals("total")) {
                for (String row : rowsOf(path)) {
                  cells
                      .computeIfAbsent(row, r -> new TreeMap<>())
                      .computeIfAbsent(name, n -> new ArrayList<>())
                      .add(e.getValue());
                }
              }
            });
  }

  /**
   * The row itself, what stands for it among its parts, the headings above it, and the total of all
   * outcomes.
   */
  private static List<String> rowsOf(String path) {
    List<String> rows = new ArrayList<>(List.of(path));
    if (path.equals("outcomes.otherHandling")) {
      rows.add(path + ".undivided"); // of 2019, beside the parts of 2021
    }
    String above = path;
    while (above.contains(".")) {
      above = above.substring(0, above.lastIndexOf('.'));
      rows.add(above.equals("outcomes") ? "outcomes.total" : above);
    }
    return rows;
  }

  private static void requireSum(String what, JsonNode answered, List<JsonNode> stated) {
    assertThat(answered).as(what).isNotNull();
    List<JsonNode> numbers = stated.stream().filter(JsonNode::isNumber).toList();
    if (numbers.isEmpty()) {
      assertThat(answered.isNull()).as(what + " " + answered).isTrue();
    } else {
      BigDecimal sum =
          numbers.stream().map(JsonNode::decimalValue).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(answered.isNumber()).as(what + " " + answered + " " + sum).isTrue();
      assertThat(answered.decimalValue()).as(what).isEqualByComparingTo(sum);
    }
  }

  private static void comparePublications(
      String address, Map<String, List<ObjectNode>> groups, Map<String, JsonNode> rows) {
    Map<String, List<JsonNode>> counts = new TreeMap<>();
    Map<String, Integer> approximate = new HashMap<>();
    groups.forEach(
        (code, reports) ->
            reports.forEach(
                report -> {
                  for (JsonNode channel : report.at("/publications/channels")) {
                    String id =
                        "%s %s %s"
                            .formatted(
                                code,
                                channel.get("channel").textValue(),
                                channel.get("unit").textValue());
                    JsonNode count = channel.path("count");
                    counts.computeIfAbsent(id, i -> new ArrayList<>()).add(count);
                    int about = channel.path("approximate").asBoolean(false) ? 1 : 0;
                    approximate.merge(id, about, Integer::sum);
                  }
                }));
    assertThat(rows.keySet()).as(address).isEqualTo(counts.keySet());
    counts.forEach(
        (id, stated) -> {
          requireSum(address + " " + id, rows.get(id).get("count"), stated);
          assertThat(rows.get(id).get("blank").longValue())
              .isEqualTo(stated.stream().filter(JsonNode::isMissingNode).count());
          assertThat(rows.get(id).get("approximate").intValue()).isEqualTo(approximate.get(id));
        });
  }
}
