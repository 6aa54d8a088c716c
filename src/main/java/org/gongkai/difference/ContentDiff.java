package org.gongkai.difference;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** Compares what two revisions of a report say. */
@Singleton
public class ContentDiff {

  private final Forms forms;

  ContentDiff(Forms forms) {
    this.forms = forms;
  }

  public Differences of(Content from, Content to) {
    return new Differences(
        editions(from, to),
        nil(from, to),
        units(from, to),
        cells(from, to),
        PublicationDiff.of(from, to),
        narrative(from, to));
  }

  private List<Differences.Edition> editions(Content from, Content to) {
    List<Differences.Edition> differences = new ArrayList<>();
    to.editions()
        .forEach(
            (section, edition) -> {
              String before = from.editions().get(section);
              if (before != null && !before.equals(edition)) {
                Text title = section(to, section).title();
                differences.add(new Differences.Edition(section, title, before, edition));
              }
            });
    return differences;
  }

  private List<Differences.Nil> nil(Content from, Content to) {
    List<Differences.Nil> differences = new ArrayList<>();
    for (String section : to.editions().keySet()) {
      boolean now = to.nil().contains(section);
      if (now != from.nil().contains(section)) {
        differences.add(new Differences.Nil(section, section(to, section).title(), now));
      }
    }
    return differences;
  }

  private List<Differences.Unit> units(Content from, Content to) {
    Set<String> rows = new LinkedHashSet<>(from.statedUnits().keySet());
    rows.addAll(to.statedUnits().keySet());
    List<Differences.Unit> differences = new ArrayList<>();
    for (String row : rows) {
      String before = from.statedUnits().get(row);
      String now = to.statedUnits().get(row);
      if (!Objects.equals(before, now)) {
        Content stating = now == null ? from : to;
        differences.add(new Differences.Unit(row, rowLabel(stating, row), before, now));
      }
    }
    return differences;
  }

  private Text rowLabel(Content content, String path) {
    Section section = section(content, CellPath.section(path));
    return section.labelOf(section.rowsNamed(CellPath.inSection(path)).getFirst());
  }

  private List<Differences.Cell> cells(Content from, Content to) {
    List<Differences.Cell> differences = new ArrayList<>();
    for (String section : to.editions().keySet()) {
      Map<String, Cell> cells = new LinkedHashMap<>(section(to, section).cells());
      section(from, section).cells().forEach(cells::putIfAbsent);
      for (Cell cell : cells.values()) {
        Figure before = from.figures().at(cell.path());
        Figure now = to.figures().at(cell.path());
        String remarkBefore = from.remarks().get(cell.path());
        String remarkNow = to.remarks().get(cell.path());
        if (!saySame(before, now) || !Objects.equals(remarkBefore, remarkNow)) {
          differences.add(
              new Differences.Cell(
                  cell.path(),
                  cell.label(),
                  before,
                  now,
                  remarkBefore,
                  remarkNow,
                  difference(cell.path(), from, to)));
        }
      }
    }
    return differences;
  }

  /** A cell that was blank says no more than one that the edition does not have. */
  private static boolean saySame(@Nullable Figure before, @Nullable Figure now) {
    return Objects.equals(before, now)
        || (before == null && now instanceof Figure.Blank)
        || (now == null && before instanceof Figure.Blank);
  }

  /** Amounts that are stated in different units cannot be subtracted. */
  private static @Nullable BigDecimal difference(String path, Content from, Content to) {
    return from.summand(path).equals(to.summand(path))
        ? Differences.difference(from.figures().at(path), to.figures().at(path))
        : null;
  }

  private List<Differences.Narrative> narrative(Content from, Content to) {
    Map<String, Text> parts = new LinkedHashMap<>();
    forms.inForce(to.year()).narrative().forEach(p -> parts.put(p.id(), p.label()));
    for (Form form : forms.all()) {
      form.narrative().forEach(p -> parts.putIfAbsent(p.id(), p.label()));
    }
    List<Differences.Narrative> differences = new ArrayList<>();
    parts.forEach(
        (part, label) -> {
          String before = from.narrative().get(part);
          String now = to.narrative().get(part);
          if (!Objects.equals(before, now)) {
            List<Differences.TextChange> changes = TextDiff.of(before, now);
            differences.add(new Differences.Narrative(part, label, changes));
          }
        });
    return differences;
  }

  private Section section(Content content, String section) {
    return forms.known(content.edition(section)).knownSection(section);
  }
}
