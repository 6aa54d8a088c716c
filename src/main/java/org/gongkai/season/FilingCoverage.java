package org.gongkai.season;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.access.Access;
import org.gongkai.platform.Paging;
import org.gongkai.platform.SnapshotCache;
import org.gongkai.platform.Sql;
import org.gongkai.registry.Region;
import org.jspecify.annotations.Nullable;

/** Tells who has filed and who has not, as of today. */
@ApplicationScoped
class FilingCoverage {

  private static final String ADDRESS = "/api/v1/coverage";

  private static final long MOST_REMEMBERED = 500;

  private final CoverageStore store;
  private final KeptCounts kept;
  private final Access access;
  private final Clock clock;

  private final SnapshotCache<Asked, FilingCoverageView> remembered =
      new SnapshotCache<>(MOST_REMEMBERED);

  FilingCoverage(CoverageStore store, KeptCounts kept, Access access, Clock clock) {
    this.store = store;
    this.kept = kept;
    this.access = access;
    this.clock = clock;
  }

  /** What is counted; days pass without a change. */
  private record Asked(Region region, int year, CoverageDivision by, LocalDate today) {}

  LocalDate today() {
    return LocalDate.now(clock);
  }

  @Transactional
  FilingCoverageView counts(Region region, int year, CoverageDivision by) {
    Asked asked = new Asked(region, year, by, today());
    return remembered.of(asked, access.snapshot(), () -> count(asked));
  }

  private FilingCoverageView count(Asked asked) {
    Region region = asked.region();
    Map<String, FilingCoverageView.Counts> counts =
        kept.counts(new KeptCounts.Asked(region.code(), asked.year(), asked.today()));
    FilingCoverageView.Counts whole =
        counts.values().stream()
            .reduce(FilingCoverageView.Counts.NONE, FilingCoverageView.Counts::plus);
    @Nullable List<FilingCoverageView.Row> rows =
        asked.by() == CoverageDivision.REGION ? rows(region, asked.year(), counts) : null;
    return new FilingCoverageView(
        region.code(), region.name(), asked.year(), asked.by(), asked.today(), whole, rows);
  }

  /** A region below has a row also where nothing is registered there; a retired one has not. */
  private List<FilingCoverageView.Row> rows(
      Region region, int year, Map<String, FilingCoverageView.Counts> counts) {
    List<FilingCoverageView.Row> rows = new ArrayList<>();
    store
        .names(region.code(), year, counts.keySet())
        .forEach(
            (code, name) -> {
              boolean itself = code.equals(region.code());
              String asked = "?region=" + code + "&year=" + year;
              rows.add(
                  new FilingCoverageView.Row(
                      code,
                      name,
                      counts.getOrDefault(code, FilingCoverageView.Counts.NONE),
                      itself ? null : ADDRESS + asked + "&by=region",
                      ADDRESS + "/organs" + asked + (itself ? "&own=true" : "")));
            });
    return rows;
  }

  @Transactional
  Standing.Page page(CoverageStore.Filter filter, StandingParameters.Cursor after, int size) {
    store.planEachTime();
    Paging.Page<Standing> page = Paging.Page.of(store.standings(filter, after, size + 1), size);
    return new Standing.Page(
        page.items(), store.total(filter), page.next(StandingParameters.Cursor::after));
  }

  /** Takes all of them, one after the other. */
  interface Standings {
    void take(Stream<Standing> all) throws IOException;
  }

  @Transactional
  void read(CoverageStore.Filter filter, Standings taking) throws IOException {
    store.planEachTime();
    try (Sql.Cursor<Standing> all = store.all(filter)) {
      taking.take(all.stream());
    }
  }
}
