package org.gongkai.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.form.Cell;
import org.gongkai.form.CellKind;
import org.gongkai.form.CellPath;
import org.gongkai.form.Choice;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Part;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/** What the form calls the places that findings are about. */
final class Places {

  private static final String ANY_PUBLICATION = "publications";
  private static final String CHANNELS = "publications.channels";
  private static final String CHANNEL = "publications.channels[";
  private static final Text PUBLICATIONS = new Text("信息发布渠道", "Channels of publication");

  private static final Text SCOPE = new Text("报告范围", "Scope of the report");
  private static final Text TEXT = new Text("文字部分", "Text");
  private static final String NARRATIVE = "narrative.";

  /** Between the parts of a label. */
  private static final String STROKE = " / ";

  private final Form form;

  private final Map<String, Choice> channels;

  /**
   * @param channels of publication, by their codes
   */
  Places(Form form, Map<String, Choice> channels) {
    this.form = form;
    this.channels = channels;
  }

  /**
   * The row, column or cell that the rule was applied to. A rule that is no more does not say which
   * of them it was, so it is looked for.
   */
  Text labelOf(Finding finding, Optional<Rule> rule) {
    if (isOfSum(finding)) {
      return labelOfSum(finding.place());
    }
    Section section = form.section(finding.section());
    Optional<Rule.Each> each = rule.flatMap(Places::each);
    boolean ofCell = rule.isPresent() && each.isEmpty();
    if (section == null || ofCell || section.cells().containsKey(finding.place())) {
      return finding.cells().stream()
          .filter(cell -> cell.path().equals(finding.place()))
          .findFirst()
          .map(this::labelOf)
          .orElseGet(() -> labelOf(finding.place()));
    }
    String id = CellPath.inSection(finding.place());
    Optional<Text> row = rowLabel(section, id);
    Optional<Text> column = columnLabel(section, id);
    boolean byColumn = each.equals(Optional.of(Rule.Each.COLUMN));
    return (byColumn ? column.or(() -> row) : row.or(() -> column)).orElse(section.title());
  }

  /** Whether the table's number is that of several cells that are added, which have no own one. */
  boolean isOfSum(Finding finding) {
    return switch (finding.kind()) {
      case TEXT_DIFFERS, TEXT_MAY_DIFFER ->
          finding.place().contains(Finding.AND) || heading(finding.place()).isPresent();
      default -> false;
    };
  }

  /** The row that they stand under; otherwise what their labels begin with, or their table. */
  private Text labelOfSum(String place) {
    return heading(place)
        .orElseGet(
            () -> {
              List<String> cells = List.of(place.split(Pattern.quote(Finding.AND)));
              List<Text> labels = cells.stream().map(this::labelOf).toList();
              String section = CellPath.section(cells.getFirst());
              Text table = section.equals(ANY_PUBLICATION) ? PUBLICATIONS : labelOf(section);
              String zh = common(labels.stream().map(Text::zh).toList());
              String en = common(labels.stream().map(Text::en).toList());
              return new Text(zh.isEmpty() ? table.zh() : zh, en.isEmpty() ? table.en() : en);
            });
  }

  /** What all labels begin with, up to a stroke. */
  private static String common(List<String> labels) {
    String common = labels.getFirst();
    for (String label : labels) {
      while (!(label + STROKE).startsWith(common.isEmpty() ? "" : common + STROKE)) {
        common = common.substring(0, Math.max(0, common.lastIndexOf(STROKE)));
      }
    }
    return common;
  }

  /** The row without cells that a place names with a column; empty where it names a cell. */
  private Optional<Text> heading(String place) {
    Section section = form.section(CellPath.section(place));
    return section == null
        ? Optional.empty()
        : section.rows().stream()
            .filter(row -> row.role() == FormRole.HEADING)
            .filter(row -> row.id().equals(CellPath.rowId(place)))
            .map(section::labelOf)
            .findFirst();
  }

  /** Null where the form has none of that id. */
  @Nullable Section section(String id) {
    return form.section(id);
  }

  /** A row or column of a section. */
  Text labelOfLine(String place) {
    Section section = form.section(CellPath.section(place));
    if (section == null) {
      return new Text(place, place);
    }
    String id = CellPath.inSection(place);
    return rowLabel(section, id).or(() -> columnLabel(section, id)).orElse(section.title());
  }

  /** What a rule is repeated over; empty where it holds for a cell, or the text. */
  private static Optional<Rule.Each> each(Rule rule) {
    return switch (rule) {
      case Rule.TwoSided sides -> Optional.of(sides.each());
      case Rule.Reserved reserved -> Optional.of(Rule.Each.ROW);
      case Rule.Jump jump -> Optional.empty();
      case Rule.Peers peers -> Optional.empty();
      case Rule.Likeness likeness -> Optional.empty();
      case Rule.Filled filled -> Optional.empty();
      case Rule.Plain plain -> Optional.empty();
    };
  }

  /** The cell with this path. */
  Text labelOf(String sectionId, String path) {
    Section section = form.section(sectionId);
    if (section == null) {
      return path.startsWith(NARRATIVE)
          ? partLabel(path)
          : path.equals(CellState.SCOPE)
              ? SCOPE
              : path.startsWith(ANY_PUBLICATION) ? publicationLabel(path) : new Text(path, path);
    }
    Cell cell = section.cells().get(path);
    return cell == null ? section.title() : cell.label();
  }

  /** A cell of a finding. */
  Text labelOf(CellState cell) {
    String code = cell.channel();
    return code == null ? labelOf(cell.path()) : channelLabel(code);
  }

  /** A channel's name; its code where the service knows it no more. */
  private Text channelLabel(String code) {
    Choice channel = channels.get(code);
    Text name = channel == null ? new Text(code, code) : channel.label();
    return new Text(PUBLICATIONS.zh() + " / " + name.zh(), PUBLICATIONS.en() + " / " + name.en());
  }

  /** Any cell, or part of the text, by its path alone. */
  Text labelOf(String path) {
    Section section = form.section(path);
    if (section != null) {
      return section.title();
    }
    return labelOf(CellPath.section(path), path);
  }

  CellKind kindOf(String sectionId, String path) {
    return columnOf(sectionId, path).map(Column::kind).orElse(CellKind.COUNT);
  }

  /** The column of a cell; empty where it is of the publications. */
  Optional<Column> columnOf(String sectionId, String path) {
    return Optional.ofNullable(form.section(sectionId))
        .map(section -> section.cells().get(path))
        .map(Cell::column);
  }

  private static Optional<Text> rowLabel(Section section, String id) {
    return section.rows().stream()
        .filter(row -> row.id().equals(id))
        .map(section::labelOf)
        .findFirst();
  }

  private static Optional<Text> columnLabel(Section section, String id) {
    return section.columns().stream()
        .filter(column -> column.id().equals(id))
        .map(section::labelOf)
        .findFirst();
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
    if (path.equals(ANY_PUBLICATION) || path.equals(CHANNELS)) {
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
