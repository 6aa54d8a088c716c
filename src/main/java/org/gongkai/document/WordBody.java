package org.gongkai.document;

import java.util.List;

/**
 * The text of a Word document. Paragraphs and cells name styles, and nothing else is set here but
 * where cells merge.
 */
record WordBody(PrintedXml xml) {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String WP =
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
  private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";

  /** Between the margins of 28 and 26 mm of a page of 210 mm, in twentieths of a point. */
  private static final int TEXT_WIDTH = 8844;

  /** 20 mm, of which each has 36,000 units. */
  private static final String CODE_SIZE = "720000";

  private static final String BAND = "C6D9F1";

  void write(Paper paper) {
    xml.declaration().open("w:document", "xmlns:w", W, "xmlns:r", R).open("w:body");
    boolean afterTable = false;
    Paper.Part before = null;
    for (Paper.Piece piece : paper.pieces()) {
      switch (piece) {
        case Paper.Words words -> {
          if (before == Paper.Part.TITLE && words.part() != Paper.Part.TITLE) {
            paragraph("Normal", "");
          }
          paragraph(style(words.part()), words.text());
          before = words.part();
        }
        case PaperGrid grid -> {
          if (afterTable) {
            // two tables that nothing stands between would become one
            paragraph("Note", "");
          }
          table(grid);
        }
      }
      afterTable = piece instanceof PaperGrid;
    }
    if (afterTable) {
      paragraph("Note", "");
    }
    if (paper.proof() != null) {
      paragraph("Proof", "");
      String address = paper.proof().address();
      if (address != null) {
        code(address);
      }
      paper.proof().lines().forEach(line -> paragraph("Proof", line));
    }
    section();
    xml.close(2);
  }

  private static String style(Paper.Part part) {
    return switch (part) {
      case TITLE -> "Title";
      case HEADING -> "Heading1";
      case SUBHEADING -> "Heading2";
      case BODY -> "Body";
      case ADDRESSEE -> "Addressee";
      case SIGNATURE -> "Signature";
      case NOTE -> "Note";
    };
  }

  private void paragraph(String style, String text) {
    paragraph(style, "", text.isEmpty() ? List.of() : List.of(text), "");
  }

