package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Samples;
import org.gongkai.form.Section;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.recognition.Certainty;
import org.gongkai.recognition.Recognised;
import org.gongkai.recognition.Recogniser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template is filled in as a clerk does it, and says then exactly that. */
class TemplateWorkbookTest {

  private final Forms forms = Samples.FORMS;

  private static byte[] template(Form form) {
    return new TemplateWorkbook(form)
        .write(new TemplateWorkbook.Reporter("A-1", "威海市环翠区统计局", 2021, null));
  }

  /** Fills a number into every cell that can be filled in, and lets the totals be calculated. */
  private static byte[] filled(byte[] template, Random random) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            boolean isOpen = !cell.getCellStyle().getLocked() && isFirst(sheet, cell);
            boolean isText = cell.getCellStyle().getDataFormatString().equals("@");
            if (isOpen && isText) {
              cell.setCellValue("本机关认真贯彻条例，" + sheet.getSheetName() + row.getRowNum() + "。");
            } else if (isOpen) {
              cell.setCellValue(random.nextInt(50));
            }
          }
        }
      }
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static boolean isFirst(Sheet sheet, Cell cell) {
    return sheet.getMergedRegions().stream()
        .filter(region -> region.isInRange(cell))
        .allMatch(
            region ->
                region.getFirstRow() == cell.getRowIndex()
                    && region.getFirstColumn() == cell.getColumnIndex());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void labelsAreGuardedAndTotalsAreCalculated(String edition) throws IOException {
    Form form = forms.known(edition);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template(form)))) {
      assertThat(
              workbook
                  .getProperties()
                  .getCustomProperties()
                  .getProperty("gongkai.template")
                  .getLpwstr())
          .isEqualTo(edition + "/" + form.version());
      int formulas = 0;
      int open = 0;
      for (Sheet sheet : workbook) {
        assertThat(sheet.getProtect()).as(sheet.getSheetName()).isTrue();
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              formulas++;
              assertThat(cell.getStringCellValue()).as("nothing is no zero").isEmpty();
              assertThat(cell.getCellStyle().getLocked()).isTrue();
            } else if (cell.getCellType() == CellType.STRING) {
              assertThat(cell.getCellStyle().getLocked()).as(cell.getStringCellValue()).isTrue();
            } else if (!cell.getCellStyle().getLocked() && isFirst(sheet, cell)) {
              open++;
            }
          }
        }
      }
      // of 23 or 25 rows each has a total, the row of totals has six more, three blocks have one
      assertThat(formulas).isEqualTo(edition.equals("2019") ? 32 : 34);
      assertThat(open + formulas)
          .isEqualTo(3 + form.sections().values().stream().mapToInt(s -> s.cells().size()).sum());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void whatIsFilledInIsReadBack(String edition) throws IOException, UnreadableFile {
    Form form = forms.known(edition);
    byte[] file = filled(template(form), new Random(7));
    Recognised found =
        new Recogniser(forms).recognise(new DocumentReaders(new PdfReader()).read(file, "模板.xlsx"));
    Map<String, Recognised.FoundCell> cells = new LinkedHashMap<>();
    found.cells().forEach(cell -> cells.put(cell.path(), cell));
    Map<String, BigDecimal> numbers = numbers(form, file);
    assertThat(cells.keySet()).containsExactlyInAnyOrderElementsOf(numbers.keySet());
    numbers.forEach(
        (path, number) -> {
          assertThat(cells.get(path).value().decimalValue()).as(path).isEqualByComparingTo(number);
          assertThat(cells.get(path).certainty()).as(path).isEqualTo(Certainty.SURE);
        });
    assertThat(found.leftOver()).isEmpty();
    assertThat(found.years()).containsExactly(2021);
    assertThat(found.organNames()).contains("威海市环翠区统计局");
    ObjectNode report = found.report();
    assertThat(report.at("/narrative/overview").asText()).startsWith("本机关认真贯彻条例");
    assertThat(report.at("/narrative/problems").asText()).startsWith("本机关认真贯彻条例");
    assertThat(report.at("/narrative/otherMatters").asText()).startsWith("本机关认真贯彻条例");
  }

  /** By where the form itself lays the cells, and not by what a label says. */
  private static Map<String, BigDecimal> numbers(Form form, byte[] file) throws IOException {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (Section section : form.sections().values()) {
        PaperGrid grid = FormTables.of(section, cell -> new PaperGrid.Printed(cell.path(), null));
        Sheet sheet = workbook.getSheet(section.title().zh());
        for (PaperGrid.Cell cell : grid.cells()) {
          if (cell.kind() == PaperGrid.Kind.NUMBER && section.cells().containsKey(cell.text())) {
            double number =
                sheet.getRow(1 + cell.row()).getCell(cell.column()).getNumericCellValue();
            numbers.put(cell.text(), new BigDecimal(number));
          }
        }
      }
    }
    return numbers;
  }
}
