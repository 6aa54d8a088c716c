package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
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

  private static String defined(String indicator) {
    return "definitions.find { it.indicator == '" + indicator + "' }.";
  }

  @Test
  void eachCarriesItsDefinition() {
    Api.filed(report(city.organ(district), 1, 0, 0));
    ValidatableResponse answer = indicators(district, "");
    answer
        .body(defined("disclosureRate") + "definition", equalTo("办理结果中予以公开和部分公开的申请所占的比例。"))
        .body(
            defined("disclosureRate") + "formula",
            equalTo("（（一）予以公开 + （二）部分公开（区分处理的，只计这一情形，不计其他情形）） ÷ （七）总计"))
        .body(
            defined("disclosureRate") + "numerator",
            contains(
                "applications.outcomes.granted.total", "applications.outcomes.partlyGranted.total"))
        .body(
            defined("disclosureRate") + "denominator",
            contains("applications.outcomes.total.total"))
        .body(defined("disclosureRate") + "article", equalTo("《政府信息公开条例》第三十六条第（一）、（二）项、第三十七条"))
        .body(defined("disclosureRate") + "form", equalTo("三、收到和处理政府信息公开申请情况"))
        .body(defined("disclosureRate") + "method", equalTo("withPartial"))
        .body(defined("disclosureRate") + "methods.method", contains("withPartial", "strict"))
        .body(defined("refusalRate") + "article", containsString("第十四条"))
        .body(defined("refusalRate") + "methods", nullValue())
        .body(
            defined("correctionRate.litigation") + "formula",
            equalTo("（未经复议直接起诉·结果纠正 + 复议后起诉·结果纠正） ÷ （未经复议直接起诉·总计 + 复议后起诉·总计）"))
        .body(defined("channelShare") + "definition", containsString("渠道"));
    List<String> all = answer.extract().path("definitions.indicator");
    List<String> rows = answer.extract().path("rows.indicator");
    assertThat(rows)
        .allMatch(
            r -> all.contains(r) || r.startsWith("channelShare.") && all.contains("channelShare"));
    admin()
        .header("Accept-Language", "en")
        .get("/api/v1/rollups/indicators?year=2021&format=jsonstat&region=" + district)
        .then()
        .body(
            "extension.definitions.find { it.indicator == 'grantedRate' }.formula",
            equalTo("(1) Granted ÷ (7) Total"));
  }

  @Test
  void methodsChooseAmongWaysOfCountingThatAreInUse() {
    ObjectNode report = report(city.organ(district), 10, 20, 9);
    Sample.with(report, "/contests/litigationDirect/upheld", 3);
    Sample.with(report, "/contests/litigationDirect/corrected", 1);
    Sample.with(report, "/contests/litigationDirect/total", 4);
    Api.filed(report);
    indicators(district, "")
        .body(row("disclosureRate") + "numerator", equalTo(30))
        .body(row("disclosureRate") + "method", equalTo("withPartial"))
        .body(row("correctionRate") + "numerator", equalTo(20))
        .body(row("correctionRate") + "denominator", equalTo(30))
        .body(row("carriedForwardRate") + "method", equalTo("withCarriedOver"))
        .body(row("grantedRate") + "method", nullValue());
    indicators(district, "&method=strict&method=withLitigation&method=withoutCarriedOver")
        .body(row("disclosureRate") + "numerator", equalTo(10))
        .body(row("disclosureRate") + "denominator", equalTo(39))
        .body(row("disclosureRate") + "method", equalTo("strict"))
        .body(row("correctionRate") + "numerator", equalTo(21))
        .body(row("correctionRate") + "denominator", equalTo(34))
        .body(row("correctionRate.reconsideration") + "denominator", equalTo(30))
        .body(row("carriedForwardRate") + "method", equalTo("withoutCarriedOver"))
        .body(row("carriedForwardRate") + "denominator", equalTo(39))
        .body(
            defined("disclosureRate") + "numerator",
            contains("applications.outcomes.granted.total"))
        .body(defined("disclosureRate") + "definition", containsString("部分公开的不计"));
    String address = "/api/v1/rollups/indicators?year=2021&region=" + district;
    for (String wrong : List.of("loose", "strict&method=withPartial")) {
      Api.get(address + "&method=" + wrong)
          .statusCode(400)
          .body("violations[0].pointer", equalTo("?method"));
    }
    Api.get(address.replace("indicators", "contests") + "&method=strict").statusCode(400);
  }

  @Test
  void siblingsHaveAMedianWhereTheyAreEnough() {
    String siblings = "rows.findAll { it.indicator == 'grantedRate' }.";
    for (int i = 1; i <= 4; i++) {
      Api.filed(report(city.organ(city.district()), 10 * i, 100 - 10 * i, 0));
    }
    String region = city.code();
    indicators(region, "&by=region")
        .body(siblings + "ranked.unique()", contains(4))
        .body(siblings + "median.unique()", contains(nullValue()));
    Api.filed(report(city.organ(city.district()), 100, 200, 0));
    Api.filed(report(city.organ(city.district()), 1, 0, 0)); // too few to rank
    Api.filed(report(city.organ(region), 500, 0, 0)); // of the region itself: no sibling
    indicators(region, "&by=region")
        .body(siblings + "ranked.unique()", contains(5))
        .body(siblings + "median.unique()", contains(0.3f))
        .body(siblings + "percentile25.unique()", contains(nullValue()))
        .body(siblings + "percentile75.unique()", contains(nullValue()));
    indicators(region, "&by=organ")
        .body(siblings + "ranked.unique()", contains(6))
        .body(siblings + "median.unique()", contains(0.316667f));
  }
}