  /**
   * A paragraph.
   *
   * @param alignment another one than the style's, or empty
   * @param size another one than the style's, in half points, or empty
   */
  private void paragraph(String style, String alignment, List<String> lines, String size) {
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style);
    if (!alignment.isEmpty()) {
      xml.empty("w:jc", "w:val", alignment);
    }
    xml.close(1);
    if (!lines.isEmpty()) {
      xml.open("w:r");
      if (!size.isEmpty()) {
        xml.open("w:rPr").empty("w:sz", "w:val", size).close(1);
      }
      for (int i = 0; i < lines.size(); i++) {
        if (i > 0) {
          xml.empty("w:br");
        }
        xml.open("w:t", "xml:space", "preserve").text(lines.get(i)).close(1);
      }
      xml.close(1);
    }
    xml.close(1);
  }

  /** The picture that leads to the receipt, 20 mm wide. */
  private void code(String address) {
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Proof");
    xml.empty("w:keepNext").close(1);
    xml.open("w:r").open("w:drawing");
    xml.open("wp:inline", "xmlns:wp", WP, "distT", "0", "distB", "0", "distL", "0", "distR", "0");
    xml.empty("wp:extent", "cx", CODE_SIZE, "cy", CODE_SIZE);
    xml.empty("wp:docPr", "id", "1", "name", "receipt", "descr", address);
    xml.open("a:graphic", "xmlns:a", A).open("a:graphicData", "uri", PICTURE);
    xml.open("pic:pic", "xmlns:pic", PICTURE).open("pic:nvPicPr");
    xml.empty("pic:cNvPr", "id", "1", "name", "receipt.png").empty("pic:cNvPicPr").close(1);
    xml.open("pic:blipFill").empty("a:blip", "r:embed", "rId6");
    xml.open("a:stretch").empty("a:fillRect").close(2);
    xml.open("pic:spPr").open("a:xfrm").empty("a:off", "x", "0", "y", "0");
    xml.empty("a:ext", "cx", CODE_SIZE, "cy", CODE_SIZE).close(1);
    xml.open("a:prstGeom", "prst", "rect").empty("a:avLst").close(2);
    xml.close(7);
  }

  private void table(PaperGrid grid) {
    int sum = grid.widths().stream().mapToInt(Integer::intValue).sum();
    int[] widths =
        grid.widths().stream().mapToInt(w -> (int) ((long) w * TEXT_WIDTH / sum)).toArray();
    xml.open("w:tbl").open("w:tblPr");
    xml.empty("w:tblW", "w:w", Integer.toString(TEXT_WIDTH), "w:type", "dxa");
    xml.empty("w:jc", "w:val", "center").open("w:tblBorders");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      xml.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000");
    }
    xml.close(1).empty("w:tblLayout", "w:type", "fixed").open("w:tblCellMar");
    xml.empty("w:left", "w:w", "40", "w:type", "dxa");
    xml.empty("w:right", "w:w", "40", "w:type", "dxa").close(1);
    xml.empty("w:tblCaption", "w:val", grid.caption()).close(1).open("w:tblGrid");
    for (int width : widths) {
      xml.empty("w:gridCol", "w:w", Integer.toString(width));
    }
    xml.close(1);
    PaperGrid.Cell[][] places = grid.places();
    for (int r = 0; r < grid.rows(); r++) {
      xml.open("w:tr").open("w:trPr").empty("w:cantSplit");
      if (r < grid.headRows()) {
        xml.empty("w:tblHeader");
      }
      xml.close(1);
      for (int c = 0; c < grid.columns(); c += places[r][c].columnSpan()) {
        cell(grid, places[r][c], r, widths);
      }
      xml.close(1);
    }
    xml.close(1);
  }

  private void cell(PaperGrid grid, PaperGrid.Cell cell, int row, int[] widths) {
    int width = 0;
    for (int c = cell.column(); c < cell.column() + cell.columnSpan(); c++) {
      width += widths[c];
    }
    xml.open("w:tc").open("w:tcPr");
    xml.empty("w:tcW", "w:w", Integer.toString(width), "w:type", "dxa");
    if (cell.columnSpan() > 1) {
      xml.empty("w:gridSpan", "w:val", Integer.toString(cell.columnSpan()));
    }
    if (cell.rowSpan() > 1) {
      xml.empty("w:vMerge", "w:val", row == cell.row() ? "restart" : "continue");
    }
    if (cell.kind() == PaperGrid.Kind.BAND) {
      xml.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", BAND);
    }
    xml.empty("w:vAlign", "w:val", "center").close(1);
    String style = grid.isDense() ? "TableDense" : "TableText";
    double size = grid.size(cell);
    paragraph(
        style,
        isCentred(cell, grid.isDense()) ? "center" : "left",
        row == cell.row() ? grid.lines(cell) : List.of(),
        size < grid.size() ? Long.toString(Math.round(2 * size)) : "");
    xml.close(1);
  }

  /** Labels of many rows begin at the left; the few of a table of blocks stand in the middle. */
  private static boolean isCentred(PaperGrid.Cell cell, boolean dense) {
    return switch (cell.kind()) {
      case COLUMN_HEAD, NUMBER -> true;
      case ROW_HEAD, CORNER -> !dense;
      case BAND, TEXT -> false;
    };
  }

  private void section() {
    xml.open("w:sectPr");
    xml.empty("w:footerReference", "w:type", "default", "r:id", "rId4");
    xml.empty("w:footerReference", "w:type", "even", "r:id", "rId5");
    // A4; GB/T 9704: margins of 37, 26, 35 and 28 mm
    xml.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
    xml.empty(
        "w:pgMar",
        "w:top",
        "2098",
        "w:right",
        "1474",
        "w:bottom",
        "1984",
        "w:left",
        "1588",
        "w:header",
        "851",
        "w:footer",
        "1587",
        "w:gutter",
        "0");
    xml.close(1);
  }
}
