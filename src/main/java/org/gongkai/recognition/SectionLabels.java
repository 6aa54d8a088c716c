package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.jspecify.annotations.Nullable;

/** The labels of a section in all editions, and what a printed label is of them. */
final class SectionLabels {

  /** How well a printed label fits. */
  enum Fit {
    /** Word for word. */
    EXACT,
    /** But for a sign or two, or cut off, and like no other label. */
    CLOSE
  }

  /** The row, column or heading that a label is of. */
  record Found(String id, Fit fit) {}

  private static final int TELLING = 10;

  /** The number of a row behind the heading that it follows: 无法提供1.本机关不掌握相关政府信息. */
  private static final Pattern NUMBER_INSIDE =
      Pattern.compile("(?<=\\p{IsHan})[0-9](?=\\p{IsHan})");

  private static final int LONGEST_LINE = 120;

  private final String id;
  private final PrintedWords words;
  private final Map<String, Section> editions = new LinkedHashMap<>();
  private final List<Row> rows;
  private final Map<String, Set<String>> rowWords = new LinkedHashMap<>();
  private final Map<String, Set<String>> columnWords = new LinkedHashMap<>();
  private final Map<String, Set<String>> groupWords = new LinkedHashMap<>();

  SectionLabels(String id, Forms forms, PrintedWords words) {
    this.id = id;
    this.words = words;
    for (Form form : forms.all()) {
      Section section = form.section(id);
      if (section != null) {
        editions.put(form.edition(), section);
      }
    }
    this.rows = forms.layouts().rows(id);
    for (Section section : editions.values()) {
      section.rows().forEach(row -> addRow(section, row));
      section.columns().forEach(this::addColumn);
    }
  }

  private void addRow(Section section, Row row) {
    Set<String> its = rowWords.computeIfAbsent(row.id(), i -> new LinkedHashSet<>());
    String own = wordsOf(row.label().zh());
    its.add(own);
    its.add(wordsOf(row.shortLabel().zh()));
    StringBuilder under = new StringBuilder();
    for (Row heading : section.rows()) {
      if (heading.role() == FormRole.HEADING && row.isBelow(heading.id())) {
        under.append(wordsOf(heading.label().zh()));
        its.add(wordsOf(heading.label().zh()) + own);
      }
    }
    its.add(under + own);
    if (row.group() != null) {
      its.add(wordsOf(row.group().zh()) + own);
      groupWords
          .computeIfAbsent(wordsOf(row.group().zh()), g -> new LinkedHashSet<>())
          .add(row.id());
    }
  }

  private void addColumn(Column column) {
    Set<String> its = columnWords.computeIfAbsent(column.id(), i -> new LinkedHashSet<>());
    its.add(wordsOf(column.label().zh()));
    if (column.group() != null) {
      its.add(wordsOf(column.group().zh()) + wordsOf(column.label().zh()));
      groupWords.computeIfAbsent(wordsOf(column.group().zh()), g -> new LinkedHashSet<>());
    }
  }

  private String wordsOf(String label) {
    return LabelText.of(label, words.spellings()).words();
  }

  String id() {
    return id;
  }

  Map<String, Section> editions() {
    return editions;
  }

  /** The rows of all editions together, in the order of the form. */
  List<Row> rows() {
    return rows;
  }

