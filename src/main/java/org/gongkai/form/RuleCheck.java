package org.gongkai.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Term;
import org.jspecify.annotations.Nullable;

/** Whether the rules of a form's file name what there is, and leave no total unchecked. */
final class RuleCheck {

  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z]+)?");
  private static final Pattern TERM = Pattern.compile("-?(previous )?[a-z][A-Za-z0-9.]*(\\.\\*)?");

  /** What every edition states, and once. */
  private static final List<Relation> ONE_OF_EACH =
      List.of(Relation.KIND, Relation.BLANK, Relation.TEXT);

  private final FormCheck check;
  private final Form form;

  RuleCheck(FormCheck check, Form form) {
    this.check = check;
    this.form = form;
  }

  void run() {
    check.requireOnce("rules", form.rules().stream().map(Rule::id).toList(), ID);
    form.rules().forEach(this::checkRule);
    for (Relation relation : ONE_OF_EACH) {
      long rules = form.rules().stream().filter(r -> r.relation() == relation).count();
      check.require(rules == 1, "rules: one of relation " + relation.code() + " is wanted");
    }
    form.sections().values().forEach(this::checkTotals);
  }

  private void checkRule(Rule rule) {
    String place = "rules." + rule.id();
    check.requireText(place + ".label", rule.label());
    check.requireText(place + ".concern", rule.concern());
    check.requireText(place + ".basis", rule.basis());
    check.requireText(place + ".hint", rule.hint());
    check.require(rule.severity() != null, place + " has no severity");
    check.require(rule.version() > 0, place + " has no version");
    check.require(
        rule.examples() != null
            && rule.examples().passing() != null
            && rule.examples().failing() != null,
        place + " has no examples");
    switch (rule) {
      case Rule.TwoSided sides -> checkSides(place, sides);
      case Rule.Reserved reserved ->
          checkRows(place, sectionOf(place, reserved.section()), reserved.rows());
      case Rule.Filled filled ->
          check.require(
              !filled.parts().isEmpty()
                  && form.narrative().stream().map(Part::id).toList().containsAll(filled.parts()),
              place + " names no part of the text, or an unknown one");
      case Rule.Jump jump -> {
        // holds for every cell
      }
      case Rule.Peers peers -> {
        // holds for every cell
      }
      case Rule.Likeness likeness -> {
        // holds for every part of the text
      }
      case Rule.Plain plain -> {
        // holds for all that its relation is about
      }
    }
  }

  private Section sectionOf(String place, @Nullable String id) {
    return check.required(
        Optional.ofNullable(id).map(form::section), place + " is about the unknown section " + id);
  }

  private void checkRows(String place, Section section, List<String> rows) {
    for (String row : rows) {
      check.require(!section.rowsNamed(row).isEmpty(), place + " names the unknown row " + row);
    }
  }

  private void checkSides(String place, Rule.TwoSided rule) {
    Section section = sectionOf(place, rule.section());
    check.requireOnce(place + ".left", rule.left(), TERM);
    check.requireOnce(place + ".right", rule.right(), TERM);
    checkRows(place, section, rule.rows());
    List<String> written = new ArrayList<>(rule.left());
    written.addAll(rule.right());
    for (String term : written) {
      Term read = Term.of(term);
      checkTerm(place, section, rule, read.name());
      switch (rule) {
        case Rule.Sum sum ->
            check.require(
                !(read.previous() || read.negative()),
                place + " is a plain sum, which takes no term " + term);
        case Rule.AtLeast atLeast ->
            check.require(
                !read.previous(), place + " is about one report and takes no term " + term);
        case Rule.Years years -> {
          // takes terms of both years
        }
      }
    }
    check.require(
        !(rule instanceof Rule.Years) || written.stream().map(Term::of).anyMatch(Term::previous),
        place + " has no term of last year");
  }

  /** Every row or column that the rule holds for has a cell there. */
  private void checkTerm(String place, Section section, Rule.TwoSided rule, String term) {
    switch (rule.each()) {
      case ROW -> {
        for (Row row : section.rows()) {
          boolean meant = rule.rows().isEmpty() || rule.rows().contains(row.id());
          check.require(
              !meant || row.role() == FormRole.HEADING || section.cell(row.id(), term) != null,
              place + " names the unknown cell " + row.id() + "." + term);
        }
      }
      case COLUMN -> {
        check.require(!section.rowsNamed(term).isEmpty(), place + " names the unknown row " + term);
        for (Row row : section.rowsNamed(term)) {
          for (Column column : section.columns()) {
            check.require(
                section.cell(row.id(), column.id()) != null,
                place + " names the unknown cell " + row.id() + "." + column.id());
          }
        }
      }
    }
  }

  /** Each total has a rule that adds exactly its leaves: a forgotten one would hide errors. */
  private void checkTotals(Section section) {
    String place = "sections." + section.id();
    Set<String> leafColumns =
        section.columns().stream()
            .filter(c -> c.role() == FormRole.LEAF)
            .map(Column::id)
            .collect(Collectors.toSet());
    for (Column column : section.columns()) {
      check.require(
          column.role() != FormRole.TOTAL
              || isAdded(section, column.id(), Rule.Each.ROW, leafColumns),
          place + ".columns." + column.id() + ": no rule adds exactly the leaf columns");
    }
    for (Row row : section.rows()) {
      String above = row.parent();
      Set<String> leafRows =
          section.rows().stream()
              .filter(r -> r.role() == FormRole.LEAF && (above.isEmpty() || r.isBelow(above)))
              .map(Row::id)
              .collect(Collectors.toSet());
      check.require(
          row.role() != FormRole.TOTAL || isAdded(section, row.id(), Rule.Each.COLUMN, leafRows),
          place + ".rows." + row.id() + ": no rule adds exactly the leaf rows");
    }
  }

  private boolean isAdded(Section section, String total, Rule.Each each, Set<String> leaves) {
    return form.rules(Rule.Sum.class).stream()
        .filter(r -> r.each() == each)
        .filter(r -> section.id().equals(r.section()) && r.rows().isEmpty())
        .filter(r -> r.right().equals(List.of(total)))
        .anyMatch(r -> leaves.equals(addends(section, r)));
  }

  private static Set<String> addends(Section section, Rule.Sum rule) {
    return rule.each() == Rule.Each.ROW
        ? Set.copyOf(rule.left())
        : rule.left().stream()
            .flatMap(term -> section.rowsNamed(term).stream())
            .map(Row::id)
            .collect(Collectors.toSet());
  }
}
