package org.gongkai.matrix;

import org.gongkai.problem.Text;

/** Puts sheets into a document, and says what is said of sheets of old and of new workbooks. */
final class SheetNotices {

  static final Text ROUNDED =
      new Text(
          "有单元格的显示格式改变了数值（如四舍五入或不显示0），已按实际数值读取",
          "Formats of cells display other numbers than the cells hold, as rounded ones; the numbers that they hold were read");

  private SheetNotices() {}

  static void add(Sheet sheet, int number, Assembly assembly) throws UnreadableFile {
    assembly.page(number);
    assembly.addAll(sheet.pieces());
    if (sheet.somethingHidden()) {
      assembly.notice("隐藏的行或列未读取", "Hidden rows or columns were left out");
    }
  }
}
