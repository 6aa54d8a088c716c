package org.gongkai.recognition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.recognition.TableReading.Value;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/** What rows and columns of a section add up to, as proof of figures whose place is in doubt. */
final class SectionSums {

  private final Forms forms;
  private final String section;

  SectionSums(Forms forms, String section) {
    this.forms = forms;
    this.section = section;
  }

  /**
   * Whether every sum of columns is kept in an edition that has all of its rows; true where the
   * form has no such sums.
   */
  boolean hold(List<Value> values) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (Value value : values) {
      BigDecimal number = number(CellText.stripped(value.cell().text()));
      if (number != null) {
        numbers.put(value.row() + "." + value.column(), number);
      }
    }
    boolean ruled = false;
    for (Form form : forms.all()) {
      List<Rule.Sum> rules = rules(form, Rule.Each.COLUMN);
      ruled |= !rules.isEmpty();
      Section its = form.section(section);
      if (its != null
          && !rules.isEmpty()
          && columnsHold(form, its, (row, column) -> numbers.get(row + "." + column))) {
        return true;
      }
    }
    return !ruled;
  }

  /** Whether the sums of columns are kept in an edition. */
  boolean columnsHold(
      Form form, Section its, BiFunction<String, String, @Nullable BigDecimal> numbers) {
    for (Rule.Sum rule : rules(form, Rule.Each.COLUMN)) {
      for (Column column : its.columns()) {
        BigDecimal left = sum(its, rule.left(), column, numbers);
        BigDecimal right = sum(its, rule.right(), column, numbers);
        if (left == null || right == null || left.compareTo(right) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The rules of an edition that say what adds up. */
  List<Rule.Sum> rules(Form form, Rule.Each each) {
    List<Rule.Sum> rules = new ArrayList<>();
    for (Rule.Sum rule : form.rules(Rule.Sum.class)) {
      if (rule.section().equals(section) && rule.each() == each) {
        rules.add(rule);
      }
    }
    return rules;
  }

  /**
   * Whether a row of plain numbers states what its figures add up to, where a blank adds nothing.
   *
   * @param columns of its figures
   */
  boolean addsUp(List<String> columns, List<String> figures) {
    for (Form form : forms.all()) {
      for (Rule.Sum rule : rules(form, Rule.Each.ROW)) {
        if (columns.containsAll(rule.left()) && columns.containsAll(rule.right())) {
          BigDecimal left = sum(rule.left(), columns, figures);
          BigDecimal right = sum(rule.right(), columns, figures);
          boolean stated =
              rule.right().stream().noneMatch(c -> figures.get(columns.indexOf(c)).isEmpty());
          return stated && left != null && right != null && left.compareTo(right) == 0;
        }
      }
    }
    return false;
  }

  private static @Nullable BigDecimal sum(
      List<String> names, List<String> columns, List<String> figures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String name : names) {
      String text = figures.get(columns.indexOf(name));
      BigDecimal number = text.isEmpty() ? BigDecimal.ZERO : number(text);
      if (number == null) {
        return null;
      }
      sum = sum.add(number);
    }
    return sum;
  }

  private static @Nullable BigDecimal sum(
      Section section,
      List<String> names,
      Column column,
      BiFunction<String, String, @Nullable BigDecimal> numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String name : names) {
      for (Row row : section.rowsNamed(name)) {
        BigDecimal number = numbers.apply(row.id(), column.id());
        if (number == null) {
          return null;
        }
        sum = sum.add(number);
      }
    }
    return sum;
  }

  static @Nullable BigDecimal number(String text) {
    return text.matches("[0-9]{1,15}") ? new BigDecimal(text) : null;
  }

  Forms forms() {
    return forms;
  }
}
