package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/** Where the text states another number than a report: one finding a matter, with every place. */
final class DifferingStatements {

  /** A text that says the same a thousand times is shown where it says it first. */
  private static final int MOST_PLACES = 100;

  private final Forms forms;
  private final Content content;
  private final Map<String, Difference> found = new LinkedHashMap<>();
  private final Set<Place> contradicted = new HashSet<>();

  /** Where a quantity stands in a part. */
  private record Place(String part, int place) {}

  /** What is said of one place: a finding that grows with every quote. */
  private record Difference(
      Rule rule,
      Form form,
      String place,
      boolean warns,
      BigDecimal left,
      BigDecimal right,
      List<CellState> quotes,
      List<CellState> cells) {

    void at(CellState quote) {
      if (quotes.size() < MOST_PLACES) {
        quotes.add(quote);
      }
    }

    Finding finding() {
      List<CellState> all = new ArrayList<>(quotes);
      all.addAll(cells);
      return Finding.of(
          form,
          rule,
          warns ? FindingKind.TEXT_DIFFERS : FindingKind.TEXT_MAY_DIFFER,
          NarrativeText.NARRATIVE,
          place,
          all,
          left,
          right);
    }
  }

  DifferingStatements(Forms forms, Content content) {
    this.forms = forms;
    this.content = content;
  }

  /**
   * Adds one.
   *
   * @param number that the text states, in the unit of the cells
   * @param right what the cells state
   * @param certain whether it can mean nothing else, as far as the report tells
   */
  void add(
      NarrativeText text,
      Statement statement,
      BigDecimal number,
      String place,
      List<CellState> cells,
      BigDecimal right,
      boolean certain) {
    boolean warns = certain && statement.certain();
    contradicted.add(new Place(statement.part(), statement.place()));
    Form form = form(cells.getFirst().path());
    List<Rule> rules = form.rules(warns ? Relation.STATED : Relation.UNSURE);
    if (rules.isEmpty()) {
      return;
    }
    Rule rule = rules.getFirst();
    found
        .computeIfAbsent(
            rule.id() + place,
            key ->
                new Difference(
                    rule,
                    form,
                    place,
                    warns,
                    new Figure.Stated(number).number(),
                    right,
                    new ArrayList<>(),
                    List.copyOf(cells)))
        .at(text.quote(statement));
  }

  private Form form(String path) {
    String edition = content.editions().get(CellPath.section(path));
    return edition == null ? forms.inForce(content.year()) : forms.known(edition);
  }

  /** Whether a quantity of the text was found to differ. */
  boolean hasOne(String part, int place) {
    return contradicted.contains(new Place(part, place));
  }

  List<Finding> findings() {
    return found.values().stream().map(Difference::finding).toList();
  }
}
