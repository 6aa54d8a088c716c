package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Samples;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A report on paper: each figure stands where the form's labels say, in each format. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class OfficialFormTest {

  private static final int REPORTS = 12;

  private final Forms forms = Samples.FORMS;
  private final ContentReader reader = new ContentReader(forms);
  private final OfficialForm official = new OfficialForm(forms);

  private List<Content> reports() {
    RandomReports random = new RandomReports(forms, 20_260_101);
    List<Content> reports = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      reports.add(reader.read(random.next()));
    }
    return reports;
  }

  private Paper paper(Content content) {
    return official.of(content, content.year() + "年政府信息公开工作年度报告", null);
  }

  @Test
  void eachNumberOfTheWebPageNamesTheLabelsOfItsCell() {
    for (Content content : reports()) {
      Document page = Jsoup.parse(html(paper(content)));
      int printed = 0;
      for (Map.Entry<String, String> edition : content.editions().entrySet()) {
        Section section = forms.known(edition.getValue()).knownSection(edition.getKey());
        Element table = table(page, section);
        Map<Element, List<String>> heads = heads(table);
        PrintedFigures figures = new PrintedFigures(content, forms.amountUnits());
        for (Cell cell : section.cells().values()) {
          List<String> labels = List.of(cell.label().zh().split(" / "));
          List<Element> numbers =
              heads.entrySet().stream()
                  .filter(number -> number.getValue().containsAll(labels))
                  .filter(number -> number.getValue().size() - labels.size() <= 1)
                  .map(Map.Entry::getKey)
                  .toList();
          assertThat(numbers).as(cell.path()).hasSize(1);
          assertThat(numbers.getFirst().text()).isEqualTo(figures.of(cell).text());
          printed++;
        }
      }
      int channels = content.publications().size() + (content.published().isPresent() ? 1 : 0);
      assertThat(page.select("td[headers]")).hasSize(printed + channels);
    }
  }

  private static Element table(Document page, Section section) {
    return page.select("table").stream()
        .filter(t -> t.select("caption").text().equals(section.title().zh()))
        .findFirst()
        .orElseThrow();
  }

  /** The words of the head cells that each number names. */
  private static Map<Element, List<String>> heads(Element table) {
    Map<String, String> words = new HashMap<>();
    table.select("[id]").forEach(head -> words.merge(head.id(), head.text(), String::concat));
    Map<Element, List<String>> heads = new IdentityHashMap<>();
    for (Element number : table.select("td[headers]")) {
      heads.put(
          number,
          Arrays.stream(number.attr("headers").split(" "))
              .map(id -> words.getOrDefault(id, ""))
              .toList());
    }
    return heads;
  }

  @Test
  void theWordDocumentHasTheSameTables() throws IOException {
    for (Content content : reports()) {
      Paper paper = paper(content);
      List<PaperGrid> grids = grids(paper);
      try (XWPFDocument word =
          new XWPFDocument(new ByteArrayInputStream(WordWriter.bytes(paper)))) {
        assertThat(word.getTables()).hasSize(grids.size());
        for (int t = 0; t < grids.size(); t++) {
          assertThat(places(word.getTables().get(t))).isEqualTo(places(grids.get(t)));
        }
      }
    }
  }

  private static List<PaperGrid> grids(Paper paper) {
    return paper.pieces().stream()
        .filter(PaperGrid.class::isInstance)
        .map(PaperGrid.class::cast)
        .toList();
  }

  private static List<List<String>> places(PaperGrid grid) {
    return Arrays.stream(grid.places())
        .map(row -> Arrays.stream(row).map(PaperGrid.Cell::text).toList())
        .toList();
  }

  /** What shows at each place; a merged cell at each of its own. */
  private static List<List<String>> places(XWPFTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < table.getNumberOfRows(); r++) {
      List<String> row = new ArrayList<>();
      for (XWPFTableCell cell : table.getRow(r).getTableCells()) {
        CTTcPr merged = cell.getCTTc().getTcPr();
        int span = merged.isSetGridSpan() ? merged.getGridSpan().getVal().intValue() : 1;
        boolean goesOn =
            merged.isSetVMerge() && !STMerge.RESTART.equals(merged.getVMerge().getVal());
        String text = goesOn ? rows.getLast().get(row.size()) : cell.getText().replace("\n", "");
        for (int i = 0; i < span; i++) {
          row.add(text);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  @Test
  void theWordDocumentIsLaidOutAsOfficialDocumentsAre() throws IOException {
    Content content = reports().getFirst();
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(WordWriter.bytes(paper(content))))) {
      XWPFParagraph title = word.getParagraphs().getFirst();
      assertThat(word.getStyles().getStyle(title.getStyle()).getName()).isEqualTo("Title");
      assertThat(title.getText()).isEqualTo("威海市环翠区工业和信息化局");
      var page = word.getDocument().getBody().getSectPr();
      // millimetres, of twentieths of a point
      assertThat(List.of(page.getPgMar().getTop(), page.getPgMar().getLeft()))
          .extracting(twips -> Math.round(Integer.parseInt(twips.toString()) * 25.4 / 1440))
          .containsExactly(37L, 28L);
      assertThat(word.getFooterList()).hasSize(2);
      assertThat(word.getFooterList().getFirst().getText()).contains("—");
    }
  }

  @Test
  void headingsAreThoseThatTheReportKeepsAndElseThoseOfTheForm() {
    var report = new RandomReports(forms, 3).next();
    report.withObject("/narrative/headings").put("problems", "五、问题和打算");
    List<String> headings =
        paper(reader.read(report)).pieces().stream()
            .filter(p -> p instanceof Paper.Words w && w.part() == Paper.Part.HEADING)
            .map(p -> ((Paper.Words) p).text())
            .toList();
    assertThat(headings)
        .containsExactly(
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、问题和打算",
            "六、其他需要报告的事项");
  }

  @Test
  void textOfAnyKindStandsAsText() throws IOException {
    var report = new RandomReports(forms, 3).next();
    String text = "a<script>alert(1)</script>&amp;\"'\u0001\u0085 \uD83D\uDE00 =cmd|' /C calc'!A0";
    report.withObject("/narrative").put("problems", text);
    Paper paper = paper(reader.read(report));
    String wanted = text.replace('\u0001', '\uFFFD').replace('\u0085', '\uFFFD');
    Document page = Jsoup.parse(html(paper));
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("p").eachText()).contains(wanted);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WordWriter.bytes(paper)))) {
      assertThat(word.getParagraphs()).extracting(XWPFParagraph::getText).contains(wanted);
    }
  }

  @Test
  void everyTableOfEveryEditionCoversItsGrid() {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (Form form : forms.all()) {
      for (Section section : form.sections().values()) {
        PaperGrid grid = FormTables.of(section, cell -> PaperGrid.Printed.NOTHING);
        assertThat(grid.places()).hasDimensions(grid.rows(), grid.columns());
        columns.put(section.id() + " " + form.edition(), grid.columns());
        assertThat(grid.cells())
            .extracting(PaperGrid.Cell::text)
            .containsAll(section.columns().stream().map(c -> c.label()).map(Text::zh).toList());
      }
    }
    assertThat(columns)
        .containsOnly(
            Map.entry("disclosure 2019", 4),
            Map.entry("applications 2019", 10),
            Map.entry("contests 2019", 15),
            Map.entry("disclosure 2021", 4),
            Map.entry("applications 2021", 10),
            Map.entry("contests 2021", 15));
  }

  private static String html(Paper paper) {
    return new String(HtmlWriter.bytes(paper), StandardCharsets.UTF_8);
  }
}
