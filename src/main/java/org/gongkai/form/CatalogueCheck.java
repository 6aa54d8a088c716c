package org.gongkai.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the editions agree with each other: what has one name in two of them is one thing. */
final class CatalogueCheck {

  /** What else stands at the top of a report, so that no section may be called so. */
  static final List<String> KEYS_BESIDE_SECTIONS =
      List.of("organ", "year", "scope", "editions", "nil", "publications", "narrative");

  private static final String INDEX = "index.yaml";
  private static final String CHANNELS = "channels.yaml";

  private CatalogueCheck() {}

  static void editions(List<Form> forms) {
    require(!forms.isEmpty(), INDEX, "lists no edition");
    Set<String> seen = new HashSet<>();
    Form before = null;
    Map<String, Cell> cells = new HashMap<>();
    for (Form form : forms) {
      require(seen.add(form.edition()), INDEX, "lists " + form.edition() + " twice");
      if (before != null) {
        adjoin(before, form);
      }
      sameNames(forms.getFirst(), form);
      form.sections().values().forEach(s -> sameCells(form.edition(), s, cells));
      before = form;
    }
    Form newest = forms.getLast();
    require(
        newest.lastYear() == null,
        newest.edition() + ".yaml",
        "lastYear: the newest edition must be in force");
  }

  private static void adjoin(Form before, Form form) {
    require(
        before.lastYear() != null && before.lastYear() + 1 == form.firstYear(),
        form.edition() + ".yaml",
        "firstYear does not follow the lastYear of " + before.edition());
  }

  private static void sameNames(Form first, Form form) {
    String file = form.edition() + ".yaml";
    require(
        form.sections().keySet().equals(first.sections().keySet()),
        file,
        "sections are not those of " + first.edition());
    for (String section : form.sections().keySet()) {
      require(
          !KEYS_BESIDE_SECTIONS.contains(section),
          file,
          "sections." + section + " has a name that a report uses otherwise");
    }
  }

  private static void sameCells(String edition, Section section, Map<String, Cell> known) {
    for (Cell cell : section.cells().values()) {
      Cell other = known.putIfAbsent(cell.path(), cell);
      require(
          other == null
              || (other.leaf() == cell.leaf()
                  && other.column().kind() == cell.column().kind()
                  && java.util.Objects.equals(other.column().unit(), cell.column().unit())),
          edition + ".yaml",
          cell.path() + " is of another kind, role or unit than in an older edition");
    }
  }

  static void choices(String list, Collection<Choice> choices) {
    require(choices != null && !choices.isEmpty(), CHANNELS, list + " is missing");
    Set<String> seen = new HashSet<>();
    for (Choice choice : choices) {
      String place = list + "." + choice.id();
      require(choice.id() != null, CHANNELS, list + " has an entry without id");
      require(seen.add(choice.id()), CHANNELS, place + " stands twice");
      require(FormCheck.isWhole(choice.label()), CHANNELS, place + " lacks a text in zh or en");
    }
  }

  private static void require(boolean holds, String file, String otherwise) {
    if (!holds) {
      throw new ContradictoryForm(file, otherwise);
    }
  }
}
