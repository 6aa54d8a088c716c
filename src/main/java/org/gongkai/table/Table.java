package org.gongkai.table;

import java.util.List;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * Rows under columns, for formats that nest nothing.
 *
 * @param title what the rows are
 * @param columns in order
 * @param rows may be very many, and are gone through more than once
 * @param beside tables that belong to it; a workbook has a sheet for each
 * @param notes what was asked and what is known of the whole
 */
public record Table(
    Text title,
    List<TableColumn> columns,
    @Nullable Iterable<TableRow> rows,
    List<Table> beside,
    List<Note> notes) {

  /** A line about the whole table. */
  public record Note(Text what, TableCell value) {}

  /** A table that says nothing but its rows. */
  public Table(Text title, List<TableColumn> columns, Iterable<TableRow> rows) {
    this(title, columns, rows, List.of(), List.of());
  }

  /** The columns that tell the rows apart. */
  List<TableColumn> keys() {
    return columns.stream().filter(column -> column.role() == TableColumn.Role.KEY).toList();
  }
}
