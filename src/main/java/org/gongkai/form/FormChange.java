package org.gongkai.form;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.rule.Rule;

/** What may change from one file of an edition to another. */
final class FormChange {

  private FormChange() {}

  /** History names a rule by id and version, so a version means one thing for ever. */
  static void versions(Form known, Form changed) {
    for (Rule rule : changed.rules()) {
      known
          .rule(rule.id())
          .filter(before -> before.version() == rule.version() && !rule.meansTheSameAs(before))
          .ifPresent(
              before -> {
                throw refused(
                    changed,
                    "rules.%s was changed but is still version %d"
                        .formatted(rule.id(), rule.version()));
              });
    }
  }

  /** The same sections, rows, columns and parts of the text, whatever they are called. */
  static void cells(Form known, Form changed) {
    List<String> before = shape(known);
    List<String> after = shape(changed);
    refuseOthers(changed, after, before, " is not in the edition in force");
    refuseOthers(changed, before, after, " is missing or of another kind");
    if (!before.equals(after)) {
      throw refused(changed, "sections, rows or columns stand in another order");
    }
  }

  private static void refuseOthers(
      Form changed, List<String> places, List<String> known, String why) {
    for (String place : places) {
      if (!known.contains(place)) {
        throw refused(changed, place + why + ": only rules and labels may differ from it");
      }
    }
  }

  private static ContradictoryForm refused(Form changed, String what) {
    return new ContradictoryForm(changed.edition() + ".yaml", what);
  }

  private static List<String> shape(Form form) {
    List<String> shape = new ArrayList<>();
    for (Section section : form.sections().values()) {
      String place = "sections." + section.id();
      for (Column c : section.columns()) {
        shape.add(
            "%s.columns.%s (%s %s %s %s)"
                .formatted(place, c.id(), c.kind(), c.role(), c.unit(), c.statedUnit()));
      }
      for (Row r : section.rows()) {
        shape.add("%s.rows.%s (%s %s)".formatted(place, r.id(), r.role(), r.columns()));
      }
    }
    form.narrative().forEach(part -> shape.add("narrative." + part.id()));
    return shape;
  }
}
