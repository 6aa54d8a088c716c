package org.gongkai.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Row;
import org.gongkai.form.Samples;
import org.gongkai.form.Section;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.Place;
import org.gongkai.matrix.PrintedDocument;

/** Whether all that a document says is in what was found in it. */
final class Accounts {

  private static final List<String> FORM = ofTheForm();

  private Accounts() {}

  /** The lines that are neither in the report, nor left over, nor labels of the form. */
  static List<String> lost(PrintedDocument document, Recognised found) {
    StringBuilder all = new StringBuilder();
    texts(found.report().path("narrative"), all);
    found.texts().forEach(t -> all.append(plain(t.heading())).append('\n'));
    found.leftOver().forEach(l -> all.append(plain(l.text())).append('\n'));
    Set<Place> cells = new HashSet<>();
    found.cells().forEach(c -> cells.add(c.place()));
    List<String> lost = new ArrayList<>();
    for (Block block : document.blocks()) {
      switch (block) {
        case Paragraph paragraph -> {
          for (String line : paragraph.text().split("\n")) {
            if (!isThere(line, all) && !cells.contains(paragraph.place()) && !isLabel(line)) {
              lost.add(line);
            }
          }
        }
        case Matrix matrix -> {
          for (Matrix.Cell cell : matrix.cells()) {
            if (!isThere(cell.text(), all)
                && !cells.contains(cell.place())
                && !isLabel(cell.text())) {
              lost.add(cell.text());
            }
          }
        }
      }
    }
    return lost;
  }

  private static boolean isThere(String line, StringBuilder all) {
    String its = plain(line);
    if (all.indexOf(its) >= 0) {
      return true;
    }
    // a heading with its text behind it, a name with a day
    for (int i = 1; i < its.length(); i++) {
      String rest = its.substring(i).replaceFirst("^[。：:]", "");
      if (all.indexOf(its.substring(0, i)) >= 0 && all.indexOf(rest) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** What the form prints itself, or a cut of it. */
  private static boolean isLabel(String line) {
    String words = words(line);
    return words.isEmpty() || FORM.stream().anyMatch(label -> label.contains(words));
  }

  private static String words(String text) {
    return LabelText.of(text, PrintedWords.of(Samples.FORMS).spellings()).words();
  }

  private static List<String> ofTheForm() {
    List<String> printed = new ArrayList<>(List.of("信息内容", "申请人情况"));
    for (Form form : Samples.FORMS.all()) {
      for (Section section : form.sections().values()) {
        printed.add(section.note() == null ? "" : section.note().zh());
        for (Row row : section.rows()) {
          printed.add(row.label().zh());
          printed.add(row.article() == null ? "" : row.article());
          printed.add(row.group() == null ? "" : row.group().zh());
        }
        for (Column column : section.columns()) {
          printed.add(column.label().zh());
          printed.add(column.group() == null ? "" : column.group().zh());
        }
      }
    }
    return printed.stream().map(Accounts::words).toList();
  }

  private static String plain(String text) {
    return LabelText.joined(text);
  }

  private static void texts(JsonNode node, StringBuilder into) {
    if (node.isTextual()) {
      into.append(plain(node.textValue())).append('\n');
    }
    node.forEach(child -> texts(child, into));
  }
}
