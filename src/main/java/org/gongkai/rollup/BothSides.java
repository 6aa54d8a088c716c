package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.form.Section;
import org.gongkai.problem.Language;

/** What a government states beside what its organs state, added up, cell by cell. */
final class BothSides {

  private static final Sum NONE = new Sum(BigDecimal.ZERO, 0);

  private final Forms forms;
  private final AddendReader addends;
  private final Content government;
  private final Wish wish;
  private final boolean area;
  private final Language language;
  private final List<ReconciliationView.Compared> cells = new ArrayList<>();

  BothSides(
      Forms forms,
      AddendReader addends,
      Content government,
      Wish wish,
      boolean area,
      Language language) {
    this.forms = forms;
    this.addends = addends;
    this.government = government;
    this.wish = wish;
    this.area = area;
    this.language = language;
  }

  List<ReconciliationView.Compared> cells() {
    return cells;
  }

  /** Compares a table with its sums by row and column. */
  void table(String id, Map<String, Map<String, Sum>> summed) {
    Section section = forms.known(government.editions().get(id)).section(id);
    Map<String, Map<String, Sum>> reported = stated(section);
    Set<String> rows = new LinkedHashSet<>(summed.keySet());
    rows.addAll(reported.keySet());
    for (String row : rows) {
      Map<String, Sum> left = reported.computeIfAbsent(row, r -> new LinkedHashMap<>());
      Map<String, Sum> right = summed.getOrDefault(row, Map.of());
      Set<String> columns = new LinkedHashSet<>(right.keySet());
      columns.addAll(left.keySet());
      for (String column : columns) {
        Cell cell = section.cell(row, column);
        Addends of = addends.table(id, row, column);
        boolean computed = cell == null ? of.isComputed() : !cell.leaf();
        Sum ofGovernment = left.get(column);
        if (ofGovernment == null) {
          ofGovernment = below(reported, row, column);
        }
        add(of, ofGovernment, right.get(column), computed);
      }
    }
  }

  /** What the government states, by row and column as a rollup has them. */
  private Map<String, Map<String, Sum>> stated(Section section) {
    Map<String, Map<String, Sum>> stated = new LinkedHashMap<>();
    for (Cell cell : section.cells().values()) {
      String summand = government.summand(cell.path());
      int mark = summand.indexOf(Forms.UNIT_MARK);
      String column = cell.column().id();
      boolean inOwnUnit = mark > 0 && cell.column().statedUnit();
      stated
          .computeIfAbsent(cell.row().id(), row -> new LinkedHashMap<>())
          .put(
              inOwnUnit ? AddendReader.inUnit(column, summand.substring(mark + 1)) : column,
              sum(government.figures().at(cell.path())));
    }
    return stated;
  }

  private static Sum sum(Figure figure) {
    return switch (figure) {
      case Figure.Stated stated -> new Sum(stated.number(), 0);
      case Figure.NotApplicable none -> Sum.NOTHING;
      case Figure.Blank blank -> new Sum(null, 1);
      case Figure.Malformed malformed -> new Sum(null, 1);
    };
  }

  /** A row that the government's edition prints no cells for: the leaves below it. */
  private static Sum below(Map<String, Map<String, Sum>> reported, String row, String column) {
    return reported.entrySet().stream()
        .filter(leaf -> leaf.getKey().startsWith(row + "."))
        .map(leaf -> leaf.getValue().get(column))
        .filter(java.util.Objects::nonNull)
        .reduce(Sum::plus)
        .orElse(null);
  }

  /** Compares the channels of publication, and the stated totals over them. */
  void publications(Tally tally) {
    record Channel(String code, String unit) {}
    Map<Channel, Sum> reported = new LinkedHashMap<>();
    List<PublicationCount> counts = new ArrayList<>(government.publications());
    government.published().ifPresent(counts::add);
    for (PublicationCount count : counts) {
      reported.merge(new Channel(count.channel(), count.unit()), sum(count.count()), Sum::plus);
    }
    Map<Channel, Sum> summed = new LinkedHashMap<>();
    for (Published published : Published.in(tally, List.copyOf(forms.channels().keySet()))) {
      String code = published.isTotal() ? null : published.channel();
      Tally.Added added = published.added();
      summed.put(new Channel(code, published.unit()), new Sum(added.sum(), added.blank()));
    }
    List<String> order = new ArrayList<>(forms.channels().keySet());
    order.add(null);
    for (String channel : order) {
      for (String unit : forms.units().keySet()) {
        Channel here = new Channel(channel, unit);
        if (reported.containsKey(here) || summed.containsKey(here)) {
          add(
              addends.publications(channel, unit),
              reported.get(here),
              summed.get(here),
              channel == null);
        }
      }
    }
  }

  /**
   * Adds a cell. One that only one side has at all, since the other one's edition or list is
   * without it, is nothing on that other side where it is 0 on the first.
   */
  private void add(Addends of, Sum reported, Sum summed, boolean computed) {
    Sum left = reported == null ? missing(summed) : reported;
    Sum right = summed == null ? missing(reported) : summed;
    BigDecimal difference =
        left.number() == null || right.number() == null
            ? null
            : left.number().subtract(right.number());
    ContributionAddress address =
        ContributionAddress.of(wish, wish.region(), of)
            .with("by", PartBy.ORGAN.code())
            .with("own", area ? null : "true");
    cells.add(
        new ReconciliationView.Compared(
            of.section(),
            of.row(),
            of.column(),
            of.channel(),
            of.unit(),
            of.label().in(language),
            left.number(),
            left.blank(),
            right.number(),
            right.blank(),
            difference,
            computed,
            address.toString()));
  }

  private static Sum missing(Sum other) {
    boolean zero = other != null && other.number() != null && other.number().signum() == 0;
    return zero ? NONE : Sum.NOTHING;
  }
}
