package org.gongkai.check;

import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Samples;
import org.gongkai.form.Section;

/** Reports that are made up: every cell stated, every rule kept. */
final class Reports {

  private final Random random;
  private final Map<String, Long> numbers = new LinkedHashMap<>();

  private Reports(long seed) {
    this.random = new Random(seed);
  }

  /** The cells of a random report that no rule objects to. */
  static Map<String, Long> valid(String edition, long seed) {
    Reports report = new Reports(seed);
    Form form = FORMS.known(edition);
    form.section("disclosure").cells().keySet().forEach(report::draw);
    report.include("disclosedInTotal", "newlyDisclosed");
    report.include("inForce", "issued");
    form.section("contests").cells().values().stream()
        .filter(Cell::leaf)
        .forEach(c -> report.draw(c.path()));
    report.addTotals(form.section("contests"));
    report.drawApplications(form.section("applications"));
    return report.numbers;
  }

  /** What there is has what came in this year in it. */
  private void include(String all, String ofThisYear) {
    numbers.replaceAll(
        (path, number) ->
            path.endsWith("." + all)
                ? number + numbers.get(path.replace("." + all, "." + ofThisYear))
                : number);
  }

  private void draw(String path) {
    numbers.put(path, (long) random.nextInt(random.nextBoolean() ? 3 : 5_000_000));
  }

  /** Results are drawn, and what came in is shared out so that it balances. */
  private void drawApplications(Section section) {
    section.columns().stream()
        .filter(column -> column.role() == FormRole.LEAF)
        .map(column -> column.id())
        .forEach(
            column -> {
              long results = 0;
              for (var row : section.rowsNamed("outcomes.*")) {
                String path = path(section, row.id(), column);
                draw(path);
                results += numbers.get(path);
              }
              numbers.put(path(section, "outcomes.total", column), results);
              draw(path(section, "carriedForward", column));
              long all = results + numbers.get(path(section, "carriedForward", column));
              long carriedOver = random.nextLong(all + 1);
              numbers.put(path(section, "carriedOver", column), carriedOver);
              numbers.put(path(section, "received", column), all - carriedOver);
            });
    addTotals(section);
  }

  private void addTotals(Section section) {
    for (var row : section.rows()) {
      if (row.role() != FormRole.HEADING) {
        long total = 0;
        for (var column : section.columns()) {
          String path = path(section, row.id(), column.id());
          if (column.role() == FormRole.TOTAL) {
            numbers.put(path, total);
          } else {
            total += numbers.get(path);
          }
        }
      }
    }
  }

  private static String path(Section section, String row, String column) {
    return section.id() + "." + row + "." + column;
  }

  /** The report with these cells, written and read as every other is. */
  static Content content(String edition, int year, Map<String, Long> numbers) {
    ObjectNode report = Samples.report(year, "");
    ObjectNode editions = report.putObject("editions");
    FORMS.known(edition).sections().keySet().forEach(s -> editions.put(s, edition));
    numbers.forEach((path, number) -> put(report, path, number));
    return Samples.READER.read(report);
  }

  private static void put(ObjectNode report, String path, Long number) {
    String[] keys = path.split("\\.");
    ObjectNode place = report;
    for (int i = 0; i < keys.length - 1; i++) {
      place = place.withObjectProperty(keys[i]);
    }
    place.set(
        keys[keys.length - 1],
        number == null
            ? JsonNodeFactory.instance.nullNode()
            : JsonNodeFactory.instance.numberNode(number));
  }
}
