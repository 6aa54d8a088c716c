package org.gongkai.recognition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.Rule;
import org.gongkai.form.Section;
import org.gongkai.recognition.TableReading.Value;
import org.jspecify.annotations.Nullable;

/** Whether the columns of a section add up, as proof of figures that were cut apart. */
final class ColumnSums {

  private final Forms forms;
  private final String section;

  ColumnSums(Forms forms, String section) {
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
      String text = CellText.stripped(value.cell().text());
      if (text.matches("[0-9]{1,15}")) {
        numbers.put(value.row() + "." + value.column(), new BigDecimal(text));
      }
    }
    boolean ruled = false;
    for (Form form : forms.all()) {
      List<Rule.Sum> rules = new ArrayList<>();
      for (Rule.Sum rule : form.rules(Rule.Sum.class)) {
        if (rule.section().equals(section) && rule.each() == Rule.Each.COLUMN) {
          rules.add(rule);
        }
      }
      ruled |= !rules.isEmpty();
      Section its = form.section(section);
      if (its != null && !rules.isEmpty() && hold(its, rules, numbers)) {
        return true;
      }
    }
    return !ruled;
  }

  private static boolean hold(
      Section section, List<Rule.Sum> rules, Map<String, BigDecimal> numbers) {
    for (Rule.Sum rule : rules) {
      for (Column column : section.columns()) {
        BigDecimal left = sum(section, rule.left(), column, numbers);
        BigDecimal right = sum(section, rule.right(), column, numbers);
        if (left == null || right == null || left.compareTo(right) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static @Nullable BigDecimal sum(
      Section section, List<String> names, Column column, Map<String, BigDecimal> numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String name : names) {
      for (Row row : section.rowsNamed(name)) {
        BigDecimal number = numbers.get(row.id() + "." + column.id());
        if (number == null) {
          return null;
        }
        sum = sum.add(number);
      }
    }
    return sum;
  }
}
