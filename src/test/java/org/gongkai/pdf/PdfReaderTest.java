package org.gongkai.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.gongkai.Seeds;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Printed;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.DrawnTables.Style;
import org.gongkai.pdf.PdfFiles.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** PDF files by many ways of drawing. */
@Execution(ExecutionMode.CONCURRENT)
class PdfReaderTest {

  @SafeVarargs
  private static String shown(Consumer<Sheet>... pages) throws UnreadableFile {
    return Printed.drawn(new PdfReader().read(PdfFiles.file(pages)));
  }

  private static void refused(byte[] file, UnreadableFile.Reason reason) {
    assertThatThrownBy(() -> new PdfReader().read(file))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.text().zh()).isNotBlank();
            });
  }

  /** A table of two columns from a height on, with a row of 20 points for each pair. */
  private static Sheet pairs(Sheet sheet, double top, String... texts) {
    int rows = texts.length / 2;
    for (int i = 0; i <= rows; i++) {
      sheet.line(50, top + 20 * i, 350, top + 20 * i);
    }
    for (double x : new double[] {50, 250, 350}) {
      sheet.line(x, top, x, top + 20 * rows);
    }
    for (int i = 0; i < texts.length; i++) {
      boolean label = i % 2 == 0;
      sheet.cell(label ? 50 : 250, top + 20 * (i / 2), label ? 200 : 100, 20, texts[i]);
    }
    return sheet;
  }

  @Test
  void everyWayOfDrawingLinesGivesTheTableThatWasDrawn() throws Exception {
    for (Style style : Style.values()) {
      Random random = new Random(style.ordinal());
      for (int i = 0; i < Seeds.number(15, 400); i++) {
        DrawnTables table = new DrawnTables(random, 40 + random.nextInt(20), 60);
        if (lacksALine(table)) {
          continue;
        }
        assertThat(shown(sheet -> table.draw(sheet, style)))
            .as("%s %s", style, i)
            .isEqualTo("[" + table.drawn() + "]");
      }
    }
  }

  /** A line of the grid that no cell ends at is not seen, and a table of a cell is a frame. */
  private static boolean lacksALine(DrawnTables table) {
    boolean blank = table.cells.stream().allMatch(cell -> cell.text().isEmpty());
    return blank || !ends(table, true) || !ends(table, false);
  }

  private static boolean ends(DrawnTables table, boolean rows) {
    int bounds = rows ? table.ys.length : table.xs.length;
    return table.cells.stream().map(cell -> rows ? cell.row() : cell.column()).distinct().count()
        == bounds - 1;
  }

  @Test
  void pagesOfAnotherProgramGiveTheTableOfTheirSource() throws Exception {
    for (long seed : Seeds.upTo(15, 200).toArray()) {
      Random random = new Random(seed);
      DrawnTables table = new DrawnTables(random, 0, 0);
      if (lacksALine(table)) {
        continue;
      }
      String border = random.nextBoolean() ? "border-collapse:collapse" : "border-spacing:0";
      StringBuilder html =
          new StringBuilder("<html><head><style>table{" + border + "}")
              .append("td{border:1px solid black;padding:4px}</style></head><body><table>");
      for (int row = 0; row < table.ys.length - 1; row++) {
        html.append("<tr>");
        for (Matrix.Cell cell : table.cells) {
          if (cell.row() == row) {
            html.append("<td rowspan='").append(cell.rowSpan());
            html.append("' colspan='").append(cell.columnSpan()).append("'>");
            String text = cell.text().isEmpty() ? "&#160;" : ascii(cell.text());
            html.append(text.replace("\n", "<br/>")).append("</td>");
          }
        }
        html.append("</tr>");
      }
      html.append("</table></body></html>");
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      new PdfRendererBuilder().withHtmlContent(html.toString(), null).toStream(pdf).run();
      assertThat(Printed.drawn(new PdfReader().read(pdf.toByteArray())))
          .as("%s", seed)
          .isEqualTo("[" + ascii(table.drawn()) + "]");
    }
  }

  private static String ascii(String text) {
    return text.replace("总计", "sum").replace("结果", "end").replace("维持", "kept");
  }

  @Test
  void aTableGoesOnOverPagesWithoutItsRepeatedHead() throws Exception {
    assertThat(
            shown(
                sheet -> pairs(sheet, 700, "项目", "数量", "（一）予以公开", "12").text(280, 810, 9, "- 1 -"),
                sheet -> pairs(sheet, 60, "项目", "数量", "（七）总计", "30").text(280, 810, 9, "- 2 -")))
        .isEqualTo("[项目|数量\n（一）予以公开|12\n（七）总计|30]");
  }

  @Test
  void aRowThatAPageCutsIsOne() throws Exception {
    assertThat(
            shown(
                sheet -> pairs(sheet, 740, "甲", "1", "5.要求行政机关确认或重新出具已获取的政府", "7"),
                sheet -> pairs(sheet, 60, "信息", "", "（七）总计", "8")))
        .isEqualTo("[甲|1\n5.要求行政机关确认或重新出具已获取的政府/信息|7\n（七）总计|8]");
  }

  @Test
  void rowsOnBothSidesOfAPageBreakStayTwo() throws Exception {
    assertThat(
            shown(
                sheet -> pairs(sheet, 740, "甲", "1", "4.无正当理由大量反复申请等情形之件", ""),
                sheet -> pairs(sheet, 60, "5.要求行政机关确认", "3", "（七）总计", "8")))
        .isEqualTo("[甲|1\n4.无正当理由大量反复申请等情形之件|\n5.要求行政机关确认|3\n（七）总计|8]");
  }

  @Test
  void textBetweenTablesKeepsThemApart() throws Exception {
    assertThat(
            shown(
                sheet -> pairs(sheet, 700, "甲", "1", "乙", "2"),
                sheet -> pairs(sheet.text(50, 80, 12, "四、行政复议"), 100, "丙", "3", "丁", "4")))
        .isEqualTo("[甲|1\n乙|2]\n四、行政复议\n[丙|3\n丁|4]");
  }

  @Test
  void linesAreJoinedToParagraphs() throws Exception {
    String body = "本年度共收到申请三十件，全部按时答复，未发生行政复议和诉讼，群众满意。";
    assertThat(
            shown(
                sheet ->
                    sheet
                        .text(192, 80, 20, "某局政府信息公开")
                        .text(212, 108, 20, "工作年度报告")
                        .text(74, 150, 12, "一、总体情况")
                        .text(74, 172, 12, body)
                        .text(50, 194, 12, body + "甲乙")
                        .text(50, 216, 12, "丙丁。")
                        .text(74, 238, 12, "二、其他")))
        .isEqualTo("某局政府信息公开工作年度报告\n一、总体情况\n" + body + body + "甲乙丙丁。\n二、其他");
  }

  @Test
  void pagesMayBeTurned() throws Exception {
    for (int turn : new int[] {90, 180, 270}) {
      byte[] turned =
          PdfFiles.changed(
              document -> document.getPage(0).setRotation(turn),
              sheet -> pairs(sheet, 100, "甲", "1", "乙", "22"));
      assertThat(Printed.drawn(new PdfReader().read(turned))).isEqualTo("[甲|1\n乙|22]");
    }
    assertThat(shown(sheet -> pairs(sheet.raw("0 1 -1 0 800 100 cm"), 100, "甲", "1", "乙", "22")))
        .isEqualTo("[甲|1\n乙|22]");
  }

  @Test
  void onlyWhatIsSeenIsRead() throws Exception {
    PrintedDocument document =
        new PdfReader()
            .read(
                PdfFiles.file(
                    sheet -> {
                      sheet.text(290, 114, 10, "9").raw("1 g").box(285, 103, 20, 14);
                      pairs(sheet.raw("0 g"), 100, "甲", "", "乙", "22");
                      // bold by drawing twice
                      sheet.text(60, 114, 10, "数").text(60.3, 114, 10, "数");
                      sheet.raw("1 g").text(300, 114, 10, "7").raw("0 g");
                      sheet.raw("3 Tr").text(310, 114, 10, "6").raw("0 Tr");
                      sheet.text(2000, 114, 10, "5");
                      sheet.raw("q 0 0 1 1 re W n").text(320, 114, 10, "4").raw("Q");
                    }));
    assertThat(Printed.drawn(document)).isEqualTo("[数 甲|\n乙|22]");
    assertThat(document.notices()).hasSize(1);
    assertThat(document.notices().get(0).zh()).contains("5个看不见的字符");
  }

  @Test
  void aMissingLineGluesCellsButNeverTheirNumbers() throws Exception {
    assertThat(
            shown(
                sheet ->
                    sheet
                        .line(50, 100, 350, 100)
                        .line(50, 120, 350, 120)
                        .line(50, 140, 350, 140)
                        .line(50, 100, 50, 140)
                        .line(350, 100, 350, 140)
                        .line(200, 100, 200, 120)
                        .cell(50, 100, 150, 20, "甲")
                        .cell(200, 100, 150, 20, "3")
                        .text(150, 134, 10, "1")
                        .text(165, 134, 10, "2")))
        .isEqualTo("[甲|3\n1 2→2]");
  }

  @Test
  void tablesMayLackTheirOuterBorders() throws Exception {
    assertThat(
            shown(
                sheet -> {
                  for (int i = 0; i <= 3; i++) {
                    sheet.line(50, 100 + 20 * i, 350, 100 + 20 * i);
                  }
                  sheet.line(200, 100, 200, 160);
                  for (int i = 0; i < 3; i++) {
                    sheet
                        .cell(50, 100 + 20 * i, 150, 20, "甲" + i)
                        .cell(200, 100 + 20 * i, 150, 20, "" + i);
                  }
                }))
        .isEqualTo("[甲0|0\n甲1|1\n甲2|2]");
  }

  @Test
  void aNumberAcrossALineIsRefused() {
    refused(
        PdfFiles.file(sheet -> pairs(sheet, 100, "甲", "1", "乙", "2").text(240, 114, 10, "3985")),
        UnreadableFile.Reason.NO_LINES);
  }

  @Test
  void aNumberThatIsCutOffIsRefused() {
    // by the edge of the page, by a clip, by a box that is painted over it
    refused(
        PdfFiles.file(sheet -> pairs(sheet, 100, "甲", "1", "乙", "2").text(580, 114, 10, "3985")),
        UnreadableFile.Reason.BROKEN);
    refused(
        PdfFiles.file(
            sheet ->
                pairs(sheet, 100, "甲", "", "乙", "2")
                    .raw("q 250 600 60 200 re W n")
                    .text(300, 114, 10, "3985")
                    .raw("Q")),
        UnreadableFile.Reason.BROKEN);
    refused(
        PdfFiles.file(
            sheet ->
                pairs(sheet, 100, "甲", "", "乙", "2")
                    .text(300, 114, 10, "3985")
                    .raw("1 g")
                    .box(311, 103, 20, 14)),
        UnreadableFile.Reason.BROKEN);
  }

  @Test
  void aTableWithoutLinesIsRefused() {
    refused(
        PdfFiles.file(
            sheet -> {
              for (int i = 0; i < 6; i++) {
                sheet.text(50, 100 + 20 * i, 10, "（一）予以公开");
                for (int j = 0; j < 7; j++) {
                  sheet.text(200 + 40 * j, 100 + 20 * i, 10, "" + i);
                }
              }
            }),
        UnreadableFile.Reason.NO_LINES);
  }

  @Test
  void aGridBeyondAnyFormIsRefused() {
    refused(
        PdfFiles.file(
            sheet -> {
              for (int i = 0; i <= 65; i++) {
                sheet.line(10 + 8 * i, 100, 10 + 8 * i, 140);
              }
              sheet.line(10, 100, 530, 100).line(10, 120, 530, 120).line(10, 140, 530, 140);
              sheet.text(12, 114, 6, "1");
            }),
        UnreadableFile.Reason.TOO_LARGE);
  }

  @Test
  void picturesOfPagesAreRefused() {
    String picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q";
    refused(PdfFiles.file(sheet -> sheet.raw(picture)), UnreadableFile.Reason.SCANNED);
    // a layer of text that a program guessed lies below the picture, or is not drawn
    refused(
        PdfFiles.file(sheet -> pairs(sheet, 100, "甲", "1", "乙", "2").raw(picture)),
        UnreadableFile.Reason.SCANNED);
    refused(
        PdfFiles.file(sheet -> pairs(sheet.raw(picture + " 3 Tr"), 100, "甲", "1", "乙", "2")),
        UnreadableFile.Reason.SCANNED);
    refused(PdfFiles.file(sheet -> {}), UnreadableFile.Reason.SCANNED);
  }

  @Test
  void aLastPageThatIsAPictureIsSaid() throws Exception {
    PrintedDocument document =
        new PdfReader()
            .read(
                PdfFiles.file(
                    sheet -> pairs(sheet, 100, "甲", "1", "乙", "2"),
                    sheet ->
                        sheet.raw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q")));
    assertThat(document.notices().get(0).zh()).isEqualTo("第2页是图片，未读取");
  }

  @Test
  void signsThatAFontDoesNotNameAreRefused() {
    refused(
        PdfFiles.file(
            sheet ->
                pairs(sheet, 100, "甲", "", "乙", "2")
                    .raw("BT /F2 10 Tf 1 0 0 1 300 728 Tm <00120013> Tj ET")),
        UnreadableFile.Reason.UNKNOWN_SIGNS);
  }

  @Test
  void onlyAPasswordForOpeningKeepsAFileClosed() throws Exception {
    refused(
        PdfFiles.changed(d -> protect(d, "open"), sheet -> pairs(sheet, 100, "甲", "1", "乙", "2")),
        UnreadableFile.Reason.ENCRYPTED);
    byte[] restricted =
        PdfFiles.changed(d -> protect(d, ""), sheet -> pairs(sheet, 100, "甲", "1", "乙", "2"));
    assertThat(Printed.drawn(new PdfReader().read(restricted))).isEqualTo("[甲|1\n乙|2]");
  }

  private static void protect(PDDocument document, String user) {
    try {
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", user, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
