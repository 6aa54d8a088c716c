package org.gongkai.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Jurisdiction;
import org.gongkai.registry.Region;
import org.gongkai.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Shows and sets the dates of a region. */
@ApplicationScoped
class Calendars {

  private final CalendarStore store;
  private final Registry registry;
  private final Jurisdiction jurisdiction;
  private final Clock clock;
  private final ReportYears years;

  Calendars(
      CalendarStore store,
      Registry registry,
      Jurisdiction jurisdiction,
      Clock clock,
      ReportYears years) {
    this.years = years;
    this.store = store;
    this.registry = registry;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  CalendarView calendar(String region, int year) {
    years.requireBegun("path:year", year);
    return CalendarView.of(find(region), year, store.inForce(region, year));
  }

  String tag(String region, int year) {
    return store.tag(region, year);
  }

  /** Sets the dates of the region's own; the same ones again change nothing. */
  @Transactional
  void put(String region, int year, @Nullable CalendarForm dates, Preconditions conditions) {
    jurisdiction.requireRegistering(region);
    years.requireBegun("path:year", year);
    find(region);
    if (dates == null) {
      throw ProblemException.invalid(Violation.EMPTY_BODY);
    }
    String author = jurisdiction.authorName();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String tag = store.lock(region, year, author, now);
    RegionCalendar before = store.inForce(region, year);
    dates.requirePossible(year, before);
    conditions.requireHeld(tag);
    if (!Objects.equals(dates.organ(), before.organ().own())
        || !Objects.equals(dates.government(), before.government().own())) {
      store.put(region, year, dates, author, now);
    }
  }

  private Region find(String region) {
    return registry
        .region(region)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND, "没有该代码的行政区划。", "No region has this code."));
  }
}
