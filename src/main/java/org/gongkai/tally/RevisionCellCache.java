package org.gongkai.tally;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What revisions of reports say in their cells. A revision never says anything else, so what was
 * read is remembered: of a district whose reports were counted before, only those are read that
 * were filed since.
 */
@Singleton
class RevisionCellCache {

  /** So many reports are read ahead, and their cells at once. */
  private static final int AT_ONCE = 500;

  /** Some 8,000 revisions with 30 cells. */
  private static final long MOST_BYTES = 12L << 20;

  private static final int BYTES = 250;
  private static final int BYTES_OF_CELL = 28;

  private record Key(SumRows.Revision revision, List<String> sections) {}

  private final ComputedSumStore store;

  private final Cache<Key, CellChanges> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, CellChanges cells) -> BYTES + BYTES_OF_CELL * cells.size())
          .build();

  RevisionCellCache(ComputedSumStore store) {
    this.store = store;
  }

  /** What counted reports say, one after the other; takes over the cursor. */
  Reading of(Sql.Cursor<SumRows.Counted> counted, List<String> sections) {
    return new Reading(counted, List.copyOf(sections));
  }

  /** Reports in the order in which they are counted. */
  final class Reading implements AutoCloseable {

    private final Sql.Cursor<SumRows.Counted> counted;
    private final List<String> sections;
    private final Queue<SumRows.ReportCells> ahead = new ArrayDeque<>();

    private Reading(Sql.Cursor<SumRows.Counted> counted, List<String> sections) {
      this.counted = counted;
      this.sections = sections;
    }

    /** The next one, which stays the next one; null where there is none. */
    SumRows.@Nullable ReportCells peek() {
      if (ahead.isEmpty()) {
        read();
      }
      return ahead.peek();
    }

    /** The next one; null where there is none. */
    SumRows.@Nullable ReportCells next() {
      SumRows.ReportCells here = peek();
      ahead.poll();
      return here;
    }

    private void read() {
      List<SumRows.Counted> some = new ArrayList<>();
      Map<SumRows.Revision, CellChanges> cells = new HashMap<>();
      List<SumRows.Revision> unknown = new ArrayList<>();
      for (SumRows.Counted one = counted.peek();
          one != null && some.size() < AT_ONCE;
          one = counted.peek()) {
        some.add(one);
        CellChanges said = known.getIfPresent(new Key(one.revision(), sections));
        if (said == null) {
          unknown.add(one.revision());
        } else {
          cells.put(one.revision(), said);
        }
        counted.next();
      }
      if (!unknown.isEmpty()) {
        Map<SumRows.Revision, CellChanges> read = store.cells(unknown, sections);
        read.forEach((revision, said) -> known.put(new Key(revision, sections), said));
        cells.putAll(read);
      }
      for (SumRows.Counted one : some) {
        ahead.add(
            new SumRows.ReportCells(
                one, Objects.requireNonNull(cells.get(one.revision()), "cells")));
      }
    }

    @Override
    public void close() {
      counted.close();
    }
  }
}
