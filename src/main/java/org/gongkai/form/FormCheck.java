package org.gongkai.form;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.problem.Text;

/** Whether a form's file agrees with itself: its sections here, its rules in {@link RuleCheck}. */
final class FormCheck {

  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern PART_ID = Pattern.compile(ID + "(\\." + ID + ")?");
  private static final Pattern ROW_ID = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*");

  private final String file;
  private final Form form;

  FormCheck(String file, Form form) {
    this.file = file;
    this.form = form;
  }

  void run() {
    require(form.version() > 0, "version of the file is missing");
    requireText("title", form.title());
    require(!form.document().isBlank(), "document is blank");
    require(
        form.lastYear() == null || form.lastYear() >= form.firstYear(),
        "lastYear is before firstYear");
    form.sections().values().forEach(this::checkSection);
    List<String> parts = form.narrative().stream().map(Part::id).toList();
    requireOnce("narrative", parts, PART_ID);
    for (String part : parts) {
      int dot = part.indexOf('.');
      require(
          dot < 0 || !parts.contains(part.substring(0, dot)),
          "narrative." + part + " is below another part");
    }
    form.narrative().forEach(p -> requireText("narrative." + p.id(), p.label()));
    new RuleCheck(this, form).run();
  }

  private void checkSection(Section section) {
    String place = "sections." + section.id();
    require(section.id() != null && ID.matcher(section.id()).matches(), place + " is no id");
    requireText(place, section.title());
    if (section.note() != null) {
      requireText(place + ".note", section.note());
    }
    requireOnce(place + ".rows", section.rows().stream().map(Row::id).toList(), ROW_ID);
    requireOnce(place + ".columns", section.columns().stream().map(Column::id).toList(), ID);
    section.columns().forEach(c -> checkColumn(place + ".columns." + c.id(), c));
    Set<String> headings = new HashSet<>();
    for (Row row : section.rows()) {
      checkRow(place + ".rows." + row.id(), section, row, headings);
    }
    for (Column column : section.columns()) {
      require(
          section.cells().values().stream().anyMatch(c -> c.column().equals(column)),
          place + ".columns." + column.id() + " is used by no row");
    }
  }

  private void checkColumn(String place, Column column) {
    requireText(place, column.label());
    if (column.group() != null) {
      requireText(place + ".group", column.group());
    }
    require(column.kind() != null, place + " has no kind");
    require(column.role() != FormRole.HEADING, place + " is a heading; use group");
    require(!column.id().equals(SectionReader.UNIT), place + " has the name of the stated unit");
    require(!column.statedUnit() || column.unit() == null, place + " prints its unit and asks it");
  }

  private void checkRow(String place, Section section, Row row, Set<String> headings) {
    requireText(place, row.label());
    if (row.group() != null) {
      requireText(place + ".group", row.group());
    }
    for (String column : row.columns()) {
      require(section.hasColumn(column), place + " names the unknown column " + column);
    }
    boolean heads = section.rows().stream().anyMatch(other -> other.isBelow(row.id()));
    require(
        heads == (row.role() == FormRole.HEADING),
        place + (heads ? " holds figures but stands over other rows" : " is an empty heading"));
    require(
        row.parent().isEmpty() || headings.contains(row.parent()),
        place + " stands under no heading");
    if (heads) {
      headings.add(row.id());
    }
  }

  void requireOnce(String place, List<String> ids, Pattern wellFormed) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      require(id != null && !id.isBlank(), place + " has an entry without id");
      require(wellFormed.matcher(id).matches(), place + "." + id + " is no id");
      require(seen.add(id), place + "." + id + " stands twice");
    }
  }

  void requireText(String place, Text text) {
    require(isWhole(text), place + " lacks a text in zh or en");
  }

  static boolean isWhole(Text text) {
    return text != null
        && text.zh() != null
        && !text.zh().isBlank()
        && text.en() != null
        && !text.en().isBlank();
  }

  <T> T required(Optional<T> found, String otherwise) {
    return found.orElseThrow(() -> new ContradictoryForm(file, otherwise));
  }

  void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ContradictoryForm(file, otherwise);
    }
  }
}
