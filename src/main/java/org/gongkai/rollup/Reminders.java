package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.problem.Language;

/** Lists the organs that must still file: missing ones and such as are not yet due. */
@ApplicationScoped
class Reminders {

  private final FilingCoverage coverage;
  private final CsvWriter csv;

  Reminders(FilingCoverage coverage, CsvWriter csv) {
    this.coverage = coverage;
    this.csv = csv;
  }

  ReminderView.Page page(
      String region, int year, StandingCursor after, int size, Language language) {
    LocalDate today = coverage.today();
    Standing.Page page = coverage.page(unfiled(region, year, today), after, size);
    List<ReminderView> items =
        page.items().stream().map(s -> ReminderView.of(s, year, today, language)).toList();
    return new ReminderView.Page(items, page.total(), page.next());
  }

  void csv(String region, int year, Language language, boolean mark, OutputStream out)
      throws IOException {
    LocalDate today = coverage.today();
    csv.write(
        ReminderView.COLUMNS,
        coverage.all(unfiled(region, year, today)).stream()
            .map(s -> ReminderView.of(s, year, today, language).line()),
        mark,
        out);
  }

  private static CoverageStore.Filter unfiled(String region, int year, LocalDate today) {
    return new CoverageStore.Filter(region, year, today, false, null, null, true);
  }
}
