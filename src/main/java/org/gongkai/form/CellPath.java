package org.gongkai.form;

/**
 * The parts of a cell's path, {@code section.row.column}. The id of a row may have dots of its own,
 * those of sections and columns have none. A row, a column and a part of the text are named alike,
 * with their section in front.
 */
public final class CellPath {

  private CellPath() {}

  /** The section; empty where the path names no part of one. */
  public static String section(String path) {
    return path.substring(0, Math.max(0, path.indexOf('.')));
  }

  /** What stands behind the section; of what has none, all of it. */
  public static String inSection(String path) {
    return path.substring(path.indexOf('.') + 1);
  }

  /** The path of the row: all but the column. */
  public static String row(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /**
   * The id of the row that another one stands under, {@code outcomes.refused} of {@code
   * outcomes.refused.stateSecret}; empty where it stands under none.
   */
  public static String parent(String rowId) {
    return rowId.substring(0, Math.max(0, rowId.lastIndexOf('.')));
  }

  /** Whether a row stands below another one, at any depth; by their ids. */
  public static boolean isBelow(String rowId, String other) {
    return rowId.startsWith(other + ".");
  }

  /** The id of the row; empty where there is none between section and column. */
  public static String rowId(String path) {
    return row(inSection(path));
  }

  /** The id of the column. */
  public static String column(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
