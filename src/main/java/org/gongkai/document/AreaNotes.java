package org.gongkai.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What whoever goes on with a government's report must know and decide: who is not in it, what has
 * to be divided, which fees the organs speak of. Words are those of the file of phrases.
 */
final class AreaNotes {

  private static final int MOST_FEES = 50;

  private final Phrases phrases;
  private final AreaReportView made;

  AreaNotes(Phrases phrases, AreaReportView made) {
    this.phrases = phrases;
    this.made = made;
  }

  /** One after the other; a note without its values is left out. */
  List<String> lines() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("basis", made.basis());
    values.put("expected", Long.toString(made.expected()));
    values.put("reported", Long.toString(made.reported()));
    put("missing", made.missing(), values);
    put("otherLayout", made.otherLayout(), values);
    fees(values);
    List<String> lines = new ArrayList<>();
    for (String note : phrases.areaNotes()) {
      add(Phrases.joined(List.of(note), values), lines);
    }
    Map<String, List<AreaReportView.UndividedView>> rows =
        made.undivided().stream()
            .collect(
                Collectors.groupingBy(
                    AreaReportView.UndividedView::row, LinkedHashMap::new, Collectors.toList()));
    rows.values().forEach(row -> lines.addAll(undivided(row)));
    return lines;
  }

  private static void add(String line, List<String> lines) {
    if (!line.isBlank()) {
      lines.add(line);
    }
  }

  private static void put(
      String name, List<AreaReportView.SourceView> organs, Map<String, String> values) {
    if (!organs.isEmpty()) {
      values.put(name + ".count", Integer.toString(organs.size()));
      values.put(
          name + ".names",
          String.join("、", organs.stream().map(AreaReportView.SourceView::name).toList()));
    }
  }

  private List<String> undivided(List<AreaReportView.UndividedView> columns) {
    List<String> lines = new ArrayList<>();
    for (AreaReportView.UndividedView column : columns) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("row", column.rowLabel());
      values.put("column", column.columnLabel());
      values.put("number", column.number().toPlainString());
      String parts =
          column.parts().stream()
              .map(
                  part ->
                      part.label() + (part.number() == null ? "未填" : part.number().toPlainString()))
              .collect(Collectors.joining("，"));
      values.put("parts", parts);
      String organs =
          column.organs().stream()
              .map(organ -> organ.name() + organ.number().toPlainString())
              .collect(Collectors.joining("、"));
      if (!organs.isEmpty()) {
        values.put("organs", organs);
      }
      phrases.areaUndivided().forEach(note -> add(Phrases.joined(List.of(note), values), lines));
    }
    return lines;
  }

  private void fees(Map<String, String> values) {
    List<AreaReportView.FeesView> told = made.processingFees();
    if (told.isEmpty()) {
      values.put("fees.missing", "");
      return;
    }
    values.put("fees.count", Integer.toString(told.size()));
    values.put("fees.silent", Long.toString(Math.max(0, made.reported() - told.size())));
    values.put(
        "fees.words",
        told.stream()
            .limit(MOST_FEES)
            .map(fees -> fees.name() + "“" + fees.words() + "”")
            .collect(Collectors.joining("；")));
    BigDecimal sum = sum(told);
    if (sum != null) {
      values.put("fees.sum", sum.toPlainString());
    } else {
      values.put(
          "fees.unsure",
          told.stream()
              .filter(fees -> fees.yuan() == null)
              .map(AreaReportView.FeesView::name)
              .collect(Collectors.joining("、")));
    }
  }

  /** Null where the words of one do not say how much. */
  static @Nullable BigDecimal sum(List<AreaReportView.FeesView> told) {
    BigDecimal sum = BigDecimal.ZERO;
    for (AreaReportView.FeesView fees : told) {
      if (fees.yuan() == null) {
        return null;
      }
      sum = sum.add(fees.yuan());
    }
    return sum;
  }
}
