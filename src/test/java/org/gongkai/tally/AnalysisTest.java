package org.gongkai.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;

/** Series, comparison with the year before, shares, ranking, and what there is to ask for. */
@QuarkusTest
class AnalysisTest {

  @Inject Folding folding;

  private final City city = City.found();

  /** So many applications, of which so many were granted and the others refused. */
  private static ObjectNode report(String organ, int year, int granted, int refused) {
    ObjectNode report = Sample.nil(organ, year);
    report.remove("nil");
    ObjectNode nil = Sample.huancui(organ);
    report.set("applications", nil.get("applications"));
    report.put("year", year);
    for (String pointer : new String[] {"/received", "/outcomes/total"}) {
      fill(report, "/applications" + pointer, granted + refused);
    }
    fill(report, "/applications/outcomes/granted", granted);
    fill(report, "/applications/outcomes/refused/stateSecret", refused);
    return report;
  }

  private static void fill(ObjectNode report, String row, int number) {
    Sample.with(report, row + "/naturalPerson", number);
    Sample.with(report, row + "/total", number);
  }

  private static ObjectNode huancui(String organ, int year) {
    ObjectNode report = Sample.huancui(organ);
    report.put("year", year);
    report.remove("narrative");
    return report;
  }

  private static JsonNode row(JsonNode answer, String member, String value, int year) {
    for (JsonNode row : answer.get("rows")) {
      if (row.path(member).asText().equals(value) && row.get("year").intValue() == year) {
        return row;
      }
    }
    throw new AssertionError(value + " in " + answer);
  }

  private JsonNode answer(String what, String rest) {
    String address = "/api/v1/rollups/" + what + "?region=" + city.code() + "&" + rest;
    return Sample.json(Api.get(address).statusCode(200).extract().asString());
  }

  @Test
  void numbersStandBesideThoseOfTheYearBefore() {
    String organ = city.organ(city.district());
    ObjectNode then = huancui(organ, 2020);
    Sample.with(then, "/disclosure/licensing/decisions", 30);
    Api.filed(then);
    Api.filed(huancui(organ, 2021));
    BigDecimal now =
        row(answer("disclosure", "year=2021"), "row", "licensing", 2021)
            .get("decisions")
            .decimalValue();
    JsonNode compared = answer("disclosure", "year=2021&compare=previous-year");
    JsonNode row = row(compared, "row", "licensing", 2021);
    assertThat(row.get("decisions").decimalValue()).isEqualByComparingTo(now);
    assertThat(row.get("previousDecisions").intValue()).isEqualTo(30);
    assertThat(row.get("changeDecisions").decimalValue())
        .isEqualByComparingTo(now.subtract(BigDecimal.valueOf(30)));
    assertThat(compared.get("rows").findValuesAsText("year")).containsOnly("2021");
    assertThat(compared.get("places").findValuesAsText("year")).containsExactly("2020", "2021");
    JsonNode first =
        row(answer("disclosure", "year=2020&compare=previous-year"), "row", "licensing", 2020);
    assertThat(first.get("previousDecisions").isNull()).isTrue();
    assertThat(first.get("changeDecisions").isNull()).isTrue();
    Api.get("/api/v1/rollups/disclosure?region=" + city.code() + "&year=2021&compare=x")
        .statusCode(400)
        .body("violations.pointer", contains("?compare"));
  }

  @Test
  void aSeriesBeginsWithTheFirstFormAndHoldsBothEditions() {
    String organ = city.organ(city.district());
    for (int year : new int[] {2019, 2021}) {
      Api.filed(huancui(organ, year));
    }
    JsonNode series = answer("contests", "by=year");
    assertThat(row(series, "row", "reconsideration", 2019).get("total").isNumber()).isTrue();
    assertThat(row(series, "row", "reconsideration", 2021).get("total").isNumber()).isTrue();
    assertThat(series.get("places").get(0).get("year").intValue()).isEqualTo(2019);
  }

  @Test
  void eachChannelHasItsShare() {
    Api.filed(huancui(city.organ(city.district()), 2021));
    JsonNode shares = answer("indicators", "year=2021");
    JsonNode website = row(shares, "indicator", "channelShare.website", 2021);
    assertThat(website.get("numerator").intValue()).isEqualTo(54);
    assertThat(website.get("denominator").intValue()).isEqualTo(411);
    assertThat(website.get("value").decimalValue()).isEqualByComparingTo("0.131387");
    assertThat(website.get("label").textValue()).isEqualTo("公开数量占比：政府网站");
  }

  @Test
  void siblingsAreRankedWhereThereIsEnoughToRankBy() {
    int[][] of = {{40, 10}, {10, 40}, {5, 5}, {80, 20}};
    for (int[] numbers : of) {
      Api.filed(report(city.organ(city.district()), 2021, numbers[0], numbers[1]));
    }
    Api.filed(report(city.organ(city.code()), 2021, 100, 0));
    JsonNode answer = answer("indicators", "year=2021&by=region");
    StringBuilder ranks = new StringBuilder();
    for (JsonNode row : answer.get("rows")) {
      if (row.get("indicator").textValue().equals("disclosureRate")) {
        assertThat(row.get("ranked").intValue()).isEqualTo(3);
        ranks
            .append(row.get("code").textValue().equals(city.code()) ? "own" : row.get("rank"))
            .append(' ');
      }
    }
    assertThat(ranks.toString()).isEqualTo("own 1 3 null 1 ");
  }

  @Test
  void whatThereIsIsTold() {
    String district = city.district();
    String empty = city.district();
    Api.filed(huancui(city.organ(district), 2021));
    city.organ(empty);
    for (int i = 0; i < 2; i++) {
      Api.get("/api/v1/availability?region=" + city.code())
          .statusCode(200)
          .body("years.year", contains(2021))
          .body("years.reports", contains(1))
          .body("regions.code", contains(district))
          .body(
              "cells.path",
              hasItems("publications.website.item", "disclosure.normativeDocuments.issued"))
          .body("cells.path", not(hasItem("applications#2021")))
          .body("cells.find { it.path == 'publications..item' }.years", contains(2021));
      folding.foldAll();
    }
    Api.get("/api/v1/availability?region=" + city.code() + "&basis=published")
        .statusCode(200)
        .body("years", empty())
        .body("cells", empty());
    Api.get("/api/v1/availability").statusCode(400).body("violations.pointer", contains("?region"));
    Api.get("/api/v1/availability?region=" + city.code() + "&basis=x")
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("report", nullValue());
  }
}
