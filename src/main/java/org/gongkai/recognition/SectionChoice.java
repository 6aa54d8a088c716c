package org.gongkai.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.CellPath;
import org.gongkai.form.Choice;
import org.gongkai.form.Section;
import org.gongkai.matrix.Place;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Recognised.FoundCell;
import org.gongkai.recognition.Recognised.LeftOver;
import org.gongkai.recognition.SectionTables.Candidate;
import org.gongkai.recognition.TableReading.Value;
import org.jspecify.annotations.Nullable;

/**
 * Makes a section of what its tables hold: parts are put together, of two that say otherwise none
 * is taken, and the edition is the one that has the cells.
 */
final class SectionChoice {

  private static final Text TWO_TABLES =
      new Text(
          "文件中有两个表可作为该部分，数字不同，无法确定取哪一个",
          "Two tables can be the section and differ, so none is taken");
  private static final Text COMPARISON =
      new Text("单元格里不止一个数字，像是对比表", "Cells hold more than one number, as in a comparison");
  private static final Text NO_FIGURES =
      new Text("单元格里多为文字，不像该部分的表", "Most cells hold words, so it is not the section's table");
  private static final Text OTHER_EDITION =
      new Text(
          "同一部分混有两种版本的行或列，此格不属于所认定的版本",
          "Rows or columns of two editions are mixed; the cell is of the other one");
  private static final Text OTHER_UNIT =
      new Text("印的单位与表样不同，数字不作换算", "The unit printed is not the form's, and nothing is converted");

  private final SectionLabels labels;
  private final CellText cellText;
  private final List<Choice> amountUnits;
  private final List<LeftOver> leftOver = new ArrayList<>();

  SectionChoice(SectionLabels labels, CellText cellText, List<Choice> amountUnits) {
    this.labels = labels;
    this.cellText = cellText;
    this.amountUnits = amountUnits;
  }

  /**
   * Makes the section.
   *
   * @param own which candidates stand below the section's heading
   */
  FoundSection of(List<Candidate> candidates, Set<Candidate> own) {
    for (Candidate candidate : candidates) {
      candidate
          .reading()
          .refusals()
          .forEach(r -> leftOver.add(new LeftOver(r.text(), r.place(), r.reason())));
    }
    Map<String, Value> values = together(candidates, own);
    if (!isPlausible(values) || isTooFew(values, own.isEmpty() && !candidates.isEmpty())) {
      values.clear();
    }
    Section edition = edition(values);
    return edition == null
        ? new FoundSection(labels.id(), null, List.of(), List.of(), leftOver)
        : found(edition, values);
  }

  private void leave(Map<String, Value> values, Text reason) {
    // one line for a table, not one for each of its cells
    StringBuilder text = new StringBuilder();
    Place place = null;
    for (var entry : values.entrySet()) {
      String printed = CellText.stripped(entry.getValue().cell().text());
      place = place == null ? entry.getValue().cell().place() : place;
      text.append(text.isEmpty() ? "" : " | ").append(printed);
    }
    if (place != null) {
      leftOver.add(new LeftOver(text.toString(), place, reason));
    }
  }

