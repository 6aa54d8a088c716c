package org.gongkai.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What it takes: disk for each report, memory, time to start. */
final class FootprintMeasure {

  private static final String PART = "e footprint";
  private static final int TABLES = 8;

  private FootprintMeasure() {}

  static List<Figure> ofDatabase(Database database, long reports) throws SQLException {
    List<Figure> figures = new ArrayList<>();
    double whole = database.number("SELECT pg_database_size(current_database())");
    figures.add(Figure.of(PART, "database, whole", whole / (1 << 20), "MB"));
    figures.add(Figure.of(PART, "database, per report", whole / reports, "bytes").atMost(6 * 1024));
    int told = 0;
    for (Map.Entry<String, Long> table : database.tableSizes().entrySet()) {
      if (told++ < TABLES) {
        figures.add(
            Figure.of(
                PART,
                "table " + table.getKey() + ", per report",
                (double) table.getValue() / reports,
                "bytes"));
      }
    }
    return figures;
  }

  static Figure ofMemory(Service service, String when) throws IOException {
    ProcessCost cost = ProcessCost.of(service);
    double highest = cost.highest() / 1024.0;
    return Figure.of(PART, "resident memory of the service, most " + when, highest, "MB")
        .with("pages of files at the end", cost.ofFiles() / 1024.0)
        .below(500);
  }

  static Figure ofStart(Service service, String kind) {
    return Figure.of(
        PART, "start until ready, " + kind, service.readyAfter().toMillis() / 1000.0, "s");
  }

  /** In the middle of several starts. */
  static Figure ofStarts(List<Double> seconds) {
    return Figure.of(
            PART,
            "start until ready, all data there, median of %d".formatted(seconds.size()),
            Median.of(seconds),
            "s")
        .below(2.5);
  }
}
