package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.problem.Nearest;
import org.gongkai.recognition.SectionTables.All;
import org.gongkai.recognition.Strand.OtherTable;
import org.gongkai.recognition.Strand.TableOf;
import org.gongkai.recognition.Strand.Words;
import org.jspecify.annotations.Nullable;

/** Lays a document out as lines of text, with marks where tables of sections stand. */
final class DocumentStrands {

  /** A cell with more signs is text, and so is the table that it stands in. */
  private static final int LONG = 60;

  private static final Pattern BARS = Pattern.compile("[|｜│┃║]");
  private static final int MOST_CELLS = 40;

  private final Map<String, SectionLabels> sections;
  private final PrintedWords words;
  private final InlineHeadings headings;
  private final All tables;
  private final List<Strand> strands = new ArrayList<>();
  private final Set<String> articles = new HashSet<>();

  private DocumentStrands(
      Map<String, SectionLabels> sections,
      PrintedWords words,
      InlineHeadings headings,
      All tables) {
    this.headings = headings;
    this.sections = sections;
    this.words = words;
    this.tables = tables;
    sections.values().stream()
        .flatMap(labels -> labels.editions().values().stream())
        .flatMap(section -> section.rows().stream())
        .map(Row::article)
        .filter(Objects::nonNull)
        .forEach(article -> articles.add(LabelText.of(article, words.spellings()).words()));
  }

  static List<Strand> of(
      PrintedDocument document,
      Map<String, SectionLabels> sections,
      PrintedWords words,
      InlineHeadings headings,
      All tables) {
    DocumentStrands its = new DocumentStrands(sections, words, headings, tables);
    Set<String> rebuilt = new HashSet<>();
    for (int i = 0; i < document.blocks().size(); i++) {
      Block block = document.blocks().get(i);
      String section = tables.paragraphs().get(i);
      if (section != null) {
        if (rebuilt.add(section)) {
          its.strands.add(new TableOf(section));
        }
      } else if (block instanceof Paragraph paragraph) {
        its.addParagraph(paragraph, !tables.paragraphs().isEmpty());
      } else if (block instanceof Matrix matrix) {
        its.addMatrix(i, matrix);
      }
    }
    return its.strands;
  }

  private void addParagraph(Paragraph paragraph, boolean flat) {
    if (flat && isFurnitureOfAny(paragraph.text())) {
      return;
    }
    for (String line : paragraph.text().split("\n")) {
      for (String part : headings.split(CellText.stripped(line))) {
        String text = CellText.stripped(part);
        if (!text.isEmpty() && !isArticle(text)) {
          strands.add(new Words(text, paragraph.place(), paragraph.heading(), false));
        }
      }
    }
  }

  private boolean isFurnitureOfAny(String text) {
    String[] cells = BARS.split(text);
    return cells.length <= MOST_CELLS
        && tables.paragraphs().values().stream()
            .distinct()
            .anyMatch(s -> areFurniture(cells, sections.get(s)));
  }

  private boolean areFurniture(String[] cells, @Nullable SectionLabels labels) {
    for (String cell : cells) {
      if (cell.length() > LONG || !isFurniture(cell, labels)) {
        return false;
      }
    }
    return true;
  }

  private void addMatrix(int block, Matrix matrix) {
    Set<String> its = new LinkedHashSet<>();
    tables
        .bySection()
        .forEach(
            (section, candidates) ->
                candidates.stream()
                    .filter(c -> c.block() == block && !c.rebuilt())
                    .forEach(c -> its.add(section)));
    boolean text =
        matrix.columns() == 1
            || matrix.cells().stream()
                .anyMatch(c -> c.text().length() > LONG || c.text().indexOf('。') >= 0);
    if (its.isEmpty() && !text) {
      addOther(matrix);
      return;
    }
    Set<String> marked = new HashSet<>();
    for (Matrix.Cell cell : matrix.cells()) {
      String section = sectionOf(cell, block, its);
      if (section != null) {
        if (marked.add(section)) {
          strands.add(new TableOf(section));
        }
      } else if (its.stream().noneMatch(s -> isFurniture(cell.text(), sections.get(s)))
          && !isArticle(cell.text())) {
        for (String line : cell.text().split("\n")) {
          if (!CellText.isBlank(line)) {
            strands.add(new Words(CellText.stripped(line), cell.place(), false, true));
          }
        }
      }
    }
  }

  private @Nullable String sectionOf(Matrix.Cell cell, int block, Set<String> its) {
    for (String section : its) {
      for (var candidate : tables.bySection().getOrDefault(section, List.of())) {
        if (candidate.block() == block
            && !candidate.rebuilt()
            && (candidate.reading().labels().contains(cell)
                || candidate.reading().values().stream().anyMatch(v -> v.cell().equals(cell)))) {
          return section;
        }
      }
    }
    return null;
  }

  private void addOther(Matrix matrix) {
    StringBuilder text = new StringBuilder();
    int row = -1;
    for (Matrix.Cell cell : matrix.cells()) {
      if (!CellText.isBlank(cell.text())) {
        text.append(text.isEmpty() ? "" : row == cell.row() ? " | " : "\n");
        text.append(CellText.stripped(cell.text()));
        row = cell.row();
      }
    }
    if (!text.isEmpty()) {
      strands.add(new OtherTable(text.toString(), matrix.place()));
    }
  }

  /**
   * Whether a cell names an article of the form: of a table that a page's end has cut, all of it.
   */
  private boolean isArticle(String text) {
    if (text.length() > LONG || CellText.isBlank(text)) {
      return false;
    }
    return articles.contains(LabelText.of(text, words.spellings()).words());
  }

  /** Whether a cell says nothing that the form does not say itself. */
  private boolean isFurniture(String text, @Nullable SectionLabels labels) {
    LabelText label = LabelText.of(text, words.spellings());
    if (labels == null || label.isBlank()) {
      return labels != null && CellText.isBlank(text);
    }
    if (labels.row(label) != null || labels.column(label) != null || labels.isGroup(label)) {
      return true;
    }
    String joined = label.words();
    if (words.furniture().matcher(joined).matches() || words.besides().matcher(joined).matches()) {
      return true;
    }
    for (Section section : labels.editions().values()) {
      if (section.note() != null && isAlike(section.note().zh(), joined)) {
        return true;
      }
      for (Row row : section.rows()) {
        if (row.article() != null && isAlike(row.article(), joined)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAlike(String ofTheForm, String printed) {
    String own = LabelText.of(ofTheForm, words.spellings()).words();
    return own.equals(printed)
        || own.length() > 10 && Nearest.edits(own, printed) * 8 <= own.length();
  }
}
