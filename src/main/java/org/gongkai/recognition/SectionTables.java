package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.form.Forms;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.Place;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** Finds what the tables of a document hold of the sections, each table for itself. */
final class SectionTables {

  /**
   * What a table holds of a section.
   *
   * @param block number of the table, or of the first paragraph it was built of, in the document
   * @param rebuilt whether it was built of lines of text
   */
  record Candidate(int block, TableReading reading, boolean rebuilt) {}

  /**
   * All that was found.
   *
   * @param bySection in the order of the document
   * @param labels cells that were read as labels
   * @param paragraphs numbers of the paragraphs that tables were built of, by section
   */
  record All(
      Map<String, List<Candidate>> bySection,
      Set<Matrix.Cell> labels,
      Map<Integer, String> paragraphs) {}

  private static final Text GLUED =
      new Text(
          "数字连在一起，各列合计不能印证如何分开",
          "Figures stand without blanks, and the sums of columns do not prove how they are cut");

  private final Forms forms;
  private final PrintedWords words;
  private final Map<String, SectionLabels> sections = new LinkedHashMap<>();
  private final LineFigures figures;

  SectionTables(Forms forms, PrintedWords words) {
    this.forms = forms;
    this.words = words;
    this.figures = new LineFigures(forms);
    Set<String> ids = new LinkedHashSet<>();
    forms.all().forEach(f -> ids.addAll(f.sections().keySet()));
    ids.forEach(id -> sections.put(id, new SectionLabels(id, forms, words)));
  }

  Map<String, SectionLabels> sections() {
    return sections;
  }

  All find(PrintedDocument document) {
    Map<String, List<Candidate>> bySection = new LinkedHashMap<>();
    Set<Matrix.Cell> used = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<Integer, String> paragraphs = new TreeMap<>();
    for (SectionLabels labels : sections.values()) {
      List<Candidate> its = new ArrayList<>();
      bySection.put(labels.id(), its);
      @Nullable ColumnHeads open = null;
      int width = -1;
      for (int i = 0; i < document.blocks().size(); i++) {
        if (document.blocks().get(i) instanceof Matrix matrix) {
          Grid grid = Grid.of(matrix);
          ColumnHeads heads =
              open != null && width == grid.columns() ? open : new ColumnHeads(labels, words);
          TableReading reading = read(grid, labels, heads);
          if (!reading.isEmpty()) {
            its.add(new Candidate(i, reading, false));
            used.addAll(reading.labels());
          }
          open = heads;
          width = grid.columns();
        }
      }
      if (its.stream().allMatch(c -> c.reading().values().isEmpty())) {
        rebuild(document, labels, its, paragraphs);
      }
    }
    return new All(bySection, used, paragraphs);
  }

  private TableReading read(Grid grid, SectionLabels labels, ColumnHeads heads) {
    TableReading upright = CrossedTable.read(grid, labels, words, figures, heads);
    if (!upright.values().isEmpty()) {
      return upright;
    }
    TableReading headed = HeadedTable.read(grid, labels, words, figures);
    if (!headed.isEmpty()) {
      return headed;
    }
    TableReading aside = CrossedTable.read(grid.onItsSide(), labels, words, figures, null);
    return aside.values().isEmpty() ? upright : aside;
  }

  private void rebuild(
      PrintedDocument document,
      SectionLabels labels,
      List<Candidate> into,
      Map<Integer, String> paragraphs) {
    Map<Integer, Paragraph> lines = new LinkedHashMap<>();
    for (int i = 0; i < document.blocks().size(); i++) {
      Block block = document.blocks().get(i);
      if (block instanceof Paragraph paragraph) {
        lines.put(i, paragraph);
      }
    }
    SectionSums sums = new SectionSums(forms, labels.id());
    FlatTables.Built built = FlatTables.build(lines, labels, words, sums);
    if (built == null) {
      return;
    }
    Grid grid = Grid.of(built.matrix());
    TableReading reading = read(grid, labels, new ColumnHeads(labels, words));
    if (reading.isEmpty() && built.refusals().isEmpty()) {
      return;
    }
    if (!built.cutApart().isEmpty() && !sums.hold(reading.values())) {
      reading
          .values()
          .removeIf(
              v -> {
                boolean cut = built.cutApart().contains(v.cell().place());
                if (cut) {
                  reading.refuse(v.cell().text(), v.cell().place(), GLUED);
                }
                return cut;
              });
    }
    reading
        .values()
        .replaceAll(
            v -> {
              Place place = v.cell().place();
              boolean doubt = built.cutApart().contains(place) || built.supposed().contains(place);
              return doubt ? v.likely() : v;
            });
    // what stands in lines only is less certain to be a table at all: all of it is told for it
    reading.refusals().addAll(built.refusals());
    int first = built.paragraphs().stream().mapToInt(i -> i).min().orElse(0);
    into.add(new Candidate(first, reading, true));
    built.paragraphs().forEach(i -> paragraphs.putIfAbsent(i, labels.id()));
  }

  static Text tooFew(int found, int of) {
    return new Text("该部分只找到 %s 行，应有 %s 行", "Only %s rows of the section were found, of %s")
        .with(Integer.toString(found), Integer.toString(of));
  }
}
