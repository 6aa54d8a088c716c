package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableRow;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.Sum;
import org.gongkai.tally.SumKey;
import org.gongkai.tally.Tallies;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/** Derives the indicators from sums, and ranks siblings by them. */
@ApplicationScoped
class IndicatorRollups {

  /** Of the counts of which channels have a share; others are counted in units of their own. */
  private static final String UNIT = "item";

  private static final Text SHARE = new Text("公开数量占比：%s", "Share of items published: %s");

  private final RollupBuilder.Maker answers;
  private final Indicators indicators;
  private final IndicatorDefinitions definitions;
  private final SectionRows.All sections;
  private final Forms forms;

  IndicatorRollups(
      RollupBuilder.Maker answers,
      Indicators indicators,
      IndicatorDefinitions definitions,
      SectionRows.All sections,
      Forms forms) {
    this.answers = answers;
    this.indicators = indicators;
    this.definitions = definitions;
    this.sections = sections;
    this.forms = forms;
  }

  /** An indicator of one place. */
  private record Derived(String id, Text label, @Nullable String method, Ratio ratio) {}

  /**
   * Derives them.
   *
   * @param methods that are asked for, as {@link Indicators#chosen} has read them
   */
  RollupView indicators(
      Tallies sums, RollupQuery rollupQuery, Set<String> methods, Language language) {
    RollupBuilder rollupBuilder = answers.begin(sums, rollupQuery, language);
    Map<SumKey, Map<String, Tally>> tallies = new TreeMap<>();
    sums.tallies(rollupQuery, sections())
        .forEach(
            (section, places) ->
                places.forEach(
                    (place, tally) ->
                        tallies.computeIfAbsent(place, p -> new HashMap<>()).put(section, tally)));
    tallies.forEach(
        (place, here) -> {
          rollupBuilder.lacking(
              place,
              here.values().stream().mapToLong(Tally::blanks).sum(),
              otherLayouts(here, place.year(), rollupBuilder));
          derive(here, methods)
              .forEach(derived -> write(derived, rollupBuilder.row(place), language));
        });
    switch (rollupQuery.by()) {
      case REGION -> rank(rollupBuilder.rows(), rollupQuery.region());
      // among all, of whom these are some
      case ORGAN -> rollupBuilder.rows().forEach(Ranking::leaveRoom);
      case NONE, LEVEL, YEAR -> {
        // no siblings
      }
    }
    return rollupBuilder.view(null).defined(definitions.all(methods, language));
  }

  private long otherLayouts(Map<String, Tally> tallies, int year, RollupBuilder rollupBuilder) {
    long others = 0;
    for (String section : indicators.sections()) {
      Tally tally = tallies.getOrDefault(section, Tally.empty());
      others += sections.of(section).layouts().otherLayout(tally, year);
      rollupBuilder.layouts(section, sections.of(section).layouts().editions(tally));
    }
    return others;
  }

  private List<Derived> derive(Map<String, Tally> tallies, Set<String> methods) {
    Map<String, Map<String, SectionRows.AddedRow>> sums = new HashMap<>();
    tallies.forEach(
        (section, tally) -> {
          if (sections.ids().contains(section)) {
            sums.put(section, sections.of(section).rows(tally));
          }
        });
    List<Derived> all = new ArrayList<>();
    for (Indicators.Indicator indicator : indicators.all(methods)) {
      Map<String, SectionRows.AddedRow> rows = sums.getOrDefault(indicator.section(), Map.of());
      all.add(
          new Derived(
              indicator.id(), indicator.label(), indicator.method(), Ratio.of(indicator, rows)));
    }
    all.addAll(shares(tallies.getOrDefault(Published.SECTION, Tally.empty())));
    return all;
  }

  /** The share of each channel in the items published through all of them. */
  private List<Derived> shares(Tally tally) {
    Map<String, Sum> counts = new LinkedHashMap<>();
    Published.in(tally, List.copyOf(forms.channels().keySet())).stream()
        .filter(p -> !p.isTotal() && p.unit().equals(UNIT))
        .forEach(p -> counts.put(p.channel(), new Sum(p.added().sum(), p.added().blank())));
    Sum all = counts.values().stream().reduce(Sum.NOTHING, Sum::plus);
    return counts.entrySet().stream()
        .map(
            e ->
                new Derived(
                    IndicatorDefinitions.SHARE + "." + e.getKey(),
                    SHARE.with(Objects.requireNonNull(forms.channels().get(e.getKey())).label()),
                    null,
                    new Ratio(e.getValue().number(), all.number(), all.blank(), null)))
        .toList();
  }

  private void write(Derived derived, TableRow row, Language language) {
    Ratio ratio = derived.ratio();
    row.put(NamedColumn.INDICATOR, TableCell.of(derived.id()));
    row.put(NamedColumn.LABEL, TableCell.of(derived.label().in(language)));
    row.put(NamedColumn.METHOD, TableCell.of(derived.method()));
    row.put(NamedColumn.NUMERATOR, TableCell.of(ratio.numerator()));
    row.put(NamedColumn.DENOMINATOR, TableCell.of(ratio.denominator()));
    row.put(NamedColumn.VALUE, TableCell.of(ratio.value()));
    row.put(NamedColumn.TOO_FEW, TableCell.of(ratio.isOfFewerThan(indicators.fewest())));
    row.put(NamedColumn.BLANK, TableCell.of(ratio.blank()));
    if (ratio.standing() != null) {
      row.put(NamedColumn.NUMERATOR_REPORTS, TableCell.of(ratio.standing().numerator()));
      row.put(NamedColumn.DENOMINATOR_REPORTS, TableCell.of(ratio.standing().denominator()));
    }
  }

  private static void rank(List<RollupRow> rows, String region) {
    Ranking ranking = new Ranking(region);
    rows.forEach(ranking::count);
    rows.forEach(ranking::rank);
  }

  /** The methods that are asked for; see {@link Indicators#chosen}. */
  Set<String> methods(List<String> asked) {
    return indicators.chosen(asked);
  }

  /** What indicators are made of. */
  List<String> sections() {
    List<String> needed = new ArrayList<>(indicators.sections());
    needed.add(Published.SECTION);
    return needed;
  }
}
