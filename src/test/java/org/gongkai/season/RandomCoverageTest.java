package org.gongkai.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.gongkai.Seeds;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.rollup.ReportDates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random organs of a random tree with random dates, extensions, exemptions and reports. Coverage,
 * lists and reminders of every region are then what a simple count of them gives.
 */
@QuarkusTest
class RandomCoverageTest {

  private static final int YEAR = ReportDates.today().getYear() - 1;
  private static final LocalDate LEGAL = LocalDate.of(YEAR + 1, 1, 31);
  private static final List<String> STATES =
      List.of("draft", "submitted", "withdrawn", "returned", "accepted", "published", "reopened");
  private static final List<String> FILED = List.of("submitted", "accepted", "published");

  /** After the first answers, which are remembered. */
  private static final int STEPS = 15;

  @Inject DataSource database;

  private final City city = City.found();
  private final List<String> places = new ArrayList<>();
  private final Map<String, String> parentOf = new HashMap<>();
  private final Map<String, LocalDate> dateOf = new HashMap<>();
  private final Map<String, Organ> organs = new TreeMap<>();

  private static final class Organ {
    String region;
    boolean closed;
    boolean exempt;
    LocalDate extension;
    String state = "notStarted";
    LocalDate filedOn;
    LocalDate returnDue;
    LocalDate correctedOn;
    LocalDate statedOn;

    LocalDate counted() {
      return statedOn == null ? filedOn : statedOn;
    }

    boolean expected() {
      return !closed && !exempt;
    }

    boolean filed() {
      return FILED.contains(state);
    }
  }

