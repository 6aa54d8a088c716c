package org.gongkai.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ooxml.POIXMLProperties.CustomProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Part;
import org.gongkai.form.PartRole;
import org.gongkai.form.Section;
import org.jspecify.annotations.Nullable;

/**
 * The form as a workbook to fill in: a sheet for each table and for the texts around them, labels
 * that cannot be changed, totals that are calculated, and last year's figures as notes on the
 * cells. Notes are no content, so that what is read back is what was filled in.
 */
public final class TemplateWorkbook {

  /** By this property a file is known to be filled into a template, and into which. */
  static final String PROPERTY = "gongkai.template";

  private static final String TITLE = "政府信息公开工作年度报告";
  private static final String HEADINGS = "headings.";
  private static final int TEXT_WIDTH = 100 * 256;
  private static final float TEXT_HEIGHT = 260;

  private final Form form;

  public TemplateWorkbook(Form form) {
    this.form = form;
  }

  /**
   * Whose it is.
   *
   * @param code of the organ
   * @param name of it in the report year
   * @param lastYear what its report of the year before says, or null
   */
  public record Reporter(String code, String name, int year, @Nullable Content lastYear) {}

  /**
   * Writes it.
   *
   * @param reporter null for one that anybody can fill in
   */
  public byte[] write(@Nullable Reporter reporter) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      new Making(workbook, reporter).make();
      CustomProperties properties = workbook.getProperties().getCustomProperties();
      properties.addProperty(PROPERTY, form.edition() + "/" + form.version());
      if (reporter != null) {
        properties.addProperty("gongkai.organ", reporter.code());
        properties.addProperty("gongkai.year", reporter.year());
      }
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.setForceFormulaRecalculation(true);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Making {

    private final XSSFWorkbook workbook;
    private final @Nullable Reporter reporter;
    private final TemplateStyles styles;
    private final TemplateTable tables;

    private Making(XSSFWorkbook workbook, @Nullable Reporter reporter) {
      this.workbook = workbook;
      this.reporter = reporter;
      this.styles = TemplateStyles.in(workbook);
      this.tables = new TemplateTable(styles, reporter == null ? null : LastYearNotes.of(reporter));
    }

    private void make() {
      XSSFSheet texts = null;
      for (Part part : form.narrative()) {
        boolean isChapter =
            form.narrative().stream()
                .anyMatch(p -> p.role() == PartRole.HEADING && p.id().equals(HEADINGS + part.id()));
        if (part.role() != PartRole.BODY || !isChapter) {
          continue;
        }
        Section section = form.section(part.id());
        if (section != null) {
          XSSFSheet sheet = sheet(section.title().zh());
          line(sheet, styles.heading()).setCellValue(section.title().zh());
          tables.draw(section, sheet);
          texts = null;
          continue;
        }
        if (texts == null) {
          boolean isFirst = workbook.getNumberOfSheets() == 0;
          texts = sheet(isFirst ? "标题和总体情况" : "其他文字部分");
          texts.setColumnWidth(0, TEXT_WIDTH);
          if (isFirst) {
            line(texts, styles.title()).setCellValue(titleText());
          }
        }
        line(texts, styles.heading()).setCellValue(part.label().zh());
        line(texts, styles.text()).getRow().setHeightInPoints(TEXT_HEIGHT);
      }
      workbook.setActiveSheet(0);
    }

    private String titleText() {
      return reporter == null ? TITLE : reporter.name() + reporter.year() + "年" + TITLE;
    }

    private XSSFSheet sheet(String name) {
      XSSFSheet sheet = workbook.createSheet(name);
      // without a password: it is to keep hands off labels, not to keep anybody out
      sheet.protectSheet("");
      sheet.lockFormatColumns(false);
      sheet.lockFormatRows(false);
      sheet.getPrintSetup().setLandscape(true);
      sheet.setFitToPage(true);
      sheet.getPrintSetup().setFitHeight((short) 0);
      return sheet;
    }

    private Cell line(XSSFSheet sheet, CellStyle style) {
      Cell cell = sheet.createRow(sheet.getPhysicalNumberOfRows()).createCell(0);
      cell.setCellStyle(style);
      return cell;
    }
  }
}
