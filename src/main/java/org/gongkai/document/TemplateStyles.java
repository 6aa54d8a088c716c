package org.gongkai.document;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How the cells of a template look, and which of them can be filled in.
 *
 * @param label cannot be changed, like those above it
 * @param input a figure that is filled in
 * @param total one that is calculated
 * @param text stays as it is typed
 */
record TemplateStyles(
    CellStyle title,
    CellStyle heading,
    CellStyle label,
    CellStyle input,
    CellStyle total,
    CellStyle text) {

  private static final String FONT = "宋体";

  static TemplateStyles in(XSSFWorkbook workbook) {
    CellStyle input = style(workbook, 10, false, HorizontalAlignment.CENTER, true);
    input.setLocked(false);
    CellStyle text = style(workbook, 11, false, HorizontalAlignment.LEFT, true);
    text.setLocked(false);
    text.setVerticalAlignment(VerticalAlignment.TOP);
    text.setDataFormat(workbook.createDataFormat().getFormat("@"));
    return new TemplateStyles(
        style(workbook, 16, true, HorizontalAlignment.CENTER, false),
        style(workbook, 14, true, HorizontalAlignment.LEFT, false),
        style(workbook, 10, false, HorizontalAlignment.CENTER, true),
        input,
        style(workbook, 10, true, HorizontalAlignment.CENTER, true),
        text);
  }

  private static CellStyle style(
      XSSFWorkbook workbook, int size, boolean bold, HorizontalAlignment where, boolean border) {
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
}
