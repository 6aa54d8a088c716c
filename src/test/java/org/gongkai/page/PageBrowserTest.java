package org.gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do on the page, in a browser, and that nothing on it keeps anybody out. */
@QuarkusTest
class PageBrowserTest {

  private static final int YEAR = 2021;
  private static final String CELL = "applications.received.naturalPerson";

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  private final City city = City.found();
  private String district;
  private String organ;
  private String key;
  private String officeKey;
  private final List<String> faults = new ArrayList<>();
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open();
    district = city.district();
    organ = city.organ(district);
    key = TestKeys.organ(organ);
    officeKey = TestKeys.office(district);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      faults.addAll(browser.faults());
      browser.close();
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void aReportIsMendedSubmittedAcceptedAndCounted() {
    long id = draft();
    browser.signIn(key);
    browser.go("/filing/" + organ + "/" + YEAR);
    browser.type(CELL, "1");
    browser.see("#submit", "先改正");
    passes();
    browser.type(CELL, "0");
    browser.see(".foot-bar", "草稿已保存");
    browser.press("#submit");
    browser.pressWords("提交报告");
    browser.see("main", "回执");
    passes();

    browser.signIn(officeKey);
    browser.go("/board/" + district + "/" + YEAR);
    browser.see("main", "已提交");
    passes();
    browser.go("/reports/" + id);
    browser.see("main", "本年新收政府信息公开申请数量");
    passes();
    browser.pressWords("审核通过");
    browser.see("body", "已审核");
    browser.go("/overview/" + district + "/" + YEAR + "?basis=accepted");
    browser.see("main", "计入1家");
    passes();
  }

  @Test
  void twoWindowsThatDisagreeLoseNothing() {
    draft();
    browser.signIn(key);
    browser.go("/filing/" + organ + "/" + YEAR);
    browser.see("[id='cell-" + CELL + "']");
    try (Browser other = Browser.open()) {
      other.signIn(key);
      other.go("/filing/" + organ + "/" + YEAR);
      other.type(CELL, "5");
      other.see(".foot-bar", "草稿已保存");
      browser.type(CELL, "7");
      browser.see(".foot-bar", "另一窗口也改了");
      browser.see(".conflict", "5");
      browser.see(".conflict", "7");
      passes();
      faults.addAll(other.faults());
    }
  }

  @Test
  void whatIsTypedWithoutANetworkIsSavedWhenItIsBack() {
    long id = draft();
    browser.signIn(key);
    browser.go("/filing/" + organ + "/" + YEAR);
    browser.see("[id='cell-" + CELL + "']");
    browser.network(false);
    browser.type(CELL, "4");
    browser.see(".foot-bar", "网络断了");
    browser.network(true);
    browser.see(".foot-bar", "草稿已保存");
    assertThat(
            as(key)
                .get("/api/v1/reports/{id}", id)
                .jsonPath()
                .getInt("applications.received.naturalPerson"))
        .isEqualTo(4);
  }

  @Test
  void anAmountKeepsTheZerosThatWereWritten() {
    long id = draft();
    browser.signIn(key);
    browser.go("/filing/" + organ + "/" + YEAR);
    browser.type("disclosure.fees.amount", "12.30");
    browser.see(".foot-bar", "草稿已保存");
    assertThat(as(key).get("/api/v1/reports/{id}", id).asString()).contains("\"amount\":12.30");
    browser.go("/reports/" + id);
    browser.see("[id='cell-disclosure.fees.amount']", "12.30");
  }

  @Test
  void nothingKeepsAnybodyOut() {
    Steps.reportIn("published", organ, YEAR);
    browser.go("/sign-in");
    browser.see("input[name=key]");
    passes();
    browser.signIn(officeKey);
    for (String view :
        List.of(
            "/overview/" + district + "/" + YEAR,
            "/overview/" + district + "/" + YEAR + "/applications.outcomes.granted.total?by=organ",
            "/board/" + district + "/" + YEAR + "?view=tiles",
            "/findings/" + district + "/" + YEAR,
            "/compare?by=organ&of=" + district + "&year=" + YEAR,
            "/compare?by=year&region=" + district + "&year=" + YEAR + "," + (YEAR - 1),
            "/compare?organ=" + organ + "&year=" + YEAR,
            "/organs/" + organ,
            "/search?q=局",
            "/data",
            "/about",
            "/problems/not-found",
            "/nowhere/at/all")) {
      browser.go(view);
      browser.see("main h1, main h2");
      passes();
    }
    assertThat(RestAssured.given().get(metrics).asString())
        .contains("uri=\"/page/{file}\"", "uri=\"/{view}\"", "uri=\"/api/v1/reports\"")
        .doesNotContain("uri=\"/overview", "/not-found\"", ".js\"");
  }

  private void passes() {
    assertThat(browser.barriers()).isEmpty();
  }

  /** A draft in which nothing was received. */
  private long draft() {
    ObjectNode report = Sample.nil(organ, YEAR);
    return Api.id(
        Api.send(as(key).queryParam("state", "draft"), report)
            .post("/api/v1/reports")
            .then()
            .statusCode(201));
  }
}
