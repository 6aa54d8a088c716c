package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.problem.Language;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;

/**
 * A line for each number of a rollup: what tools for charts and pivots want. A number of a table is
 * a leaf where neither its row nor its column is a total.
 */
final class LongRows {

  private static final Map<String, List<NamedColumn>> KEYS =
      Map.of(
          "publications", List.of(NamedColumn.CHANNEL, NamedColumn.LABEL, NamedColumn.UNIT),
          "indicators",
              List.of(
                  NamedColumn.INDICATOR,
                  NamedColumn.METHOD,
                  NamedColumn.LABEL,
                  NamedColumn.TOO_FEW));

  private static final List<NamedColumn> OF_TABLES =
      List.of(NamedColumn.ROW, NamedColumn.LABEL, NamedColumn.PARENT, NamedColumn.LEAF);

  private static final Set<NamedColumn> NUMBERS =
      Set.of(NamedColumn.COUNT, NamedColumn.NUMERATOR, NamedColumn.DENOMINATOR, NamedColumn.VALUE);

  private final String subject;
  private final RollupColumns texts;
  private final Language language;
  private final List<NamedColumn> places;

  LongRows(String subject, RollupColumns texts, Language language) {
    this.subject = subject;
    this.texts = texts;
    this.language = language;
    this.places = new ArrayList<>(RollupTable.PLACE);
    this.places.addAll(KEYS.getOrDefault(subject, OF_TABLES));
  }

  /** The columns of all lines. */
  List<TableColumn> columns(boolean compared) {
    List<TableColumn> columns = new ArrayList<>(places);
    columns.addAll(List.of(NamedColumn.COLUMN, NamedColumn.COLUMN_LABEL, NamedColumn.CELL_VALUE));
    if (compared) {
      columns.addAll(List.of(NamedColumn.PREVIOUS_VALUE, NamedColumn.CHANGE_VALUE));
    }
    columns.add(NamedColumn.REPORTS);
    return columns;
  }

  /** Those of a row that has its place beside its numbers. */
  List<TableRow> of(TableRow row) {
    List<TableRow> lines = new ArrayList<>();
    for (TableColumn column : row.all().keySet()) {
      if (column instanceof RollupColumn.Measure || NUMBERS.contains(column)) {
        lines.add(line(row, (RollupColumn) column));
      }
    }
    return lines;
  }

  private TableRow line(TableRow row, RollupColumn column) {
    TableRow line = new TableRow();
    places.stream().filter(row::has).forEach(of -> line.put(of, row.at(of)));
    if (line.has(NamedColumn.LEAF)) {
      boolean leaf = row.at(NamedColumn.LEAF).equals(TableCell.of(true));
      line.put(NamedColumn.LEAF, TableCell.of(leaf && !texts.isTotal(subject, column)));
    }
    line.put(NamedColumn.COLUMN, TableCell.of(column.id()));
    line.put(NamedColumn.COLUMN_LABEL, TableCell.of(column.title().in(language)));
    line.put(NamedColumn.CELL_VALUE, row.at(column));
    put(line, NamedColumn.PREVIOUS_VALUE, row, RollupColumn.Compared.previous(column));
    put(line, NamedColumn.CHANGE_VALUE, row, RollupColumn.Compared.change(column));
    RollupColumn reports = new RollupColumn.ReportsOf(column);
    line.put(NamedColumn.REPORTS, row.at(row.has(reports) ? reports : NamedColumn.REPORTS));
    return line;
  }

  private static void put(TableRow line, TableColumn as, TableRow row, TableColumn column) {
    if (row.has(column)) {
      line.put(as, row.at(column));
    }
  }
}
