package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.check.Finding;
import org.gongkai.problem.Language;
import org.gongkai.table.CsvWriter;

/** Lists the findings of many reports, a few reports at a time. */
@ApplicationScoped
class FindingList {

  /** So many reports are looked up together; most have a few findings. */
  private static final int REPORTS = 100;

  private final FindingQuery query;
  private final ReportRepository reports;
  private final FindingViews views;
  private final CsvWriter csv;

  FindingList(FindingQuery query, ReportRepository reports, FindingViews views, CsvWriter csv) {
    this.query = query;
    this.reports = reports;
    this.views = views;
    this.csv = csv;
  }

  /** Some reports, and whether there may be more after them. */
  private record Batch(List<FindingQuery.Judged> reports, boolean full) {

    private long next() {
      return reports.getLast().id() + 1;
    }
  }

  /**
   * A page.
   *
   * @param filter null where the caller may see nothing
   */
  @Transactional
  ReportFindingView.Page page(
      FindingQuery.Filter filter, FindingListParameters.Cursor after, int size, Language language) {
    List<ReportFindingView> found = all(filter, after, language).limit(size + 1L).toList();
    boolean more = found.size() > size;
    List<ReportFindingView> items = more ? found.subList(0, size) : found;
    return new ReportFindingView.Page(
        items, more ? FindingListParameters.Cursor.after(items.getLast()) : null);
  }

  /** All of them as CSV. */
  @Transactional
  void write(FindingQuery.Filter filter, Language language, boolean mark, OutputStream out)
      throws IOException {
    csv.write(
        ReportFindingView.Line.class,
        List.of(),
        all(filter, FindingListParameters.Cursor.read(null), language)
            .map(ReportFindingView.Line::of),
        mark,
        out);
  }

  private Stream<ReportFindingView> all(
      FindingQuery.Filter filter, FindingListParameters.Cursor after, Language language) {
    if (filter == null) {
      return Stream.empty();
    }
    query.planEachTime();
    return Stream.iterate(
            batch(filter, after.report()),
            Objects::nonNull,
            batch -> batch.full() ? batch(filter, batch.next()) : null)
        .flatMap(batch -> findings(batch, filter, after, language));
  }

  private Batch batch(FindingQuery.Filter filter, long from) {
    List<FindingQuery.Judged> some = query.reports(filter, from, REPORTS);
    return new Batch(some, some.size() == REPORTS);
  }

  private Stream<ReportFindingView> findings(
      Batch batch,
      FindingQuery.Filter filter,
      FindingListParameters.Cursor after,
      Language language) {
    Map<Long, Remarks> remarks =
        reports.remarks(batch.reports().stream().map(FindingQuery.Judged::id).toList());
    // there can be very many of them in one transaction
    reports.getEntityManager().clear();
    return batch.reports().stream()
        .flatMap(
            report -> {
              Remarks said = remarks.getOrDefault(report.id(), Remarks.NONE);
              return rest(report, after)
                  .filter(finding -> filter.takes(finding, said))
                  .flatMap(finding -> views.of(List.of(finding), said, language).stream())
                  .map(finding -> ReportFindingView.of(report, finding));
            });
  }

  /**
   * The findings of a report after the end of the page before. What has been corrected in the
   * meantime is shown from its beginning: twice is better than never.
   */
  private static Stream<Finding> rest(
      FindingQuery.Judged report, FindingListParameters.Cursor after) {
    List<Finding> all = report.findings();
    int shown = report.id() == after.report() ? place(after.finding(), all) + 1 : 0;
    return all.subList(shown, all.size()).stream();
  }

  private static int place(String finding, List<Finding> all) {
    return all.stream().map(Finding::id).toList().indexOf(finding);
  }
}
