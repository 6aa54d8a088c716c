package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.Seeds;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.Samples;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.recognition.Recognised;
import org.gongkai.recognition.Recogniser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out as a document comes in again as the same report: figures and text. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class OwnDocumentsTest {

  private final Forms forms = Samples.FORMS;
  private final ContentReader reader = new ContentReader(forms);
  private final OfficialForm official = new OfficialForm(forms);
  private final DocumentReaders files = new DocumentReaders(new PdfReader());
  private final Recogniser recogniser = new Recogniser(forms);
  private final PdfWriter pdf = new PdfWriter(ChineseFont.FONTS, Duration.ofMinutes(1), 1);

  @ParameterizedTest
  @EnumSource(
      value = DocumentFormat.class,
      names = {"DOCX", "HTML", "PDF", "XLSX"})
  void aReportComesBackAsItWentOut(DocumentFormat format) throws Exception {
    boolean quick = format == DocumentFormat.DOCX || format == DocumentFormat.HTML;
    goAndComeBack(format, quick ? Seeds.number(8, 60) : Seeds.number(3, 8), 1);
  }

  /** Of many, too, no cell comes back as another one, and next to none is not found. */
  @Tag("nightly")
  @ParameterizedTest
  @EnumSource(
      value = DocumentFormat.class,
      names = {"DOCX", "HTML", "PDF", "XLSX"})
  void noCellOfTwoHundredReportsComesBackWrong(DocumentFormat format) throws Exception {
    RandomReports random = new RandomReports(forms, 2);
    int whole = 0;
    for (int i = 0; i < 200; i++) {
      Content content = reader.read(random.next());
      Content again = comeBack(content, format);
      Map<String, String> differing = differing(content, again);
      assertThat(differing.keySet())
          .as(format + " " + i)
          .allMatch(path -> stated(again, path) instanceof Figure.Blank);
      assertThat(texts(again)).as(format + " " + i).isEqualTo(texts(content));
      assertThat(again.publications()).as(format + " " + i).isEqualTo(content.publications());
      whole += differing.isEmpty() ? 1 : 0;
    }
    assertThat(whole).isGreaterThanOrEqualTo(196);
  }

  private Content comeBack(Content content, DocumentFormat format) throws Exception {
    Recognised found = recogniser.recognise(files.read(bytes(content, format), null));
    assertThat(found.report().get("year").intValue()).isEqualTo(content.year());
    ObjectNode report = found.report().deepCopy();
    return reader.read(report.put("organ", content.organ()));
  }

  private void goAndComeBack(DocumentFormat format, int reports, long seed) throws Exception {
    RandomReports random = new RandomReports(forms, seed);
    for (int i = 0; i < reports; i++) {
      ObjectNode sent = random.next();
      Content content = reader.read(sent);
      Content again = comeBack(content, format);
      String which = format + " " + i + " " + sent;
      assertThat(differing(content, again)).as(which).isEmpty();
      content
          .editions()
          .forEach(
              (section, edition) ->
                  assertThat(forms.layouts().isOther(section, again.edition(section), edition))
                      .as(section + " of " + which)
                      .isFalse());
      assertThat(again.statedUnits()).as(which).isEqualTo(content.statedUnits());
      assertThat(again.remarks()).as(which).isEqualTo(content.remarks());
      assertThat(again.publications()).as(which).isEqualTo(content.publications());
      assertThat(again.published()).as(which).isEqualTo(content.published());
      assertThat(texts(again)).as(which).isEqualTo(texts(content));
      if (format == DocumentFormat.DOCX || format == DocumentFormat.HTML) {
        assertThat(lines(again)).as(which).isEqualTo(lines(content));
      }
    }
  }

  /** The cells that do not come back, each with both figures. */
  private static Map<String, String> differing(Content sent, Content again) {
    Map<String, String> differing = new LinkedHashMap<>();
    Set<String> paths = new LinkedHashSet<>(sent.figures().byPath().keySet());
    paths.addAll(again.figures().byPath().keySet());
    for (String path : paths) {
      Figure before = stated(sent, path);
      Figure after = stated(again, path);
      if (!before.equals(after)) {
        differing.put(path, before + " " + after);
      }
    }
    return differing;
  }

  private static Figure stated(Content content, String path) {
    Figure figure = content.figures().at(path);
    return figure == null ? Figure.BLANK : figure;
  }

  /** With the breaks between paragraphs, which a page of print does not always show. */
  private static Map<String, String> lines(Content content) {
    Map<String, String> lines = new LinkedHashMap<>(content.narrative());
    lines.keySet().removeIf(part -> part.startsWith("headings."));
    return lines;
  }

  /** Headings are the form's own where a report kept none. */
  private static Map<String, String> texts(Content content) {
    Map<String, String> texts = new LinkedHashMap<>();
    content
        .narrative()
        .forEach(
            (part, text) -> {
              if (!part.startsWith("headings.") && !text.isBlank()) {
                texts.put(part, text.replaceAll("\\s", ""));
              }
            });
    return texts;
  }

  private byte[] bytes(Content content, DocumentFormat format) throws IOException {
    if (format == DocumentFormat.PDF) {
      ChineseFont.required();
    }
    Paper paper = official.of(content, "标题", null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (format) {
      case DOCX -> WordWriter.write(paper, out);
      case HTML -> HtmlWriter.write(paper, false, out);
      case PDF -> out.write(pdf.bytes(paper));
      case XLSX -> WorkbookWriter.write(paper, ReportLine.of(content, forms), out);
      case CSV, JSON -> throw new IllegalArgumentException(format.code());
    }
    return out.toByteArray();
  }

  /** The official tables stay as they are, and what is none of them says so. */
  @Test
  void channelsStandBehindTheFormAndOnlyWhereTheyAreFiled() {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    List<Paper.Piece> with = official.of(reader.read(report), "标题", null).pieces();
    report.remove("publications");
    List<Paper.Piece> without = official.of(reader.read(report), "标题", null).pieces();
    assertThat(with).hasSize(without.size() + 2).startsWith(without.toArray(Paper.Piece[]::new));
    assertThat(((Paper.Words) with.get(without.size())).text()).contains("不属于年度报告规定的格式");
    PaperGrid channels = (PaperGrid) with.getLast();
    assertThat(channels.cells().stream().filter(cell -> cell.row() == 1).map(PaperGrid.Cell::text))
        .containsExactly("政府网站", "", "54", "条/件/篇", "");
  }

  @Test
  void aProofAtTheEndIsNoPartOfTheReport() throws IOException, UnreadableFile {
    Paper.Proof proof =
        new Paper.Proof(
            Phrases.of(forms).proof().stream()
                .map(
                    line ->
                        Phrases.filled(
                            line,
                            Map.of(
                                "number", "GK-20220125-00000042-01",
                                "time", "2022年1月25日 10:42:07",
                                "digest", "b".repeat(64),
                                "address", "/receipts/GK-20220125-00000042-01")))
                .toList(),
            null);
    RandomReports reports = new RandomReports(forms, 5);
    for (int i = 0; i < 20; i++) {
      Content content = reader.read(reports.next());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      WordWriter.write(official.of(content, "标题", proof), out);
      Recognised found = recogniser.recognise(files.read(out.toByteArray(), null));
      assertThat(found.report().toString()).doesNotContain("GK-20220125", "收到时间", "SHA-256", "核验：");
      assertThat(found.leftOver())
          .extracting(Recognised.LeftOver::text)
          .noneMatch(text -> text.contains("GK-") || text.contains("SHA-256"));
    }
  }
}
