package org.gongkai.document;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.form.Cell;
import org.gongkai.form.CellPath;
import org.gongkai.form.Choice;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.PlaceLabels;
import org.gongkai.form.PublicationCount;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a report says, as a line of a table.
 *
 * @param path where it stands in the JSON of the report
 * @param label what the form calls that place
 * @param value a number, or a text; null for a blank
 * @param unit of a number, where one is stated
 * @param remark beside the number
 * @param edition of the form that its section follows
 */
@JsonPropertyOrder({"path", "label", "value", "unit", "remark", "edition"})
record ReportLine(
    String path,
    String label,
    @Nullable Object value,
    @Nullable String unit,
    @Nullable String remark,
    @Nullable String edition) {

  /** Every cell, blank ones too, then what was published by channel, then the texts. */
  static List<ReportLine> of(Content content, Forms forms) {
    List<ReportLine> lines = new ArrayList<>();
    content.editions().forEach((id, edition) -> cells(content, forms, id, edition, lines));
    content
        .published()
        .ifPresent(total -> lines.add(published(total, "publications.total", forms)));
    List<PublicationCount> channels = content.publications();
    for (int i = 0; i < channels.size(); i++) {
      lines.add(published(channels.get(i), "publications.channels[" + i + "]", forms));
    }
    PlaceLabels labels = new PlaceLabels(forms, content.editions());
    for (Map.Entry<String, String> text : content.narrative().entrySet()) {
      String path = "narrative." + text.getKey();
      String label = labels.of(path).map(Text::zh).orElse(path);
      lines.add(new ReportLine(path, label, text.getValue(), null, null, null));
    }
    return lines;
  }

  private static void cells(
      Content content, Forms forms, String id, String edition, List<ReportLine> lines) {
    Section section = forms.known(edition).knownSection(id);
    for (Cell cell : section.cells().values()) {
      String path = cell.path();
      lines.add(
          new ReportLine(
              path,
              cell.label().zh(),
              value(content.figures().at(path)),
              unit(cell, content, forms),
              content.remarks().get(path),
              edition));
    }
  }

  private static @Nullable String unit(Cell cell, Content content, Forms forms) {
    if (!cell.column().statedUnit()) {
      return cell.column().unit();
    }
    String row = CellPath.row(cell.path());
    return Optional.ofNullable(content.statedUnits().get(row))
        .map(forms.amountUnits()::get)
        .map(unit -> unit.label().zh())
        .orElse(null);
  }

  private static @Nullable Object value(@Nullable Figure figure) {
    return switch (figure) {
      case null -> null;
      case Figure.Blank blank -> null;
      case Figure.NotApplicable none -> "n/a";
      case Figure.Stated stated -> stated.number();
      case Figure.Malformed malformed ->
          malformed.stated().isValueNode()
              ? malformed.stated().asText()
              : malformed.stated().toString();
    };
  }

  private static ReportLine published(PublicationCount count, String path, Forms forms) {
    String label = "信息发布渠道";
    Choice channel = count.channel() == null ? null : forms.channels().get(count.channel());
    if (channel != null) {
      label += " / " + channel.label().zh();
    }
    if (count.name() != null) {
      label += " / " + count.name();
    }
    Choice unit = forms.units().get(count.unit());
    String about = count.approximate() ? "约数" : null;
    String remark =
        count.remark() == null || about == null
            ? Optional.ofNullable(count.remark()).orElse(about)
            : about + "；" + count.remark();
    return new ReportLine(
        path,
        label,
        value(count.count()),
        unit == null ? count.unit() : unit.label().zh(),
        remark,
        null);
  }

  @Nullable BigDecimal number() {
    return value instanceof BigDecimal number ? number : null;
  }
}
