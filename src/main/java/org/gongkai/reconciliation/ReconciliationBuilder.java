package org.gongkai.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.breakdown.ContributionAddress;
import org.gongkai.breakdown.NumberSelector;
import org.gongkai.breakdown.PartBy;
import org.gongkai.breakdown.SumOperands;
import org.gongkai.form.Column;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.form.Section;
import org.gongkai.problem.Language;
import org.gongkai.rollup.PartsOfTotals;
import org.gongkai.rollup.Published;
import org.gongkai.rollup.SectionRows;
import org.gongkai.rule.Rule;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.Sum;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/** What a government states beside what its organs state, added up, cell by cell. */
final class ReconciliationBuilder {

  private static final Sum NONE = new Sum(BigDecimal.ZERO, 0);

  private final Forms forms;
  private final SumOperands addends;
  private final Content government;
  private final JsonNode document;
  private final RollupQuery rollupQuery;
  private final boolean area;
  private final Language language;
  private final List<ReconciledCell> cells = new ArrayList<>();
  private final List<DifferenceCauses.Balance> balances = new ArrayList<>();

  /**
   * Begins without a cell.
   *
   * @param document the government's report as it was sent, in which numbers have the decimals that
   *     they were written with
   */
  ReconciliationBuilder(
      Forms forms,
      SumOperands addends,
      Content government,
      JsonNode document,
      RollupQuery rollupQuery,
      boolean area,
      Language language) {
    this.forms = forms;
    this.addends = addends;
    this.government = government;
    this.document = document;
    this.rollupQuery = rollupQuery;
    this.area = area;
    this.language = language;
  }

  /** All cells, each with what its difference follows from. */
  List<ComparedView> cells() {
    List<ReconciledCell> compared = withoutPartsOfSome();
    Map<String, Set<String>> causes =
        DifferenceCauses.of(compared.stream().map(ReconciledCell::difference).toList(), balances);
    Map<String, Long> effects = new HashMap<>();
    causes.forEach(
        (path, of) -> {
          if (!of.contains(path)) {
            of.forEach(cause -> effects.merge(cause, 1L, Long::sum));
          }
        });
    return compared.stream()
        .map(
            cell ->
                cell.view(
                    causes.getOrDefault(cell.path(), Set.of()),
                    effects,
                    address(cell.of()),
                    language))
        .toList();
  }

  /**
   * Where some organs state a row as a whole that others divide, the sums of its parts are of these
   * others only. They are held against the government's where they explain the difference of the
   * whole row, and nowhere else.
   */
  private List<ReconciledCell> withoutPartsOfSome() {
    Map<String, ReconciledCell> byPath = new HashMap<>();
    cells.forEach(cell -> byPath.put(cell.path(), cell));
    Map<String, BigDecimal> parts = new HashMap<>();
    for (ReconciledCell cell : cells) {
      if (cell.differs() && isPartOfSome(cell)) {
        parts.merge(whole(cell), cell.difference().difference(), BigDecimal::add);
      }
    }
    return cells.stream()
        .map(
            cell -> {
              BigDecimal sum = cell.differs() && isPartOfSome(cell) ? parts.get(whole(cell)) : null;
              ReconciledCell whole = sum == null ? null : byPath.get(whole(cell));
              boolean explains =
                  whole == null
                      || whole.differs()
                          && Objects.requireNonNull(whole.difference().difference()).compareTo(sum)
                              == 0;
              return explains ? cell : cell.notComparable();
            })
        .toList();
  }

  private boolean isPartOfSome(ReconciledCell cell) {
    return cell.of().row() != null && cell.standing().otherLayout() > 0 && whole(cell) != null;
  }

  private @Nullable String whole(ReconciledCell cell) {
    NumberSelector of = cell.of();
    String row = forms.layouts().whole(of.section(), Objects.requireNonNull(of.row()));
    return row == null ? null : ReconciledCell.path(of.section(), row, of.column());
  }

  /** The rules that hold two sums of a column against each other. */
  private void balances(Form form, String id) {
    Section section = form.knownSection(id);
    for (Rule.Sum rule : form.rules(Rule.Sum.class)) {
      if (id.equals(rule.section()) && rule.each() == Rule.Each.COLUMN && rule.right().size() > 1) {
        for (Column column : section.columns()) {
          if (column.role() == FormRole.LEAF) {
            balances.add(
                new DifferenceCauses.Balance(
                    paths(section, rule.left(), column), paths(section, rule.right(), column)));
          }
        }
      }
    }
  }

  private static List<String> paths(Section section, List<String> terms, Column column) {
    return terms.stream()
        .flatMap(term -> section.rowsNamed(term).stream())
        .map(row -> ReconciledCell.path(section.id(), row.id(), column.id()))
        .toList();
  }

