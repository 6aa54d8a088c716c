package org.gongkai.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Forms;
import org.gongkai.platform.Paging;
import org.gongkai.problem.Language;
import org.gongkai.reading.Reading;
import org.gongkai.report.FindingViews;
import org.gongkai.report.Remarks;
import org.gongkai.report.ReportRepository;
import org.gongkai.report.ReportTag;
import org.gongkai.rule.RuleParameter;
import org.gongkai.rule.Severity;
import org.gongkai.table.CsvWriter;
import org.jspecify.annotations.Nullable;

/** Lists the findings of many reports, a few reports at a time. */
@ApplicationScoped
class FindingList {

  /** So many reports are looked up together; most have a few findings. */
  private static final int REPORTS = 100;

  private final Reading reading;
  private final FindingQuery query;
  private final ReportRepository reports;
  private final FindingViews views;
  private final CsvWriter csv;
  private final Forms forms;

  FindingList(
      Reading reading,
      FindingQuery query,
      ReportRepository reports,
      FindingViews views,
      CsvWriter csv,
      Forms forms) {
    this.reading = reading;
    this.query = query;
    this.reports = reports;
    this.views = views;
    this.csv = csv;
    this.forms = forms;
  }

  /**
   * A finding with its place among those of its report.
   *
   * @param place from 1
   */
  private record Placed(int place, ReportFindingView view) {

    private FindingListParameters.Cursor cursor() {
      return new FindingListParameters.Cursor(
          view.year(), view.report(), place, view.finding().id());
    }
  }

  /** Some reports, and whether there may be more after them. */
  private record Batch(List<FindingQuery.Judged> reports, boolean full) {

    private FindingQuery.Judged last() {
      return reports.getLast();
    }
  }

  /**
   * Refuses a rule that neither the files have nor any finding: what was found stays after its rule
   * is gone.
   *
   * @param rule its id; null: none is asked for
   */
  @Transactional
  void requireKnownRule(@Nullable String rule) {
    if (rule != null) {
      Set<String> known = forms.ruleIds();
      if (!known.contains(rule) && !rule.equals(FindingQuery.PUBLISHED) && !query.isFound(rule)) {
        throw RuleParameter.unknown(rule, known);
      }
    }
  }

  /** Those of one report, with what the last verification has found at the end. */
  @Transactional
  ReportTag.Tagged<List<FindingView>> of(long id, @Nullable Severity only, Language language) {
    ReportTag.Tagged<List<FindingView>> own = reading.findings(id, only, language);
    List<Finding> published =
        query.published(id).stream().filter(f -> only == null || f.severity() == only).toList();
    if (published.isEmpty()) {
      return own;
    }
    List<FindingView> all = new ArrayList<>(own.view());
    all.addAll(views.of(published, Remarks.NONE, language));
    return new ReportTag.Tagged<>(own.tag().with(published.toString()), all);
  }

  /**
   * A page.
   *
   * @param filter empty where the caller may see nothing
   */
  @Transactional
  ReportFindingView.Page page(
      Optional<FindingQuery.Filter> filter,
      FindingListParameters.Cursor after,
      int size,
      Language language) {
    Paging.Page<Placed> page =
        Paging.Page.of(all(filter, after, language).limit(size + 1L).toList(), size);
    return new ReportFindingView.Page(
        page.items().stream().map(Placed::view).toList(), page.next(last -> last.cursor().write()));
  }

  /** All of them as CSV. */
  @Transactional
  void write(
      Optional<FindingQuery.Filter> filter, Language language, boolean mark, OutputStream out)
      throws IOException {
    csv.write(
        ReportFindingView.Line.class,
        List.of(),
        all(filter, FindingListParameters.Cursor.read(null), language)
            .map(placed -> ReportFindingView.Line.of(placed.view())),
        mark,
        out);
  }

  private Stream<Placed> all(
      Optional<FindingQuery.Filter> filter, FindingListParameters.Cursor after, Language language) {
    return filter.stream().flatMap(seen -> allOf(seen, after, language));
  }

  private Stream<Placed> allOf(
      FindingQuery.Filter filter, FindingListParameters.Cursor after, Language language) {
    query.planEachTime();
    return Stream.iterate(
            batch(filter, after.year(), after.report()),
            Objects::nonNull,
            batch ->
                batch.full() ? batch(filter, batch.last().year(), batch.last().id() + 1) : null)
        .flatMap(batch -> findings(batch, filter, after, language));
  }

  private Batch batch(FindingQuery.Filter filter, int year, long report) {
    List<FindingQuery.Judged> some = query.reports(filter, year, report, REPORTS);
    return new Batch(some, some.size() == REPORTS);
  }

  private Stream<Placed> findings(
      Batch batch,
      FindingQuery.Filter filter,
      FindingListParameters.Cursor after,
      Language language) {
    Map<Long, Remarks> remarks =
        reports.remarks(batch.reports().stream().map(FindingQuery.Judged::id).toList());
    // there can be very many of them in one transaction
    reports.forgetLoaded();
    return batch.reports().stream()
        .flatMap(
            report -> {
              Remarks said = remarks.getOrDefault(report.id(), Remarks.NONE);
              List<Finding> all = report.findings();
              return IntStream.range(shown(report, after), all.size())
                  .filter(i -> filter.takes(all.get(i), said))
                  .mapToObj(i -> placed(report, i, said, language));
            });
  }

  private Placed placed(FindingQuery.Judged report, int i, Remarks said, Language language) {
    FindingView finding = views.of(List.of(report.findings().get(i)), said, language).getFirst();
    return new Placed(i + 1, ReportFindingView.of(report, finding));
  }

  /**
   * How many findings of a report are on pages before. What has been corrected in the meantime is
   * shown from its beginning: twice is better than never. By its id alone a finding is not found
   * again, for a rule can find several things at one place.
   */
  private static int shown(FindingQuery.Judged report, FindingListParameters.Cursor after) {
    List<Finding> all = report.findings();
    boolean same =
        report.id() == after.report()
            && after.findings() <= all.size()
            && all.get(after.findings() - 1).id().equals(after.last());
    return same ? after.findings() : 0;
  }
}
