package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.gongkai.difference.SideBySideView;
import org.gongkai.difference.SideBySides;
import org.gongkai.form.Documents;
import org.gongkai.form.Forms;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two reports on one paper. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class SideBySidePaperTest {

  private static final Forms FORMS = Documents.FORMS;

  private static Paper paper(ObjectNode first, ObjectNode second) {
    SideBySideView view = SideBySides.of(first, second);
    return new SideBySidePaper(Phrases.of(FORMS)).of(view, "甲局2021年度报告", "甲局2020年度报告");
  }

  private static Paper paperOfTwoYears() {
    ObjectNode now = Documents.sample("huancui-industry-bureau-2021");
    ObjectNode before = now.deepCopy();
    before.put("year", 2020);
    now.withObject("/applications/received").put("naturalPerson", 61);
    before.withObject("/applications/received").putNull("naturalPerson");
    before.withObject("/narrative").put("problems", "第一句仍然一样的话放在这里。".repeat(90));
    return paper(now, before);
  }

  private static Document page(Paper paper) {
    return Jsoup.parse(new String(HtmlWriter.bytes(paper), StandardCharsets.UTF_8));
  }

  @Test
  void aBlankIsSaidAndNotSubtracted() {
    Document page = page(paperOfTwoYears());
    assertThat(page.select("h1").text()).isEqualTo("《甲局2021年度报告》与《甲局2020年度报告》对照表");
    Element received = page.select("th:matchesOwn(^一、本年新收)").first();
    assertThat(received).isNotNull();
    Element row = received.closest("tr");
    assertThat(row).isNotNull();
    assertThat(row.select("td").first().text()).isEqualTo("61");
    Element next = row.nextElementSibling();
    assertThat(next.select("th").text()).isEqualTo("2020年");
    assertThat(next.select("td").first().text()).isEqualTo("未填");
    assertThat(next.nextElementSibling().select("td").first().text()).isEmpty();
    assertThat(next.nextElementSibling().select("td").get(1).text()).isEqualTo("0");
  }

  @Test
  void whatAnEditionDoesNotAskForIsSaidToBeNone() {
    Document page = page(paper(Documents.valid("2021", 1), Documents.valid("2019", 2)));
    List<String> cells = page.select("td").eachText();
    assertThat(cells).contains("无此项").doesNotContain("未填");
    assertThat(page.select("p.note").text()).contains("2021年版式", "2019年版式");
  }

  /** A row stands on one page, so that a long text takes several. */
  @Test
  void noRowIsHigherThanAPage() {
    for (Element row : page(paperOfTwoYears()).select("td")) {
      assertThat(row.text().length()).isLessThanOrEqualTo(400);
    }
  }

  @Test
  void itIsAWordDocumentAndAPdf() throws IOException {
    Paper paper = paperOfTwoYears();
    byte[] word = WordWriter.bytes(paper);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
      assertThat(document.getTables().stream().map(XWPFTable::getText))
          .anyMatch(text -> text.contains("61") && text.contains("未填"));
    }
    ChineseFont.required();
    byte[] made = new PdfWriter(ChineseFont.FONTS, Duration.ofMinutes(1), 1).bytes(paper);
    try (PDDocument pdf = Loader.loadPDF(made)) {
      assertThat(pdf.getNumberOfPages()).isBetween(3, 20);
    }
  }
}
