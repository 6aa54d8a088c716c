package org.gongkai.tally;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.gongkai.platform.Sql;
import org.gongkai.report.CellSums;

/** Rows of sums, or of what is added to them, as columns side by side for a statement. */
final class SumColumns {

  private SumColumns() {}

  /** The keys. */
  static Sql.Statement bind(Sql.Statement statement, List<TallyRow> rows) {
    return statement
        .bind("regions", texts(rows, TallyRow::region))
        .bind("years", numbers(rows, TallyRow::year))
        .bind("bases", texts(rows, TallyRow::basis))
        .bind("kinds", texts(rows, TallyRow::kind));
  }

  /** The keys, and what each has. */
  static Sql.Statement bind(
      Sql.Statement statement, List<TallyRow> rows, List<SumFold.Added> added) {
    List<CellSums.Columns> cells = added.stream().map(a -> a.cells().columns()).toList();
    return bind(statement, rows)
        .bind("made", numbers(added, SumFold.Added::made))
        .bind("at", added.stream().map(SumFold.Added::at).toArray(Instant[]::new))
        .bind("reports", numbers(added, a -> a.reports().all()))
        .bind("expected", numbers(added, a -> a.reports().expected()))
        .bind("unexplained", numbers(added, a -> a.reports().unexplained()))
        .bind("waived", numbers(added, a -> a.reports().waived()))
        .bind("cells", texts(cells, CellSums.Columns::cells))
        .bind("numbers", texts(cells, CellSums.Columns::numbers))
        .bind("stated", texts(cells, CellSums.Columns::stated))
        .bind("blank", texts(cells, CellSums.Columns::blank))
        .bind("approximate", texts(cells, CellSums.Columns::approximate))
        .bind("reported", texts(cells, CellSums.Columns::reports));
  }

  static <T> String[] texts(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static <T> int[] numbers(List<T> rows, ToIntFunction<T> value) {
    return rows.stream().mapToInt(value).toArray();
  }
}
