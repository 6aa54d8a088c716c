package org.gongkai.tally;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.report.CellSums;
import org.jspecify.annotations.Nullable;

/**
 * What the reports of one place state in the cells of one section, added up.
 *
 * @param cells by path, where a report states something other than 0; beside the leaf cells {@code
 *     applications#2021}, how many reports follow an edition, and {@code publications.website.item}
 */
public record Tally(Map<String, Added> cells) {

  /** Stands between a section and an edition that reports follow in it. */
  public static final String EDITION_MARK = "#";

  /**
   * What was added up for a cell.
   *
   * @param number sum of the stated numbers; 0 where none is stated
   * @param stated how many numbers are stated, a plain 0 left out
   * @param blank how often it is blank
   * @param approximate how many numbers are said to be about so many
   * @param reports how many reports say something other than 0, or anything in a unit of their own
   */
  public record Added(BigDecimal number, long stated, long blank, long approximate, long reports) {

    public static final Added NOTHING = new Added(BigDecimal.ZERO, 0, 0, 0, 0);

    static Added of(CellSums sums, int cell) {
      return new Added(
          sums.number(cell),
          sums.stated(cell),
          sums.blank(cell),
          sums.approximate(cell),
          sums.reports(cell));
    }

    Added plus(Added other) {
      return new Added(
          number.add(other.number),
          stated + other.stated,
          blank + other.blank,
          approximate + other.approximate,
          reports + other.reports);
    }

    boolean isZero() {
      return number.signum() == 0 && stated == 0 && blank == 0 && approximate == 0 && reports == 0;
    }

    /** How many reports state no number: blank or not applicable. */
    long unstated() {
      return reports - stated;
    }

    /** The sum as it is shown: null where nothing is stated, without zeros that nobody wrote. */
    public @Nullable BigDecimal sum() {
      return stated == 0 ? null : CellSums.plain(number);
    }
  }

  public static Tally empty() {
    return new Tally(new HashMap<>());
  }

  public void add(String path, Added added) {
    cells.merge(path, added, Added::plus);
  }

  /** Both together, without changing either. */
  Tally plus(Tally other) {
    Tally both = new Tally(new HashMap<>(cells));
    other.cells.forEach(both::add);
    return both;
  }

  public long reportsOf(String section, String edition) {
    return cells.getOrDefault(section + EDITION_MARK + edition, Added.NOTHING).reports();
  }

  /** How many reports say something other than 0 in a cell, or anything in a unit of their own. */
  public long reportsSaying(String path) {
    return cells.getOrDefault(path, Added.NOTHING).reports();
  }

  /** Whether no report says anything in it, or is in it at all. */
  boolean isEmpty() {
    return cells.values().stream().allMatch(Added::isZero);
  }

  public long blanks() {
    long blanks = 0;
    for (Added added : cells.values()) {
      blanks += added.blank();
    }
    return blanks;
  }

  /**
   * The sum of a cell.
   *
   * @param having how many reports have the cell, in its edition and in the form's unit
   */
  public Sum sum(String path, long having) {
    if (having == 0) {
      return Sum.NOTHING;
    }
    Added here = cells.getOrDefault(path, Added.NOTHING);
    boolean nothingStated = here.unstated() >= having;
    return new Sum(nothingStated ? null : CellSums.plain(here.number()), here.blank());
  }

  /** The sum of a cell that only some reports have, as they state its unit themselves. */
  public Sum sumWhereStated(String path) {
    Added here = cells.getOrDefault(path, Added.NOTHING);
    return new Sum(here.sum(), here.blank());
  }
}
