package org.gongkai.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that stands in another region, untouched, is a change for both. */
@QuarkusTest
class MovedReportsTest {

  private static final List<Integer> YEARS = List.of(2021, 2022, 2023, 2024);

  private final City city = City.found();
  private String a;
  private String b;

  @BeforeEach
  void register() {
    a = city.district();
    b = city.district();
  }

  @Test
  void theRegionLeftAndTheOneEnteredAreToldReportByReport() {
    String organ = city.organ(a);
    Map<Integer, Long> reports = new HashMap<>();
    YEARS.forEach(year -> reports.put(year, Api.filed(Sample.nil(organ, year))));
    long start = Feed.end();
    String before = Api.tag(reports.get(2023));
    city.change(organ, "划转的局", b, LocalDate.of(2023, 7, 1));
    for (String region : List.of(a, b)) {
      List<Map<String, Object>> told = moves(start, TestKeys.office(region));
      assertThat(told).extracting(c -> c.get("year")).containsExactly(2023, 2024);
      for (Map<String, Object> change : told) {
        assertThat(change)
            .containsEntry("kind", "report.moved")
            .containsEntry("organ", organ)
            .containsEntry("region", region)
            .containsEntry("from", a)
            .containsEntry("to", b)
            .containsEntry("state", "submitted")
            .containsEntry("revision", 1);
      }
    }
    assertThat(moves(start, TestKeys.office(city.code()))).hasSize(4);
    assertThat(moves(start, TestKeys.office(City.found().district()))).isEmpty();
    assertThat(Api.tag(reports.get(2023))).isNotEqualTo(before);
    long again = Feed.end();
    city.change(organ, "划转的局", b, LocalDate.of(2023, 7, 1));
    city.change(organ, "改名的局", b, LocalDate.of(2023, 8, 1));
    assertThat(moves(again, TestKeys.ADMIN)).isEmpty();
  }

  @Test
  void aReaderIsToldWhereWhatItReadsHasGone() {
    String organ = city.organ(a);
    long published = Steps.reportIn("published", organ, 2023);
    long reopened = Steps.reportIn("reopened", organ, 2022);
    Steps.reportIn("submitted", organ, 2024);
    long start = Feed.end();
    city.correct(organ, b);
    for (String key : List.of(TestKeys.reader(a), TestKeys.reader(b))) {
      assertThat(moves(start, key))
          .extracting(c -> ((Number) c.get("report")).longValue())
          .containsExactlyInAnyOrder(published, reopened);
    }
    assertThat(moves(start, TestKeys.reader())).hasSize(4);
  }

  /** Each of the two mirrors reads one region's feed and nothing else but what the feed names. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mirrorsOfEachRegionEndEqualToItsList(long seed) {
    Random random = new Random(seed);
    List<String> organs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      organs.add(city.organ(random.nextBoolean() ? a : b));
    }
    List<Mirror> mirrors = new ArrayList<>();
    for (String region : List.of(a, b, city.code())) {
      mirrors.add(new Mirror(region));
    }
    for (int step = 0; step < 40; step++) {
      String organ = organs.get(random.nextInt(organs.size()));
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          int year = YEARS.get(random.nextInt(YEARS.size()));
          // an organ that is closed then is refused; that is no change
          Api.put(organ, year, Sample.with(Sample.nil(organ, year), "/narrative/other", "" + step));
        }
        case 2 -> put(organ, random);
        case 3 -> imported(organ, random);
        default -> mirrors.get(random.nextInt(mirrors.size())).follow();
      }
    }
    for (Mirror mirror : mirrors) {
      mirror.follow();
      assertThat(mirror.reports).as("mirror of " + mirror.region).isEqualTo(mirror.listed());
    }
  }

  private Map<String, Object> version(Random random) {
    Map<String, Object> form = new HashMap<>();
    form.put("name", "局");
    form.put("region", random.nextBoolean() ? a : b);
    form.put("kind", "department");
    if (random.nextInt(3) > 0) {
      LocalDate from = LocalDate.of(2020 + random.nextInt(5), 1 + random.nextInt(12), 1);
      form.put("validFrom", from.toString());
      if (random.nextInt(4) == 0) {
        form.put("validTo", from.plusMonths(1 + random.nextInt(30)).toString());
      }
    }
    return form;
  }

  private void put(String organ, Random random) {
    int status =
        admin()
            .contentType(ContentType.JSON)
            .body(version(random))
            .put("/api/v1/organs/" + organ)
            .statusCode();
    assertThat(status).isIn(200, 400);
  }

  private void imported(String organ, Random random) {
    Map<String, Object> form = version(random);
    String line =
        String.join(
            ",",
            organ,
            (String) form.get("name"),
            (String) form.get("region"),
            (String) form.get("kind"),
            (String) form.getOrDefault("validFrom", ""),
            (String) form.getOrDefault("validTo", ""));
    int status =
        admin()
            .contentType("text/csv")
            .body("code,name,region,kind,validFrom,validTo\n" + line + "\n")
            .post("/api/v1/organs/import")
            .statusCode();
    assertThat(status).isIn(200, 422);
  }

  private static List<Map<String, Object>> moves(long start, String key) {
    return Feed.after(start, key, "&kind=report.moved");
  }

  /** What somebody holds who follows the feed of one region. */
  private static final class Mirror {

    private final String region;
    private final String key;
    private final Map<Long, String> reports = new TreeMap<>();
    private long position = Feed.end();

    Mirror(String region) {
      this.region = region;
      this.key = TestKeys.office(region);
    }

    void follow() {
      for (Map<String, Object> change : Feed.after(position, key, "")) {
        position = ((Number) change.get("position")).longValue();
        Number id = (Number) change.get("report");
        if (id == null) {
          continue;
        }
        boolean left =
            "report.moved".equals(change.get("kind"))
                && change.get("region").equals(change.get("from"));
        if (left) {
          reports.remove(id.longValue());
        } else {
          reports.put(
              id.longValue(),
              change.getOrDefault("to", change.get("region")) + " " + change.get("revision"));
        }
      }
    }

    Map<Long, String> listed() {
      JsonPath page =
          as(key).get("/api/v1/reports?limit=100").then().statusCode(200).extract().jsonPath();
      Map<Long, String> listed = new TreeMap<>();
      List<Map<String, Object>> items = page.getList("items");
      items.forEach(
          item ->
              listed.put(
                  ((Number) item.get("id")).longValue(),
                  item.get("region") + " " + item.get("revision")));
      return listed;
    }
  }
}
