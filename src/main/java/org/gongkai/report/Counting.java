package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.platform.Sql;

/**
 * Notes, in the transaction at hand, what rollups must count differently from now on. They add it
 * to their sums later, and what is not added yet when they are asked.
 */
@ApplicationScoped
class Counting {

  private static final String NOTE =
      """
      INSERT INTO tally_change (at, region, kind, year, basis, report, revision, sign, expected, unexplained, waived)
      SELECT ?, region, kind, year, basis, report, revision, sign, expected, unexplained, waived
      FROM unnest(?, ?, ?::smallint[], ?, ?::bigint[], ?::integer[], ?::smallint[], ?::integer[], ?::integer[], ?::integer[])
        AS c (region, kind, year, basis, report, revision, sign, expected, unexplained, waived)
      """;

  private final Sql sql;

  Counting(Sql sql) {
    this.sql = sql;
  }

  private record Step(Report report, Counted.Change change) {}

  /** After the reports have changed; what was noted before is not noted again. */
  void note(List<Report> reports, Instant now) {
    List<Step> steps = new ArrayList<>();
    for (Report report : reports) {
      report.takeUncounted().forEach(change -> steps.add(new Step(report, change)));
    }
    if (steps.isEmpty()) {
      return;
    }
    sql.update(
        NOTE,
        now.atOffset(ZoneOffset.UTC),
        column(steps, s -> s.change().region()),
        column(steps, s -> s.change().kind()),
        column(steps, s -> s.report().year()),
        column(steps, s -> s.change().basis().code()),
        column(steps, s -> s.report().id()),
        column(steps, s -> s.change().revision()),
        column(steps, s -> s.change().sign()),
        column(steps, s -> s.change().expected()),
        column(steps, s -> s.change().unexplained()),
        column(steps, s -> s.change().waived()));
  }

  private static String[] column(List<Step> steps, Function<Step, Object> value) {
    return steps.stream().map(value).map(String::valueOf).toArray(String[]::new);
  }
}
