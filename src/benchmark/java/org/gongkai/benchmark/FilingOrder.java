package org.gongkai.benchmark;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which organ files next. The lower half of the organs files over HTTP, the upper half through
 * pgbench, each organ once, in order.
 */
final class FilingOrder {

  private final int half;
  private final AtomicInteger overHttp;
  private int throughPgbench;

  private FilingOrder(int half, int overHttp, int throughPgbench) {
    this.half = half;
    this.overHttp = new AtomicInteger(overHttp);
    this.throughPgbench = throughPgbench;
  }

  /** Goes on where an earlier run on the same data has stopped. */
  static FilingOrder of(Database database, int organs) throws SQLException {
    int half = organs / 2;
    String highest =
        "SELECT coalesce(max(organ::bigint) - "
            + Nation.FIRST_ORGAN
            + " + 1, %d) FROM report WHERE year = "
            + Flags.FILING_YEAR
            + " AND organ %s '"
            + Nation.codeOf(half)
            + "' AND organ < '"
            + Nation.codeOf(organs)
            + "'";
    return new FilingOrder(
        half,
        (int) database.number(highest.formatted(0, "<")),
        Math.max(0, (int) database.number(highest.formatted(half, ">=")) - half));
  }

  int nextOverHttp() {
    int organ = overHttp.getAndIncrement();
    if (organ >= half) {
      throw new Unmeasurable("All organs have filed; give it more --organs.");
    }
    return organ;
  }

  /** The first of so many that file over HTTP. */
  int overHttp(int number) {
    int first = overHttp.getAndAdd(number);
    if (first + number > half) {
      throw new Unmeasurable("All organs have filed; give it more --organs.");
    }
    return first;
  }

  /** How many have filed over HTTP. */
  int filedOverHttp() {
    return Math.min(half, overHttp.get());
  }

  /** The first of so many, one after another. */
  int throughPgbench(int number) {
    int first = half + throughPgbench;
    throughPgbench += number;
    return first;
  }

  /** The one that files next. */
  int next() {
    return overHttp.get();
  }

  /** What is left for each of so many rounds, two fifths kept for the mixed load and for others. */
  int share(int rounds) {
    int left = half - Math.max(overHttp.get(), throughPgbench);
    return left * 3 / 5 / rounds;
  }
}
