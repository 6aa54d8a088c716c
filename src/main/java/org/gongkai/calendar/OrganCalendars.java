package org.gongkai.calendar;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Jurisdiction;
import org.gongkai.registry.OrganInYear;
import org.gongkai.registry.Registry;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows what an organ owes and until when, grants extensions, and exempts it. */
@ApplicationScoped
class OrganCalendars {

  private static final Logger LOG = Logger.getLogger(OrganCalendars.class);

  private final OrganCalendarStore store;
  private final CalendarStore calendars;
  private final Registry registry;
  private final Jurisdiction jurisdiction;
  private final Clock clock;
  private final Event<ExemptionsChanged> changed;
  private final ReportYears years;

  OrganCalendars(
      OrganCalendarStore store,
      CalendarStore calendars,
      Registry registry,
      Jurisdiction jurisdiction,
      Clock clock,
      Event<ExemptionsChanged> changed,
      ReportYears years) {
    this.years = years;
    this.store = store;
    this.calendars = calendars;
    this.registry = registry;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
    this.changed = changed;
  }

  OrganCalendarView calendar(String code, int year) {
    OrganInYear organ = find(code, year);
    jurisdiction.requireSeeing(code, registry.regionInCharge(organ));
    years.requireBegun("path:year", year);
    return OrganCalendarView.of(
        organ,
        calendars.inForce(organ.region(), year),
        store.extension(code, year).orElse(null),
        store.exemption(code, year).orElse(null));
  }

  @Transactional
  void extend(String code, int year, ExtensionForm form) {
    OrganInYear organ = findToChange(code, year);
    years.requireBegun("path:year", year);
    requireBody(form);
    String reason = form.requireExtending(calendars.inForce(organ.region(), year).organ().due());
    requireExistingAtTheEnd(code, year);
    store.put(
        code,
        year,
        new Extension(requireNonNull(form.due()), reason, jurisdiction.authorName(), now()));
    LOG.infof(
        "%s extended the due date of %s to %s for %d",
        jurisdiction.authorName(), code, form.due(), year);
  }

  @Transactional
  void exempt(String code, int year, ExemptionForm form) {
    findToChange(code, year);
    years.requireBegun("path:year", year);
    requireBody(form);
    String reason = form.requireReason();
    requireExistingAtTheEnd(code, year);
    store.hold(code);
    store.put(code, year, new Exemption(reason, jurisdiction.authorName(), now()));
    changed.fire(new ExemptionsChanged(code));
    LOG.infof("%s exempted %s for %d", jurisdiction.authorName(), code, year);
  }

  @Transactional
  void endExtension(String code, int year) {
    findToChange(code, year);
    requireFound(store.deleteExtension(code, year));
    LOG.infof("%s revoked the extension of %s for %d", jurisdiction.authorName(), code, year);
  }

  @Transactional
  void endExemption(String code, int year) {
    findToChange(code, year);
    store.hold(code);
    requireFound(store.deleteExemption(code, year));
    changed.fire(new ExemptionsChanged(code));
    LOG.infof("%s revoked the exemption of %s for %d", jurisdiction.authorName(), code, year);
  }

  private OrganInYear findToChange(String code, int year) {
    OrganInYear organ = find(code, year);
    jurisdiction.requireRegistering(registry.regionInCharge(organ));
    return organ;
  }

  private OrganInYear find(String code, int year) {
    return registry
        .organInYear(code, year)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "没有登记该代码的行政机关，或者它在该年度不存在。",
                    "No organ is registered under this code, or it did not exist in that year."));
  }

  private void requireExistingAtTheEnd(String code, int year) {
    if (!store.existedAtTheEndOf(year, code)) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "该机关在该年度末已不存在，本来就不需报送。",
          "The organ did not exist any more at the end of that year: no report is expected"
              + " anyway.");
    }
  }

  private static void requireBody(@Nullable Object form) {
    if (form == null) {
      throw ProblemException.invalid(Violation.EMPTY_BODY);
    }
  }

  private static void requireFound(boolean found) {
    if (!found) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
