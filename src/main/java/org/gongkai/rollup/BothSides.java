package org.gongkai.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
  private final JsonNode document;
  private final Wish wish;
  private final boolean area;
  private final Language language;
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * A cell on both sides, before it is known what its difference follows from.
   *
   * @param decimals to which the sum is rounded where it equals what is stated only then, or null
   * @param comparable whether both sides have the cell in their layout
   * @param reports that the sum stands on
   * @param otherLayout reports that are laid out without the cell
   * @param parts the ways in which it is added up from other cells
   */
  private record Pair(
      Addends of,
      Sum reported,
      Sum summed,
      Integer decimals,
      boolean computed,
      boolean comparable,
      long reports,
      long otherLayout,
      List<List<String>> parts) {

    boolean differs() {
      if (!comparable || decimals != null) {
        return false;
      }
      return reported.number() == null || summed.number() == null
          ? reported.number() != summed.number()
          : reported.number().compareTo(summed.number()) != 0;
    }

    BigDecimal difference() {
      return reported.number() == null || summed.number() == null
          ? null
          : reported.number().subtract(summed.number());
    }

    /** What it adds to the differences above it. */
    DifferenceCauses.Cell cell() {
      BigDecimal left = reported.number() == null ? BigDecimal.ZERO : reported.number();
      BigDecimal right = summed.number() == null ? BigDecimal.ZERO : summed.number();
      return new DifferenceCauses.Cell(path(of), differs() ? left.subtract(right) : null, parts);
    }
  }

  /**
   * Begins without a cell.
   *
   * @param document the government's report as it was sent, in which numbers have the decimals that
   *     they were written with
   */
  BothSides(
      Forms forms,
      AddendReader addends,
      Content government,
      JsonNode document,
      Wish wish,
      boolean area,
      Language language) {
    this.forms = forms;
    this.addends = addends;
    this.government = government;
    this.document = document;
    this.wish = wish;
    this.area = area;
    this.language = language;
  }

  /** All cells, each with what its difference follows from. */
  List<ReconciliationView.Compared> cells() {
    Map<String, Set<String>> causes =
        DifferenceCauses.of(pairs.stream().map(Pair::cell).toList());
    Map<String, Long> effects = new HashMap<>();
    causes.forEach(
        (path, of) -> {
          if (!of.contains(path)) {
            of.forEach(cause -> effects.merge(cause, 1L, Long::sum));
          }
        });
    return pairs.stream()
        .map(pair -> compared(pair, causes.getOrDefault(path(pair.of()), Set.of()), effects))
        .toList();
  }

  /** Compares a table with its sums. */
  void table(String id, SectionRows rows, Tally tally) {
    String edition = government.editions().get(id);
    Section section = forms.known(edition).section(id);
    Map<String, Map<String, Sum>> reported = stated(section);
    Map<String, SectionRows.AddedRow> summed = rows.rows(tally);
    boolean anything = !summed.isEmpty();
    Set<String> ids = new LinkedHashSet<>(summed.keySet());
    ids.addAll(reported.keySet());
    for (String row : ids) {
      Map<String, Sum> left = reported.computeIfAbsent(row, r -> new LinkedHashMap<>());
      SectionRows.AddedRow right = summed.get(row);
      Set<String> columns = new LinkedHashSet<>();
      if (right != null) {
        columns.addAll(right.sums().keySet());
      }
      columns.addAll(left.keySet());
      for (String column : columns) {
        Cell cell = section.cell(row, column);
        Addends of = addends.table(id, row, column);
        String printed = left.containsKey(column) ? printed(section, row, column) : null;
        boolean computed = cell == null ? of.isComputed() : !cell.leaf();
        Sum ofGovernment = left.get(column);
        if (ofGovernment == null) {
          ofGovernment = below(reported, row, column);
        }
        SectionRows.Having having =
            right == null
                ? SectionRows.Having.NONE
                : right.columns().getOrDefault(column, SectionRows.Having.NONE);
        Set<String> layouts = new HashSet<>(Arrays.asList(of.layouts()));
        boolean comparable =
            layouts.contains(edition)
                && (!anything || rows.followed(tally).stream().anyMatch(layouts::contains));
        add(
            of,
            ofGovernment,
            right == null ? null : right.sums().get(column),
            new Standing(
                computed,
                comparable,
                decimals(printed),
                having.reports(),
                rows.without(layouts, tally),
                rows.parts(row, column).stream().map(way -> paths(id, way)).toList()));
      }
    }
  }

  /** The path of the cell that a column of a rollup is printed in; a unit of their own has none. */
  private static String printed(Section section, String row, String column) {
    return section.cells().values().stream()
        .filter(cell -> cell.row().id().equals(row))
        .filter(cell -> cell.column().id().equals(column) || cell.column().statedUnit())
        .filter(cell -> column.startsWith(cell.column().id()))
        .map(Cell::path)
        .findFirst()
        .orElse(null);
  }

  /** How many decimals a number is written with. */
  private int decimals(String path) {
    JsonNode written = path == null ? null : document.at("/" + path.replace('.', '/'));
    if (written != null && written.isObject()) {
      written = written.path("value");
    }
    return written == null || !written.isNumber() ? 0 : Math.max(0, written.decimalValue().scale());
  }

  private static List<String> paths(String section, List<SectionPlan.Spot> way) {
    return way.stream().map(spot -> path(section, spot.row(), spot.column())).toList();
  }

  private static String path(String section, String row, String column) {
    return section + "." + row + "." + column;
  }

  private static String path(Addends of) {
    return of.row() == null
        ? path(of.section(), of.channel() == null ? "" : of.channel(), of.unit())
        : path(of.section(), of.row(), of.column());
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
        .filter(Objects::nonNull)
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
                  .map(code -> path(Addends.PUBLICATIONS, code, unit))
                  .toList();
          add(
              addends.publications(channel, unit),
              reported.get(here),
              summed.get(here),
              new Standing(
                  channel == null,
                  true,
                  0,
                  reports.getOrDefault(here, 0L),
                  0,
                  channel == null ? List.of(channels) : List.of()));
        }
      }
    }
  }

  /** What is known of a cell beside its two sides; as {@link Pair} has it. */
  private record Standing(
      boolean computed,
      boolean comparable,
      int decimals,
      long reports,
      long otherLayout,
      List<List<String>> parts) {}

  /**
   * Adds a cell. One that only one side has at all, since the other one's list is without it, is
   * nothing on that other side where it is 0 on the first.
   */
  private void add(Addends of, Sum reported, Sum summed, Standing standing) {
    Sum left = reported == null ? missing(summed) : reported;
    Sum right = summed == null ? missing(reported) : summed;
    pairs.add(
        new Pair(
            of,
            left,
            right,
            rounded(left.number(), right.number(), standing.decimals()),
            standing.computed(),
            standing.comparable(),
            standing.reports(),
            standing.otherLayout(),
            standing.parts()));
  }

  /**
   * The decimals that the government states, where the sum has more and is, rounded to them, what
   * is stated. Something is never rounded away to nothing.
   */
  private static Integer rounded(BigDecimal stated, BigDecimal sum, int decimals) {
    if (stated == null || sum == null || stated.signum() == 0 || stated.compareTo(sum) == 0) {
      return null;
    }
    boolean equal = sum.setScale(decimals, RoundingMode.HALF_UP).compareTo(stated) == 0;
    return equal ? decimals : null;
  }

  private ReconciliationView.Compared compared(
      Pair pair, Set<String> causes, Map<String, Long> effects) {
    Addends of = pair.of();
    String path = path(of);
    boolean effect = pair.differs() && !causes.contains(path);
    ContributionAddress address =
        ContributionAddress.of(wish, wish.region(), of)
            .with("by", PartBy.ORGAN.code())
            .with("own", area ? null : "true");
    return new ReconciliationView.Compared(
        path,
        kind(pair, effect),
        of.section(),
        of.row(),
        of.column(),
        of.channel(),
        of.unit(),
        of.label().in(language),
        pair.reported().number(),
        pair.reported().blank(),
        pair.summed().number(),
        pair.summed().blank(),
        pair.difference(),
        pair.computed(),
        pair.decimals(),
        pair.reports(),
        pair.otherLayout(),
        pair.differs() && !effect ? effects.getOrDefault(path, 0L) : null,
        effect ? List.copyOf(causes) : null,
        address.toString());
  }

  private static String kind(Pair pair, boolean effect) {
    if (!pair.comparable()) {
      return ReconciliationView.OTHER_LAYOUT;
    }
    if (!pair.differs()) {
      return ReconciliationView.EQUAL;
    }
    return effect ? ReconciliationView.EFFECT : ReconciliationView.CAUSE;
  }

  private static Sum missing(Sum other) {
    boolean zero = other != null && other.number() != null && other.number().signum() == 0;
    return zero ? NONE : Sum.NOTHING;
  }
}
