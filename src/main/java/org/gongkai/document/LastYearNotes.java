package org.gongkai.document;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Last year's figures as notes on the cells. Notes are no content, so that what is read back is
 * what was filled in.
 *
 * @param year the year before that of the template
 */
record LastYearNotes(Content content, int year) {

  /** What is carried over this year is what last year's report carried forward. */
  private static final String CARRIED_OVER = "applications.carriedOver.";

  private static final String CARRIED_FORWARD = "applications.carriedForward.";

  /** Null where there is no report of last year. */
  static @Nullable LastYearNotes of(TemplateWorkbook.Reporter reporter) {
    return reporter.lastYear() == null
        ? null
        : new LastYearNotes(reporter.lastYear(), reporter.year() - 1);
  }

  /** Puts one on a cell of which last year's report says something. */
  void put(String path, Cell cell) {
    String last = said(path);
    StringBuilder note = new StringBuilder();
    if (last != null) {
      note.append(year).append("年：").append(last);
    }
    if (path.startsWith(CARRIED_OVER)) {
      String carried = said(CARRIED_FORWARD + path.substring(CARRIED_OVER.length()));
      if (carried != null) {
        note.append(note.isEmpty() ? "" : "\n");
        note.append(year).append("年报告结转下年度继续办理：").append(carried);
      }
    }
    if (note.isEmpty()) {
      return;
    }
    CreationHelper helper = cell.getSheet().getWorkbook().getCreationHelper();
    Drawing<?> drawing = cell.getSheet().createDrawingPatriarch();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setCol1(cell.getColumnIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 4);
    anchor.setRow1(cell.getRowIndex());
    anchor.setRow2(cell.getRowIndex() + 3);
    Comment comment = drawing.createCellComment(anchor);
    comment.setString(helper.createRichTextString(note.toString()));
    comment.setAuthor(year + "年");
    cell.setCellComment(comment);
  }

  private @Nullable String said(String path) {
    return content.figures().at(path) instanceof Figure.Stated stated
        ? stated.number().toPlainString()
        : null;
  }
}
