package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.CellKind;
import org.gongkai.form.Choice;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Role;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;

/** What rollups and the members of their rows are called: by the form where it has a name. */
@Singleton
class ColumnTexts {

  private static final Text PUBLICATIONS = new Text("各渠道公开数量", "Items published per channel");
  private static final Text INDICATORS = new Text("派生指标", "Derived indicators");

  private static final Text LAST_YEAR = new Text("上年：%s", "Year before: %s");
  private static final Text CHANGE = new Text("比上年：%s", "Change: %s");

  private static final Text REPORTS = new Text("报告数：%s", "Reports: %s");
  private static final Text HAVING =
      new Text("含有该行“%s”一列的报告数", "Reports that have this column of the row: %s");

  private final List<Form> newestFirst;
  private final Forms forms;

  ColumnTexts(Forms forms) {
    this.forms = forms;
    this.newestFirst = new ArrayList<>(forms.all()).reversed();
  }

  /**
   * How a member is shown.
   *
   * @param kind what values it has
   */
  record Shown(String id, TableColumn.Kind kind, Text title, Text description) {}

  private Shown compared(String subject, String tableColumn, String prefix, Text wording) {
    Shown shown = of(subject, tableColumn.substring(prefix.length()));
    return new Shown(
        tableColumn, shown.kind(), wording.with(shown.title()), wording.with(shown.description()));
  }

  /**
   * A member of a row.
   *
   * @param subject what the rollup is of: a section of the form, publications or indicators
   */
  Shown of(String subject, String tableColumn) {
    if (tableColumn.startsWith(YearOnYear.PREVIOUS)) {
      return compared(subject, tableColumn, YearOnYear.PREVIOUS, LAST_YEAR);
    }
    if (tableColumn.startsWith(YearOnYear.CHANGE)) {
      return compared(subject, tableColumn, YearOnYear.CHANGE, CHANGE);
    }
    if (tableColumn.startsWith(Rollups.REPORTS_OF)) {
      Shown shown = of(subject, tableColumn.substring(Rollups.REPORTS_OF.length()));
      return new Shown(
          tableColumn,
          TableColumn.Kind.WHOLE,
          REPORTS.with(shown.title()),
          HAVING.with(shown.description()));
    }
    return column(subject, tableColumn)
        .or(() -> amount(subject, tableColumn))
        .or(() -> TableColumn.of(tableColumn).map(ColumnTexts::shown))
        .orElseGet(
            () -> {
              Text itself = new Text(tableColumn, tableColumn);
              return new Shown(tableColumn, TableColumn.Kind.TEXT, itself, itself);
            });
  }

  private static Shown shown(TableColumn tableColumn) {
    return new Shown(
        tableColumn.id(), tableColumn.kind(), tableColumn.title(), tableColumn.description());
  }

  private Optional<Shown> column(String subject, String id) {
    return sections(subject)
        .flatMap(section -> section.columns().stream().filter(c -> c.id().equals(id)))
        .findFirst()
        .map(column -> new Shown(id, kind(subject, column), column.label(), label(subject, id)));
  }

  private Text label(String subject, String column) {
    return sections(subject)
        .flatMap(
            section ->
                section.columns().stream().filter(c -> c.id().equals(column)).map(section::labelOf))
        .findFirst()
        .orElseThrow();
  }

  /** A total has decimals where what it adds has. */
  private TableColumn.Kind kind(String subject, Column column) {
    boolean money =
        column.role() == Role.TOTAL
            ? sections(subject)
                .flatMap(section -> section.columns().stream())
                .anyMatch(c -> c.kind() == CellKind.MONEY)
            : column.kind() == CellKind.MONEY;
    return money ? TableColumn.Kind.DECIMAL : TableColumn.Kind.WHOLE;
  }

  /** An amount in a unit that reports state themselves has a column for each unit. */
  private Optional<Shown> amount(String subject, String id) {
    for (Choice unit : forms.amountUnits().values()) {
      String end = "In" + Character.toUpperCase(unit.id().charAt(0)) + unit.id().substring(1);
      if (id.endsWith(end)) {
        Text in = new Text("%s（%s）", "%s (%s)");
        return column(subject, id.substring(0, id.length() - end.length()))
            .map(
                c ->
                    new Shown(
                        id,
                        c.kind(),
                        in.with(c.title(), unit.label()),
                        in.with(c.description(), unit.label())));
      }
    }
    return Optional.empty();
  }

  private Stream<Section> sections(String subject) {
    return newestFirst.stream()
        .filter(form -> form.sections().containsKey(subject))
        .map(form -> form.section(subject));
  }

  /** What the whole rollup is called. */
  Text title(String subject) {
    return switch (subject) {
      case "publications" -> PUBLICATIONS;
      case "indicators" -> INDICATORS;
      default ->
          sections(subject)
              .findFirst()
              .map(Section::title)
              .orElseGet(() -> new Text(subject, subject));
    };
  }

  /** What a code is called where the rows do not say: the unit of a count. */
  Optional<Text> unit(String code) {
    return Optional.ofNullable(forms.units().get(code)).map(Choice::label);
  }
}
