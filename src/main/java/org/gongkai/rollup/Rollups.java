package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.form.Choice;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;
import org.gongkai.registry.Region;
import org.gongkai.registry.RegionLevel;
import org.gongkai.registry.Registry;

/** Makes rollups: sums and coverage, of the moment that is held. */
@ApplicationScoped
class Rollups {

  /** By code, then by year. */
  static final Comparator<Place> ORDER =
      Comparator.comparing(Place::code).thenComparing(Place::year);

  private final RollupStore store;
  private final KeptTallies kept;
  private final CountedTallies counted;
  private final Registry registry;
  private final Forms forms;
  private final Indicators indicators;
  private final Map<String, SectionRows> sections = new HashMap<>();

  Rollups(
      RollupStore store,
      KeptTallies kept,
      CountedTallies counted,
      Registry registry,
      Forms forms,
      Indicators indicators) {
    this.indicators = indicators;
    this.store = store;
    this.kept = kept;
    this.counted = counted;
    this.registry = registry;
    this.forms = forms;
    forms
        .inForce(Integer.MAX_VALUE)
        .sections()
        .keySet()
        .forEach(section -> sections.put(section, new SectionRows(forms, section)));
  }

  private Tallies from(Wish wish) {
    return wish.isKept() ? kept : counted;
  }

  /** Adds up a table of the form. */
  RollupView table(Wish wish, String section, Language language) {
    Answer answer = new Answer(wish, language);
    Map<Place, Tally> tallies = new TreeMap<>(ORDER);
    tallies.putAll(from(wish).tallies(wish, section));
    tallies.forEach((place, tally) -> answer.blank(place, tally.blanks()));
    tallies.forEach(
        (place, tally) -> {
          for (SectionRows.AddedRow added : sections.get(section).add(tally)) {
            Map<String, Object> row = answer.row(place);
            row.put("row", added.id());
            row.put("label", added.label().in(language));
            added.sums().forEach((column, sum) -> row.put(column, sum.number()));
            row.put("blank", added.blank());
            row.put("reports", added.reports());
          }
        });
    return answer.view(null);
  }

  /** Derives the indicators from the sums. */
  RollupView indicators(Wish wish, Language language) {
    Answer answer = new Answer(wish, language);
    Map<Place, Map<String, Ratio>> ratios = new TreeMap<>(ORDER);
    Map<Place, Long> blanks = new HashMap<>();
    for (String section : indicators.sections()) {
      from(wish)
          .tallies(wish, section)
          .forEach(
              (place, tally) -> {
                blanks.merge(place, tally.blanks(), Long::sum);
                ratios
                    .computeIfAbsent(place, p -> new HashMap<>())
                    .putAll(ratios(section, sections.get(section).sums(tally)));
              });
    }
    blanks.forEach(answer::blank);
    ratios.forEach(
        (place, here) ->
            indicators
                .all()
                .forEach(
                    indicator -> {
                      Ratio ratio = here.getOrDefault(indicator.id(), Ratio.NOTHING);
                      Map<String, Object> row = answer.row(place);
                      row.put("indicator", indicator.id());
                      row.put("label", indicator.label().in(language));
                      row.put("numerator", ratio.numerator());
                      row.put("denominator", ratio.denominator());
                      row.put("value", ratio.value());
                      row.put("tooFewToRank", ratio.isOfFewerThan(indicators.fewest()));
                      row.put("blank", ratio.blank());
                    }));
    return answer.view(null);
  }

  private Map<String, Ratio> ratios(String section, Map<String, Map<String, Sum>> rows) {
    Map<String, Ratio> ratios = new HashMap<>();
    for (Indicators.Indicator indicator : indicators.all()) {
      if (indicator.section().equals(section)) {
        ratios.put(indicator.id(), Ratio.of(indicator, rows));
      }
    }
    return ratios;
  }

  /** Adds up the channels of publication. */
  RollupView publications(Wish wish, Language language) {
    Answer answer = new Answer(wish, language);
    List<String> order = List.copyOf(forms.channels().keySet());
    List<Map<String, Object>> totals = new ArrayList<>();
    Map<Place, Tally> tallies = new TreeMap<>(ORDER);
    tallies.putAll(from(wish).tallies(wish, "publications"));
    tallies.forEach(
        (place, tally) -> {
          answer.blank(place, tally.blanks());
          for (Published p : Published.in(tally, order)) {
            Map<String, Object> row = p.isTotal() ? answer.start(place) : answer.row(place);
            if (p.isTotal()) {
              totals.add(row);
            } else {
              Choice channel = forms.channels().get(p.channel());
              row.put("channel", p.channel());
              row.put("label", channel.label().in(language));
            }
            row.put("unit", p.unit());
            row.put("count", p.added().sum());
            row.put("approximate", p.added().approximate());
            row.put("blank", p.added().blank());
            row.put("reports", p.added().reports());
          }
        });
    return answer.view(totals);
  }

  /** An answer in the making: its rows begin with what all rows have. */
  private final class Answer {

    private final Wish wish;
    private final Map<Place, Coverage> coverage;
    private final Map<String, String> names;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    Answer(Wish wish, Language language) {
      this.wish = wish;
      this.coverage = from(wish).coverage(wish);
      this.names = names(language);
    }

    private Map<String, String> names(Language language) {
      List<String> codes = coverage.keySet().stream().map(Place::code).distinct().toList();
      Map<String, String> names =
          switch (wish.by()) {
            case ORGAN -> store.organNames(codes, wish.to());
            case LEVEL -> levelNames(language);
            case NONE, YEAR, REGION -> store.regionNames(codes);
          };
      return names;
    }

    private static Map<String, String> levelNames(Language language) {
      Map<String, String> names = new LinkedHashMap<>();
      for (RegionLevel level : RegionLevel.values()) {
        names.put(level.code(), level.label().in(language));
      }
      return names;
    }

    void blank(Place place, long cells) {
      coverage.compute(
          place, (p, known) -> (known == null ? Coverage.NONE : known).withBlank(cells));
    }

    Map<String, Object> row(Place place) {
      Map<String, Object> row = start(place);
      rows.add(row);
      return row;
    }

    Map<String, Object> start(Place place) {
      Map<String, Object> row = new LinkedHashMap<>();
      if (wish.by().hasPlaces()) {
        row.put("code", place.code());
        row.put("name", names.get(place.code()));
        row.put("coverage", coverage.getOrDefault(place, Coverage.NONE));
      }
      row.put("year", place.year());
      return row;
    }

    RollupView view(List<Map<String, Object>> totals) {
      Coverage whole = coverage.values().stream().reduce(Coverage.NONE, Coverage::plus);
      boolean oneSum = !wish.by().hasPlaces() && wish.from() == wish.to();
      List<RollupView.PlaceCoverage> places =
          coverage.entrySet().stream()
              .map(
                  e ->
                      new RollupView.PlaceCoverage(
                          e.getKey().code(),
                          names.get(e.getKey().code()),
                          e.getKey().year(),
                          e.getValue()))
              .toList();
      return new RollupView(
          wish.region(),
          registry.region(wish.region()).map(Region::name).orElse(null),
          wish.basis().code(),
          wish.by().code(),
          whole.isComplete(),
          whole,
          oneSum ? null : places,
          rows,
          totals);
    }
  }
}
