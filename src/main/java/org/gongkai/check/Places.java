package org.gongkai.check;

import org.gongkai.form.Cell;
import org.gongkai.form.CellKind;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Part;
import org.gongkai.form.Row;
import org.gongkai.form.Rule;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;

/** What the form calls the places that findings are about. */
final class Places {

  private static final String CHANNELS = "publications.channels";
  private static final String CHANNEL = "publications.channels[";
  private static final Text PUBLICATIONS = new Text("信息发布渠道", "Channels of publication");

  private static final Text TEXT = new Text("文字部分", "Text");
  private static final String NARRATIVE = "narrative.";

  private final Form form;

  Places(Form form) {
    this.form = form;
  }

  /** The row, column or cell that the rule was applied to. */
  Text labelOf(Finding finding, Rule rule) {
    Section section = form.section(finding.section());
    if (section == null || rule.each() == null) {
      return labelOf(finding.place());
    }
    String id = finding.place().substring(finding.section().length() + 1);
    return switch (rule.each()) {
      case ROW -> rowLabel(section, id);
      case COLUMN -> columnLabel(section, id);
    };
  }

  /** The cell with this path. */
  Text labelOf(String sectionId, String path) {
    Section section = form.section(sectionId);
    if (section == null) {
      return path.startsWith(NARRATIVE) ? partLabel(path) : publicationLabel(path);
    }
    Cell cell = section.cells().get(path);
    return cell == null ? section.title() : cell.label();
  }

  /** Any cell, or part of the text, by its path alone. */
  Text labelOf(String path) {
    return labelOf(path.substring(0, Math.max(0, path.indexOf('.'))), path);
  }

  CellKind kindOf(String sectionId, String path) {
    Section section = form.section(sectionId);
    Cell cell = section == null ? null : section.cells().get(path);
    return cell == null ? CellKind.COUNT : cell.column().kind();
  }

  private static Text rowLabel(Section section, String id) {
    for (Row row : section.rows()) {
      if (row.id().equals(id)) {
        return section.labelOf(row);
      }
    }
    return section.title();
  }

  private static Text columnLabel(Section section, String id) {
    for (Column column : section.columns()) {
      if (column.id().equals(id)) {
        return section.labelOf(column);
      }
    }
    return section.title();
  }

  private Text partLabel(String path) {
    String id = path.substring(NARRATIVE.length());
    return form.narrative().stream()
        .filter(part -> part.id().equals(id))
        .map(Part::label)
        .findFirst()
        .orElse(TEXT);
  }

  private static Text publicationLabel(String path) {
    if (path.equals(CHANNELS)) {
      return PUBLICATIONS;
    }
    if (!path.startsWith(CHANNEL)) {
      return new Text(PUBLICATIONS.zh() + " / 总数", PUBLICATIONS.en() + " / total");
    }
    int index = Integer.parseInt(path.substring(CHANNEL.length(), path.indexOf(']')));
    return new Text(
        PUBLICATIONS.zh() + " / 第 " + (index + 1) + " 项",
        PUBLICATIONS.en() + " / entry " + (index + 1));
  }
}
