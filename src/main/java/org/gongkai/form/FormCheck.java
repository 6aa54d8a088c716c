package org.gongkai.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.problem.Text;

/** Whether a form's file agrees with itself. */
final class FormCheck {

  private final String file;
  private final Form form;

  FormCheck(String file, Form form) {
    this.file = file;
    this.form = form;
  }

  void run() {
    form.sections().values().forEach(this::checkSection);
    requireOnce("narrative", form.narrative().stream().map(Part::id).toList());
    form.narrative().forEach(p -> requireLabel("narrative." + p.id(), p.label()));
    requireOnce("rules", form.rules().stream().map(Rule::id).toList());
    form.rules().forEach(this::checkRule);
  }

  private void checkSection(Section section) {
    String place = "sections." + section.id();
    requireLabel(place, section.title());
    requireOnce(place + ".rows", section.rows().stream().map(Row::id).toList());
    requireOnce(place + ".columns", section.columns().stream().map(Column::id).toList());
    for (Column column : section.columns()) {
      requireLabel(place + ".columns." + column.id(), column.label());
      require(column.kind() != null, place + ".columns." + column.id() + " has no kind");
    }
    for (Row row : section.rows()) {
      checkRow(place + ".rows." + row.id(), section, row);
    }
  }

  private void checkRow(String place, Section section, Row row) {
    requireLabel(place, row.label());
    for (String column : row.columns()) {
      require(section.hasColumn(column), place + " names the unknown column " + column);
    }
    boolean heads = section.rows().stream().anyMatch(other -> other.isBelow(row.id()));
    require(
        heads == (row.role() == Role.HEADING),
        place + (heads ? " holds figures but stands over other rows" : " is an empty heading"));
  }

  private void checkRule(Rule rule) {
    String place = "rules." + rule.id();
    requireLabel(place + ".label", rule.label());
    requireLabel(place + ".basis", rule.basis());
    requireLabel(place + ".hint", rule.hint());
    require(rule.severity() != null, place + " has no severity");
    require(rule.version() > 0, place + " has no version");
    require(rule.relation() != null, place + " has no relation");
    switch (rule.relation()) {
      case SUM, YEARS -> checkEquation(place, rule);
      case JUMP ->
          require(
              rule.factor() != null && rule.threshold() != null,
              place + " wants a factor and a threshold");
      case KIND, BLANK -> {
        // hold for every cell
      }
    }
  }

  private void checkEquation(String place, Rule rule) {
    Section section = rule.section() == null ? null : form.section(rule.section());
    require(section != null, place + " is about the unknown section " + rule.section());
    require(rule.each() != null, place + " does not say each row or each column");
    require(!rule.left().isEmpty() && !rule.right().isEmpty(), place + " lacks a side");
    for (String row : rule.rows()) {
      require(!section.rowsNamed(row).isEmpty(), place + " names the unknown row " + row);
    }
    for (List<String> side : List.of(rule.left(), rule.right())) {
      for (String written : side) {
        String term = Term.of(written).name();
        boolean known =
            switch (rule.each()) {
              case ROW -> section.hasColumn(term);
              case COLUMN -> !section.rowsNamed(term).isEmpty();
            };
        require(known, place + " names the unknown term " + written);
      }
    }
    if (rule.relation() == Rule.Relation.SUM && rule.each() == Rule.Each.ROW) {
      requireAllLeaves(place, section, rule);
    }
  }

  /** A total over some of the columns only would let errors in the others pass. */
  private void requireAllLeaves(String place, Section section, Rule rule) {
    Set<String> leaves =
        section.columns().stream()
            .filter(c -> c.role() == Role.LEAF)
            .map(Column::id)
            .collect(Collectors.toSet());
    require(
        leaves.equals(Set.copyOf(rule.left())), place + " does not add exactly the leaf columns");
  }

  private void requireOnce(String place, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      require(id != null && !id.isBlank(), place + " has an entry without id");
      require(seen.add(id), place + "." + id + " stands twice");
    }
  }

  private void requireLabel(String place, Text label) {
    boolean whole =
        label != null
            && label.zh() != null
            && !label.zh().isBlank()
            && label.en() != null
            && !label.en().isBlank();
    require(whole, place + " lacks a text in zh or en");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ContradictoryForm(file, otherwise);
    }
  }
}
