package org.gongkai.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.CellKind;
import org.gongkai.form.Choice;
import org.gongkai.form.Column;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * The table of channels of publication in our own documents, read back as it was filed. It is no
 * table of the form, and what it says is taken out of the document before that is looked for.
 */
final class ChannelRows {

  private static final Text COUNT = new Text("数量", "Count");
  private static final Column COLUMN =
      new Column("count", CellKind.COUNT, FormRole.LEAF, null, false, COUNT, null, COUNT);

  private final PrintedWords.Channels words;
  private final CellText cellText;
  private final Map<String, Choice> channels;
  private final Map<String, Choice> units;
  private final boolean isPaged;
  private final ObjectNode publications = JsonNodeFactory.instance.objectNode();
  private final ArrayNode rows = publications.arrayNode();

  /**
   * What was found.
   *
   * @param rest the document without it
   * @param publications as a report states them; null where the document has no such table
   */
  record Found(PrintedDocument rest, @Nullable ObjectNode publications) {}

  private ChannelRows(Forms forms, PrintedWords words, CellText cellText, boolean isPaged) {
    this.words = words.channels();
    this.cellText = cellText;
    this.channels = forms.channels();
    this.units = forms.units();
    this.isPaged = isPaged;
  }

  static Found of(PrintedDocument document, Forms forms, PrintedWords words, CellText cellText) {
    return new ChannelRows(forms, words, cellText, document.kind() == FileKind.PDF).of(document);
  }

  private Found of(PrintedDocument document) {
    List<Block> rest = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Matrix matrix) {
        Matrix left = without(matrix);
        if (!left.cells().isEmpty()) {
          rest.add(left);
        }
      } else {
        rest.add(block);
      }
    }
    if (publications.isEmpty() && rows.isEmpty()) {
      return new Found(document, null);
    }
    if (!rows.isEmpty()) {
      publications.set("channels", rows);
    }
    rest.removeIf(block -> block instanceof Paragraph line && isNote(line.text()));
    return new Found(new PrintedDocument(document.kind(), rest, document.notices()), publications);
  }

  private boolean isNote(String text) {
    return LabelText.joined(text).equals(LabelText.joined(words.note()));
  }

  /** Reads its rows: a table, or a part of a sheet. */
  private Matrix without(Matrix matrix) {
    Set<Matrix.Cell> taken = new HashSet<>();
    List<Matrix.Cell> heads = List.of();
    for (int row = 0; row < matrix.rows(); row++) {
      List<Matrix.Cell> cells = said(matrix, row);
      if (areHeads(cells)) {
        heads = cells;
        taken.addAll(cells);
      } else if (!heads.isEmpty() && read(texts(cells, heads))) {
        taken.addAll(cells);
      } else {
        heads = List.of();
      }
    }
    if (taken.isEmpty()) {
      return matrix;
    }
    List<Matrix.Cell> left =
        matrix.cells().stream()
            .filter(cell -> !taken.contains(cell) && !isNote(cell.text()))
            .filter(cell -> !cell.text().isEmpty())
            .toList();
    return new Matrix(matrix.rows(), matrix.columns(), left, matrix.place());
  }

  private static List<Matrix.Cell> said(Matrix matrix, int row) {
    return matrix.cells().stream()
        .filter(cell -> cell.row() == row && !CellText.isBlank(cell.text()))
        .toList();
  }

  /** What stands below each head. */
  private List<String> texts(List<Matrix.Cell> cells, List<Matrix.Cell> heads) {
    return heads.stream()
        .map(
            head ->
                cells.stream()
                    .filter(cell -> cell.column() == head.column())
                    .findFirst()
                    .map(cell -> text(cell))
                    .orElse(""))
        .toList();
  }

  private boolean areHeads(List<Matrix.Cell> cells) {
    return cells.stream().map(cell -> LabelText.joined(cell.text())).toList().equals(words.heads());
  }

  /** Whether it is a row of the table, of a channel and a unit that are known. */
  private boolean read(List<String> texts) {
    String channel = code(channels, texts.get(0));
    String unit = code(units, texts.get(3));
    boolean total = LabelText.joined(texts.get(0)).equals(words.total());
    if (unit == null || channel == null && !total) {
      return false;
    }
    ObjectNode entry = total ? publications.putObject("total") : rows.addObject();
    if (channel != null) {
      entry.put("channel", channel);
      if (!texts.get(1).isEmpty()) {
        entry.put("name", texts.get(1));
      }
    }
    count(entry, texts.get(2), texts.get(4));
    entry.put("unit", unit);
    return true;
  }

  private void count(ObjectNode entry, String printed, String remark) {
    boolean about = printed.startsWith(words.about());
    String digits = about ? printed.substring(words.about().length()) : printed;
    JsonNode count = cellText.read(digits, COLUMN).value();
    if (about && !count.isNumber()) {
      count = cellText.read(printed, COLUMN).value();
    } else if (about) {
      entry.put("approximate", true);
    }
    if (remark.isEmpty()) {
      entry.set("count", count);
    } else {
      entry.putObject("count").put("remark", remark).set("value", count);
    }
  }

  /** A page of print breaks a line where it ends, and only there. */
  private String text(Matrix.Cell cell) {
    String text = CellText.stripped(cell.text());
    return isPaged ? text.replace("\n", "") : text;
  }

  private static @Nullable String code(Map<String, Choice> choices, String label) {
    String joined = LabelText.joined(label);
    return choices.values().stream()
        .filter(choice -> LabelText.joined(choice.label().zh()).equals(joined))
        .map(Choice::id)
        .findFirst()
        .orElse(null);
  }
}
