package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/** Derives the indicators from sums, and ranks siblings by them. */
@ApplicationScoped
class IndicatorRollups {

  /** Of the counts of which channels have a share; others are counted in units of their own. */
  private static final String UNIT = "item";

  private static final Text SHARE = new Text("公开数量占比：%s", "Share of items published: %s");

  private final Answer.Maker answers;
  private final Indicators indicators;
  private final SectionRows.All sections;
  private final Forms forms;

  IndicatorRollups(
      Answer.Maker answers, Indicators indicators, SectionRows.All sections, Forms forms) {
    this.answers = answers;
    this.indicators = indicators;
    this.sections = sections;
    this.forms = forms;
  }

  /** An indicator of one place. */
  private record Derived(String id, Text label, Ratio ratio) {}

  RollupView indicators(Wish wish, Language language) {
    Answer answer = answers.begin(wish, language);
    Map<Place, Map<String, Tally>> tallies = new TreeMap<>(Rollups.ORDER);
    List<String> needed = new ArrayList<>(indicators.sections());
    needed.add(Published.SECTION);
    answers
        .from(wish)
        .tallies(wish, needed)
        .forEach(
            (section, places) ->
                places.forEach(
                    (place, tally) ->
                        tallies.computeIfAbsent(place, p -> new HashMap<>()).put(section, tally)));
    tallies.forEach(
        (place, here) -> {
          answer.lacking(
              place,
              here.values().stream().mapToLong(Tally::blanks).sum(),
              otherLayouts(here, place.year(), answer));
          derive(here).forEach(derived -> write(derived, answer.row(place), language));
        });
    if (wish.by() == By.REGION || wish.by() == By.ORGAN) {
      rank(answer.rows(), wish.region());
    }
    return answer.view(null);
  }

  private long otherLayouts(Map<String, Tally> tallies, int year, Answer answer) {
    long others = 0;
    for (String section : indicators.sections()) {
      Tally tally = tallies.getOrDefault(section, Tally.empty());
      others += sections.of(section).otherLayout(tally, year);
      answer.layouts(section, sections.of(section).editions(tally));
    }
    return others;
  }

  private List<Derived> derive(Map<String, Tally> tallies) {
    Map<String, Map<String, SectionRows.AddedRow>> sums = new HashMap<>();
    tallies.forEach(
        (section, tally) -> {
          if (sections.ids().contains(section)) {
            sums.put(section, sections.of(section).rows(tally));
          }
        });
    List<Derived> all = new ArrayList<>();
    for (Indicators.Indicator indicator : indicators.all()) {
      Map<String, SectionRows.AddedRow> rows = sums.getOrDefault(indicator.section(), Map.of());
      all.add(new Derived(indicator.id(), indicator.label(), Ratio.of(indicator, rows)));
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
                    "channelShare." + e.getKey(),
                    SHARE.with(forms.channels().get(e.getKey()).label()),
                    new Ratio(e.getValue().number(), all.number(), all.blank(), null)))
        .toList();
  }

  private void write(Derived derived, Map<String, Object> row, Language language) {
    Ratio ratio = derived.ratio();
    row.put("indicator", derived.id());
    row.put("label", derived.label().in(language));
    row.put("numerator", ratio.numerator());
    row.put("denominator", ratio.denominator());
    row.put("value", ratio.value());
    row.put("tooFewToRank", ratio.isOfFewerThan(indicators.fewest()));
    row.put("blank", ratio.blank());
    if (ratio.standing() != null) {
      row.put("numeratorReports", ratio.standing().numerator());
      row.put("denominatorReports", ratio.standing().denominator());
    }
  }

  /** Siblings only: the organs of the region itself are none of the regions below it. */
  private static void rank(List<Map<String, Object>> rows, String region) {
    Collection<List<Map<String, Object>>> alike =
        rows.stream()
            .collect(Collectors.groupingBy(row -> List.of(row.get("year"), row.get("indicator"))))
            .values();
    for (List<Map<String, Object>> siblings : alike) {
      List<BigDecimal> ranked =
          siblings.stream()
              .filter(row -> isRanked(row, region))
              .map(row -> (BigDecimal) row.get("value"))
              .toList();
      for (Map<String, Object> row : siblings) {
        row.put("rank", isRanked(row, region) ? rank((BigDecimal) row.get("value"), ranked) : null);
        row.put("ranked", ranked.size());
      }
    }
  }

  private static boolean isRanked(Map<String, Object> row, String region) {
    return row.get("value") != null
        && row.get("tooFewToRank").equals(false)
        && !region.equals(row.get("code"));
  }

  /** The highest is 1; equal ones share a rank and leave out the next. */
  private static int rank(BigDecimal value, List<BigDecimal> all) {
    return 1 + (int) all.stream().filter(other -> other.compareTo(value) > 0).count();
  }
}
