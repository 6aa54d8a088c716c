package org.gongkai.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.report.ReportsChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has changed is in the feed, in order, for those who may see it. */
@QuarkusTest
class ChangeResourceTest {

  @Inject Event<ReportsChanged> events;

  private final City city = City.found();
  private String district;
  private String organ;
  private long start;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
    start = Feed.end();
  }

  @Test
  void theLifeOfAReportIsThereStepByStep() {
    long id = Api.drafted(Sample.huancui(organ));
    Api.correct(id, Api.tag(id), Sample.with(Sample.huancui(organ), "/disclosure/fees/amount", 3))
        .statusCode(200);
    Api.submit(id).statusCode(200);
    Api.correct(id, Api.tag(id), Sample.huancui(organ)).statusCode(200);
    Api.correct(id, Api.tag(id), Sample.huancui(organ)).statusCode(200);
    int report = Math.toIntExact(id);
    admin()
        .get("/api/v1/changes?after={after}&region={region}", start, district)
        .then()
        .statusCode(200)
        .body(
            "items.kind",
            contains("report.drafted", "report.corrected", "report.submitted", "report.submitted"))
        .body("items.revision", contains(1, 2, 2, 3))
        .body("items.state", contains("draft", "draft", "submitted", "submitted"))
        .body("items.report", contains(report, report, report, report))
        .body("items[0].organ", equalTo(organ))
        .body("items[0].year", equalTo(2021))
        .body("items[0].scope", equalTo("organ"))
        .body("items[0].region", equalTo(district))
        .body("items[0].href", equalTo("/api/v1/reports/" + id))
        .body("items[0].at", endsWith("Z"))
        .body("items[0]", not(hasKey("author")))
        .body("next", greaterThan(Math.toIntExact(start)));
  }

  @Test
  void whoBeginsNowNotesWhereTheFeedStands() {
    Api.drafted(Sample.huancui(organ));
    String key = TestKeys.office(district);
    JsonPath now =
        as(key)
            .get("/api/v1/changes?limit=0&region={region}", district)
            .then()
            .statusCode(200)
            .body("items", empty())
            .body("next", equalTo(0))
            .body("newest", greaterThan(Math.toIntExact(start)))
            .extract()
            .jsonPath();
    Api.drafted(Sample.huancui(city.organ(district)));
    as(key)
        .get(
            "/api/v1/changes?after={after}&kind=report.drafted&region={region}",
            now.getLong("newest"),
            district)
        .then()
        .statusCode(200)
        .body("items.kind", contains("report.drafted"));
  }

  @Test
  void whatIsRefusedOrRolledBackIsNotThere() {
    Api.file(Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 1))
        .statusCode(422);
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          events.fire(Feed.published(1, organ, district));
                          throw new IllegalStateException("and back again");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Feed.after(start, TestKeys.ADMIN, "&region=" + district)).isEmpty();
  }

  @Test
  void anOrganThatIsRegisteredDifferentlyIsAChangeWhereItIsNow() {
    String other = city.district();
    long from = Feed.end();
    city.change(organ, "改名后的局", other, LocalDate.of(2020, 1, 1));
    admin()
        .get("/api/v1/changes?after={after}&kind=organ.changed&region={region}", from, city.code())
        .then()
        .body("items.organ", contains(organ))
        .body("items.region", contains(other))
        .body("items.kind", contains("organ.changed"))
        .body("items.href", contains("/api/v1/organs/" + organ))
        .body("items[0]", not(hasKey("report")));
  }

  @Test
  void aFileOfOrgansIsAChangeOfEach() {
    StringBuilder file = new StringBuilder("code,name,region,kind\n");
    for (int i = 0; i < 2_500; i++) {
      file.append("F-%s-%04d,第%d所,%s,department\n".formatted(district, i, i, district));
    }
    admin()
        .contentType("text/csv")
        .body(file.toString())
        .post("/api/v1/organs/import")
        .then()
        .statusCode(200);
    String query = "?limit=1000&region=" + district + "&after=";
    JsonPath first = Feed.page(TestKeys.ADMIN, query + start);
    JsonPath second = Feed.page(TestKeys.ADMIN, query + first.getLong("next"));
    JsonPath third = Feed.page(TestKeys.ADMIN, query + second.getLong("next"));
    assertThat(first.getList("items")).hasSize(1_000);
    assertThat(first.getString("items[0].organ")).isEqualTo("F-" + district + "-0000");
    assertThat(second.getList("items")).hasSize(1_000);
    assertThat(third.getList("items")).hasSize(500);
    assertThat(third.getString("items[499].organ")).isEqualTo("F-" + district + "-2499");
  }

  @Test
  void everybodySeesWhatTheyMay() {
    String sibling = city.organ(district);
    String elsewhere = city.organ(city.district());
    String township = city.organ(city.township(district));
    start = Feed.end();
    long own = Api.filed(Sample.nil(organ, 2021));
    long beside = Api.filed(Sample.nil(sibling, 2021));
    long away = Api.filed(Sample.nil(elsewhere, 2021));
    long below = Api.filed(Sample.nil(township, 2021));
    assertThat(seen(TestKeys.organ(organ))).containsExactly(own);
    assertThat(seen(TestKeys.office(district))).containsExactly(own, beside, below);
    assertThat(seen(TestKeys.office(city.code()))).containsExactly(own, beside, away, below);
    assertThat(seen(TestKeys.office(City.found().district()))).isEmpty();
    assertThat(seen(TestKeys.ADMIN)).containsExactly(own, beside, away, below);
    assertThat(seen(TestKeys.reader())).isEmpty();
  }

  @Test
  void aReaderSeesWhatIsPublishedWhereItMayRead() {
    long id = Api.filed(Sample.nil(organ, 2021));
    Feed.publish(events, id, organ, district);
    for (String key :
        List.of(TestKeys.reader(), TestKeys.reader(district), TestKeys.reader(city.code()))) {
      as(key)
          .get("/api/v1/changes?after={after}", start)
          .then()
          .body("items.kind", contains("report.published"))
          .body("items.report", contains(Math.toIntExact(id)));
      as(key)
          .get("/api/v1/changes?after={after}&kind=report.submitted", start)
          .then()
          .body("items", empty())
          .body("next", greaterThan(Math.toIntExact(start)));
    }
    assertThat(seen(TestKeys.reader(City.found().district()))).isEmpty();
  }

  @Test
  void aFilterNarrowsAndNeverWidens() {
    long id = Api.filed(Sample.nil(organ, 2021));
    Feed.publish(events, id, organ, district);
    String stranger = TestKeys.office(City.found().district());
    assertThat(Feed.after(start, stranger, "&region=" + district)).isEmpty();
    assertThat(Feed.after(start, TestKeys.ADMIN, "&kind=report.published&region=" + district))
        .extracting(change -> change.get("kind"))
        .containsExactly("report.published");
    assertThat(Feed.after(start, TestKeys.organ(organ), "&region=" + district)).hasSize(2);
  }

  @Test
  void whereNothingIsToBeSeenTheReaderStillComesForward() {
    String stranger = TestKeys.office(City.found().district());
    Api.filed(Sample.nil(organ, 2021));
    JsonPath page = Feed.page(stranger, "?after=" + start);
    assertThat(page.getList("items")).isEmpty();
    assertThat(page.getLong("next")).isGreaterThan(start);
    long end = Feed.end();
    assertThat(Feed.page(stranger, "?after=" + end).getLong("next")).isEqualTo(end);
    assertThat(Feed.page(TestKeys.ADMIN, "?after=" + end).getLong("next")).isEqualTo(end);
    assertThat(Feed.page(TestKeys.ADMIN, "?after=999999999999999999").getLong("next"))
        .isEqualTo(999_999_999_999_999_999L);
  }

  @ParameterizedTest
  @CsvSource({
    "after, -1",
    "after, x",
    "after, 1.5",
    "after, 1e3",
    "after, 9223372036854775808",
    "limit, -1",
    "limit, 1001",
    "kind, report.eaten",
    "kind, submitted"
  })
  void whatIsWrongInTheQueryIsNamed(String parameter, String value) {
    admin()
        .queryParam(parameter, value)
        .get("/api/v1/changes")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?" + parameter));
  }

  private List<Long> seen(String key) {
    return Feed.after(start, key, "").stream()
        .filter(change -> !change.get("kind").equals("organ.changed"))
        .map(ChangeResourceTest::report)
        .toList();
  }

  private static long report(Map<String, Object> change) {
    return ((Number) change.get("report")).longValue();
  }
}
