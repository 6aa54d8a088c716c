package org.gongkai.rollup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.table.SpilledList;
import org.gongkai.table.TableColumn;
import org.gongkai.tally.ComputedSums;
import org.gongkai.tally.OrganSums;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/**
 * Makes rollups by organ, of which a city has hundreds and nobody says that there are not many
 * more: one after the other, so that no more of them is in memory.
 */
@Singleton
class OrganRollups {

  /** So many rows are ranked and written at once. */
  private static final int AT_ONCE = 500;

  private final ComputedSums sums;
  private final OrganRows known;
  private final AnswerSpace space;
  private final ObjectWriter rowWriter;
  private final ObjectWriter placeWriter;

  OrganRollups(ComputedSums sums, OrganRows known, AnswerSpace space, ObjectMapper json) {
    this.sums = sums;
    this.known = known;
    this.space = space;
    this.rowWriter = json.writerFor(RollupRow.class);
    this.placeWriter = json.writerFor(RollupView.PlaceCoverage.class);
  }

  /** Room for one rollup, to be closed when it is written. */
  SpilledRows room() {
    return new SpilledRows(space);
  }

  /**
   * Makes one, of the snapshot at hand.
   *
   * @param sections that are added up
   * @param make makes the rollup of some of the organs
   */
  RollupView make(
      RollupQuery rollupQuery,
      List<String> sections,
      OrganRows.Wanted wanted,
      RollupBuilder.Making make,
      SpilledRows room) {
    SpilledList<RollupRow> rows = room.rows();
    SpilledList<RollupRow> totals = room.rows();
    SpilledList<RollupView.PlaceCoverage> places = room.places();
    Ranking ranking = new Ranking(rollupQuery.region());
    RollupView whole;
    try (OrganSums organs = sums.organs(rollupQuery, sections)) {
      whole = make.of(organs.ofNone(), rollupQuery, wanted.language());
      // what has definitions is compared with that of all other organs
      boolean isRanked = whole.definitions() != null;
      for (OrganSums.Organ organ = organs.next(); organ != null; organ = organs.next()) {
        OrganRows.@Nullable Written part = isRanked ? null : known.find(wanted, organ);
        if (part == null) {
          RollupView made = make.of(organ.sums(), rollupQuery, wanted.language());
          Objects.requireNonNull(made.rows()).forEach(ranking::count);
          part = written(made);
          if (!isRanked) {
            known.remember(wanted, organ, part);
          }
        }
        room.haveColumns(part.columns());
        rows.add(part.rows());
        totals.add(part.totals());
        places.add(part.places());
        whole = whole.plus(part.coverage(), part.layouts());
      }
    }
    rows.seal();
    return whole.of(
        places.seal(),
        ranking.isOfNothing() ? rows : ranked(rows, ranking, room.rows()),
        whole.totals() == null ? null : totals.seal());
  }

  private OrganRows.Written written(RollupView part) {
    List<RollupRow> rows = Objects.requireNonNull(part.rows());
    List<RollupRow> totals = Objects.requireNonNullElse(part.totals(), List.of());
    Set<TableColumn> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.cells().all().keySet()));
    totals.forEach(row -> columns.addAll(row.cells().all().keySet()));
    return new OrganRows.Written(
        SpilledList.Written.of(rows, rowWriter),
        SpilledList.Written.of(totals, rowWriter),
        SpilledList.Written.of(Objects.requireNonNull(part.places()), placeWriter),
        List.copyOf(columns),
        part.coverage(),
        part.layouts());
  }

  private SpilledList<RollupRow> ranked(
      SpilledList<RollupRow> rows, Ranking ranking, SpilledList<RollupRow> into) {
    List<RollupRow> some = new ArrayList<>();
    for (Iterator<RollupRow> all = rows.iterator(); all.hasNext(); ) {
      RollupRow row = all.next();
      ranking.rank(row);
      some.add(row);
      if (some.size() == AT_ONCE || !all.hasNext()) {
        into.add(SpilledList.Written.of(some, rowWriter));
        some.clear();
      }
    }
    return into.seal();
  }
}