  private Map<String, Value> together(List<Candidate> candidates, Set<Candidate> own) {
    Map<String, Value> all = new LinkedHashMap<>();
    List<Candidate> ordered = new ArrayList<>(candidates);
    ordered.removeIf(c -> c.reading().values().isEmpty());
    boolean conflict = false;
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = i + 1; j < ordered.size(); j++) {
        conflict |= differ(ordered.get(i), ordered.get(j));
      }
    }
    if (conflict) {
      List<Candidate> inPlace = ordered.stream().filter(own::contains).toList();
      boolean one = inPlace.size() == 1;
      for (Candidate candidate : ordered) {
        if (!one || !inPlace.contains(candidate)) {
          leave(byPath(candidate), TWO_TABLES);
        }
      }
      ordered = one ? inPlace : List.of();
    }
    for (Candidate candidate : ordered) {
      byPath(candidate).forEach(all::putIfAbsent);
    }
    return all;
  }

  private Map<String, Value> byPath(Candidate candidate) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Value value : candidate.reading().values()) {
      values.put(path(value), value);
    }
    return values;
  }

  private String path(Value value) {
    return labels.id() + "." + value.row() + "." + value.column();
  }

  private boolean differ(Candidate one, Candidate other) {
    Map<String, Value> values = byPath(one);
    for (Value value : other.reading().values()) {
      Value its = values.get(path(value));
      if (its != null
          && !LabelText.joined(its.cell().text()).equals(LabelText.joined(value.cell().text()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlausible(Map<String, Value> values) {
    int said = 0;
    int words = 0;
    int several = 0;
    for (Value value : values.values()) {
      String text = value.cell().text();
      if (!CellText.isBlank(text)) {
        said++;
        words += isWords(value) ? 1 : 0;
        several += CellText.numbers(text) > 1 && isWords(value) ? 1 : 0;
      }
    }
    if (several >= 3 || several * 3 > said) {
      leave(values, COMPARISON);
      return false;
    } else if (words * 3 > said && words > 2) {
      leave(values, NO_FIGURES);
      return false;
    }
    return true;
  }

  private boolean isWords(Value value) {
    for (Section section : labels.editionsWith(value.row())) {
      Cell cell = section.cell(value.row(), value.column());
      if (cell != null) {
        return cellText.read(value.cell().text(), cell.column()).kind() == CellText.Kind.TEXT;
      }
    }
    return true;
  }

  /**
   * A few rows with labels alike can be of anything; below the section's heading they are its, and
   * one is enough there whose label no other table has.
   */
  private boolean isTooFew(Map<String, Value> values, boolean elsewhere) {
    Set<String> rows = new HashSet<>();
    values.values().forEach(v -> rows.add(v.row()));
    int most = 0;
    int wanted = Integer.MAX_VALUE;
    for (Section section : labels.editions().values()) {
      int its = (int) section.cells().values().stream().map(c -> c.row().id()).distinct().count();
      most = Math.max(most, its);
      wanted = Math.min(wanted, its);
    }
    boolean telling = !elsewhere && rows.stream().allMatch(labels::isTelling);
    int enough = elsewhere ? (wanted * 2 + 2) / 3 : telling ? 1 : (wanted + 2) / 3;
    if (!rows.isEmpty() && rows.size() < enough) {
      leave(values, SectionTables.tooFew(rows.size(), wanted));
      return true;
    }
    return false;
  }

  /** The edition that has most of the cells; of two alike the newer one. */
  private @Nullable Section edition(Map<String, Value> values) {
    Section best = null;
    int most = 0;
    for (Section section : labels.editions().values()) {
      int its = 0;
      for (String path : values.keySet()) {
        its += section.cells().containsKey(path) ? 1 : 0;
      }
      if (its > 0 && its >= most) {
        most = its;
        best = section;
      }
    }
    return best;
  }

  /** Whether only this edition has all the cells. */
  private boolean tells(Section edition, Map<String, Value> values) {
    return labels.editions().values().stream()
        .noneMatch(s -> s != edition && values.keySet().stream().allMatch(s.cells()::containsKey));
  }

  private FoundSection found(Section edition, Map<String, Value> values) {
    List<FoundCell> cells = new ArrayList<>();
    Map<String, String> units = new LinkedHashMap<>();
    for (Cell cell : edition.cells().values()) {
      Value value = values.get(cell.path());
      if (value != null) {
        take(cell, value, cells, units);
      }
    }
    Map<String, Value> others = new LinkedHashMap<>(values);
    others.keySet().removeAll(edition.cells().keySet());
    others.values().removeIf(v -> CellText.isBlank(v.cell().text()));
    leave(others, OTHER_EDITION);
    String id = null;
    for (var entry : labels.editions().entrySet()) {
      id = entry.getValue() == edition && tells(edition, values) ? entry.getKey() : id;
    }
    List<FoundSection.Unit> stated = new ArrayList<>();
    units.forEach((row, code) -> stated.add(new FoundSection.Unit(row, code)));
    return new FoundSection(labels.id(), id, cells, stated, leftOver);
  }

  private void take(Cell cell, Value value, List<FoundCell> cells, Map<String, String> units) {
    CellText.Read read = cellText.read(value.cell().text(), cell.column());
    String printed = value.unit();
    boolean otherUnit =
        printed != null
            && cell.column().unit() != null
            && cell.column().unit().endsWith("元")
            && !printed.equals(cell.column().unit());
    if (otherUnit && read.kind() == CellText.Kind.NUMBER && !isZero(read.value())) {
      leftOver.add(new LeftOver(value.cell().text(), value.cell().place(), OTHER_UNIT));
      return;
    }
    String unit = read.unit();
    if (cell.column().statedUnit() && read.kind() == CellText.Kind.NUMBER) {
      unit = unit == null ? code(printed) : unit;
      if (unit != null) {
        units.put(CellPath.row(cell.path()), unit);
      }
    }
    cells.add(new FoundCell(cell.path(), read.value(), value.cell().place(), value.certainty()));
  }

  private @Nullable String code(@Nullable String printed) {
    Map<String, String> codes = new HashMap<>();
    amountUnits.forEach(u -> codes.put(u.label().zh(), u.id()));
    return printed == null ? null : codes.get(printed);
  }

  private static boolean isZero(JsonNode value) {
    JsonNode number = value.isObject() ? value.path("value") : value;
    return number.isNumber() && number.decimalValue().compareTo(BigDecimal.ZERO) == 0;
  }
}
