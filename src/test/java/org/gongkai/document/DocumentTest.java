package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as documents, over HTTP. */
@QuarkusTest
class DocumentTest {

  private final City city = City.found();
  private String district;
  private String bureau;

  @BeforeEach
  void register() {
    district = city.district();
    bureau = city.organ(district);
  }

  private static ExtractableResponse<Response> document(String address) {
    return admin().get(address).then().statusCode(200).extract();
  }

  @Test
  void aReportComesAsPdf() throws IOException {
    ChineseFont.required();
    String report = "/api/v1/reports/" + Api.filed(Sample.huancui(bureau));
    try (PDDocument pdf = Loader.loadPDF(document(report + "?format=pdf").asByteArray())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
          .contains("三、收到和处理政府信息公开申请情况", "共公开各类信息411条");
    }
  }

  @Test
  void aReportComesAsTheOfficialFormInEveryFormat() throws IOException {
    long id = Api.filed(Sample.huancui(bureau));
    String report = "/api/v1/reports/" + id;
    ExtractableResponse<Response> docx = document(report + "?format=docx");
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx.asByteArray()));
        XWPFWordExtractor text = new XWPFWordExtractor(word)) {
      assertThat(word.getTables()).hasSize(3 + 1);
      assertThat(word.getTables().getLast().getRow(1).getCell(0).getText()).isEqualTo("政府网站");
      assertThat(text.getText()).contains("一、总体情况", "共公开各类信息411条", "回执编号：GK-");
    }
    Document page = Jsoup.parse(document(report + "?format=html").asString());
    assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
    assertThat(page.select("td[headers]")).hasSize(10 + 161 + 15 + 4);
    byte[] xlsx = document(report + "?format=xlsx").asByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertThat(workbook.getSheetName(0)).isEqualTo("报告");
      assertThat(workbook.getSheet("数据").getRow(6).getCell(2).getNumericCellValue()).isEqualTo(2);
    }
    List<String> csv = document(report + "?format=csv").asString().lines().toList();
    assertThat(csv.getFirst()).isEqualTo("path,label,value,unit,remark,edition");
    assertThat(csv)
        .contains("disclosure.normativeDocuments.inForce,行政规范性文件 / 现行有效件数,2,件,,2021")
        .anyMatch(line -> line.startsWith("publications.channels[0],信息发布渠道 / 政府网站,54,"));
  }

  @Test
  void theFormatIsThatOfAcceptUnlessSaid() {
    long id = Api.filed(Sample.huancui(bureau));
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    admin()
        .accept(browser)
        .get("/api/v1/reports/{id}", id)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Disposition", startsWith("inline; "))
        .header("Content-Security-Policy", startsWith("default-src 'none'"));
    admin()
        .accept("*/*")
        .get("/api/v1/reports/{id}", id)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Vary", containsString("Accept,"));
    admin()
        .accept("image/png")
        .get("/api/v1/reports/{id}", id)
        .then()
        .statusCode(406)
        .body("code", equalTo("not-acceptable"));
    admin()
        .get("/api/v1/reports/{id}?format=rtf", id)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?format"));
  }

  @Test
  void theFileIsNamedInChinese() {
    long id = Api.filed(Sample.huancui(bureau));
    String disposition =
        document("/api/v1/reports/" + id + "?format=docx").header("Content-Disposition");
    assertThat(disposition)
        .startsWith("attachment; filename=\"report-" + id + "-1.docx\"; filename*=UTF-8''");
    String name =
        URLDecoder.decode(
            disposition.substring(disposition.indexOf("''") + 2), StandardCharsets.UTF_8);
    assertThat(name).endsWith("2021年政府信息公开工作年度报告.docx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "html", "csv"})
  void whoHasItIsToldSo(String format) {
    long id = Api.filed(Sample.huancui(bureau));
    String address = "/api/v1/reports/" + id + "?format=" + format;
    String tag = document(address).header("ETag");
    admin().header("If-None-Match", tag).get(address).then().statusCode(304);
    admin().head(address).then().statusCode(200).header("ETag", tag);
    Api.correct(
        id, Api.tag(id), Sample.with(Sample.huancui(bureau), "/disclosure/licensing/decisions", 7));
    admin().header("If-None-Match", tag).get(address).then().statusCode(200);
  }

  @Test
  void aRevisionStaysWhatItWas() {
    long id = Api.filed(Sample.huancui(bureau));
    Api.correct(
        id, Api.tag(id), Sample.with(Sample.huancui(bureau), "/disclosure/licensing/decisions", 7));
    assertThat(licensing("/api/v1/reports/" + id + "/revisions/1")).isEqualTo("0");
    assertThat(licensing("/api/v1/reports/" + id + "/revisions/2")).isEqualTo("7");
    assertThat(licensing("/api/v1/reports/" + id)).isEqualTo("7");
  }

  private static String licensing(String address) {
    return Jsoup.parse(document(address + "?format=html").asString())
        .select("th:matchesOwn(^行政许可$) + td")
        .text();
  }

  @Test
  void documentsAreForThoseWhoMaySeeTheReport() {
    long id = Api.filed(Sample.huancui(bureau));
    String stranger = city.organ(city.district());
    as(TestKeys.organ(stranger)).get("/api/v1/reports/{id}?format=docx", id).then().statusCode(403);
    as(TestKeys.reader()).get("/api/v1/reports/{id}?format=docx", id).then().statusCode(403);
    Steps.accept(admin(), id);
    Steps.publish(admin(), id);
    as(TestKeys.reader()).get("/api/v1/reports/{id}?format=docx", id).then().statusCode(200);
    as(TestKeys.reader())
        .get("/api/v1/reports/{id}/revisions/1?format=html", id)
        .then()
        .statusCode(200);
  }

  @Test
  void aCorrectionIsToldInANotice() {
    long id = Api.filed(Sample.huancui(bureau));
    Api.correct(
        id, Api.tag(id), Sample.with(Sample.huancui(bureau), "/disclosure/licensing/decisions", 7));
    String notice = page("/api/v1/reports/" + id + "/correction-notice?format=html").body().text();
    assertThat(notice)
        .startsWith("关于更正《")
        .contains("共1处", "1．行政许可 / 本年处理决定数量：由 0 改为 7")
        .contains("特此公告。");
    assertThat(document("/api/v1/reports/" + id + "/correction-notice?format=docx").asByteArray())
        .startsWith((byte) 'P', (byte) 'K');
    admin()
        .get("/api/v1/reports/{id}/correction-notice?format=csv", id)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?format"));
  }

  @Test
  void twoOrgansStandBesideEachOther() {
    String other = city.organ(district);
    long first = Api.filed(Sample.huancui(bureau));
    long second =
        Api.filed(Sample.with(Sample.huancui(other), "/disclosure/licensing/decisions", 7));
    String address = "/api/v1/reports/" + first + "/comparison?with=" + second;
    JsonPath found =
        admin()
            .get(address)
            .then()
            .statusCode(200)
            .body("first.organ", equalTo(bureau))
            .body("second.organ", equalTo(other))
            .body("repetition.share", equalTo(1.0f))
            .extract()
            .jsonPath();
    String cell = "sections.cells.flatten().find { it.path == 'disclosure.licensing.decisions' }.";
    assertThat(found.getInt(cell + "first")).isZero();
    assertThat(found.getInt(cell + "second")).isEqualTo(7);
    assertThat(found.getInt(cell + "difference")).isEqualTo(-7);
    assertThat(page(address + "&format=html").body().text()).contains("对照表", "−7", "相同");
    assertThat(document(address + "&format=docx").asByteArray()).startsWith((byte) 'P', (byte) 'K');
    String tag = admin().get(address).header("ETag");
    admin().header("If-None-Match", tag).get(address).then().statusCode(304);
    as(TestKeys.organ(bureau)).get(address).then().statusCode(403);
    as(TestKeys.reader()).get(address).then().statusCode(403);
    admin()
        .get("/api/v1/reports/{id}/comparison", first)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?with"));
  }

  /** Whoever only reads what is published compares that, whatever is worked on since. */
  @Test
  void readersCompareWhatIsPublished() {
    long id = Api.filed(Sample.huancui(bureau));
    Steps.accept(admin(), id);
    Steps.publish(admin(), id);
    Steps.reopen(admin(), id, "核对数字");
    Api.correct(
        id, Api.tag(id), Sample.with(Sample.huancui(bureau), "/disclosure/licensing/decisions", 7));
    String address = "/api/v1/reports/" + id + "/comparison?with=" + id;
    as(TestKeys.reader()).get(address).then().statusCode(200).body("first.revision", equalTo(1));
    admin().get(address).then().body("first.revision", equalTo(2));
    admin()
        .get(address + "&withRevision=1")
        .then()
        .body("first.revision", equalTo(2))
        .body("second.revision", equalTo(1));
    as(TestKeys.reader()).get(address + "&revision=2").then().statusCode(404);
  }

  @Test
  void whatIsToBeExplainedStandsInATableWithRoomForAnswers() {
    ObjectNode wrong = Sample.huancui(bureau);
    Sample.with(wrong, "/applications/received/total", 3);
    long id = Api.drafted(wrong);
    Document sheet = page("/api/v1/reports/" + id + "/explanation-sheet?format=html");
    assertThat(sheet.select("td.text").eachText()).contains("T3-ROW", "T3-BAL");
    assertThat(sheet.select("th").eachText()).containsExactly("序号", "规则", "问题", "依据", "说明或更正情况");
  }

  @Test
  void whoHasNotFiledIsRemindedInALetter() {
    Api.filed(Sample.nil(bureau, 2021));
    city.organ(district);
    Document letter = page("/api/v1/reminders/letter?format=html&year=2021&region=" + district);
    assertThat(letter.select("h1").text()).contains("2021年度", "催报函");
    assertThat(letter.select("tbody tr")).hasSize(1);
    assertThat(letter.select("td.text").text()).contains("政府信息公开工作年度报告");
  }

  private static Document page(String address) {
    return Jsoup.parse(document(address).asString());
  }
}
