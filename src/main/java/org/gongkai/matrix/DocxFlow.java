package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.matrix.Piece.Words;
import org.jspecify.annotations.Nullable;

/** Paragraphs and tables of a Word file, as they are shown when its changes are accepted. */
final class DocxFlow {

  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final Assembly assembly;

  private final DocFields fields;

  /** Text of paragraphs whose mark was deleted: it goes on in the next one. */
  private final StringBuilder carried = new StringBuilder();

  /** A paragraph that is being read. */
  private static final class Line {
    private final StringBuilder text = new StringBuilder();

    /** What floats beside it, as boxes of text. */
    private final List<Piece> beside = new ArrayList<>(0);

    private @Nullable String style;
  }

  DocxFlow(DocxStyles styles, DocxNumbering numbering, Assembly assembly) {
    this.styles = styles;
    this.numbering = numbering;
    this.assembly = assembly;
    this.fields = new DocFields(assembly);
  }

  void blocks(XmlNode parent, List<Piece> out) throws UnreadableFile {
    for (XmlNode node : parent.children()) {
      ReadingLimits.check();
      switch (node.name()) {
        case "w:p" -> paragraph(node, out);
        case "w:tbl" -> out.add(new DocxTable(this, assembly).read(node));
        case "w:sdt" -> control(node, out);
        case "w:customXml", "w:ins", "w:moveTo", "w:smartTag" -> blocks(node, out);
        case "mc:AlternateContent" -> {
          XmlNode chosen = alternative(node);
          if (chosen != null) {
            blocks(chosen, out);
          }
        }
        case "w:altChunk", "w:subDoc" ->
            assembly.notice("文件插入的外部文档未读取", "A document inserted into the file was not read");
        default -> {
          // Marks of ranges and properties are not shown.
        }
      }
    }
  }

  private void control(XmlNode node, List<Piece> out) throws UnreadableFile {
    XmlNode content = node.child("w:sdtContent");
    if (content == null || node.on("w:sdtPr", "w:showingPlcHdr")) {
      return;
    }
    String gallery = node.value("w:sdtPr", "w:docPartObj", "w:docPartGallery");
    if ("Table of Contents".equals(gallery)) {
      fields.contents();
      return;
    }
    blocks(content, out);
  }

  /** The first alternative that has text; the others show the same for older programs. */
  private static @Nullable XmlNode alternative(XmlNode node) {
    XmlNode first = null;
    for (XmlNode choice : node.children()) {
      if (choice.is("mc:Choice") || choice.is("mc:Fallback")) {
        if (first == null) {
          first = choice;
        }
        if (holds(choice, "w:t")) {
          return choice;
        }
      }
    }
    return first;
  }

  private static boolean holds(XmlNode node, String name) {
    for (XmlNode child : node.children()) {
      if (child.is(name) || holds(child, name)) {
        return true;
      }
    }
    return false;
  }

  private void paragraph(XmlNode node, List<Piece> out) throws UnreadableFile {
    XmlNode properties = node.child("w:pPr");
    Line line = new Line();
    line.style = styles.of(properties, "w:pStyle");
    String label = label(properties, line.style);
    inline(node, line);
    String text = carried + label + line.text;
    carried.setLength(0);
    XmlNode mark = properties == null ? null : properties.child("w:rPr");
    if (mark != null && (mark.child("w:del") != null || mark.child("w:moveFrom") != null)) {
      // A deleted paragraph leaves no number behind.
      carried.append(line.text);
    } else {
      out.add(new Words(text, styles.heading(properties, line.style)));
    }
    out.addAll(line.beside);
  }

  private String label(@Nullable XmlNode properties, @Nullable String style) {
    XmlNode own = properties == null ? null : properties.child("w:numPr");
    String id = own == null ? null : own.value("w:numId");
    String level = own == null ? null : own.value("w:ilvl");
    int number = DocxNumbering.number(level, 0);
    if (id == null) {
      String named = styles.with(style, "w:pPr", "w:numPr", "w:numId");
      XmlNode inherited = styles.at(named, "w:pPr", "w:numPr");
      if (named == null || inherited == null) {
        return "";
      }
      id = inherited.value("w:numId");
      if (level == null) {
        String says = inherited.value("w:ilvl");
        number = says == null ? numbering.levelOfStyle(named) : DocxNumbering.number(says, 0);
      }
    }
    return id == null ? "" : numbering.next(id, number);
  }

