package org.gongkai.season;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.calendar.ReportYears;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Spill;
import org.gongkai.problem.Language;
import org.gongkai.table.CsvWriter;

/**
 * Lists the organs that must still file: missing ones and such as are not yet due. Of a year that
 * is not over nobody can.
 */
@ApplicationScoped
public class Reminders {

  private static final int IN_A_LETTER = 1000;

  private final FilingCoverage coverage;
  private final CsvWriter csv;
  private final AnswerSpace space;
  private final ReportYears years;

  Reminders(FilingCoverage coverage, CsvWriter csv, AnswerSpace space, ReportYears years) {
    this.space = space;
    this.years = years;
    this.coverage = coverage;
    this.csv = csv;
  }

  ReminderView.Page page(
      String region, int year, StandingParameters.Cursor after, int size, Language language) {
    if (!years.isOver(year)) {
      return new ReminderView.Page(List.of(), 0, null);
    }
    LocalDate today = coverage.today();
    Standing.Page page = coverage.page(unfiled(region, year, today), after, size);
    List<ReminderView> items =
        page.items().stream().map(s -> ReminderView.of(s, year, today, language)).toList();
    return new ReminderView.Page(items, page.total(), page.next());
  }

  /** An organ that must still file, and what to tell it, in Chinese. */
  public record Told(String organ, String text) {}

  /** As many as a letter can have, by region and code. */
  public List<Told> texts(String region, int year) {
    return page(region, year, StandingParameters.Cursor.read(null), IN_A_LETTER, Language.ZH)
        .items()
        .stream()
        .map(reminder -> new Told(reminder.name(), reminder.text()))
        .toList();
  }

  /** All of them as CSV. */
  Spill csv(String region, int year, Language language, boolean mark) {
    LocalDate today = coverage.today();
    return space.make(
        () ->
            space.written(
                out ->
                    coverage.read(
                        unfiled(region, year, today),
                        all ->
                            csv.write(
                                ReminderView.class,
                                List.of(),
                                all.limit(years.isOver(year) ? Long.MAX_VALUE : 0)
                                    .map(s -> ReminderView.of(s, year, today, language)),
                                mark,
                                out))));
  }

  private static CoverageStore.Filter unfiled(String region, int year, LocalDate today) {
    return new CoverageStore.Filter(region, year, today, false, null, null, true);
  }
}
