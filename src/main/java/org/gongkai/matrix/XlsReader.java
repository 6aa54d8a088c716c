package org.gongkai.matrix;

import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/** Reads workbooks of Excel 97 to 2003. */
final class XlsReader {

  private final SheetNumber numbers = new SheetNumber();

  PrintedDocument read(DirectoryNode file) throws UnreadableFile {
    Assembly assembly = new Assembly(FileKind.XLSX);
    try (HSSFWorkbook workbook = new HSSFWorkbook(file, false)) {
      if (file.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
        assembly.notice(OfficeNotices.MACROS);
      }
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
          assembly.notice("隐藏工作表未读取", "Hidden sheets were left out");
        } else {
          SheetNotices.add(sheet(workbook, workbook.getSheetAt(i)), i + 1, assembly);
        }
      }
    } catch (EncryptedDocumentException e) {
      throw CompoundFile.encrypted().from(e);
    } catch (OldExcelFormatException e) {
      throw ReadingLimits.unknown(
              "Excel 95及更早的文件不能读取，请另存为xlsx",
              "Files of Excel 95 and before are not read; save it as xlsx")
          .from(e);
    } catch (IOException e) {
      throw ReadingLimits.broken("文件损坏或不完整", "The file is broken or incomplete").from(e);
    }
    if (numbers.otherwise()) {
      assembly.notice(SheetNotices.ROUNDED);
    }
    return assembly.document();
  }

  private Sheet sheet(HSSFWorkbook workbook, HSSFSheet from) throws UnreadableFile {
    Sheet sheet = new Sheet();
    int last = 0;
    for (Row row : from) {
      ReadingLimits.check();
      if (row.getZeroHeight()) {
        sheet.hideRow(row.getRowNum());
      }
      for (Cell cell : row) {
        HSSFCell own = (HSSFCell) cell;
        sheet.put(
            own.getRowIndex(),
            own.getColumnIndex(),
            text(workbook, own),
            bordered(own.getCellStyle()));
      }
      last = Math.max(last, row.getLastCellNum());
    }
    for (int column = 0; column < last; column++) {
      if (from.isColumnHidden(column)) {
        sheet.hideColumns(column, column + 1);
      }
    }
    for (int i = 0; i < from.getNumMergedRegions(); i++) {
      CellRangeAddress area = from.getMergedRegion(i);
      sheet.merge(
          area.getFirstRow(), area.getFirstColumn(), area.getLastRow(), area.getLastColumn());
    }
    return sheet;
  }

  private static boolean bordered(HSSFCellStyle style) {
    int sides = 0;
    for (BorderStyle side :
        new BorderStyle[] {
          style.getBorderTop(),
          style.getBorderBottom(),
          style.getBorderLeft(),
          style.getBorderRight()
        }) {
      sides += side == BorderStyle.NONE ? 0 : 1;
    }
    return sides >= 2;
  }

  private String text(HSSFWorkbook workbook, HSSFCell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      case NUMERIC -> {
        HSSFCellStyle style = cell.getCellStyle();
        String format = style.getDataFormatString();
        yield numbers.text(
            cell.getNumericCellValue(),
            style.getDataFormat(),
            format == null ? "General" : format,
            workbook.getInternalWorkbook().isUsing1904DateWindowing());
      }
      default -> "";
    };
  }
}