  private void inline(XmlNode parent, Line line) throws UnreadableFile {
    for (XmlNode node : parent.children()) {
      switch (node.name()) {
        case "w:r" -> run(node, line);
        case "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr" -> {
          // What was deleted is not shown.
        }
        case "w:sdt" -> {
          XmlNode content = node.child("w:sdtContent");
          if (content != null && !node.on("w:sdtPr", "w:showingPlcHdr")) {
            inline(content, line);
          }
        }
        case "m:oMath", "m:oMathPara" -> formula(node, line);
        case "mc:AlternateContent" -> {
          XmlNode chosen = alternative(node);
          if (chosen != null) {
            inline(chosen, line);
          }
        }
        case "w:ins",
            "w:moveTo",
            "w:hyperlink",
            "w:smartTag",
            "w:customXml",
            "w:fldSimple",
            "w:dir",
            "w:bdo" ->
            inline(node, line);
        default -> {
          // Bookmarks and marks of ranges are not shown.
        }
      }
    }
  }

  private static void formula(XmlNode node, Line line) {
    for (XmlNode child : node.children()) {
      if (child.is("m:t") || child.is("w:t")) {
        line.text.append(child.text());
      }
      formula(child, line);
    }
  }

  private void run(XmlNode run, Line line) throws UnreadableFile {
    if (hidden(run.child("w:rPr"), line.style)) {
      if (holds(run, "w:t")) {
        assembly.notice("隐藏文字未读取", "Hidden text was left out");
      }
      // Fields may begin and end in hidden runs.
      for (XmlNode node : run.children()) {
        if (node.is("w:fldChar") || node.is("w:instrText")) {
          piece(node, line);
        }
      }
      return;
    }
    for (XmlNode node : run.children()) {
      piece(node, line);
    }
  }

  private boolean hidden(@Nullable XmlNode properties, @Nullable String paragraphStyle) {
    if (properties != null && properties.child("w:vanish") != null) {
      return properties.on("w:vanish");
    }
    String style = properties == null ? null : properties.value("w:rStyle");
    return styles.hides(style) || styles.hides(paragraphStyle);
  }

  private void piece(XmlNode node, Line line) throws UnreadableFile {
    switch (node.name()) {
      case "w:t" -> show(line, node.text());
      case "w:tab", "w:ptab" -> show(line, "\t");
      case "w:br", "w:cr" -> show(line, "\n");
      case "w:noBreakHyphen" -> show(line, "-");
      case "w:sym" -> show(line, symbol(node));
      case "w:fldChar" -> field(node.attribute("w:fldCharType"));
      case "w:instrText" -> fields.code(node.text());
      case "w:ruby" -> {
        XmlNode base = node.child("w:rubyBase");
        if (base != null) {
          inline(base, line);
        }
      }
      case "mc:AlternateContent" -> {
        XmlNode chosen = alternative(node);
        if (chosen != null) {
          for (XmlNode child : chosen.children()) {
            piece(child, line);
          }
        }
      }
      case "w:drawing", "w:pict", "w:object" -> graphic(node, line);
      default -> {
        // Marks of notes, of pages and of comments are not text.
      }
    }
  }

  private void show(Line line, String text) {
    if (fields.shown()) {
      line.text.append(text);
    }
  }

  private void field(@Nullable String type) throws UnreadableFile {
    switch (type) {
      case "begin" -> fields.begin();
      case "separate" -> fields.separate();
      case "end" -> fields.end();
      case null, default -> {
        // Word ignores it too.
      }
    }
  }

  private static String symbol(XmlNode node) {
    String code = node.attribute("w:char");
    try {
      return FontSymbol.shown(Integer.parseInt(code == null ? "" : code, 16));
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private void graphic(XmlNode node, Line line) throws UnreadableFile {
    for (XmlNode child : node.children()) {
      switch (child.name()) {
        case "w:txbxContent" -> blocks(child, line.beside);
        case "a:blip", "v:imagedata" -> assembly.notice("图片未读取", "Pictures were not read");
        case "mc:AlternateContent" -> {
          XmlNode chosen = alternative(child);
          if (chosen != null) {
            graphic(chosen, line);
          }
        }
        default -> {
          if (child.name().endsWith(":OLEObject")) {
            assembly.notice("嵌入的对象未读取", "Embedded objects were not read");
          }
          graphic(child, line);
        }
      }
    }
  }
}
