package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongkai.form.Choice;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableRow;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.SumKey;
import org.gongkai.tally.Tallies;
import org.gongkai.tally.Tally;

/** Makes rollups: sums and coverage, of the snapshot at hand. */
@ApplicationScoped
class Rollups {

  private final RollupBuilder.Maker answers;
  private final Forms forms;
  private final SectionRows.All sections;
  private final RollupColumns columns;

  Rollups(
      RollupBuilder.Maker answers, Forms forms, SectionRows.All sections, RollupColumns columns) {
    this.columns = columns;
    this.answers = answers;
    this.forms = forms;
    this.sections = sections;
  }

  /** Adds up a table of the form. */
  RollupView table(
      Tallies sums,
      RollupQuery rollupQuery,
      String section,
      RollupFilter wanted,
      Language language) {
    RollupBuilder rollupBuilder = answers.begin(sums, rollupQuery, language);
    Map<SumKey, Tally> tallies = new TreeMap<>();
    tallies.putAll(sums.tallies(rollupQuery, section));
    SectionRows rows = sections.of(section);
    tallies.forEach(
        (place, tally) -> {
          rollupBuilder.lacking(
              place, tally.blanks(), rows.layouts().otherLayout(tally, place.year()));
          rollupBuilder.layouts(section, rows.layouts().editions(tally));
        });
    tallies.forEach(
        (place, tally) -> {
          for (SectionRows.AddedRow added :
              rollupQuery.isKept() ? rows.add(tally, wanted) : rows.addOnce(tally, wanted)) {
            TableRow row = rollupBuilder.row(place);
            put(row, added, language);
            putColumns(row, added, section, wanted);
            row.put(NamedColumn.BLANK, TableCell.of(added.blank()));
            row.put(NamedColumn.REPORTS, TableCell.of(added.reports()));
            if (rows.columnsDiffer()) {
              putReports(row, added, section, wanted);
            }
          }
        });
    return rollupBuilder.view(null);
  }

  private static void put(TableRow row, SectionRows.AddedRow added, Language language) {
    row.put(NamedColumn.ROW, TableCell.of(added.id()));
    row.put(NamedColumn.LABEL, TableCell.of(Objects.requireNonNull(added.label()).in(language)));
    row.put(NamedColumn.PARENT, TableCell.of(added.parent()));
    row.put(NamedColumn.LEAF, TableCell.of(added.leaf()));
  }

  private void putColumns(
      TableRow row, SectionRows.AddedRow added, String section, RollupFilter wanted) {
    added
        .columns()
        .forEach(
            (id, here) -> {
              if (wanted.hasColumn(id)) {
                row.put(columns.of(section, id), TableCell.of(here.sum().number()));
              }
            });
  }

  /** On how many reports each column stands. */
  private void putReports(
      TableRow row, SectionRows.AddedRow added, String section, RollupFilter wanted) {
    added
        .columns()
        .forEach(
            (id, here) -> {
              if (wanted.hasColumn(id)) {
                row.put(columns.reportsOf(section, id), TableCell.of(here.having().reports()));
              }
            });
  }

  /** Adds up the channels of publication. */
  RollupView publications(
      Tallies sums, RollupQuery rollupQuery, RollupFilter wanted, Language language) {
    RollupBuilder rollupBuilder = answers.begin(sums, rollupQuery, language);
    List<String> order = List.copyOf(forms.channels().keySet());
    List<RollupRow> totals = new ArrayList<>();
    Map<SumKey, Tally> tallies = new TreeMap<>();
    tallies.putAll(sums.tallies(rollupQuery, Published.SECTION));
    tallies.forEach(
        (place, tally) -> {
          rollupBuilder.lacking(place, tally.blanks(), 0);
          for (Published p : Published.in(tally, order)) {
            if (p.isTotal()) {
              RollupRow total = rollupBuilder.start(place);
              totals.add(total);
              put(total.cells(), p);
            } else if (wanted.hasRow(p.channel())) {
              Choice channel = forms.channels().get(p.channel());
              TableRow row = rollupBuilder.row(place);
              row.put(NamedColumn.CHANNEL, TableCell.of(p.channel()));
              row.put(
                  NamedColumn.LABEL,
                  TableCell.of(Objects.requireNonNull(channel).label().in(language)));
              put(row, p);
            }
          }
        });
    return rollupBuilder.view(totals);
  }

  private static void put(TableRow row, Published published) {
    row.put(NamedColumn.UNIT, TableCell.of(published.unit()));
    row.put(NamedColumn.COUNT, TableCell.of(published.added().sum()));
    row.put(NamedColumn.APPROXIMATE, TableCell.of(published.added().approximate()));
    row.put(NamedColumn.BLANK, TableCell.of(published.added().blank()));
    row.put(NamedColumn.REPORTS, TableCell.of(published.added().reports()));
  }
}
