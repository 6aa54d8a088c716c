package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;
import org.gongkai.tally.Coverage;
import org.jspecify.annotations.Nullable;

/** What must be known of a number in a rollup beside the number itself. */
final class NumberStatus {

  private static final String BLANK = "blank";
  private static final String INCOMPLETE = "incomplete";
  private static final String TOO_FEW = "tooFew";
  private static final String OTHER_LAYOUT = "otherLayout";
  private static final Set<TableColumn> OF_SIBLINGS =
      Set.of(NamedColumn.PERCENTILE_25, NamedColumn.MEDIAN, NamedColumn.PERCENTILE_75);
  private static final Map<String, Text> STATUS =
      new TreeMap<>(
          Map.of(
              BLANK, new Text("均未填报", "Nothing stated"),
              INCOMPLETE, new Text("有未报机关或空白单元格", "Organs or cells are missing"),
              TOO_FEW, new Text("样本过少，不宜排名", "Too few to rank"),
              OTHER_LAYOUT,
                  new Text(
                      "部分报告采用其他表式或计量单位，没有该单元格",
                      "Some reports have no such cell: another layout, or a unit of their own")));

  private final RollupTable table;
  private final String region;

  /**
   * Of the numbers of a table.
   *
   * @param region that rows are of which have no place
   */
  NumberStatus(RollupTable table, String region) {
    this.table = table;
    this.region = region;
  }

  /** What the codes mean. */
  static Map<String, String> labels(Language language) {
    Map<String, String> labels = new LinkedHashMap<>();
    STATUS.forEach((code, text) -> labels.put(code, text.in(language)));
    return labels;
  }

  /** The status of a number; none where there is nothing to say, or where the row has none. */
  Optional<String> of(TableRow row, TableColumn column) {
    if (!row.has(column)) {
      return Optional.empty();
    }
    if (row.at(column).equals(TableCell.NOTHING) && OF_SIBLINGS.contains(column)) {
      return Optional.of(TOO_FEW);
    }
    if (row.at(column).equals(TableCell.NOTHING)) {
      return Optional.of(isOfDifferentReports(row, column) ? OTHER_LAYOUT : BLANK);
    }
    if (column == NamedColumn.VALUE && row.at(NamedColumn.TOO_FEW).equals(TableCell.of(true))) {
      return Optional.of(TOO_FEW);
    }
    if (isOfSomeOnly(row, (RollupColumn) column)) {
      return Optional.of(OTHER_LAYOUT);
    }
    boolean incomplete =
        isPositive(row.number(NamedColumn.BLANK)) || isPositive(row.number(NamedColumn.MISSING));
    return incomplete ? Optional.of(INCOMPLETE) : Optional.empty();
  }

  private static boolean isPositive(@Nullable BigDecimal number) {
    return number != null && number.signum() > 0;
  }

  /** A ratio that there is not, although there are both of its parts. */
  private static boolean isOfDifferentReports(TableRow row, TableColumn column) {
    BigDecimal denominator = row.number(NamedColumn.DENOMINATOR);
    return column == NamedColumn.VALUE
        && row.number(NamedColumn.NUMERATOR) != null
        && denominator != null
        && denominator.signum() != 0;
  }

  /**
   * Whether a number of a table stands on some of the reports in the sum only, since the others
   * have no such cell.
   */
  private boolean isOfSomeOnly(TableRow row, RollupColumn column) {
    if (!row.has(NamedColumn.ROW)) {
      return false;
    }
    return switch (column) {
      case RollupColumn.Measure measure ->
          isFewer(
              having(
                  row.number(new RollupColumn.ReportsOf(measure)), row.number(NamedColumn.REPORTS)),
              row.number(NamedColumn.REPORTED));
      case RollupColumn.Compared compared
          when compared.what() == RollupColumn.Compared.What.CHANGE ->
          isOfSomeOnly(row, compared.of())
              || isOfSomeOnly(row, RollupColumn.Compared.previous(compared.of()));
      case RollupColumn.Compared(var what, RollupColumn.Measure of) ->
          isFewer(
              having(
                  row.number(RollupColumn.Compared.previous(new RollupColumn.ReportsOf(of))),
                  row.number(RollupColumn.Compared.previous(NamedColumn.REPORTS))),
              BigDecimal.valueOf(yearBefore(row).reported()));
      case RollupColumn.Compared other -> false;
      case RollupColumn.ReportsOf reports -> false;
      case NamedColumn named -> false;
    };
  }

  private static @Nullable BigDecimal having(
      @Nullable BigDecimal ofColumn, @Nullable BigDecimal ofRow) {
    return ofColumn == null ? ofRow : ofColumn;
  }

  private static boolean isFewer(@Nullable BigDecimal having, @Nullable BigDecimal reported) {
    return having != null && having.compareTo(reported) < 0;
  }

  private Coverage yearBefore(TableRow row) {
    String code = row.has(NamedColumn.CODE) ? row.text(NamedColumn.CODE) : region;
    return table.coverage(
        code, Objects.requireNonNull(row.number(NamedColumn.YEAR)).intValueExact() - 1);
  }
}
