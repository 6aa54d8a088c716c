package org.gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import io.restassured.http.ContentType;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.City;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The season of a small district from its keys to what a citizen reads, all of it on the page. Only
 * the registry is there before.
 */
public abstract class PageSeasonCases {

  private static final int YEAR = 2021;
  private static final String NAME = "威海市环翠区工业和信息化局";
  private static final String DOCUMENTS = "disclosure.normativeDocuments.";
  private static final String RECEIVED = "applications.received.naturalPerson";

  @TempDir static Path directory;

  private final City city = City.found();
  private Browser browser;
  private String district;
  private String organ;
  private String officeKey;
  private String key;

  @BeforeEach
  void start() {
    browser = Browser.open();
    browser.passOn();
    district = city.district();
    city.government(district);
    organ = city.organ(district);
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", NAME, "region", district, "kind", "department"))
        .put("/api/v1/organs/" + organ)
        .then()
        .statusCode(200);
    officeKey = TestKeys.office(district);
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      try {
        assertThat(browser.faults()).isEmpty();
      } finally {
        browser.close();
      }
    }
  }

  @Test
  void fromKeysToACitizen() throws Exception {
    theOfficeHandsOutKeys();
    theOrganFilesByHand();
    theOfficeSendsItBackForACell();
    theOrganReadsItsDocumentInAndMendsTheCell();
    theOfficeAcceptsAndTheSumsHaveIt();
    theOfficePublishesTheReport();
    theOfficeDraftsTheReportOfTheDistrictAndPublishesIt();
    aCitizenReadsBoth();
  }

  private void theOfficeHandsOutKeys() {
    browser.signIn(officeKey, "/board/" + district + "/" + YEAR);
    browser.see("main .board", NAME);
    browser.pressWords("发放密钥");
    browser.see("form .ways", "还没有密钥的全部机关");
    browser.press("form .do .button.main");
    browser.see(".issued-keys", NAME);
    passes();
    key = browser.read(".issued-keys tr:has([data-organ='" + organ + "']) code");
    browser.pressWords("下载（CSV）");
    browser.pressWords("收起");
    browser.see("main table", NAME);
  }

  private void theOrganFilesByHand() {
    browser.signIn(key, "/filing/" + organ + "/" + YEAR);
    browser.type(DOCUMENTS + "issued", "1");
    browser.type(DOCUMENTS + "repealed", "1");
    browser.type(DOCUMENTS + "inForce", "3");
    browser.press("#part-disclosure .head-row .button.small");
    browser.pressWords("本年没有申请，全填0");
    browser.see(".tell", "空格填了0");
    browser.write("[id='cell-narrative.overview'] textarea", "2021年，未收到政府信息公开申请。");
    browser.type(RECEIVED, "2");
    browser.see("#submit", "先改正");
    browser.see(".notes", "不成立");
    passes();
    browser.type(RECEIVED, "0");
    browser.see(".foot-bar", "草稿已保存");
    submits();
  }

  private void submits() {
    browser.see("#submit", "提交");
    browser.press("#submit:not([aria-disabled])");
    browser.pressWords("提交报告");
    browser.see("main", "回执");
  }

  private void theOfficeSendsItBackForACell() {
    opensFromTheBoard("已提交");
    browser.pressWords("退回并写理由");
    browser.press("[id='cell-" + DOCUMENTS + "inForce']");
    browser.write(".return-form .reason textarea", "去年现行有效2件，今年应为2件，请核对。");
    browser.pressWords("先看信");
    browser.see(".letter", "应为2件");
    passes();
    browser.pressWords("退回");
    browser.see(".bench", "已退回");
  }

  private void theOrganReadsItsDocumentInAndMendsTheCell() throws Exception {
    browser.signIn(key, "/filing/" + organ + "/" + YEAR);
    browser.see(".returned", "应为2件");
    passes();
    browser.chooseFile("从文件读入（Word、Excel、PDF）", text());
    browser.see(".imported", "读得准");
    passes();
    browser.press(".imported .button.main");
    browser.seeTyped(
        "[id='cell-" + DOCUMENTS + "inForce'] input", "2"); // the cursor is where it was sent back
    browser.see(".foot-bar", "草稿已保存");
    submits();
  }

  private static Path text() throws Exception {
    Path file = directory.resolve("环翠区工业和信息化局2021年度报告.txt");
    try (InputStream sample =
        PageSeasonCases.class.getResourceAsStream("/documents/huancui-industry-bureau-2021.txt")) {
      Files.copy(sample, file);
    }
    return file;
  }

  private void theOfficeAcceptsAndTheSumsHaveIt() {
    String accepted = "/overview/" + district + "/" + YEAR + "?basis=accepted";
    opensFromTheBoard("已提交");
    browser.pressWords("审核通过");
    browser.see(".bench", "已审核");
    browser.go(accepted);
    browser.see("main .cover", "计入1家");
    browser.see("main", "现行有效\t件\t2");
    passes();
  }

  private void theOfficePublishesTheReport() {
    opensFromTheBoard("已审核");
    browser.pressWords("发布");
    browser.see(".bench", "已发布");
  }

  private void theOfficeDraftsTheReportOfTheDistrictAndPublishesIt() {
    browser.go("/board/" + district + "/" + YEAR);
    browser.see(".cover", "政府年报还没有起草");
    browser.pressWords("由汇总起草");
    browser.see(".empty-state", "全行政区域");
    passes();
    browser.press(".empty-state .button.main");
    browser.see("[id='cell-" + DOCUMENTS + "inForce']", "2");
    passes();
    browser.write("[id='cell-narrative.problems'] textarea", "公开的内容还不够细，下一年改进。");
    browser.see(".foot-bar", "草稿已保存");
    submits();
    browser.pressWords("看报告");
    browser.pressWords("审核通过");
    browser.see(".bench", "已审核");
    browser.pressWords("发布");
    browser.see(".bench", "已发布");
  }

  private void aCitizenReadsBoth() {
    browser.forgetKey();
    browser.go("/overview/" + district + "/" + YEAR);
    browser.see("main .cover", "已发布的1家机关");
    browser.see("main .lead", "没有收到政府信息公开申请");
    browser.see(".top", "登录");
    passes();
    browser.pressWords(NAME);
    browser.see(".paper-title, main h1", NAME);
    browser.see("main", "未收到政府信息公开申请");
    passes();
    browser.go("/overview/" + district + "/" + YEAR);
    browser.press("main p a[href^='/reports/']");
    browser.see("main", "公开的内容还不够细");
    passes();
  }

  private void opensFromTheBoard(String state) {
    browser.signIn(officeKey, "/board/" + district + "/" + YEAR);
    browser.see("main .board", state);
    browser.pressWords(NAME);
    browser.see(".bench", state);
  }

  private void passes() {
    assertThat(browser.graveBarriers()).isEmpty();
  }
}
