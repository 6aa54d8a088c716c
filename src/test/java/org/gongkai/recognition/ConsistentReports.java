package org.gongkai.recognition;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.gongkai.form.Cell;
import org.gongkai.form.CellKind;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.Section;

/** Reports by chance that keep the sums of the form: of each edition, and of their mix. */
public final class ConsistentReports {

  private final Forms forms;
  private final Random random;
  private boolean blanks;

  public ConsistentReports(Forms forms, long seed) {
    this.forms = forms;
    this.random = new Random(seed);
  }

  /** With a blank or a stroke here and there. */
  public ConsistentReports withBlanks() {
    blanks = true;
    return this;
  }

  /** The next one: year, editions, and every cell. */
  public ObjectNode next() {
    List<Form> all = List.copyOf(forms.all());
    Form inForce = all.get(random.nextInt(all.size()));
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("year", inForce.firstYear() + random.nextInt(2));
    ObjectNode editions = report.putObject("editions");
    boolean mixed = random.nextInt(3) == 0;
    for (String id : inForce.sections().keySet()) {
      Form form = mixed ? all.get(random.nextInt(all.size())) : inForce;
      editions.put(id, form.edition());
      fill(report, form.knownSection(id));
    }
    return report;
  }

  private void fill(ObjectNode report, Section section) {
    boolean nil = random.nextInt(5) == 0;
    for (Row row : section.rows()) {
      if (row.role() == FormRole.LEAF) {
        long sum = 0;
        for (Column column : section.columnsOf(row)) {
          if (column.role() == FormRole.LEAF) {
            BigDecimal number = nil ? BigDecimal.ZERO : number(column.kind());
            sum += column.kind() == CellKind.COUNT ? number.longValue() : 0;
            put(report, section, row, column, number);
            if (blanks && random.nextInt(12) == 0) {
              sum -= column.kind() == CellKind.COUNT ? number.longValue() : 0;
              leave(place(report, section, row), column);
            }
          } else {
            put(report, section, row, column, BigDecimal.valueOf(sum));
          }
        }
      }
    }
    for (Row row : section.rows()) {
      if (row.role() == FormRole.TOTAL) {
        String above = row.id().substring(0, row.id().lastIndexOf('.') + 1);
        for (Column column : section.columnsOf(row)) {
          long sum = 0;
          for (Row leaf : section.rows()) {
            boolean below = leaf.role() == FormRole.LEAF && leaf.id().startsWith(above);
            sum += below ? value(report, section, leaf, column) : 0;
          }
          put(report, section, row, column, BigDecimal.valueOf(sum));
        }
      }
    }
  }

  private BigDecimal number(CellKind kind) {
    return switch (kind) {
      case COUNT -> BigDecimal.valueOf(random.nextInt(10) < 6 ? 0 : random.nextInt(900));
      case SIGNED -> BigDecimal.valueOf(random.nextInt(200) - 100L);
      case MONEY -> new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(4));
    };
  }

  private static ObjectNode place(ObjectNode report, Section section, Row row) {
    ObjectNode place = report.withObjectProperty(section.id());
    for (String step : row.id().split("\\.")) {
      place = place.withObjectProperty(step);
    }
    return place;
  }

  private static void put(
      ObjectNode report, Section section, Row row, Column column, BigDecimal number) {
    ObjectNode place = place(report, section, row);
    if (number.scale() > 0) {
      place.put(column.id(), number);
    } else {
      place.put(column.id(), number.intValueExact());
    }
  }

  private void leave(ObjectNode place, Column column) {
    if (random.nextBoolean()) {
      place.putNull(column.id());
    } else {
      place.put(column.id(), "n/a");
    }
  }

  private static long value(ObjectNode report, Section section, Row row, Column column) {
    return place(report, section, row).path(column.id()).asLong();
  }

  /** What a cell holds, as printed. */
  static Function<Cell, String> printed(ObjectNode report) {
    return cell -> {
      var value = report.at("/" + cell.path().replace('.', '/'));
      return value.isMissingNode() || value.isNull()
          ? ""
          : value.asText().equals("n/a") ? "/" : value.asText();
    };
  }
}
