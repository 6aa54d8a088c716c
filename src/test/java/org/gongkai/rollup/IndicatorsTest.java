package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates are sums over sums. */
@QuarkusTest
class IndicatorsTest {

  private final City city = City.found();
  private String district;
  private String township;

  @BeforeEach
  void register() {
    district = city.district();
    township = city.township(district);
  }

  /** A report of as many applications of natural persons, all answered. */
  private static ObjectNode report(String organ, int granted, int partly, int secret) {
    ObjectNode report = Sample.huancui(organ);
    for (String who : new String[] {"naturalPerson", "total"}) {
      int all = granted + partly + secret;
      Sample.with(report, "/applications/received/" + who, all);
      Sample.with(report, "/applications/outcomes/granted/" + who, granted);
      Sample.with(report, "/applications/outcomes/partlyGranted/" + who, partly);
      Sample.with(report, "/applications/outcomes/refused/stateSecret/" + who, secret);
      Sample.with(report, "/applications/outcomes/total/" + who, all);
    }
    Sample.with(report, "/contests/reconsideration/upheld", granted);
    Sample.with(report, "/contests/reconsideration/corrected", partly);
    Sample.with(report, "/contests/reconsideration/total", granted + partly);
    return report;
  }

  private static ValidatableResponse indicators(String region, String more) {
    return Api.get("/api/v1/rollups/indicators?region=" + region + "&year=2021" + more)
        .statusCode(200);
  }

  private static String row(String indicator) {
    return "rows.find { it.indicator == '" + indicator + "' }.";
  }

  @Test
  void aRateIsTheSumOverTheSumAndNoMeanOfRates() {
    Api.filed(report(city.organ(district), 1, 0, 0));
    Api.filed(report(city.organ(district), 10, 20, 9));
    indicators(district, "")
        .body(row("disclosureRate") + "numerator", equalTo(31))
        .body(row("disclosureRate") + "denominator", equalTo(40))
        .body(row("disclosureRate") + "value", equalTo(0.775f))
        .body(row("disclosureRate") + "tooFewToRank", equalTo(false))
        .body(row("refusalRate") + "value", equalTo(0.225f))
        .body(row("refusalRate.stateSecret") + "numerator", equalTo(9))
        .body(row("refusalRate.otherLaw") + "numerator", equalTo(0))
        .body(row("carriedForwardRate") + "denominator", equalTo(40))
        .body(row("correctionRate.reconsideration") + "numerator", equalTo(20))
        .body(row("correctionRate.reconsideration") + "denominator", equalTo(31))
        .body(row("correctionRate.reconsideration") + "value", equalTo(0.645161f))
        .body(row("correctionRate.litigation") + "value", nullValue())
        .body(row("correctionRate.litigation") + "denominator", equalTo(0));
  }

  @Test
  void eachPlaceHasItsOwn() {
    Api.filed(report(city.organ(district), 3, 1, 0));
    Api.filed(report(city.organ(township), 30, 0, 10));
    ValidatableResponse answer = indicators(district, "&by=region");
    String own = "rows.find { it.code == '%s' && it.indicator == 'grantedRate' }.";
    answer
        .body(own.formatted(district) + "value", equalTo(0.75f))
        .body(own.formatted(district) + "tooFewToRank", equalTo(true))
        .body(own.formatted(township) + "value", equalTo(0.75f))
        .body(own.formatted(township) + "tooFewToRank", equalTo(false));
    String csv = indicators(district, "&by=region&format=csv").extract().asString();
    assertThat(csv.lines().findFirst().orElseThrow())
        .contains("indicator", "numerator", "denominator", "value", "tooFewToRank");
  }

  @Test
  void withoutReportsThereIsNothingToDerive() {
    city.organ(district);
    indicators(district, "").body("rows", hasSize(0)).body("coverage.missing", equalTo(1));
  }
}
