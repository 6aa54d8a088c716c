package org.gongkai.rollup;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.problem.Language;
import org.gongkai.table.SpilledList;
import org.gongkai.tally.ComputedSums;
import org.gongkai.tally.OrganSums;
import org.gongkai.tally.PartialTallies;
import org.gongkai.tally.RollupQuery;

/**
 * Makes rollups by organ, of which a city has hundreds and nobody says that there are not many
 * more: a few organs at a time, so that no more of them is in memory.
 */
@Singleton
class OrganRollups {

  private final ComputedSums sums;
  private final AnswerSpace space;
  private final ObjectMapper json;

  OrganRollups(ComputedSums sums, AnswerSpace space, ObjectMapper json) {
    this.sums = sums;
    this.space = space;
    this.json = json;
  }

  /** Room for one rollup, to be closed when it is written. */
  SpilledRows room() {
    return new SpilledRows(space, json);
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
      Language language,
      RollupBuilder.Making make,
      SpilledRows room) {
    SpilledList<RollupRow> rows = room.rows();
    SpilledList<RollupRow> totals = room.rows();
    SpilledList<RollupView.PlaceCoverage> places = room.places();
    Ranking ranking = new Ranking(rollupQuery.region());
    RollupView whole = null;
    try (OrganSums organs = sums.organs(rollupQuery, sections)) {
      PartialTallies some = organs.next();
      do {
        RollupView part = make.of(some, rollupQuery, language);
        Objects.requireNonNull(part.rows()).forEach(ranking::count);
        rows.addAll(part.rows());
        places.addAll(part.places());
        if (part.totals() != null) {
          totals.addAll(part.totals());
        }
        whole = whole == null ? part : whole.plus(part);
        some = organs.next();
      } while (!some.coverage().isEmpty());
    }
    rows.seal();
    return whole.of(
        places.seal(),
        ranking.isOfNothing() ? rows : ranking.ranked(rows, room.rows()),
        whole.totals() == null ? null : totals.seal());
  }
}
