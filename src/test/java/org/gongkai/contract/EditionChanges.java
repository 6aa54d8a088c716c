package org.gongkai.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Part;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.gongkai.rule.Rule;

/**
 * Writes what changed from one edition of the form to the next: what is new, what is gone, and what
 * is called or done otherwise. That a rule rests on another document is said once, at the top.
 */
final class EditionChanges {

  /**
   * What can be compared of a section, a column, a row, a part or a rule: by name of the property.
   */
  private record Item(Text label, Map<String, Text> properties) {}

  private final StringBuilder page;
  private final Form before;
  private final Form after;

  private EditionChanges(StringBuilder page, Form before, Form after) {
    this.page = page;
    this.before = before;
    this.after = after;
  }

  static void append(StringBuilder page, List<Form> oldestFirst) {
    page.append("\n# 各版表样的变化 · What changed from edition to edition\n");
    for (int i = 1; i < oldestFirst.size(); i++) {
      new EditionChanges(page, oldestFirst.get(i - 1), oldestFirst.get(i)).append();
    }
  }

  private void append() {
    page.append("\n## ").append(before.edition()).append(" → ").append(after.edition());
    page.append("\n\n| | 中文 | English |\n|---|---|---|\n");
    row("表样 form", changed(before.title(), after.title()));
    row("文件 document", changed(same(before.document()), same(after.document())));
    row("报告年度 report years", changed(same(years(before)), same(years(after))));
    Map<String, Item> sections = byId(after.sections().values(), Section::id, this::item);
    compare("各部分 Sections", byId(before.sections().values(), Section::id, this::item), sections);
    for (Section section : after.sections().values()) {
      Section old = before.section(section.id());
      if (old != null) {
        String title = "`" + section.id() + "` " + section.title().zh() + " · ";
        compare(
            title + "列 Columns",
            byId(old.columns(), Column::id, this::item),
            byId(section.columns(), Column::id, this::item));
        compare(
            title + "行 Rows",
            byId(old.rows(), Row::id, this::item),
            byId(section.rows(), Row::id, this::item));
      }
    }
    compare(
        "文字部分 Text",
        byId(before.narrative(), Part::id, this::item),
        byId(after.narrative(), Part::id, this::item));
    compare(
        "规则 Rules",
        byId(before.rules(), Rule::id, rule -> item(before, rule)),
        byId(after.rules(), Rule::id, rule -> item(after, rule)));
  }

  private Item item(Section section) {
    return new Item(
        section.title(), properties("名称 label", section.title(), "附注 note", section.note()));
  }

  private Item item(Column column) {
    return new Item(
        column.label(),
        properties(
            "名称 label", column.label(),
            "类型 kind", column.kind().code(),
            "作用 role", column.role().code(),
            "单位 unit", column.unit(),
            "填报单位 statedUnit", column.statedUnit(),
            "上级标题 group", column.group()));
  }

  private Item item(Row row) {
    return new Item(
        row.label(),
        properties(
            "名称 label", row.label(),
            "作用 role", row.role().code(),
            "列 columns", row.columns(),
            "条款 article", row.article(),
            "上级标题 group", row.group()));
  }

  private Item item(Part part) {
    return new Item(part.label(), properties("名称 label", part.label()));
  }

  private static Item item(Form form, Rule rule) {
    Map<String, Text> properties =
        properties(
            "规则 rule", without(form, rule.label()),
            "版本 version", rule.version(),
            "严重程度 severity", rule.severity().code(),
            "口径 what to look at", without(form, rule.hint()),
            "依据 basis", without(form, rule.basis()));
    RuleTerms.of(rule).forEach((key, value) -> properties.put(key, text(value)));
    return new Item(rule.label(), properties);
  }

  /** Each edition's rules name its own document, which is no change of the rule. */
  private static Text without(Form form, Text text) {
    return new Text(
        text.zh().replace(form.document(), "…"), text.en().replace(form.document(), "…"));
  }

  private static Map<String, Text> properties(Object... namesAndValues) {
    Map<String, Text> properties = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put((String) namesAndValues[i], text(namesAndValues[i + 1]));
    }
    return properties;
  }

  private static Text text(Object value) {
    return value instanceof Text text ? text : same(value == null ? "–" : value.toString());
  }

  private static Text same(String said) {
    return new Text(said, said);
  }

  private static <T> Map<String, Item> byId(
      Iterable<T> all, Function<T, String> id, Function<T, Item> item) {
    Map<String, Item> byId = new LinkedHashMap<>();
    all.forEach(one -> byId.put(id.apply(one), item.apply(one)));
    return byId;
  }

  /** What is new and changed in the order of the newer edition, then what is gone. */
  private void compare(String title, Map<String, Item> old, Map<String, Item> now) {
    List<Runnable> rows = new ArrayList<>();
    now.forEach(
        (id, item) -> {
          if (old.containsKey(id)) {
            changes(id, old.get(id), item, rows);
          } else {
            rows.add(() -> row("新增 added `" + id + "`", item.label()));
          }
        });
    old.forEach(
        (id, item) -> {
          if (!now.containsKey(id)) {
            rows.add(() -> row("删去 gone `" + id + "`", item.label()));
          }
        });
    if (!rows.isEmpty()) {
      page.append("\n### ").append(title).append("\n\n| | 中文 | English |\n|---|---|---|\n");
      rows.forEach(Runnable::run);
    }
  }

  private void changes(String id, Item old, Item now, List<Runnable> rows) {
    List<String> names = new ArrayList<>(now.properties().keySet());
    old.properties().keySet().stream().filter(n -> !names.contains(n)).forEach(names::add);
    for (String name : names) {
      Text was = old.properties().getOrDefault(name, same("–"));
      Text is = now.properties().getOrDefault(name, same("–"));
      if (!Objects.equals(was, is)) {
        rows.add(() -> row("改动 changed `" + id + "` · " + name, changed(was, is)));
      }
    }
  }

  private static Text changed(Text was, Text is) {
    return new Text(was.zh() + " → " + is.zh(), was.en() + " → " + is.en());
  }

  private static String years(Form form) {
    return form.firstYear() + "–" + (form.lastYear() == null ? "" : form.lastYear());
  }

  private void row(String name, Text text) {
    RulesPage.row(page, name, text);
  }
}
