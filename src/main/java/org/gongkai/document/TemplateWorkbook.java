package org.gongkai.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLProperties.CustomProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Part;
import org.gongkai.form.PartRole;
import org.gongkai.form.Role;
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

  private static final String FONT = "宋体";
  private static final String TITLE = "政府信息公开工作年度报告";
  private static final String HEADINGS = "headings.";
  private static final int WIDTH = 130 * 256;
  private static final int TEXT_WIDTH = 100 * 256;
  private static final float TEXT_HEIGHT = 260;
  private static final float LINE_HEIGHT = 14;

  /** What a Chinese sign takes of a column, with what is left free at its sides. */
  private static final int SIGN = 256 * 9 / 4;

  /** What is carried over this year is what last year's report carried forward. */
  private static final String CARRIED_OVER = "applications.carriedOver.";

  private static final String CARRIED_FORWARD = "applications.carriedForward.";

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
    private final CellStyle title;
    private final CellStyle heading;
    private final CellStyle label;
    private final CellStyle input;
    private final CellStyle total;
    private final CellStyle text;

    private Making(XSSFWorkbook workbook, @Nullable Reporter reporter) {
      this.workbook = workbook;
      this.reporter = reporter;
      title = style(16, true, HorizontalAlignment.CENTER, false);
      heading = style(14, true, HorizontalAlignment.LEFT, false);
      label = style(10, false, HorizontalAlignment.CENTER, true);
      input = style(10, false, HorizontalAlignment.CENTER, true);
      input.setLocked(false);
      total = style(10, true, HorizontalAlignment.CENTER, true);
      text = style(11, false, HorizontalAlignment.LEFT, true);
      text.setLocked(false);
      text.setVerticalAlignment(VerticalAlignment.TOP);
      // what is typed there stays as it is typed
      text.setDataFormat(workbook.createDataFormat().getFormat("@"));
    }

    private CellStyle style(int size, boolean bold, HorizontalAlignment where, boolean border) {
      Font font = workbook.createFont();
      font.setFontName(FONT);
      font.setFontHeightInPoints((short) size);
      font.setBold(bold);
      CellStyle style = workbook.createCellStyle();
      style.setFont(font);
      style.setAlignment(where);
      style.setVerticalAlignment(VerticalAlignment.CENTER);
      style.setWrapText(true);
      if (border) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
      }
      return style;
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
          table(section);
          texts = null;
          continue;
        }
        if (texts == null) {
          boolean isFirst = workbook.getNumberOfSheets() == 0;
          texts = sheet(isFirst ? "标题和总体情况" : "其他文字部分");
          texts.setColumnWidth(0, TEXT_WIDTH);
          if (isFirst) {
            line(texts, title).setCellValue(titleText());
          }
        }
        line(texts, heading).setCellValue(part.label().zh());
        line(texts, text).getRow().setHeightInPoints(TEXT_HEIGHT);
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

    private void table(Section section) {
      XSSFSheet sheet = sheet(section.title().zh());
      line(sheet, heading).setCellValue(section.title().zh());
      Grid grid = FormTables.of(section, cell -> new Grid.Printed(cell.path(), null));
      int top = 1;
      int sum = grid.widths().stream().mapToInt(Integer::intValue).sum();
      for (int c = 0; c < grid.columns(); c++) {
        sheet.setColumnWidth(c, WIDTH / sum * grid.widths().get(c));
      }
      merge(sheet, 0, 0, 1, grid.columns());
      Map<String, CellReference> places = new HashMap<>();
      Map<String, Cell> cells = new LinkedHashMap<>();
      for (Grid.Cell printed : grid.cells()) {
        boolean isNumber = printed.kind() == Grid.Kind.NUMBER;
        for (int r = 0; r < printed.rowSpan(); r++) {
          for (int c = 0; c < printed.columnSpan(); c++) {
            cell(sheet, top + printed.row() + r, printed.column() + c)
                .setCellStyle(isNumber ? input : label);
          }
        }
        Cell cell = cell(sheet, top + printed.row(), printed.column());
        merge(
            sheet, top + printed.row(), printed.column(), printed.rowSpan(), printed.columnSpan());
        if (isNumber && !printed.text().isEmpty()) {
          places.put(printed.text(), new CellReference(cell));
          cells.put(printed.text(), cell);
        } else {
          cell.setCellValue(printed.text());
        }
      }
      heighten(sheet, grid, top);
      cells.forEach((path, cell) -> fill(section, path, cell, places));
      guard(sheet, cells);
    }

    /** Rows grow by themselves only where no cell is merged. */
    private void heighten(XSSFSheet sheet, Grid grid, int top) {
      float[] heights = new float[grid.rows()];
      Arrays.fill(heights, LINE_HEIGHT + 4);
      for (Grid.Cell printed : grid.cells()) {
        if (printed.rowSpan() == 1 && printed.kind() != Grid.Kind.NUMBER) {
          int width = 0;
          for (int c = 0; c < printed.columnSpan(); c++) {
            width += sheet.getColumnWidth(printed.column() + c);
          }
          int signs = Math.max(1, width / SIGN);
          int lines = (printed.text().length() + signs - 1) / signs;
          heights[printed.row()] = Math.max(heights[printed.row()], lines * LINE_HEIGHT + 4);
        }
      }
      for (int r = 0; r < heights.length; r++) {
        cell(sheet, top + r, 0).getRow().setHeightInPoints(heights[r]);
      }
    }

    private void merge(XSSFSheet sheet, int row, int column, int rows, int columns) {
      if (rows > 1 || columns > 1) {
        sheet.addMergedRegion(
            new CellRangeAddress(row, row + rows - 1, column, column + columns - 1));
      }
    }

    private Cell cell(XSSFSheet sheet, int row, int column) {
      Row there = sheet.getRow(row);
      Row line = there == null ? sheet.createRow(row) : there;
      Cell cell = line.getCell(column);
      return cell == null ? line.createCell(column) : cell;
    }

    private void fill(Section section, String path, Cell cell, Map<String, CellReference> places) {
      List<CellReference> parts =
          parts(section, path).stream().filter(places::containsKey).map(places::get).toList();
      if (!parts.isEmpty()) {
        String list =
            parts.stream().map(part -> part.formatAsString(false)).collect(Collectors.joining(","));
        cell.setCellStyle(total);
        // nothing filled in is nothing, and no zero
        cell.setCellFormula("IF(COUNT(" + list + ")=0,\"\",SUM(" + list + "))");
      }
      note(path, cell);
    }

    /** The cells that a total adds up; none where it is no total. */
    private List<String> parts(Section section, String path) {
      org.gongkai.form.Cell cell = section.cells().get(path);
      if (cell == null) {
        return List.of();
      }
      String start = section.id() + ".";
      if (cell.column().role() == Role.TOTAL) {
        return section.columnsOf(cell.row()).stream()
            .filter(column -> column.role() == Role.LEAF)
            .map(column -> start + cell.row().id() + "." + column.id())
            .toList();
      }
      if (cell.row().role() != Role.TOTAL || cell.row().id().indexOf('.') < 0) {
        return List.of();
      }
      String above = cell.row().id().substring(0, cell.row().id().lastIndexOf('.') + 1);
      return section.rows().stream()
          .filter(row -> row.role() == Role.LEAF && row.id().startsWith(above))
          .map(row -> start + row.id() + "." + cell.column().id())
          .toList();
    }

    private void note(String path, Cell cell) {
      if (reporter == null || reporter.lastYear() == null) {
        return;
      }
      int year = reporter.year() - 1;
      String last = said(reporter.lastYear(), path);
      StringBuilder note = new StringBuilder();
      if (last != null) {
        note.append(year).append("年：").append(last);
      }
      if (path.startsWith(CARRIED_OVER)) {
        String carried =
            said(reporter.lastYear(), CARRIED_FORWARD + path.substring(CARRIED_OVER.length()));
        if (carried != null) {
          note.append(note.isEmpty() ? "" : "\n");
          note.append(year).append("年报告结转下年度继续办理：").append(carried);
        }
      }
      if (note.isEmpty()) {
        return;
      }
      Drawing<?> drawing = cell.getSheet().createDrawingPatriarch();
      ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
      anchor.setCol1(cell.getColumnIndex() + 1);
      anchor.setCol2(cell.getColumnIndex() + 4);
      anchor.setRow1(cell.getRowIndex());
      anchor.setRow2(cell.getRowIndex() + 3);
      Comment comment = drawing.createCellComment(anchor);
      comment.setString(workbook.getCreationHelper().createRichTextString(note.toString()));
      comment.setAuthor(year + "年");
      cell.setCellComment(comment);
    }

    private static @Nullable String said(Content content, String path) {
      return content.figures().at(path) instanceof Figure.Stated stated
          ? stated.number().toPlainString()
          : null;
    }

    /**
     * Asks where something else than a number or an oblique stroke is filled in, and lets it be.
     */
    private void guard(XSSFSheet sheet, Map<String, Cell> cells) {
      List<Cell> open =
          cells.values().stream().filter(cell -> cell.getCellType() != CellType.FORMULA).toList();
      if (open.isEmpty()) {
        return;
      }
      DataValidationHelper helper = sheet.getDataValidationHelper();
      for (Cell cell : open) {
        String at = new CellReference(cell).formatAsString(false);
        DataValidation validation =
            helper.createValidation(
                helper.createCustomConstraint("OR(ISNUMBER(" + at + ")," + at + "=\"/\")"),
                new CellRangeAddressList(
                    cell.getRowIndex(),
                    cell.getRowIndex(),
                    cell.getColumnIndex(),
                    cell.getColumnIndex()));
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.createErrorBox("请核对", "此处应填数字；不适用的填“/”，没有数据的留空。");
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
      }
    }
  }
}
