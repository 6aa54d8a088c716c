package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Role;
import org.gongkai.form.Row;

/** Which editions of the form lay a section out alike, and which otherwise. */
public final class SectionLayouts {

  private final Forms forms;
  private final List<SectionPlan.RowPlan> plans;
  private final Map<String, Set<String>> others = new HashMap<>();
  private final boolean columnsDiffer;

  SectionLayouts(Forms forms, String section, SectionPlan plan) {
    this.forms = forms;
    this.plans = plan.rows();
    this.columnsDiffer =
        plans.stream()
            .anyMatch(
                row ->
                    row.columnEditions().values().stream()
                        .anyMatch(having -> !having.containsAll(row.editions())));
    List<Form> all = new ArrayList<>(forms.all());
    for (Form form : all) {
      Set<String> differing = new HashSet<>();
      for (Form other : all) {
        if (!undivided(form, other, section).equals(undivided(other, form, section))) {
          differing.add(other.edition());
        }
      }
      others.put(form.edition(), differing);
    }
  }

  /** Whether editions differ in the columns of a row, so that those stand on different reports. */
  boolean columnsDiffer() {
    return columnsDiffer;
  }

  /**
   * Whether an edition lays the section out otherwise than the one in force for a year: a row has
   * other columns, or is not there. A row that one of them has as a whole and the other divides is
   * the same sum in both.
   */
  public boolean isOther(String edition, int year) {
    return isOther(edition, forms.inForce(year).edition());
  }

  public boolean isOther(String edition, String inForce) {
    return others.get(edition).contains(inForce);
  }

  /** The columns of each row, without rows that the other edition has as one with those above. */
  private Set<String> undivided(Form form, Form other, String section) {
    Set<String> whole = new HashSet<>();
    for (Row row : other.section(section).rows()) {
      if (row.role() == Role.LEAF) {
        whole.add(row.id());
      }
    }
    Set<String> columns = new HashSet<>();
    for (SectionPlan.RowPlan row : plans) {
      boolean divides = whole.stream().anyMatch(above -> row.id().startsWith(above + "."));
      row.columnEditions()
          .forEach(
              (column, editions) -> {
                if (!divides && editions.contains(form.edition())) {
                  columns.add(row.id() + " " + column);
                }
              });
    }
    return columns;
  }
}
