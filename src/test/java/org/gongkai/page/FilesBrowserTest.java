package org.gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.as;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.access.TestKeys;
import org.gongkai.form.FormFileTexts;
import org.gongkai.imports.WaitingFiles;
import org.gongkai.journey.City;
import org.gongkai.journey.Steps;
import org.gongkai.rehearsal.WaitingRehearsals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files on the page, in a browser: sent in, held against what is stored, and rules that are tried.
 */
@QuarkusTest
class FilesBrowserTest {

  private static Browser browser;

  private static final Path REPORT =
      Path.of("src", "test", "resources", "documents", "huancui-industry-bureau-2021.txt");

  private final City city = City.found();
  private String district;
  private String organ;

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
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void aFileIsReadLookedAtAndTakenOver() {
    String key = TestKeys.organ(organ);
    browser.signIn(key, "/imports");
    browser.see("main", "还没有导入过文件");
    passes();
    browser.choose("input[type=file]", REPORT);
    browser.see(".bench", "可以采用");
    browser.see(".leaf", "本年新收政府信息公开申请数量");
    browser.see("main", "没有放处");
    passes();
    browser.pressWords("采用为草稿");
    browser.see("main", "已采用");
    passes();
    assertThat(
            as(key)
                .get("/api/v1/organs/{organ}/reports/2021", organ)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("state"))
        .isEqualTo("draft");
  }

  @Test
  void aFileCorrectsTheReportThatIsThereAndIsSentAgainWhenTheNetworkIsBack() {
    long report = Steps.reportIn("submitted", organ, 2021);
    String key = TestKeys.organ(organ);
    browser.signIn(key, "/imports");
    browser.see("main", "还没有导入过文件");
    browser.network(false);
    browser.choose("input[type=file]", REPORT);
    browser.see(".sending", "网络断了");
    passes();
    browser.network(true);
    browser.press(".sending .problem button");
    browser.see("main", "已经有报告（第1稿）");
    browser.see("main", "和现有的报告有");
    passes();
    browser.pressWords("采用为更正并提交");
    browser.see("main", "第2稿，已经提交");
    browser.go("/imports");
    browser.see("main", REPORT.getFileName().toString());
    assertThat(as(key).get("/api/v1/reports/{id}", report).jsonPath().getInt("revision"))
        .isEqualTo(2);
    assertThat(as(key).get("/api/v1/imports").jsonPath().getInt("total")).isEqualTo(1);
  }

  @Test
  void oneBadFileOfManyKeepsNoOtherBackAndNoOrganIsGuessed(@TempDir Path folder)
      throws IOException {
    Path broken = Files.writeString(folder.resolve("坏文件.docx"), "PK\003\004");
    browser.signIn(TestKeys.office(district), "/imports");
    browser.choose("input[type=file]", REPORT, broken);
    browser.see(".sending", "已收下");
    browser.press(".sending a");
    browser.see("main", "正在读第1个，共2个");
    WaitingFiles.read();
    browser.see("main", "读出1个，读不出1个");
    browser.see("main", "没有对上登记的机关");
    browser.see("main", "用原来的程序打开看看");
    passes();
    browser.pressWords("huancui-industry-bureau-2021.txt");
    browser.see("main", "先选机关和年度");
    passes();
  }

  @Test
  void whatWasPublishedIsHeldAgainstTheReport() {
    long report = Steps.reportIn("published", organ, 2021);
    browser.signIn(TestKeys.organ(organ), "/reports/" + report + "/verification");
    browser.see("main", "还没有核验过");
    passes();
    browser.choose("input[type=file]", REPORT);
    browser.see("main", "第1次核验");
    browser.see("main", "公布的");
    passes();
    browser.go("/reports/" + report + "/verification");
    browser.see("main", REPORT.getFileName().toString());
  }

  @Test
  void aRuleFileIsTriedBeforeItIsInForce(@TempDir Path folder) throws IOException {
    Steps.reportIn("submitted", organ, 2021);
    Path file =
        Files.writeString(
            folder.resolve("2021.yaml"),
            FormFileTexts.of(
                "2021",
                "version: 1\ndocument",
                "version: 2\ndocument",
                "id: HEADINGS\n    version: 1\n    severity: warning",
                "id: HEADINGS\n    version: 99\n    severity: error"));
    browser.signIn(TestKeys.office(district), "/rehearsals");
    browser.see("main", "还没有试运行过");
    passes();
    browser.choose("input[type=file]", file);
    browser.pressWords("用“2021.yaml”试运行");
    browser.see("main", "等着开始");
    passes();
    WaitingRehearsals.run();
    browser.see("main", "看了1份报告");
    browser.see("main", "HEADINGS");
    passes();
    browser.go("/rehearsals");
    browser.see("main", "2021");
  }

  private void passes() {
    assertThat(browser.barriers()).isEmpty();
  }
}
