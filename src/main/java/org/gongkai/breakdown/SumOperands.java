package org.gongkai.breakdown;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.form.Cell;
import org.gongkai.form.Choice;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.Layouts;
import org.gongkai.form.Row;
import org.gongkai.form.RowTree;
import org.gongkai.form.Section;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Finds what a number of a rollup is added up from, over all editions of the form. */
@Singleton
public class SumOperands {

  private static final String TOTAL = "total";
  private static final Text IN_PARTS = new Text("%s / %s", "%s / %s");

  private final Forms forms;
  private final List<Form> newestFirst;

  public SumOperands(Forms forms) {
    this.forms = forms;
    this.newestFirst = forms.newestFirst();
  }

  NumberSelector read(ContributionParameters asked) {
    String section = required("section", asked.section);
    if (section.equals(NumberSelector.PUBLICATIONS)) {
      refuse("row", asked.row);
      refuse("column", asked.column);
      return publications(asked);
    }
    refuse("channel", asked.channel);
    refuse("unit", asked.unit);
    if (newestFirst.getFirst().section(section) == null) {
      throw unknown("section", "没有这一部分的汇总。", "There is no rollup of such a section.");
    }
    return table(section, required("row", asked.row), required("column", asked.column));
  }

  private NumberSelector publications(ContributionParameters asked) {
    String unit = required("unit", asked.unit);
    if (!forms.units().containsKey(unit)) {
      throw unknown("unit", "没有这个计量单位。", "There is no such unit.");
    }
    String channel = Parameters.text("channel", asked.channel).orElse(null);
    if (channel != null && !forms.channels().containsKey(channel)) {
      throw unknown("channel", "没有这个渠道。", "There is no such channel.");
    }
    return publications(channel, unit);
  }

  /** A number of the publications; without a channel that of the stated totals. */
  public NumberSelector publications(@Nullable String channel, String unit) {
    Text what =
        channel == null
            ? new Text("信息发布渠道 / 总数", "Channels of publication / total")
            : labelIn(forms.channels(), channel);
    return new NumberSelector(
        NumberSelector.PUBLICATIONS,
        null,
        null,
        channel,
        unit,
        new Text("%s（%s）", "%s (%s)").with(what, labelIn(forms.units(), unit)),
        List.of());
  }

  private static Text labelIn(Map<String, Choice> choices, String id) {
    Choice choice = choices.get(id);
    if (choice == null) {
      throw new IllegalStateException("no choice " + id);
    }
    return choice.label();
  }

  /**
   * A number of a table, by the names that the rollup has.
   *
   * @throws ProblemException where the rollup has none of these names
   */
  public NumberSelector table(String section, String rowId, String column) {
    Optional<Layouts.Undivided> undivided =
        forms.layouts().undivided(section).stream()
            .filter(rest -> rest.row().id().equals(rowId))
            .findFirst();
    String of = undivided.map(Layouts.Undivided::whole).orElse(rowId);
    Row row =
        forms.layouts().rows(section).stream()
            .filter(r -> r.id().equals(of))
            .findFirst()
            .orElseThrow(() -> unknown("row", "汇总中没有这一行。", "The rollup has no such row."));
    List<NumberSelector.Addend> cells = new ArrayList<>();
    for (Form form : newestFirst) {
      for (Cell cell : form.knownSection(section).cells().values()) {
        boolean adds =
            undivided.isPresent() ? cell.row().id().equals(of) : RowTree.isIn(cell.row(), row);
        if (cell.leaf() && adds) {
          addend(cell, column, form).ifPresent(cells::add);
        }
      }
    }
    if (cells.isEmpty()) {
      throw unknown("column", "该行没有这一列。", "The row has no such column.");
    }
    Text label = label(section, row, column);
    return new NumberSelector(
        section,
        rowId,
        column,
        null,
        null,
        undivided.map(rest -> IN_PARTS.with(label, rest.row().label())).orElse(label),
        cells);
  }

  /** The cell, where it is added to the column. */
  private Optional<NumberSelector.Addend> addend(Cell cell, String column, Form form) {
    Column own = cell.column();
    boolean total =
        column.equals(TOTAL)
            && form.knownSection(cell.section()).columns().stream()
                .anyMatch(c -> c.id().equals(TOTAL) && c.role() == FormRole.TOTAL);
    if (total || own.id().equals(column)) {
      return Optional.of(
          new NumberSelector.Addend(cell.path(), form.edition(), form.edition(), cell.label()));
    }
    if (own.statedUnit()) {
      for (Choice unit : forms.amountUnits().values()) {
        if (inUnit(own.id(), unit.id()).equals(column)) {
          Text label = new Text("%s（%s）", "%s (%s)").with(cell.label(), unit.label());
          String path = cell.path() + Forms.UNIT_MARK + unit.id();
          return Optional.of(new NumberSelector.Addend(path, null, form.edition(), label));
        }
      }
    }
    return Optional.empty();
  }

  /** How a rollup calls the column of what is stated in a unit. */
  public static String inUnit(String column, String unit) {
    return column + "In" + unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1);
  }

  private Text label(String section, Row row, String column) {
    for (Form form : newestFirst) {
      Section table = form.knownSection(section);
      for (Column known : table.columns()) {
        Optional<Row> own = table.rows().stream().filter(r -> r.id().equals(row.id())).findFirst();
        if (known.id().equals(column) && own.isPresent()) {
          return IN_PARTS.with(table.labelOf(own.get()), table.labelOf(known));
        }
      }
    }
    return row.label();
  }

  private static String required(String name, String value) {
    return Parameters.text(name, value)
        .orElseThrow(() -> unknown(name, "必填：与汇总结果中的名称一致。", "Required: as the rollup has it."));
  }

  private static void refuse(String name, String value) {
    if (value != null) {
      throw unknown(name, "不适用于这一部分。", "Not for this section.");
    }
  }

  private static ProblemException unknown(String name, String zh, String en) {
    return ProblemException.invalid(Violation.at("?" + name, zh, en));
  }
}
