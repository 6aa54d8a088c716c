package org.gongkai.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which editions of the form lay a section out otherwise than others: a cell that holds figures is
 * in one of them only. Whoever files is told by the same rule by which sums count.
 */
public final class Layouts {

  /**
   * In what two editions of a section differ.
   *
   * @param changed rows that have other cells, or are in one of them only
   * @param divided rows that one of them has as a whole and the other in parts
   */
  public record Difference(List<Text> changed, List<Text> divided) {

    static final Difference NONE = new Difference(List.of(), List.of());

    public boolean isNone() {
      return changed.isEmpty() && divided.isEmpty();
    }
  }

  /**
   * What the reports of some editions state as a whole in a row that other editions divide: in sums
   * a row of its own below it, beside the parts, so that these are never short of the whole.
   *
   * @param row as sums have it; no form does
   * @param whole the id of the row that those editions have
   * @param editions that have it as a whole
   */
  public record Undivided(Row row, String whole, List<String> editions) {}

  private static final String UNDIVIDED = ".undivided";
  private static final Text NOT_BROKEN_DOWN =
      new Text("未细分（%s年版表式）", "Not broken down (edition %s)");

  private record Pair(String section, String edition, @Nullable String other) {}

  private final Map<Pair, Difference> differences = new HashMap<>();
  private final Map<String, Form> editions = new LinkedHashMap<>();

  Layouts(Collection<Form> forms) {
    forms.forEach(form -> editions.put(form.edition(), form));
    for (Form form : forms) {
      for (Form other : forms) {
        form.sections()
            .keySet()
            .forEach(
                section ->
                    differences.put(
                        new Pair(section, form.edition(), other.edition()),
                        compare(form.knownSection(section), other.knownSection(section))));
      }
    }
  }

  public boolean isOther(String section, String edition, String inForce) {
    return !difference(section, edition, inForce).isNone();
  }

  /** None, too, where an edition is not known any more. */
  public Difference difference(String section, String edition, @Nullable String inForce) {
    return differences.getOrDefault(new Pair(section, edition, inForce), Difference.NONE);
  }

  /** The row above that another edition has with figures of its own; null where there is none. */
  public @Nullable String whole(String section, String row) {
    return editions.values().stream()
        .flatMap(form -> form.knownSection(section).rows().stream())
        .filter(above -> above.role() == FormRole.LEAF && CellPath.isBelow(row, above.id()))
        .map(Row::id)
        .findFirst()
        .orElse(null);
  }

  /**
   * The rows of a section in all editions together, those of the newest one first: a row that any
   * edition has as a heading or a total is one.
   */
  public List<Row> rows(String section) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Form form : newestFirst()) {
      for (Row row : form.knownSection(section).rows()) {
        rows.merge(
            row.id(),
            row,
            (newer, older) -> newer.role() == FormRole.LEAF ? as(older, newer) : newer);
      }
    }
    return List.copyOf(rows.values());
  }

  private static Row as(Row role, Row row) {
    return new Row(
        row.id(),
        role.role(),
        row.columns(),
        row.label(),
        row.article(),
        row.group(),
        row.shortLabel());
  }

  /** What some editions of a section have as a whole and others in parts. */
  public List<Undivided> undivided(String section) {
    List<Undivided> undivided = new ArrayList<>();
    for (Row row : rows(section)) {
      List<String> whole =
          newestFirst().stream()
              .filter(form -> hasWhole(form.knownSection(section), row.id()))
              .map(Form::edition)
              .toList();
      boolean divided =
          editions.values().stream()
              .flatMap(form -> form.knownSection(section).rows().stream())
              .anyMatch(part -> part.role() == FormRole.LEAF && part.isBelow(row.id()));
      if (!whole.isEmpty() && divided) {
        Text label =
            NOT_BROKEN_DOWN.with(new Text(String.join("、", whole), String.join(", ", whole)));
        undivided.add(
            new Undivided(
                new Row(
                    row.id() + UNDIVIDED, FormRole.LEAF, row.columns(), label, null, null, label),
                row.id(),
                whole));
      }
    }
    return undivided;
  }

  private static boolean hasWhole(Section section, String row) {
    return section.rows().stream().anyMatch(r -> r.id().equals(row) && r.role() == FormRole.LEAF);
  }

  private List<Form> newestFirst() {
    return new ArrayList<>(editions.values()).reversed();
  }

  private static Difference compare(Section one, Section other) {
    Map<String, Text> differing = new LinkedHashMap<>();
    collect(one, other.cells().keySet(), differing);
    collect(other, one.cells().keySet(), differing);
    List<Text> changed = new ArrayList<>();
    List<Text> divided = new ArrayList<>();
    differing.forEach(
        (id, label) -> {
          boolean isPart = differing.keySet().stream().anyMatch(up -> CellPath.isBelow(id, up));
          boolean hasParts =
              differing.keySet().stream().anyMatch(down -> CellPath.isBelow(down, id));
          if (hasParts) {
            divided.add(label);
          } else if (!isPart) {
            changed.add(label);
          }
        });
    return new Difference(List.copyOf(changed), List.copyOf(divided));
  }

  private static void collect(Section section, Set<String> known, Map<String, Text> differing) {
    section
        .cells()
        .forEach(
            (path, cell) -> {
              if (!known.contains(path)) {
                differing.putIfAbsent(cell.row().id(), cell.row().label());
              }
            });
  }
}
