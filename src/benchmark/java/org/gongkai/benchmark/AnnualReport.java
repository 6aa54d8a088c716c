package org.gongkai.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One organ's report of one year: some 25 cells that are not 0, totals that agree, joined to last
 * year's; of fifty, one leaves a cell blank and one does not join, as in life.
 *
 * @param cells leaf cells and totals by path; null: blank
 * @param published counts by channel and unit, the stated total under the empty channel
 */
record AnnualReport(
    int organ, int year, Map<String, Long> cells, List<Published> published, Chance chance) {

  /** What one channel published. */
  record Published(String channel, String unit, long count, boolean approximate) {}

  /** The one amount whose unit a report states itself; each unit is added up by itself. */
  static final String PROCURED = "disclosure.procurement.amount";

  private static final String[] CHANNELS = {
    "website", "wechat", "weibo", "bulletin-board", "broadcast", "press-conference"
  };

  static AnnualReport of(long seed, int organ, int year) {
    Chance chance = new Chance(seed, organ, year);
    Map<String, Long> cells = new LinkedHashMap<>();
    disclosure(cells, seed, organ, year, chance);
    applications(cells, seed, organ, year, chance);
    contests(cells, chance);
    if (chance.oneIn(50)) {
      cells.put(FormShape.is2019(year) ? "disclosure.fees.change" : "disclosure.fees.amount", null);
    }
    return new AnnualReport(organ, year, cells, published(chance), chance);
  }

  private static void disclosure(
      Map<String, Long> cells, long seed, int organ, int year, Chance chance) {
    if (FormShape.is2019(year)) {
      for (String row : List.of("rules", "normativeDocuments")) {
        long made = row.equals("rules") ? 0 : chance.upTo(6);
        long before = row.equals("rules") ? 0 : chance.upTo(20);
        cells.put("disclosure." + row + ".newlyMade", made);
        cells.put("disclosure." + row + ".newlyDisclosed", made);
        cells.put("disclosure." + row + ".disclosedInTotal", made + before);
      }
      for (String row : List.of("licensing", "otherServices", "penalties", "compulsion")) {
        cells.put("disclosure." + row + ".previousItems", steady(seed, organ, row, 40));
        cells.put("disclosure." + row + ".change", 0L);
        cells.put(
            "disclosure." + row + ".decisions", steady(seed, organ, row, 50) + chance.upTo(9));
      }
      cells.put("disclosure.fees.previousItems", steady(seed, organ, "fees", 4));
      cells.put("disclosure.fees.change", 0L);
      cells.put("disclosure.procurement.items", chance.upTo(9));
      cells.put(PROCURED, chance.upTo(200));
      return;
    }
    for (String column : List.of("issued", "repealed", "inForce")) {
      cells.put("disclosure.rules." + column, 0L); // hardly any organ may make them
    }
    cells.put("disclosure.normativeDocuments.issued", issued(seed, organ, year));
    cells.put("disclosure.normativeDocuments.repealed", repealed(seed, organ, year));
    cells.put("disclosure.normativeDocuments.inForce", inForce(seed, organ, year));
    for (String row : List.of("licensing", "penalties", "compulsion")) {
      cells.put("disclosure." + row + ".decisions", steady(seed, organ, row, 50) + chance.upTo(9));
    }
    cells.put("disclosure.fees.amount", chance.upTo(30));
  }

  /** What an organ has of something in every year. */
  private static long steady(long seed, int organ, String row, long limit) {
    return new Chance(seed + row.hashCode(), organ, 0).upTo(limit);
  }

  private static long issued(long seed, int organ, int year) {
    return new Chance(seed + 2, organ, 3 * year).upTo(6);
  }

  private static long repealed(long seed, int organ, int year) {
    return Math.min(1, issued(seed, organ, year));
  }

  private static long inForce(long seed, int organ, int year) {
    long inForce = 5;
    for (int y = 2021; y <= year; y++) {
      inForce += issued(seed, organ, y) - repealed(seed, organ, y);
    }
    return inForce;
  }

  private static void applications(
      Map<String, Long> cells, long seed, int organ, int year, Chance chance) {
    List<String> outcomes = FormShape.outcomes(year);
    boolean doesNotJoin = chance.oneIn(50);
    for (int i = 0; i < FormShape.APPLICANTS.size(); i++) {
      String who = FormShape.APPLICANTS.get(i);
      long over = year == Flags.FIRST_YEAR ? 0 : carried(seed, organ, year - 1, i);
      over += doesNotJoin && i == 0 ? 1 : 0;
      long forward = carried(seed, organ, year, i);
      long handled = chance.upTo(12 / (i + 1));
      handled = Math.max(handled, over - forward);
      add(cells, "applications.received", who, handled + forward - over);
      add(cells, "applications.carriedOver", who, over);
      add(cells, "applications.carriedForward", who, forward);
      Map<String, Long> shares = new LinkedHashMap<>();
      for (long left = handled; left > 0; ) {
        long share = Math.min(left, 1 + chance.upTo(4));
        String outcome = chance.oneIn(2) ? outcomes.getFirst() : chance.of(outcomes);
        shares.merge(outcome, share, Long::sum);
        left -= share;
      }
      for (String outcome : outcomes) {
        add(cells, "applications.outcomes." + outcome, who, shares.getOrDefault(outcome, 0L));
      }
      add(cells, "applications.outcomes.total", who, handled);
    }
  }

  /** What is carried forward of one year is what the next one begins with. */
  private static long carried(long seed, int organ, int year, int applicant) {
    return applicant > 1
        ? 0
        : Math.max(0, new Chance(seed + 7, organ, year).upTo(5) - 2 - applicant);
  }

  private static void contests(Map<String, Long> cells, Chance chance) {
    for (String row : FormShape.CONTESTS) {
      for (String result : FormShape.RESULTS) {
        add(cells, "contests." + row, result, chance.oneIn(6) ? 1 + chance.upTo(2) : 0);
      }
    }
  }

  /** Puts a leaf cell and adds it to the total of its row. */
  private static void add(Map<String, Long> cells, String row, String column, long number) {
    cells.put(row + "." + column, number);
    cells.merge(row + ".total", number, Long::sum);
  }

  private static List<Published> published(Chance chance) {
    List<Published> published = new ArrayList<>();
    int channels = 3 + (int) chance.upTo(2);
    long total = 0;
    for (int i = 0; i < channels; i++) {
      long count = 20 + chance.upTo(300);
      total += count;
      published.add(new Published(CHANNELS[i], "item", count, chance.oneIn(40)));
    }
    if (chance.oneIn(3)) {
      published.add(new Published("press-conference", "event", 1 + chance.upTo(3), false));
    }
    published.add(new Published("", "item", total, false));
    return published;
  }
}
