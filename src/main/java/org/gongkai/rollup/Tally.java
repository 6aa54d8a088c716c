package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.form.Forms;

/**
 * What the reports of one place state in the leaf cells of one section, added up.
 *
 * @param reportsByEdition how many reports follow which edition
 * @param added by path, where a report states something other than 0
 */
record Tally(Map<String, Long> reportsByEdition, Map<String, Added> added) {

  /**
   * What was added up for a cell.
   *
   * @param number sum of the stated numbers, 0 left out
   * @param blank how many reports leave it blank
   * @param unstated how many state no number: blank or not applicable
   * @param reports how many say something other than 0, or anything in a unit of their own choice
   */
  record Added(BigDecimal number, long blank, long unstated, long reports) {}

  static Tally empty() {
    return new Tally(new TreeMap<>(), new TreeMap<>());
  }

  long reports() {
    return reportsByEdition.values().stream().mapToLong(Long::longValue).sum();
  }

  long reportsOf(String edition) {
    return reportsByEdition.getOrDefault(edition, 0L);
  }

  long blanks() {
    return added.values().stream().mapToLong(Added::blank).sum();
  }

  /**
   * The sum of a cell.
   *
   * @param inEdition how many reports have the cell in their edition
   */
  Sum sum(String path, long inEdition) {
    Added here = added.get(path);
    long having = inEdition - statingUnit(path);
    if (having == 0) {
      return Sum.NOTHING;
    }
    if (here == null) {
      return new Sum(BigDecimal.ZERO, 0);
    }
    boolean nothingStated = here.unstated() >= having;
    BigDecimal number = here.number() == null ? BigDecimal.ZERO : here.number();
    return new Sum(nothingStated ? null : number, here.blank());
  }

  /** How many reports state the cell in a unit of their own choice, and so are added elsewhere. */
  private long statingUnit(String path) {
    String withUnit = path + Forms.UNIT_MARK;
    return added.entrySet().stream()
        .filter(cell -> cell.getKey().startsWith(withUnit))
        .mapToLong(cell -> cell.getValue().reports())
        .sum();
  }

  /** The sum of a cell that only some reports have, as they state its unit themselves. */
  Sum sumWhereStated(String path) {
    Added here = added.get(path);
    return here == null ? Sum.NOTHING : new Sum(here.number(), here.blank());
  }
}
