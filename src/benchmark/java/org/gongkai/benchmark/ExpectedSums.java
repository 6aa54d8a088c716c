package org.gongkai.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sums of what was made, kept while it is made: of the nation and of each province, by year and
 * cell, in whole numbers.
 */
final class ExpectedSums {

  /** A place and a year. */
  record Place(String region, int year) {}

  /** What its reports say together. */
  static final class Sums {

    long reports;
    long blank;
    final Map<String, Long> cells = new LinkedHashMap<>();
    final Map<String, Long> published = new LinkedHashMap<>();

    private void add(AnnualReport report) {
      reports++;
      report
          .cells()
          .forEach(
              (path, number) -> {
                if (number == null) {
                  blank++;
                } else {
                  cells.merge(path, number, Long::sum);
                }
              });
      for (AnnualReport.Published one : report.published()) {
        published.merge(one.channel() + "/" + one.unit(), one.count(), Long::sum);
      }
    }
  }

  private final Nation nation;
  private final Map<Place, Sums> sums = new LinkedHashMap<>();

  ExpectedSums(Nation nation) {
    this.nation = nation;
  }

  synchronized void add(AnnualReport report) {
    String province = nation.provinceOf(nation.regionOf(report.organ()));
    at(Nation.CODE, report.year()).add(report);
    at(province, report.year()).add(report);
  }

  Sums at(String region, int year) {
    return sums.computeIfAbsent(new Place(region, year), place -> new Sums());
  }
}
