package org.gongkai.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a paper as a web page that needs nothing else: no script, nothing fetched, its sheet
 * within. It is XML as well, so that the same page is what a PDF is made from. Each number names
 * the heads that it stands under, since heads that merge over several rows say nothing to those who
 * hear a table.
 */
final class HtmlWriter {

  private static final String SHEET = sheet();

  /** The heading above says the same to those who see it. */
  private static final String HEARD_ONLY =
      "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap";

  private HtmlWriter() {}

  /**
   * Writes it.
   *
   * @param print whether it is for what breaks lines worse than browsers do
   */
  static void write(Paper paper, boolean print, OutputStream out) {
    try (PrintedXml xml = new PrintedXml(out)) {
      if (!print) {
        xml.doctype("<!DOCTYPE html>");
      }
      xml.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "zh-CN")
          .open("head")
          .empty("meta", "charset", "UTF-8")
          .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
          .open("title")
          .text(paper.title())
          .close(1)
          .open("style")
          .text(SHEET)
          .close(2)
          .open("body")
          .open("main");
      new Page(xml, print).write(paper);
      xml.close(1);
      proof(xml, paper);
      xml.close(2);
    }
  }

  static byte[] bytes(Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(paper, false, out);
    return out.toByteArray();
  }

  private static void proof(PrintedXml xml, Paper paper) {
    if (paper.proof() != null) {
      xml.open("footer");
      String address = paper.proof().address();
      if (address != null) {
        xml.empty(
            "img",
            "src",
            "data:image/png;base64," + Base64.getEncoder().encodeToString(QrCode.png(address)),
            "alt",
            address);
      }
      for (String line : paper.proof().lines()) {
        xml.open("p").text(line).close(1);
      }
      xml.close(1);
    }
  }

  private static String sheet() {
    try (InputStream css = HtmlWriter.class.getResourceAsStream("/documents/paper.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands on the page. */
  private static final class Page {

    private final PrintedXml xml;
    private final boolean print;
    private int tables;

    private Page(PrintedXml xml, boolean print) {
      this.xml = xml;
      this.print = print;
    }

    private void write(Paper paper) {
      List<Paper.Piece> pieces = paper.pieces();
      for (int i = 0; i < pieces.size(); i++) {
        switch (pieces.get(i)) {
          case Paper.Words words -> words(words, i + 1 < pieces.size() ? pieces.get(i + 1) : null);
          case PaperGrid grid -> {
            tables++;
            table(grid);
          }
        }
      }
    }

    private void words(Paper.Words words, Paper.@Nullable Piece next) {
      switch (words.part()) {
        case TITLE -> {
          boolean last = !(next instanceof Paper.Words w && w.part() == Paper.Part.TITLE);
          element("h1", last ? "last" : "", words.text());
        }
        case HEADING -> element("h2", "", words.text());
        case SUBHEADING -> element("h3", "", words.text());
        case BODY -> element("p", "", words.text());
        case ADDRESSEE -> element("p", "addressee", words.text());
        case SIGNATURE -> element("p", "signature", words.text());
        case NOTE -> element("p", "note", words.text());
      }
    }

    private void element(String name, String style, String text) {
      if (style.isEmpty()) {
        xml.open(name);
      } else {
        xml.open(name, "class", style);
      }
      xml.text(text).close(1).text("\n");
    }

    private void table(PaperGrid grid) {
      if (grid.isDense()) {
        xml.open("table", "class", "dense");
      } else {
        xml.open("table");
      }
      if (!print) {
        xml.open("caption", "style", HEARD_ONLY).text(grid.caption()).close(1);
      }
      xml.open("colgroup");
      int sum = grid.widths().stream().mapToInt(Integer::intValue).sum();
      for (int width : grid.widths()) {
        xml.empty("col", "style", "width:" + Math.floorDiv(width * 1000, sum) / 10.0 + "%");
      }
      xml.close(1);
      PaperGrid.Cell[][] places = grid.places();
      if (grid.headRows() > 0) {
        rows("thead", grid, places, 0, grid.headRows());
      }
      rows("tbody", grid, places, grid.headRows(), grid.rows());
      xml.close(1).text("\n");
    }

    private void rows(String name, PaperGrid grid, PaperGrid.Cell[][] places, int from, int to) {
      xml.open(name);
      for (int r = from; r < to; r++) {
        xml.open("tr");
        for (int c = 0; c < grid.columns(); c += places[r][c].columnSpan()) {
          if (places[r][c].row() == r) {
            cell(grid, places, places[r][c]);
          }
        }
        xml.close(1).text("\n");
      }
      xml.close(1);
    }

    private void cell(PaperGrid grid, PaperGrid.Cell[][] places, PaperGrid.Cell cell) {
      List<String> attributes = new ArrayList<>();
      boolean isHead = false;
      switch (cell.kind()) {
        case COLUMN_HEAD -> {
          isHead = true;
          add(attributes, "scope", cell.columnSpan() > 1 ? "colgroup" : "col", "class", "c");
        }
        case ROW_HEAD -> {
          isHead = true;
          add(attributes, "scope", cell.rowSpan() > 1 ? "rowgroup" : "row");
          if (!grid.isDense()) {
            add(attributes, "class", "c");
          }
        }
        case BAND -> {
          isHead = true;
          add(attributes, "scope", "colgroup", "class", "band");
        }
        case CORNER -> {
          if (!grid.isDense()) {
            add(attributes, "class", "c");
          }
        }
        case NUMBER -> add(attributes, "class", "c", "headers", heads(places, cell));
        case TEXT -> add(attributes, "class", "text");
      }
      if (isHead) {
        add(attributes, "id", id(cell));
      }
      if (cell.rowSpan() > 1) {
        add(attributes, "rowspan", Integer.toString(cell.rowSpan()));
      }
      if (cell.columnSpan() > 1) {
        add(attributes, "colspan", Integer.toString(cell.columnSpan()));
      }
      double size = grid.size(cell);
      if (size < grid.size()) {
        add(attributes, "style", "font-size:" + size + "pt");
      }
      xml.open(isHead ? "th" : "td", attributes.toArray(String[]::new));
      List<String> lines = print ? grid.lines(cell) : cell.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (i > 0) {
          xml.empty("br");
        }
        xml.text(lines.get(i));
      }
      xml.close(1);
    }

    private static void add(List<String> attributes, String... more) {
      attributes.addAll(List.of(more));
    }

    private String id(PaperGrid.Cell cell) {
      return "t" + tables + "r" + cell.row() + "c" + cell.column();
    }

    /** The heads of a number: those to its left, and those over it, up to the rows above them. */
    private String heads(PaperGrid.Cell[][] places, PaperGrid.Cell cell) {
      Set<String> heads = new LinkedHashSet<>();
      for (int c = 0; c < cell.column(); c++) {
        if (places[cell.row()][c].kind() == PaperGrid.Kind.ROW_HEAD) {
          heads.add(id(places[cell.row()][c]));
        }
      }
      List<String> over = new ArrayList<>();
      boolean met = false;
      for (int r = cell.row() - 1; r >= 0; r--) {
        PaperGrid.Kind kind = places[r][cell.column()].kind();
        boolean isHead = kind == PaperGrid.Kind.COLUMN_HEAD || kind == PaperGrid.Kind.BAND;
        if (isHead) {
          met = true;
          over.addFirst(id(places[r][cell.column()]));
        } else if (met) {
          break;
        }
      }
      heads.addAll(over);
      return String.join(" ", heads);
    }
  }
}
