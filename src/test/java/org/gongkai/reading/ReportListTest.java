package org.gongkai.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which reports there are, and who sees which. */
@QuarkusTest
class ReportListTest {

  private final City city = City.found();
  private String district;
  private String township;
  private String other;
  private String bureau;
  private String town;
  private String neighbour;

  @BeforeEach
  void register() {
    district = city.district();
    township = city.township(district);
    other = city.district();
    bureau = city.government(district);
    town = city.organ(township);
    neighbour = city.organ(other);
  }

  private int count(String parameters) {
    JsonPath page = Api.get("/api/v1/reports?" + parameters).statusCode(200).extract().jsonPath();
    assertThat(page.getList("items")).hasSize(page.getInt("total"));
    return page.getInt("total");
  }

  @Test
  void filtersNarrowTheList() {
    Api.filed(Sample.nil(bureau, 2020));
    Api.filed(Sample.nil(bureau, 2021));
    Api.filed(Sample.nil(bureau, 2021).put("scope", "level"));
    Api.drafted(Sample.nil(bureau, 2022));
    Api.filed(Sample.nil(town, 2021));
    Api.filed(Sample.nil(neighbour, 2021));
    assertThat(count("region=" + city.code())).isEqualTo(6);
    assertThat(count("region=" + district)).isEqualTo(5);
    assertThat(count("region=" + township)).isEqualTo(1);
    assertThat(count("organ=" + bureau)).isEqualTo(4);
    assertThat(count("organ=" + bureau + "&region=" + other)).isZero();
    assertThat(count("region=" + city.code() + "&year=2021")).isEqualTo(4);
    assertThat(count("region=" + city.code() + "&from=2021&to=2022")).isEqualTo(5);
    assertThat(count("region=" + city.code() + "&scope=level")).isEqualTo(1);
    assertThat(count("region=" + city.code() + "&state=draft")).isEqualTo(1);
    Api.get("/api/v1/reports?organ=" + bureau + "&state=draft")
        .body("items[0].organ", equalTo(bureau))
        .body("items[0].year", equalTo(2022))
        .body("items[0].state", equalTo("draft"))
        .body("items[0].region", equalTo(district))
        .body("items[0].errors", equalTo(0))
        .body("items[0].content", nullValue());
  }

  @Test
  void theCursorLeadsThroughAllPagesOnce() {
    List<Long> filed = new ArrayList<>();
    for (int year = 2015; year <= 2021; year++) {
      filed.add(Api.filed(Sample.nil(bureau, year)));
    }
    List<Long> seen = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          admin()
              .queryParam("organ", bureau)
              .queryParam("limit", 3)
              .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
              .get("/api/v1/reports")
              .jsonPath();
      assertThat(page.getInt("total")).isEqualTo(7);
      page.getList("items.id", Long.class).forEach(seen::add);
      cursor = page.getString("next");
    } while (cursor != null);
    assertThat(seen).isEqualTo(filed);
  }

  @Test
  void everybodySeesWhatTheyMay() {
    long own = Api.filed(Sample.nil(bureau, 2021));
    long below = Api.filed(Sample.nil(town, 2021));
    long elsewhere = Api.filed(Sample.nil(neighbour, 2021));
    sees(TestKeys.organ(bureau), List.of(own), List.of(below, elsewhere));
    sees(TestKeys.office(district), List.of(own, below), List.of(elsewhere));
    sees(TestKeys.office(township), List.of(below), List.of(own, elsewhere));
    sees(TestKeys.office(city.code()), List.of(own, below, elsewhere), List.of());
    sees(TestKeys.office(city.district()), List.of(), List.of(own, below, elsewhere));
    for (String key : List.of(TestKeys.reader(), TestKeys.reader(district))) {
      as(key)
          .get("/api/v1/reports?region=" + district)
          .then()
          .statusCode(200)
          .body("total", equalTo(0));
      as(key).get("/api/v1/reports/" + own).then().statusCode(403);
      as(key).get("/api/v1/organs/" + bureau + "/reports/2021").then().statusCode(403);
    }
    io.restassured.RestAssured.get("/api/v1/reports").then().statusCode(401);
  }

  private void sees(String key, List<Long> visible, List<Long> hidden) {
    JsonPath page =
        as(key)
            .get("/api/v1/reports?region=" + city.code())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(page.getList("items.id", Long.class)).isEqualTo(visible);
    assertThat(page.getInt("total")).isEqualTo(visible.size());
    for (String part : List.of("", "/findings", "/revisions", "/revisions/1", "/receipts/1")) {
      visible.forEach(id -> as(key).get("/api/v1/reports/" + id + part).then().statusCode(200));
      hidden.forEach(id -> as(key).get("/api/v1/reports/" + id + part).then().statusCode(403));
    }
    for (long id : hidden) {
      as(key).post("/api/v1/reports/{id}/submission", id).then().statusCode(403);
      Api.send(as(key), Sample.nil(bureau, 2021))
          .header("If-Match", "*")
          .put("/api/v1/reports/{id}", id)
          .then()
          .statusCode(403);
    }
  }

  @Test
  void anOrganSeesNothingOfAnotherByAskingForIt() {
    Api.filed(Sample.nil(neighbour, 2021));
    as(TestKeys.organ(bureau))
        .get("/api/v1/reports?organ=" + neighbour)
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("total", equalTo(0));
  }

  @Test
  void anUnchangedReportIsNotSentAgain() {
    long id = Api.filed(Sample.nil(bureau, 2021));
    String tag = Api.tag(id);
    for (String named : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      admin()
          .header("If-None-Match", named)
          .get("/api/v1/reports/{id}", id)
          .then()
          .statusCode(304)
          .header("ETag", tag);
    }
    admin()
        .header("If-None-Match", tag)
        .header("Accept-Language", "en")
        .get("/api/v1/reports/{id}", id)
        .then()
        .statusCode(200);
    Api.correct(id, tag, Sample.with(Sample.nil(bureau, 2021), "/narrative/problems", "改进中。"));
    admin().header("If-None-Match", tag).get("/api/v1/reports/{id}", id).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "x", "1.5", "999999999", "99999999999999999999", "1%20OR%201=1"})
  void whatIsNoIdNamesNothing(String id) {
    for (String part : List.of("", "/findings", "/revisions", "/revisions/1", "/receipts/1")) {
      admin()
          .urlEncodingEnabled(false)
          .get("/api/v1/reports/" + id + part)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
  }

  @Test
  void aYearAndASeriesCannotBothBeAskedFor() {
    admin()
        .get("/api/v1/reports?year=2021&from=2019")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("?year"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"67557", "-63515", "2021.0", "02021", "999999999", "x"})
  void aYearIsNotCutToFit(String year) {
    Api.filed(Sample.nil(bureau, 2021));
    Api.get("/api/v1/organs/{organ}/reports/{year}", bureau, year).statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "year, 0",
    "year, 99999",
    "year, 2021.5",
    "year, abc",
    "year, ' '",
    "from, 1e3",
    "to, -1",
    "scope, all",
    "state, SUBMITTED",
    "limit, 0",
    "limit, 1001",
    "limit, ten",
    "cursor, -5",
    "cursor, x",
    "organ, ' '",
    "region, ' '"
  })
  void aParameterThatIsNoneIsNamed(String name, String value) {
    admin()
        .queryParam(name, value)
        .get("/api/v1/reports")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("violations.pointer", contains("?" + name));
  }
}
