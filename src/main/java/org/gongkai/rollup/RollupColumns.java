package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.gongkai.form.CellKind;
import org.gongkai.form.Choice;
import org.gongkai.form.Column;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.gongkai.table.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/** What rollups and their columns are called: by the form where it has a name. */
@Singleton
class RollupColumns {

  private static final Text PUBLICATIONS = new Text("各渠道公开数量", "Items published per channel");
  private static final Text INDICATORS = new Text("派生指标", "Derived indicators");
  private static final Text IN_UNIT = new Text("%s（%s）", "%s (%s)");

  private final Forms forms;
  private final Map<String, Map<String, RollupColumn>> known = new ConcurrentHashMap<>();
  private final Map<RollupColumn, RollupColumn.ReportsOf> reportsOf = new ConcurrentHashMap<>();

  RollupColumns(Forms forms) {
    this.forms = forms;
  }

  /**
   * A column of a section.
   *
   * @param id as the sums have it
   */
  RollupColumn of(String section, String id) {
    Map<String, RollupColumn> ofSection = known.get(section);
    RollupColumn column = ofSection == null ? null : ofSection.get(id);
    return column == null
        ? known
            .computeIfAbsent(section, s -> new ConcurrentHashMap<>())
            .computeIfAbsent(id, i -> find(section, i))
        : column;
  }

  /** The column that says how many reports have a column of a section. */
  RollupColumn.ReportsOf reportsOf(String section, String id) {
    return reportsOf.computeIfAbsent(of(section, id), RollupColumn.ReportsOf::new);
  }

  private RollupColumn find(String section, String id) {
    return column(section, id, id, any -> true)
        .or(() -> amount(section, id))
        .map(RollupColumn.class::cast)
        .or(() -> NamedColumn.of(id))
        .orElseGet(
            () -> {
              Text itself = new Text(id, id);
              return new RollupColumn.Measure(
                  id, Kind.TEXT, itself, itself, ofYearBefore(section, id));
            });
  }

  /**
   * A column of the form by its name in any edition, the newest first.
   *
   * @param id of the column of the rollup
   * @param suits which of those that have the name are meant
   */
  private Optional<RollupColumn.Measure> column(
      String section, String id, String name, Predicate<Column> suits) {
    return forms
        .sections(section)
        .flatMap(
            s ->
                s.columns().stream()
                    .filter(column -> column.id().equals(name) && suits.test(column))
                    .map(
                        column ->
                            new RollupColumn.Measure(
                                id,
                                kind(section, column),
                                column.label(),
                                s.labelOf(column),
                                ofYearBefore(section, id))))
        .findFirst();
  }

  /** {@code previousTotal}, unless a column of the form has that name: {@code previousItems}. */
  private String ofYearBefore(String section, String id) {
    String end = Character.toUpperCase(id.charAt(0)) + id.substring(1);
    String usual = "previous" + end;
    boolean taken =
        forms
            .sections(section)
            .flatMap(s -> s.columns().stream())
            .anyMatch(c -> c.id().equals(usual));
    return taken ? "previousYear" + end : usual;
  }

  /** The code of the column that adds another one up; null where none does. */
  @Nullable String totalOf(String section, RollupColumn column) {
    return switch (column) {
      case RollupColumn.Measure measure ->
          forms
              .sections(section)
              .filter(s -> s.columns().stream().anyMatch(c -> isLeaf(c, measure.id())))
              .flatMap(s -> s.columns().stream())
              .filter(c -> c.role() == FormRole.TOTAL)
              .map(Column::id)
              .findFirst()
              .orElse(null);
      case RollupColumn.Compared compared -> {
        String total = totalOf(section, compared.of());
        yield total == null
            ? null
            : new RollupColumn.Compared(compared.what(), of(section, total)).id();
      }
      case RollupColumn.ReportsOf reports -> null;
      case NamedColumn named -> null;
    };
  }

  /** Whether a column is added up from others of the table. */
  boolean isTotal(String section, RollupColumn column) {
    return forms
        .sections(section)
        .flatMap(s -> s.columns().stream())
        .anyMatch(c -> c.role() == FormRole.TOTAL && c.id().equals(column.id()));
  }

  private static boolean isLeaf(Column column, String id) {
    return column.role() == FormRole.LEAF && column.id().equals(id);
  }

  /** A total has decimals where what it adds has. */
  private Kind kind(String section, Column column) {
    boolean money =
        column.role() == FormRole.TOTAL
            ? forms
                .sections(section)
                .flatMap(s -> s.columns().stream())
                .anyMatch(c -> c.kind() == CellKind.MONEY)
            : column.kind() == CellKind.MONEY;
    return money ? Kind.DECIMAL : Kind.WHOLE;
  }

  /** An amount in a unit that reports state themselves has a column for each unit. */
  private Optional<RollupColumn.Measure> amount(String section, String id) {
    for (Choice unit : forms.amountUnits().values()) {
      String end = "In" + Character.toUpperCase(unit.id().charAt(0)) + unit.id().substring(1);
      if (id.endsWith(end)) {
        String name = id.substring(0, id.length() - end.length());
        return column(section, id, name, Column::statedUnit)
            .map(
                c ->
                    new RollupColumn.Measure(
                        id,
                        c.kind(),
                        IN_UNIT.with(c.title(), unit.label()),
                        IN_UNIT.with(c.description(), unit.label()),
                        c.ofYearBefore()));
      }
    }
    return Optional.empty();
  }

  /** What the whole rollup is called. */
  Text title(String subject) {
    return switch (subject) {
      case "publications" -> PUBLICATIONS;
      case "indicators" -> INDICATORS;
      default ->
          forms
              .sections(subject)
              .findFirst()
              .map(Section::title)
              .orElseGet(() -> new Text(subject, subject));
    };
  }

  /** What a unit is called, of which the rows have the code only. */
  Optional<Text> unit(@Nullable String code) {
    return Optional.ofNullable(forms.units().get(code)).map(Choice::label);
  }
}
