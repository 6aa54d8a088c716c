package org.gongkai.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.pdf.PdfReader;
import org.gongkai.problem.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks, new and old: what their cells hold and display, tables and the text between. */
class XlsxReaderTest {

  private static Workbook workbook(boolean old) {
    return old ? new HSSFWorkbook() : new XSSFWorkbook();
  }

  private static PrintedDocument read(Workbook workbook) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    return new DocumentReaders(new PdfReader()).read(out.toByteArray(), "a.html");
  }

  private static Cell cell(Sheet sheet, int row, int column) {
    Row its = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return its.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  private static void format(Workbook workbook, Cell cell, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void numbersAreThoseOfTheCellsWithTheWordsOfTheirFormats(boolean old) throws Exception {
    Workbook workbook = workbook(old);
    Sheet sheet = workbook.createSheet();
    double[] values = {3, 0.1 + 0.2, 12.345678, 0, 0, 0.5, 1234, 5, 12.5, 44562};
    String[] formats = {
      "General",
      "General",
      "0.00",
      "#",
      "_ * #,##0_ ;_ * \"-\"_ ;_ @_ ",
      "0%",
      "#,##0",
      "0\"件\"",
      "0.00",
      "yyyy\"年\"m\"月\""
    };
    for (int i = 0; i < values.length; i++) {
      cell(sheet, 0, i).setCellValue(values[i]);
      format(workbook, cell(sheet, 0, i), formats[i]);
      cell(sheet, 1, i).setCellValue("x" + i);
    }
    PrintedDocument document = read(workbook);
    List<String> first =
        Printed.tables(document).getFirst().cells().stream()
            .filter(cell -> cell.row() == 0)
            .map(Matrix.Cell::text)
            .toList();
    assertThat(first)
        .containsExactly("3", "0.3", "12.345678", "0", "0", "50%", "1234", "5件", "12.5", "2022年1月");
    assertThat(document.notices()).containsExactly(SheetNotices.ROUNDED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void formulasShowTheirResult(boolean old) throws Exception {
    Workbook workbook = workbook(old);
    Sheet sheet = workbook.createSheet();
    cell(sheet, 0, 0).setCellValue(4);
    cell(sheet, 0, 1).setCellFormula("A1*2");
    cell(sheet, 1, 0).setCellValue(true);
    cell(sheet, 1, 1).setCellFormula("1/0");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    assertThat(Printed.drawn(read(workbook))).isEqualTo("[4|8\nTRUE|#DIV/0!]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tablesStandApartByTheirBorders(boolean old) throws Exception {
    Workbook workbook = workbook(old);
    Sheet sheet = workbook.createSheet();
    CellStyle bordered = workbook.createCellStyle();
    bordered.setBorderTop(BorderStyle.THIN);
    bordered.setBorderBottom(BorderStyle.THIN);
    bordered.setBorderLeft(BorderStyle.THIN);
    bordered.setBorderRight(BorderStyle.THIN);
    cell(sheet, 0, 0).setCellValue("某局年度报告");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
    for (int row : new int[] {1, 2, 3, 5, 6}) {
      for (int column = 0; column < 3; column++) {
        cell(sheet, row, column).setCellStyle(bordered);
      }
    }
    cell(sheet, 1, 0).setCellValue("第二十条第（一）项");
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 2));
    cell(sheet, 2, 0).setCellValue("规章");
    cell(sheet, 2, 1).setCellValue(1);
    cell(sheet, 3, 0).setCellValue("文件");
    sheet.addMergedRegion(new CellRangeAddress(2, 3, 2, 2));
    cell(sheet, 2, 2).setCellValue("b");
    cell(sheet, 4, 0).setCellValue("三、申请");
    cell(sheet, 5, 0).setCellValue("甲");
    cell(sheet, 6, 2).setCellValue("乙");
    PrintedDocument document = read(workbook);
    assertThat(Printed.drawn(document))
        .isEqualTo("某局年度报告\n[第二十条第（一）项→3\n规章|1|b↓2\n文件|]\n三、申请\n[甲||\n||乙]");
    assertThat(Printed.tables(document).get(1).at(1, 2).place())
        .isEqualTo(new Place(1, null, 2, 2, 3));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tablesWithoutBordersEndAtEmptyRowsAndChapters(boolean old) throws Exception {
    Workbook workbook = workbook(old);
    Sheet sheet = workbook.createSheet();
    cell(sheet, 0, 0).setCellValue("某局年度报告");
    cell(sheet, 1, 0).setCellValue("a");
    cell(sheet, 1, 1).setCellValue("b");
    cell(sheet, 2, 0).setCellValue("四、复议");
    sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 1));
    cell(sheet, 3, 0).setCellValue("c");
    cell(sheet, 3, 1).setCellValue("d");
    cell(sheet, 5, 0).setCellValue("五、问题");
    assertThat(Printed.drawn(read(workbook))).isEqualTo("某局年度报告\n[a|b]\n四、复议\n[c|d]\n五、问题");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsHiddenIsLeftOutAndSaid(boolean old) throws Exception {
    Workbook workbook = workbook(old);
    Sheet sheet = workbook.createSheet();
    for (int i = 0; i < 9; i++) {
      cell(sheet, i / 3, i % 3).setCellValue("v" + i);
    }
    sheet.getRow(1).setZeroHeight(true);
    sheet.setColumnHidden(1, true);
    cell(workbook.createSheet(), 0, 0).setCellValue("x");
    workbook.setSheetHidden(1, true);
    PrintedDocument document = read(workbook);
    assertThat(Printed.drawn(document)).isEqualTo("[v0|v2\nv6|v8]");
    assertThat(document.notices()).extracting(Text::zh).containsExactly("隐藏的行或列未读取", "隐藏工作表未读取");
  }
}
