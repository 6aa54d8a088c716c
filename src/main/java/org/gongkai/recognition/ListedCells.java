package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * The second sheet of our own workbooks, which says a line for each place what the first one says
 * as it is printed. It is no part of the report.
 */
final class ListedCells {

  private static final Text LEFT_OUT =
      new Text(
          "“数据”工作表与报告重复，未读取", "The sheet of data says the same as the report, and was left out");

  private ListedCells() {}

  /** The document without such a sheet, where there is another one. */
  static PrintedDocument without(PrintedDocument document, List<String> heads) {
    Set<Integer> listed = new HashSet<>();
    boolean others = false;
    for (Block block : document.blocks()) {
      Integer page = block.place().page();
      if (page != null && block instanceof Matrix matrix && begins(matrix, heads)) {
        listed.add(page);
      } else if (!listed.contains(page)) {
        others = true;
      }
    }
    if (listed.isEmpty() || !others) {
      return document;
    }
    List<Text> notices = new ArrayList<>(document.notices());
    notices.add(LEFT_OUT);
    return new PrintedDocument(
        document.kind(),
        document.blocks().stream().filter(b -> !isOn(b.place().page(), listed)).toList(),
        notices);
  }

  private static boolean isOn(@Nullable Integer page, Set<Integer> listed) {
    return page != null && listed.contains(page);
  }

  private static boolean begins(Matrix matrix, List<String> heads) {
    for (int column = 0; column < heads.size(); column++) {
      Matrix.Cell cell = matrix.at(0, column);
      if (cell == null || !cell.text().equals(heads.get(column))) {
        return false;
      }
    }
    return true;
  }
}
