package org.gongkai.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.gongkai.form.FormRole;
import org.gongkai.form.Section;
import org.jspecify.annotations.Nullable;

/**
 * Tables of the form on sheets: labels that cannot be changed, cells to fill in, and totals that
 * are calculated.
 */
final class TemplateTable {

  private static final int WIDTH = 130 * 256;
  private static final float LINE_HEIGHT = 14;

  /** What a Chinese sign takes of a column, with what is left free at its sides. */
  private static final int SIGN = 256 * 9 / 4;

  private final TemplateStyles styles;
  private final @Nullable LastYearNotes notes;

  TemplateTable(TemplateStyles styles, @Nullable LastYearNotes notes) {
    this.styles = styles;
    this.notes = notes;
  }

  /** Draws the table of a section below the heading of its sheet. */
  void draw(Section section, XSSFSheet sheet) {
    PaperGrid grid = FormTables.of(section, cell -> new PaperGrid.Printed(cell.path(), null));
    int top = 1;
    int sum = grid.widths().stream().mapToInt(Integer::intValue).sum();
    for (int c = 0; c < grid.columns(); c++) {
      sheet.setColumnWidth(c, WIDTH / sum * grid.widths().get(c));
    }
    merge(sheet, 0, 0, 1, grid.columns());
    Map<String, CellReference> places = new HashMap<>();
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (PaperGrid.Cell printed : grid.cells()) {
      boolean isNumber = printed.kind() == PaperGrid.Kind.NUMBER;
      for (int r = 0; r < printed.rowSpan(); r++) {
        for (int c = 0; c < printed.columnSpan(); c++) {
          cell(sheet, top + printed.row() + r, printed.column() + c)
              .setCellStyle(isNumber ? styles.input() : styles.label());
        }
      }
      Cell cell = cell(sheet, top + printed.row(), printed.column());
      merge(sheet, top + printed.row(), printed.column(), printed.rowSpan(), printed.columnSpan());
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
  private static void heighten(XSSFSheet sheet, PaperGrid grid, int top) {
    float[] heights = new float[grid.rows()];
    Arrays.fill(heights, LINE_HEIGHT + 4);
    for (PaperGrid.Cell printed : grid.cells()) {
      if (printed.rowSpan() == 1 && printed.kind() != PaperGrid.Kind.NUMBER) {
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

  private static void merge(XSSFSheet sheet, int row, int column, int rows, int columns) {
    if (rows > 1 || columns > 1) {
      sheet.addMergedRegion(
          new CellRangeAddress(row, row + rows - 1, column, column + columns - 1));
    }
  }

  private static Cell cell(XSSFSheet sheet, int row, int column) {
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
      cell.setCellStyle(styles.total());
      // nothing filled in is nothing, and no zero
      cell.setCellFormula("IF(COUNT(" + list + ")=0,\"\",SUM(" + list + "))");
    }
    if (notes != null) {
      notes.put(path, cell);
    }
  }

  /** The cells that a total adds up; none where it is no total. */
  private static List<String> parts(Section section, String path) {
    org.gongkai.form.Cell cell = section.cells().get(path);
    if (cell == null) {
      return List.of();
    }
    String start = section.id() + ".";
    if (cell.column().role() == FormRole.TOTAL) {
      return section.columnsOf(cell.row()).stream()
          .filter(column -> column.role() == FormRole.LEAF)
          .map(column -> start + cell.row().id() + "." + column.id())
          .toList();
    }
    String above = cell.row().parent();
    if (cell.row().role() != FormRole.TOTAL || above.isEmpty()) {
      return List.of();
    }
    return section.rows().stream()
        .filter(row -> row.role() == FormRole.LEAF && row.isBelow(above))
        .map(row -> start + row.id() + "." + cell.column().id())
        .toList();
  }

  /** Asks where something else than a number or an oblique stroke is filled in, and lets it be. */
  private static void guard(XSSFSheet sheet, Map<String, Cell> cells) {
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