  static LongStream seeds() {
    return Seeds.of(2, 71, 828, 4590);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void coverageIsWhatASimpleCountGives(long seed) throws SQLException {
    Random random = new Random(seed);
    grow(random, states());
    List<String> regions = new ArrayList<>(parentOf.keySet());
    regions.add(city.code());
    for (String region : regions) {
      JsonNode whole = coverage(region, "none");
      assertThat(whole.has("rows")).isFalse();
      compareCounts(whole, organ -> isWithin(organ.region, region));
      compareRows(region);
      compareLists(region);
    }
    for (int step = 0; step < STEPS; step++) {
      change(random, states());
      compareNow(city.code());
    }
    regions.forEach(this::compareNow);
  }

  /** Whatever is remembered of an earlier answer. */
  private void compareNow(String region) {
    JsonNode byRegion = coverage(region, "region");
    compareCounts(byRegion, organ -> isWithin(organ.region, region));
    for (JsonNode row : byRegion.get("rows")) {
      String code = row.get("code").textValue();
      compareCounts(
          row,
          organ ->
              code.equals(region) ? organ.region.equals(region) : isWithin(organ.region, code));
    }
  }

  /** One thing that moves an organ from one count to another. */
  private void change(Random random, List<String> states) {
    List<String> codes = new ArrayList<>(organs.keySet());
    String code = codes.get(random.nextInt(codes.size()));
    Organ organ = organs.get(code);
    String place = places.get(random.nextInt(places.size()));
    switch (random.nextInt(8)) {
      case 0 -> addOrgan(place, random, states);
      case 1 -> {
        if (!organ.closed && organ.extension == null) {
          extend(code, organ, random);
        }
      }
      case 2 -> {
        if (!organ.closed && !organ.exempt) {
          ReportDates.exempt(code, YEAR);
          organ.exempt = true;
        }
      }
      case 3 -> {
        if (!dateOf.containsKey(place)) {
          date(place, random);
        }
      }
      case 4 -> {
        if (!organ.closed) {
          city.correct(code, place);
          organ.region = place;
        }
      }
      default -> {
        if (organ.state.equals("notStarted")) {
          file(code, organ, random, states);
        }
      }
    }
  }

  /** Those that the database takes; all of them where the whole life of a report is there. */
  private List<String> states() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                """
                SELECT string_agg(pg_get_constraintdef(oid), ' ') FROM pg_constraint
                WHERE conrelid = 'report'::regclass AND contype = 'c'
                """)) {
      result.next();
      String checks = result.getString(1);
      return STATES.stream().filter(state -> checks.contains("'" + state + "'")).toList();
    }
  }

  private void grow(Random random, List<String> states) {
    places.add(city.code());
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
    for (String place : places) {
      if (random.nextInt(3) > 0) {
        date(place, random);
      }
    }
    for (int i = 0; i < 24; i++) {
      addOrgan(places.get(random.nextInt(places.size())), random, states);
    }
  }

  private void date(String place, Random random) {
    LocalDate date = LocalDate.of(YEAR + 1, 1, 1 + random.nextInt(31));
    ReportDates.date(place, YEAR, date);
    dateOf.put(place, date);
  }

  private void extend(String code, Organ organ, Random random) {
    LocalDate today = ReportDates.today();
    LocalDate due =
        random.nextBoolean()
            ? due(organ).plusDays(1 + random.nextInt(20))
            : today.plusDays(random.nextInt(5) - 2);
    if (due.isAfter(due(organ))) {
      ReportDates.extend(code, YEAR, due);
      organ.extension = due;
    }
  }

  private void addOrgan(String place, Random random, List<String> states) {
    Organ organ = new Organ();
    organ.region = place;
    organ.closed = random.nextInt(8) == 0;
    String code =
        organ.closed
            ? city.organ(place, LocalDate.of(2000, 1, 1), LocalDate.of(YEAR, 9, 1))
            : city.organ(place);
    organs.put(code, organ);
    if (!organ.closed && random.nextInt(3) == 0) {
      extend(code, organ, random);
    }
    if (!organ.closed && random.nextInt(5) == 0) {
      ReportDates.exempt(code, YEAR);
      organ.exempt = true;
    }
    if (random.nextInt(4) > 0) {
      file(code, organ, random, states);
    }
  }

  private void file(String code, Organ organ, Random random, List<String> states) {
    organ.state = states.get(random.nextInt(states.size()));
    organ.filedOn =
        random.nextBoolean()
            ? due(organ).plusDays(random.nextInt(3) - 1)
            : due(organ).plusDays(random.nextInt(60) - 30);
    OffsetDateTime at =
        random.nextBoolean()
            ? ReportDates.lastMomentOf(organ.filedOn)
            : ReportDates.firstMomentOf(organ.filedOn);
    long report = ReportDates.report(database, code, YEAR, organ.state, at);
    if (!organ.state.equals("withdrawn") && random.nextInt(3) == 0) {
      giveBack(organ, report, random);
    }
    LocalDate stated = organ.filedOn.minusDays(random.nextInt(20));
    if (random.nextInt(3) == 0 && stated.getYear() > YEAR) {
      ReportDates.handedIn(report, stated);
      organ.statedOn = stated;
    }
  }

  /** A return that gave a last day, and what was handed in again after it, in time or late. */
  private void giveBack(Organ organ, long report, Random random) {
    organ.returnDue = ReportDates.today().plusDays(random.nextInt(7) - 3);
    if (organ.filed()) {
      organ.correctedOn = organ.returnDue.plusDays(random.nextInt(3) - 1);
    }
    ReportDates.returned(
        database,
        report,
        organ.returnDue,
        organ.correctedOn == null ? null : ReportDates.lastMomentOf(organ.correctedOn));
  }

  /** The day that counts for an organ that has not filed. */
  private LocalDate lastDay(Organ organ) {
    return organ.state.equals("returned") && organ.returnDue != null ? organ.returnDue : due(organ);
  }

  private long daysLate(Organ organ) {
    if (!organ.filed()) {
      return ChronoUnit.DAYS.between(lastDay(organ), ReportDates.today());
    }
    long late = ChronoUnit.DAYS.between(due(organ), organ.counted());
    return organ.correctedOn == null
        ? late
        : Math.max(late, ChronoUnit.DAYS.between(organ.returnDue, organ.correctedOn));
  }

  private LocalDate due(Organ organ) {
    LocalDate due = LEGAL;
    for (String at = organ.region; at != null; at = parentOf.get(at)) {
      LocalDate local = dateOf.get(at);
      due = local != null && local.isBefore(due) ? local : due;
    }
    boolean extended = organ.extension != null && organ.extension.isAfter(due);
    return extended ? organ.extension : due;
  }

  private String status(Organ organ) {
    if (!organ.expected()) {
      return organ.filed() ? "unexpected" : organ.exempt ? "exempt" : null;
    }
    if (organ.filed()) {
      return daysLate(organ) > 0 ? "late" : "onTime";
    }
    return daysLate(organ) > 0 ? "missing" : "pending";
  }

  private void compareCounts(JsonNode counts, Predicate<Organ> where) {
    Map<String, Long> wanted = new TreeMap<>();
    for (Standing.Status status : Standing.Status.values()) {
      wanted.put(status.code(), 0L);
    }
    for (Standing.Stage stage : Standing.Stage.values()) {
      wanted.put(stage.code(), 0L);
    }
    wanted.put("expected", 0L);
    for (Organ organ : organs.values()) {
      if (where.test(organ)) {
        if (organ.expected()) {
          wanted.merge("expected", 1L, Long::sum);
          wanted.merge(organ.state, 1L, Long::sum);
        }
        if (organ.exempt) {
          wanted.merge("exempt", 1L, Long::sum);
        }
        if (status(organ) != null && !status(organ).equals("exempt")) {
          wanted.merge(status(organ), 1L, Long::sum);
        }
      }
    }
    Map<String, Long> answered = new TreeMap<>();
    wanted.keySet().forEach(name -> answered.put(name, counts.get(name).longValue()));
    assertThat(answered).as(counts.toString()).isEqualTo(wanted);
    assertThat(sum(answered, "onTime", "late", "missing", "pending"))
        .isEqualTo(answered.get("expected"));
    assertThat(
            sum(
                answered,
                java.util.Arrays.stream(Standing.Stage.values())
                    .map(Standing.Stage::code)
                    .toArray(String[]::new)))
        .isEqualTo(answered.get("expected"));
  }

  private static long sum(Map<String, Long> counts, String... names) {
    long sum = 0;
    for (String name : names) {
      sum += counts.get(name);
    }
    return sum;
  }

  private void compareRows(String region) {
    JsonNode byRegion = coverage(region, "region");
    compareCounts(byRegion, organ -> isWithin(organ.region, region));
    Map<String, Long> added = new TreeMap<>();
    TreeSet<String> codes = new TreeSet<>();
    for (JsonNode row : byRegion.get("rows")) {
      String code = row.get("code").textValue();
      assertThat(codes.add(code)).isTrue();
      compareCounts(
          row,
          organ ->
              code.equals(region) ? organ.region.equals(region) : isWithin(organ.region, code));
      row.properties().stream()
          .filter(member -> member.getValue().isNumber())
          .forEach(m -> added.merge(m.getKey(), m.getValue().longValue(), Long::sum));
      String next = row.path("link").asText(null);
      if (next != null) {
        JsonNode below = Sample.json(Api.get(next).statusCode(200).extract().asString());
        assertThat(below.get("expected")).isEqualTo(row.get("expected"));
        assertThat(below.get("late")).isEqualTo(row.get("late"));
      }
      JsonNode list =
          Sample.json(Api.get(row.get("organs").textValue()).statusCode(200).extract().asString());
      assertThat(list.get("total").longValue())
          .isEqualTo(
              organs.values().stream()
                  .filter(
                      o -> code.equals(region) ? o.region.equals(region) : isWithin(o.region, code))
                  .filter(o -> status(o) != null)
                  .count());
    }
    added.forEach(
        (name, sum) -> assertThat(byRegion.get(name).longValue()).as(name).isEqualTo(sum));
    parentOf.forEach(
        (child, parent) -> {
          if (parent.equals(region)) {
            assertThat(codes).contains(child);
          }
        });
  }

  private void compareLists(String region) {
    for (Standing.Status status : Standing.Status.values()) {
      Map<String, JsonNode> items =
          list("/api/v1/coverage/organs?status=" + status.code() + "&region=" + region);
      assertThat(items.keySet())
          .as(region + " " + status)
          .isEqualTo(
              codes(
                  region,
                  o ->
                      status.code().equals(status(o))
                          || (status == Standing.Status.EXEMPT && o.exempt)));
      items.forEach(
          (code, item) -> {
            Organ organ = organs.get(code);
            assertThat(item.get("state").textValue()).isEqualTo(organ.state);
            assertThat(item.get("status").textValue()).isEqualTo(status(organ));
            if (!organ.closed) {
              assertThat(item.get("due").textValue()).isEqualTo(due(organ).toString());
            }
            assertThat(item.path("handedInOn").textValue())
                .isEqualTo(Objects.toString(organ.statedOn, null));
            compareDaysLate(item, organ);
          });
    }
    for (Standing.Stage stage : Standing.Stage.values()) {
      Map<String, JsonNode> items =
          list("/api/v1/coverage/organs?state=" + stage.code() + "&region=" + region);
      assertThat(items.keySet())
          .isEqualTo(codes(region, o -> o.state.equals(stage.code()) && status(o) != null));
    }
    Map<String, JsonNode> reminders = list("/api/v1/reminders?region=" + region);
    assertThat(reminders.keySet()).isEqualTo(codes(region, o -> o.expected() && !o.filed()));
    reminders.forEach(
        (code, item) ->
            assertThat(Map.of("daysLeft", item.get("daysLeft").longValue()))
                .containsExactly(
                    entry(
                        "daysLeft",
                        ChronoUnit.DAYS.between(ReportDates.today(), lastDay(organs.get(code))))));
  }

  private void compareDaysLate(JsonNode item, Organ organ) {
    if (Set.of("late", "missing").contains(String.valueOf(status(organ)))) {
      assertThat(item.get("daysLate").longValue()).isEqualTo(daysLate(organ));
    } else {
      assertThat(item.has("daysLate")).isFalse();
    }
    assertThat(item.path("returnDue").asText(null))
        .isEqualTo(organ.returnDue == null ? null : organ.returnDue.toString());
  }

  /** All pages of a list, three at a time, by organ. */
  private static Map<String, JsonNode> list(String address) {
    Map<String, JsonNode> items = new TreeMap<>();
    String cursor = "";
    long total = -1;
    while (cursor != null) {
      JsonNode page =
          Sample.json(
              Api.get(address + "&year=" + YEAR + "&limit=3" + cursor)
                  .statusCode(200)
                  .extract()
                  .asString());
      total = page.get("total").longValue();
      for (JsonNode item : page.get("items")) {
        assertThat(items.put(item.get("organ").textValue(), item)).isNull();
      }
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").textValue();
    }
    assertThat(items).hasSize((int) total);
    return items;
  }

  private Set<String> codes(String region, Predicate<Organ> which) {
    TreeSet<String> codes = new TreeSet<>();
    organs.forEach(
        (code, organ) -> {
          if (isWithin(organ.region, region) && which.test(organ)) {
            codes.add(code);
          }
        });
    return codes;
  }

  private static JsonNode coverage(String region, String by) {
    return Sample.json(
        Api.get("/api/v1/coverage?region=" + region + "&year=" + YEAR + "&by=" + by)
            .statusCode(200)
            .extract()
            .asString());
  }

  private boolean isWithin(String region, String ancestor) {
    for (String at = region; at != null; at = parentOf.get(at)) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }
}
