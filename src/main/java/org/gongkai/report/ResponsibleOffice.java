package org.gongkai.report;

import jakarta.inject.Singleton;
import org.gongkai.registry.Registry;

/**
 * In whose charge a report is. What was handed in stays with the office where the organ was in the
 * report year, and a draft goes with the organ; so does a report of a year that is not over, whose
 * last day may see the organ elsewhere.
 */
@Singleton
public class ResponsibleOffice {

  private final Registry registry;

  ResponsibleOffice(Registry registry) {
    this.registry = registry;
  }

  /** The region of the office in charge of a report. */
  public String of(Report report) {
    boolean draft = report.state() == ReportState.DRAFT;
    return of(report.organ(), report.year(), report.region(), draft);
  }

  String of(FilingContextStore.Place place) {
    return of(place, place.draft().orElse(false));
  }

  /**
   * Likewise, where there is perhaps no report yet.
   *
   * @param draft whether it is to be a draft then
   */
  String of(FilingContextStore.Place place, boolean draft) {
    FilingContext.Key report = place.report();
    return of(report.organ(), report.year(), place.region(), place.draft().orElse(draft));
  }

  public String of(ReportRepository.Place place) {
    boolean draft = place.state() == ReportState.DRAFT;
    return of(place.organ(), place.key().year(), place.region(), draft);
  }

  /**
   * The region whose office will be in charge of a report once it is filed.
   *
   * @param draft whether it is to be a draft, where there is none yet
   */
  String of(FilingContext context, boolean draft) {
    boolean isDraft = context.report() == null ? draft : context.state() == ReportState.DRAFT;
    return of(context.key().organ(), context.key().year(), context.region(), isDraft);
  }

  private String of(String organ, int year, String region, boolean draft) {
    return follows(year, draft) ? registry.regionToday(organ).orElse(region) : region;
  }

  private boolean follows(int year, boolean draft) {
    return draft || !registry.isOver(year);
  }
}
