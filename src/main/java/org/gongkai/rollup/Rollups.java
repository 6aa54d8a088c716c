package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.form.Choice;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;
import org.gongkai.tally.Place;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.Tallies;
import org.gongkai.tally.Tally;

/** Makes rollups: sums and coverage, of the moment that is held. */
@ApplicationScoped
class Rollups {

  /** Stands before a column in the member that says how many reports have it. */
  static final String REPORTS_OF = "reports.";

  private final RollupBuilder.Maker answers;
  private final Forms forms;
  private final SectionRows.All sections;

  Rollups(RollupBuilder.Maker answers, Forms forms, SectionRows.All sections) {
    this.answers = answers;
    this.forms = forms;
    this.sections = sections;
  }

  /** Adds up a table of the form. */
  RollupView table(Tallies sums, RollupQuery rollupQuery, String section, Language language) {
    RollupBuilder rollupBuilder = answers.begin(sums, rollupQuery, language);
    Map<Place, Tally> tallies = new TreeMap<>();
    tallies.putAll(sums.tallies(rollupQuery, section));
    SectionRows rows = sections.of(section);
    tallies.forEach(
        (place, tally) -> {
          rollupBuilder.lacking(place, tally.blanks(), rows.otherLayout(tally, place.year()));
          rollupBuilder.layouts(section, rows.editions(tally));
        });
    boolean columnsDiffer = rows.columnsDiffer();
    tallies.forEach(
        (place, tally) -> {
          for (SectionRows.AddedRow added : rows.add(tally)) {
            Map<String, Object> row = rollupBuilder.row(place);
            row.put("row", added.id());
            row.put("label", added.label().in(language));
            added.sums().forEach((column, sum) -> row.put(column, sum.number()));
            row.put("blank", added.blank());
            row.put("reports", added.reports());
            if (columnsDiffer) {
              added
                  .columns()
                  .forEach((column, having) -> row.put(REPORTS_OF + column, having.reports()));
            }
          }
        });
    return rollupBuilder.view(null);
  }

  /** Adds up the channels of publication. */
  RollupView publications(Tallies sums, RollupQuery rollupQuery, Language language) {
    RollupBuilder rollupBuilder = answers.begin(sums, rollupQuery, language);
    List<String> order = List.copyOf(forms.channels().keySet());
    List<Map<String, Object>> totals = new ArrayList<>();
    Map<Place, Tally> tallies = new TreeMap<>();
    tallies.putAll(sums.tallies(rollupQuery, "publications"));
    tallies.forEach(
        (place, tally) -> {
          rollupBuilder.lacking(place, tally.blanks(), 0);
          for (Published p : Published.in(tally, order)) {
            Map<String, Object> row =
                p.isTotal() ? rollupBuilder.start(place) : rollupBuilder.row(place);
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
    return rollupBuilder.view(totals);
  }
}
