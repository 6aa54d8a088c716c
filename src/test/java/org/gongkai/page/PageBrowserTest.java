package org.gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URL;
import java.util.List;
import org.gongkai.Seeds;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What people do on the page, in a browser, and that nothing on it keeps anybody out. */
@QuarkusTest
class PageBrowserTest {

  private static Browser browser;

  private static final int YEAR = 2021;
  private static final String CELL = "applications.received.naturalPerson";

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  private final City city = City.found();
  private String district;
  private String organ;
  private String key;
  private String officeKey;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void sitDown() {
    browser.passOn();
    district = city.district();
    organ = city.organ(district);
    key = TestKeys.organ(organ);
    officeKey = TestKeys.office(district);
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void aReportIsMendedSubmittedAcceptedAndCounted() {
    long id = draft();
    browser.signIn(key, "/filing/" + organ + "/" + YEAR);
    browser.type(CELL, "1");
    browser.see("#submit", "先改正");
    browser.press("#submit");
    browser.see(".error-list", "先改正");
    passes();
    browser.press(".error-list .as-link");
    browser.see(".remark.open");
    browser.type(CELL, "0");
    browser.see(".error-list", "都改好了");
    browser.press("#submit");
    browser.pressWords("提交报告");
    browser.see("main", "回执");
    passes();

    browser.signIn(officeKey, "/board/" + district + "/" + YEAR);
    browser.see("main", "已提交");
    passes();
    browser.follow("/reports/" + id);
    browser.see("main", "本年新收政府信息公开申请数量");
    browser.see(".bench", "发布核验");
    passes();
    browser.pressWords("审核通过");
    browser.see("body", "已审核");
    browser.follow("/overview/" + district + "/" + YEAR + "?basis=accepted");
    browser.see("main", "计入1家");
    passes();
  }

  @Test
  void twoWindowsThatDisagreeLoseNothing() {
    draft();
    String form = "/filing/" + organ + "/" + YEAR;
    browser.signIn(key, form);
    browser.see("[id='cell-" + CELL + "']");
    browser.inAnotherWindow(
        () -> {
          browser.openAndSignIn(form, key);
          browser.type(CELL, "5");
          browser.see(".foot-bar", "草稿已保存");
          nothingWentWrong();
        });
    browser.type(CELL, "7");
    browser.see(".foot-bar", "另一窗口也改了");
    browser.see(".conflict", "5");
    browser.see(".conflict", "7");
    passes();
  }

  @Test
  void whatIsTypedWithoutANetworkIsSavedWhenItIsBack() {
    long id = draft();
    browser.signIn(key, "/filing/" + organ + "/" + YEAR);
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
    browser.signIn(key, "/filing/" + organ + "/" + YEAR);
    browser.type("disclosure.fees.amount", "12.30");
    browser.see(".foot-bar", "草稿已保存");
    assertThat(as(key).get("/api/v1/reports/{id}", id).asString()).contains("\"amount\":12.30");
    browser.go("/reports/" + id);
    browser.see("[id='cell-disclosure.fees.amount']", "12.30");
    assertThat(browser.read(".bench")).contains("稿次差别").doesNotContain("发布核验");
  }

  /** That nothing is filled in yet is no mistake of whoever has just come. */
  @Test
  void aFormThatIsNotBegunHasNothingToExplain() {
    browser.signIn(key, "/filing/" + organ + "/" + YEAR);
    browser.see(".notes", "填了以后");
    assertThat(browser.read(".foot-bar")).contains("还没有填", "10格未填").doesNotContain("提醒");
    browser.type(CELL, "1");
    browser.see(".foot-bar", "处提醒");
    browser.see(".notes", "单元格留空");
  }

  /** What one press sets right is there where one is told of it, too. */
  @Test
  void anErrorIsMendedInTheListOfWhatIsToBeMended() {
    draft();
    browser.signIn(key, "/filing/" + organ + "/" + YEAR);
    browser.type(CELL, "1");
    browser.see("#submit", "先改正");
    browser.press("#submit");
    browser.press(".error-list .button.small");
    browser.see(".error-list", "都改好了");
  }

  /** Whoever has no mouse is where they were before, and does no harm with a second Enter. */
  @Test
  void escapeClosesWhatWasOpenedAndTheFocusIsNotLost() {
    browser.signIn(officeKey, "/board/" + district + "/" + YEAR);
    browser.pressWords("报送期限");
    browser.see("form[data-panel]", "不改");
    browser.keys(Keys.ESCAPE);
    browser.see("button[aria-expanded='false']:focus", "报送期限");
    browser.follow("/keys");
    browser.press("button[aria-label^='撤销']");
    browser.see("[data-panel] button:focus", "不动");
    browser.keys(Keys.ESCAPE);
    browser.see("button[aria-label^='撤销']:focus");
  }

  /** What was typed is put away by a button alone. */
  @Test
  void escapeLosesNothingThatWasTyped() {
    long id = Steps.reportIn("submitted", organ, YEAR);
    browser.signIn(officeKey, "/reports/" + id);
    browser.pressWords("退回并写理由");
    browser.press("[id='cell-" + CELL + "']");
    browser.write(".return-form .reason textarea", "请核对");
    browser.keys(Keys.ESCAPE);
    browser.seeTyped(".return-form .reason textarea", "请核对");
    browser.pressWords("不退回");
    browser.see(".bench button:focus", "退回并写理由");
  }

  @Test
  void whoeverIsNotSignedInIsOfferedNothingThatWantsAKey() {
    browser.go("/sign-in");
    browser.see("input[name=key]");
    assertThat(browser.read(".top")).contains("登录", "大字").doesNotContain("统计", "数据下载", "查找");
    assertThat(browser.read("footer")).doesNotContain("口径说明");
    passes();
  }

  /**
   * What came back is what one signs in to, whichever year it is of, with the reasons at their
   * cells.
   */
  @Test
  void whatCameBackIsMendedAndSentWithItsReason() {
    long id = Steps.reportIn("submitted", organ, YEAR);
    Steps.giveBack(as(officeKey), id, CELL, "与上年相差太大").statusCode(200);
    browser.signIn(key);
    browser.see(".returned", "与上年相差太大");
    browser.see("[id='cell-" + CELL + "'] .pin.back", "退1");
    assertThat(browser.address()).contains("/filing/" + organ + "/" + YEAR);
    passes();
    browser.press("#submit");
    browser.write(".hand-in textarea", "核对过，没有收到申请");
    browser.pressWords("提交报告");
    browser.see("main", "回执");
    browser.go("/filing/" + organ + "/" + YEAR);
    browser.pressWords("撤回");
    browser.write(".ask-reason textarea", "落款日期写错了");
    passes();
    browser.pressWords("撤回报告");
    browser.see(".bench", "已撤回");
    assertThat(
            as(key)
                .get("/api/v1/reports/{id}/events", id)
                .jsonPath()
                .getList("items.reason", String.class))
        .contains("核对过，没有收到申请", "落款日期写错了");
  }

  /** From nothing: what an office sees first, a list with a mistake in it, and the keys. */
  @Test
  void organsAreRegisteredFromAPastedList() {
    String empty = city.district();
    String office = TestKeys.office(empty);
    browser.signIn(office);
    browser.see("main", "先做这几步");
    passes();
    browser.pressWords("粘贴名单");
    browser.write(".many-rows textarea", "名称,代码\n甲局," + empty + "-001\n乙研究中心," + empty + "-002");
    browser.see(".rows-read", "工作部门");
    browser.press(".many-rows .button.main");
    browser.see(".many-rows", "2家都还没有登记");
    browser.see(".rows-read .wrong", "请选一个");
    passes();
    browser.pick(".rows-read .wrong select", "public-institution");
    browser.press(".many-rows .button.main");
    browser.see("main", "新登记2家");
    browser.see(".issued", "做好2个密钥");
    browser.see("#organs", "乙研究中心");
    passes();
    browser.press("button[aria-label='改甲局']");
    browser.write(".side-sheet input[required]", "甲管理局");
    passes();
    browser.press("form.side-sheet .button.main");
    browser.see("#organs", "甲管理局");
    browser.pressWords("收起");
    browser.pressWords("不下载，收起");
    browser.follow("/register/" + empty + "?make=region");
    browser.write("form.side-sheet input[required]", empty + "001");
    browser.write("form.side-sheet label:nth-of-type(2) input", "甲街道");
    passes();
    browser.press("form.side-sheet .button.main");
    browser.see("#regions", "甲街道");
    browser.go("/register/" + empty);
    browser.see("#regions", "甲街道");
    assertThat(
            as(office)
                .get("/api/v1/organs?region={region}", empty)
                .jsonPath()
                .getList("items.name", String.class))
        .containsExactly("甲管理局", "乙研究中心");
  }

  /**
   * Each view as it is, and on a phone whether it has to be pushed sideways. Of high contrast and a
   * phone, each view is looked at by axe in one of them, at night in both. Those of high contrast
   * are opened by their address there, all others by a link; what the first half shows is opened by
   * its address in other tests.
   */
  @Test
  void nothingKeepsAnybodyOut() {
    long id = Steps.reportIn("published", organ, YEAR);
    long draft = Steps.reportIn("returned", city.organ(district), YEAR);
    String receipt = as(officeKey).get("/api/v1/reports/{id}", id).path("receipt.number");
    browser.go("/board/" + district + "/" + YEAR); // a link followed by somebody not signed in
    browser.see("input[name=key]");
    passes();
    browser.signIn(officeKey);
    List<String> onAPhone =
        List.of(
            "/overview/" + district + "/" + YEAR,
            "/overview/" + district + "/" + YEAR + "/applications.outcomes.granted.total?by=organ",
            "/board/" + district + "/" + YEAR,
            "/board/" + district + "/" + YEAR + "?view=tiles",
            "/compare?by=organ&of=" + district + "&year=" + YEAR,
            "/compare?by=year&region=" + district + "&year=" + YEAR + "," + (YEAR - 1),
            "/reports/" + draft,
            "/filing/" + organ + "/" + YEAR,
            "/reconciliation/" + district + "/" + YEAR + "?scope=area",
            "/register/" + district,
            "/register/" + district + "?make=organs",
            "/register/" + district + "?organ=" + organ,
            "/imports",
            "/rehearsals");
    List<String> inHighContrast =
        List.of(
            "/findings/" + district + "/" + YEAR,
            "/compare?organ=" + organ + "&year=" + YEAR,
            "/organs/" + organ,
            "/reports?region=" + district + "&year=" + YEAR,
            "/reports/" + id + "/events",
            "/reconciliation/" + district + "/" + YEAR,
            "/receipts/" + receipt,
            "/keys?make=yes",
            "/audit",
            "/search?q=局",
            "/data",
            "/about",
            "/problems/not-found",
            "/nowhere/at/all");
    boolean both = Seeds.number(0, 1) > 0;
    for (String view : onAPhone) {
      browser.follow(view);
      passes();
      if (both) {
        assertThat(browser.graveBarriersInHighContrast()).isEmpty();
      }
    }
    for (String view : inHighContrast) {
      browser.follow(view);
      passes();
      assertThat(browser.graveBarriersInHighContrast()).isEmpty();
    }
    browser.onAPhone();
    for (String view : onAPhone) {
      browser.follow(view);
      assertThat(browser.graveBarriersOnAPhone()).isEmpty();
      assertThat(browser.scrollsSideways()).as(view).isFalse();
    }
    for (String view : inHighContrast) {
      browser.go(view);
      browser.drawn();
      if (both) {
        assertThat(browser.graveBarriersOnAPhone()).isEmpty();
      }
      assertThat(browser.scrollsSideways()).as(view).isFalse();
    }
    assertThat(RestAssured.given().get(metrics).asString())
        .contains("uri=\"/page/{file}\"", "uri=\"/{view}\"", "uri=\"/api/v1/reports\"")
        .doesNotContain("uri=\"/overview", "/not-found\"", ".js\"");
  }

  /**
   * Of texts that look alike only some are looked at, and still each kind of faint ones is found.
   */
  @Test
  void whatIsFaintIsFound() {
    browser.signIn(officeKey, "/board/" + district + "/" + YEAR);
    browser.drawn();
    passes();
    for (String colour : List.of("--ink", "--ink-2", "--ink-3", "--blue")) {
      browser.paint(colour, "#9aa5b5");
      assertThat(browser.barriers())
          .as(colour)
          .singleElement()
          .asString()
          .contains("color-contrast");
      browser.paint(colour, "");
    }
    passes();
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
