package org.gongkai.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.Sql;
import org.gongkai.report.CellSums;

/**
 * The sums of organs one after the other, by code: a few at a time, however many there are. Each
 * statement is read by a cursor of its own, all within one transaction.
 */
public final class OrganSums implements AutoCloseable {

  /** How many organs and years are in memory at once, with their rows. */
  private static final int AT_ONCE = 100;

  private final List<Sql.Cursor<? extends SumRows.Line>> cursors = new ArrayList<>();

  private final CellNames cells;

  OrganSums(CellNames cells) {
    this.cells = cells;
  }

  /** Takes over a cursor with its lines in the order of places. */
  void add(Sql.Cursor<? extends SumRows.Line> lines) {
    cursors.add(lines);
  }

  /** The sums of the next organs; of none when all have been read. */
  public SomeTallies next() {
    SomeTallies some = SomeTallies.none();
    while (some.coverage().size() < AT_ONCE) {
      String code =
          cursors.stream()
              .map(Sql.Cursor::peek)
              .filter(Objects::nonNull)
              .map(line -> line.place().code())
              .min(Comparator.naturalOrder())
              .orElse(null);
      if (code == null) {
        break;
      }
      for (Sql.Cursor<? extends SumRows.Line> cursor : cursors) {
        for (SumRows.Line line = cursor.peek();
            line != null && line.place().code().equals(code);
            line = cursor.peek()) {
          put(line, some);
          cursor.next();
        }
      }
    }
    return some;
  }

  private void put(SumRows.Line line, SomeTallies some) {
    switch (line) {
      case SumRows.Covered covered ->
          some.coverage().merge(line.place(), covered.coverage(), Coverage::plus);
      case SumRows.Said said -> {
        some.coverage().merge(line.place(), said.coverage(), Coverage::plus);
        CellSums sums = new CellSums();
        said.cells().addTo(sums);
        cells
            .bySection(sums)
            .forEach(
                (section, tally) ->
                    some.bySection()
                        .computeIfAbsent(section, s -> new HashMap<>())
                        .merge(line.place(), tally, Tally::plus));
      }
    }
  }

  @Override
  public void close() {
    cursors.forEach(Sql.Cursor::close);
  }
}
