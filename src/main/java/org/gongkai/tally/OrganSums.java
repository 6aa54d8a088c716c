package org.gongkai.tally;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The sums of organs one after the other, by code: a few at a time, however many there are. Each
 * statement is read by a cursor of its own, all within one transaction.
 */
public final class OrganSums implements AutoCloseable {

  /** How many organs and years are in memory at once, with their rows. */
  private static final int AT_ONCE = 100;

  private final Sql.Cursor<SumRows.Covered> expected;
  private final RevisionCellCache.Reading said;
  private final CellNames cells;

  /** Takes over what is expected and what is said, both in the order of places. */
  OrganSums(Sql.Cursor<SumRows.Covered> expected, RevisionCellCache.Reading said, CellNames cells) {
    this.expected = expected;
    this.said = said;
    this.cells = cells;
  }

  /** The sums of the next organs; of none when all have been read. */
  public PartialTallies next() {
    PartialTallies some = PartialTallies.none();
    while (some.coverage().size() < AT_ONCE) {
      String code = first(expected.peek(), said.peek());
      if (code == null) {
        break;
      }
      while (isOf(code, expected.peek())) {
        put(Objects.requireNonNull(expected.next()), some);
      }
      while (isOf(code, said.peek())) {
        put(Objects.requireNonNull(said.next()), some);
      }
    }
    return some;
  }

  private static @Nullable String first(SumRows.@Nullable Line one, SumRows.@Nullable Line other) {
    return Stream.of(one, other)
        .filter(Objects::nonNull)
        .map(line -> line.key().code())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean isOf(String code, SumRows.@Nullable Line line) {
    return line != null && line.key().code().equals(code);
  }

  private void put(SumRows.Line line, PartialTallies some) {
    switch (line) {
      case SumRows.Covered covered ->
          some.coverage().merge(line.key(), covered.coverage(), Coverage::plus);
      case SumRows.ReportCells said -> {
        some.coverage().merge(line.key(), said.coverage(), Coverage::plus);
        cells
            .bySection(said.cells())
            .forEach(
                (section, tally) ->
                    some.bySection()
                        .computeIfAbsent(section, s -> new HashMap<>())
                        .merge(line.key(), tally, Tally::plus));
      }
    }
  }

  @Override
  public void close() {
    try (expected;
        said) {
      // both, whatever happens to the other
    }
  }
}