  /** Where a row stands in the order of the form. */
  int order(String row) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).id().equals(row)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no row " + row);
  }

  /** Whether a row has figures in any edition. */
  boolean hasFigures(String row) {
    return !editionsWith(row).isEmpty();
  }

  /** Whether the label of a row is so long that hardly another table has it. */
  boolean isTelling(String row) {
    return rowWords.getOrDefault(row, Set.of()).stream().anyMatch(w -> w.length() >= TELLING);
  }

  List<Section> editionsWith(String row) {
    return editions.values().stream()
        .filter(
            s ->
                s.rows().stream().anyMatch(r -> r.id().equals(row) && r.role() != FormRole.HEADING))
        .toList();
  }

  /** The columns that a row has in any edition. */
  Set<String> columnsOf(String row) {
    return editionsWith(row).stream()
        .flatMap(s -> s.rowsNamed(row).stream().flatMap(r -> s.columnsOf(r).stream()))
        .map(Column::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The row that a label is of; null where it is of none, or may be of several. */
  @Nullable Found row(LabelText label) {
    return find(label, rowWords);
  }

  /** The column that a label is of; null where it is of none, or may be of several. */
  @Nullable Found column(LabelText label) {
    return label.numbering().length() == 0 ? find(label, columnWords) : null;
  }

  /**
   * The heads of a line that stand in it without blanks between them; empty where it is not made of
   * heads alone.
   */
  List<String> headsIn(String text) {
    String joined = LabelText.joined(text);
    boolean many =
        joined.length() <= LONGEST_LINE && column(LabelText.of(text, words.spellings())) == null;
    Set<String> heads = new LinkedHashSet<>(groupWords.keySet());
    columnWords.values().forEach(heads::addAll);
    rowWords.values().forEach(its -> heads.addAll(its));
    List<String> cut = new ArrayList<>();
    return many && isOfHeads(joined, heads, cut) && cut.size() > 1 ? cut : List.of();
  }

  private boolean isOfHeads(String rest, Set<String> heads, List<String> cut) {
    if (rest.isEmpty()) {
      return true;
    }
    for (int end = rest.length(); end > 1; end--) {
      String head = rest.substring(0, end);
      if (heads.contains(head) || words.besides().matcher(head).matches()) {
        cut.add(head);
        if (isOfHeads(rest.substring(end), heads, cut)) {
          return true;
        }
        cut.removeLast();
      }
    }
    return false;
  }

  /** Whether a label is a heading over rows or over columns. */
  boolean isGroup(LabelText label) {
    return groupWords.containsKey(label.words());
  }

  /** Whether a text may be the label of a row, cut or misprinted, where its place says so. */
  boolean resembles(String row, LabelText label) {
    String printed = label.words();
    if (printed.isEmpty() || isQualified(label)) {
      return false;
    }
    for (String own : rowWords.getOrDefault(row, Set.of())) {
      int common = LabelLikeness.common(own, printed);
      if (common >= 2 && common * 10 >= printed.length() * 8 && common * 10 >= own.length() * 3) {
        return true;
      }
    }
    return false;
  }

  boolean resemblesColumn(String column, LabelText label) {
    String printed = label.words();
    if (printed.isEmpty() || isQualified(label)) {
      return false;
    }
    for (String own : columnWords.getOrDefault(column, Set.of())) {
      int common = LabelLikeness.common(own, printed);
      if (common * 2 >= own.length() && common * 2 >= printed.length()) {
        return true;
      }
    }
    return false;
  }

  private boolean isQualified(LabelText label) {
    return words.qualified().matcher(label.brackets()).find();
  }

  private @Nullable Found find(LabelText label, Map<String, Set<String>> known) {
    String printed = label.words();
    if (printed.isEmpty() || isQualified(label)) {
      return null;
    }
    Found exact = exact(printed, known);
    if (exact == null) {
      exact = exact(withoutNumber(printed), known);
    }
    if (exact == null) {
      exact = exact(NUMBER_INSIDE.matcher(printed).replaceFirst(""), known);
    }
    return exact == null ? close(printed, known) : exact;
  }

  private static @Nullable Found exact(String printed, Map<String, Set<String>> known) {
    List<String> ids = new ArrayList<>();
    known.forEach(
        (key, labels) -> {
          if (labels.contains(printed)) {
            ids.add(key);
          }
        });
    return ids.size() == 1 ? new Found(ids.getFirst(), Fit.EXACT) : null;
  }

  /** A label whose number lost the stop behind it. */
  private static String withoutNumber(String words) {
    int start = 0;
    while (start < words.length()
        && (Character.isDigit(words.charAt(start))
            || start == 0 && "一二三四五六七八".indexOf(words.charAt(0)) >= 0)) {
      start++;
    }
    return words.substring(start);
  }

  private static @Nullable Found close(String printed, Map<String, Set<String>> known) {
    Set<String> ids = new LinkedHashSet<>();
    known.forEach(
        (key, labels) -> {
          for (String label : labels) {
            if (LabelLikeness.isCut(printed, label) || LabelLikeness.isMisprinted(printed, label)) {
              ids.add(key);
            }
          }
        });
    return ids.size() == 1 ? new Found(ids.iterator().next(), Fit.CLOSE) : null;
  }
}