  private String address(NumberSelector of) {
    return ContributionAddress.of(rollupQuery, rollupQuery.region(), of)
        .with("by", PartBy.ORGAN.code())
        .with("own", area ? null : "true")
        .toString();
  }

  /** Compares a table with its sums. */
  void table(String id, SectionRows rows, Tally tally) {
    String edition = government.editions().get(id);
    GovernmentFigures stated =
        new GovernmentFigures(government, document, forms.known(edition).knownSection(id));
    balances(forms.known(edition), id);
    Map<String, SectionRows.AddedRow> summed = rows.rows(tally);
    Set<String> followed = rows.layouts().followed(tally);
    Set<String> ids = new LinkedHashSet<>(summed.keySet());
    ids.addAll(stated.rows());
    for (String row : ids) {
      SectionRows.AddedRow added = summed.getOrDefault(row, SectionRows.AddedRow.NONE);
      Set<String> columns = new LinkedHashSet<>(added.columns().keySet());
      columns.addAll(stated.columns(row));
      for (String column : columns) {
        NumberSelector of = addends.table(id, row, column);
        Set<String> layouts = new HashSet<>(Arrays.asList(of.layouts()));
        boolean comparable =
            layouts.contains(edition)
                && (followed.isEmpty() || followed.stream().anyMatch(layouts::contains));
        add(
            of,
            stated.at(row, column),
            stated.decimals(row, column),
            added.sum(column),
            new ReconciledCell.Standing(
                stated.isComputed(row, column, of.isComputed()),
                comparable,
                added.having(column).reports(),
                rows.layouts().without(layouts, tally),
                rows.parts().of(row, column).stream().map(way -> paths(id, way)).toList()));
      }
    }
  }

  private static List<String> paths(String section, List<PartsOfTotals.Spot> way) {
    return way.stream()
        .map(spot -> ReconciledCell.path(section, spot.row(), spot.column()))
        .toList();
  }

  /**
   * Whether the government's report has the table at all. The official form has none of the
   * channels, which only the organs are asked for.
   */
  boolean statesPublications() {
    return !government.publications().isEmpty() || government.published().isPresent();
  }

  /** Compares the channels of publication, and the stated totals over them. */
  void publications(Tally tally) {
    record Channel(@Nullable String code, String unit) {}
    Map<Channel, Sum> reported = new LinkedHashMap<>();
    List<PublicationCount> counts = new ArrayList<>(government.publications());
    government.published().ifPresent(counts::add);
    for (PublicationCount count : counts) {
      reported.merge(
          new Channel(count.channel(), count.unit()),
          GovernmentFigures.sum(count.count()),
          Sum::plus);
    }
    Map<Channel, Sum> summed = new LinkedHashMap<>();
    Map<Channel, Long> reports = new HashMap<>();
    for (Published published : Published.in(tally, List.copyOf(forms.channels().keySet()))) {
      Tally.Added added = published.added();
      Channel channel =
          new Channel(published.isTotal() ? null : published.channel(), published.unit());
      summed.put(channel, new Sum(added.sum(), added.blank()));
      reports.put(channel, added.reports());
    }
    List<String> order = new ArrayList<>(forms.channels().keySet());
    order.add(null);
    for (String channel : order) {
      for (String unit : forms.units().keySet()) {
        Channel here = new Channel(channel, unit);
        if (reported.containsKey(here) || summed.containsKey(here)) {
          List<String> channels =
              forms.channels().keySet().stream()
                  .map(code -> ReconciledCell.path(NumberSelector.PUBLICATIONS, code, unit))
                  .toList();
          add(
              addends.publications(channel, unit),
              reported.get(here),
              0,
              summed.get(here),
              new ReconciledCell.Standing(
                  channel == null,
                  statesPublications(),
                  reports.getOrDefault(here, 0L),
                  0,
                  channel == null ? List.of(channels) : List.of()));
        }
      }
    }
  }

  /**
   * Adds a cell. One that only one side has at all, since the other one's list is without it, is
   * nothing on that other side where it is 0 on the first.
   */
  private void add(
      NumberSelector of,
      @Nullable Sum reported,
      int decimals,
      @Nullable Sum summed,
      ReconciledCell.Standing standing) {
    cells.add(
        new ReconciledCell(
            of,
            reported == null ? missing(summed) : reported,
            decimals,
            summed == null ? missing(reported) : summed,
            standing));
  }

  private static Sum missing(@Nullable Sum other) {
    boolean zero = other != null && other.number() != null && other.number().signum() == 0;
    return zero ? NONE : Sum.NOTHING;
  }
}
