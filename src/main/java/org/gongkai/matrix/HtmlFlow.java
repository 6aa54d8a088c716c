package org.gongkai.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.matrix.Piece.Words;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Paragraphs and tables of a page, as a browser shows them without its scripts. */
final class HtmlFlow {

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "header",
          "hgroup",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "ul",
          "caption",
          "tr",
          "td",
          "th",
          "tbody",
          "thead",
          "tfoot",
          "listing");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** What shows no text of the page, or what a browser without scripts does not show. */
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "template",
          "head",
          "title",
          "meta",
          "link",
          "select",
          "option",
          "button",
          "textarea",
          "input",
          "svg",
          "canvas",
          "audio",
          "video",
          "map",
          "noscript",
          "noframes",
          "xml",
          "datalist",
          "del",
          "rp",
          "rt",
          "colgroup",
          "col");

  private static final Set<String> OUTSIDE = Set.of("iframe", "frame", "embed", "object", "applet");

  private final Assembly assembly;

  HtmlFlow(Assembly assembly) {
    this.assembly = assembly;
  }

  /** All that stands in an element. */
  void read(Element parent, List<Piece> out) throws UnreadableFile {
    Line line = new Line(out);
    children(parent, line, false);
    line.end(false);
  }

  /** A paragraph that is being read: blanks run together, as a browser has it. */
  private static final class Line {
    private final List<Piece> out;
    private final StringBuilder text = new StringBuilder();

    private Line(List<Piece> out) {
      this.out = out;
    }

    private void add(String raw, boolean asItIs) {
      for (int i = 0; i < raw.length(); i++) {
        char sign = raw.charAt(i);
        boolean blank = sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r' || sign == '\f';
        if (!blank || asItIs) {
          text.append(sign);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
        }
      }
    }

    private void end(boolean heading) {
      if (!text.isEmpty()) {
        out.add(new Words(text.toString(), heading));
        text.setLength(0);
      }
    }
  }

  private void children(Element parent, Line line, boolean asItIs) throws UnreadableFile {
    for (Node node : parent.childNodes()) {
      ReadingLimits.check();
      if (node instanceof TextNode words) {
        line.add(words.getWholeText(), asItIs);
      } else if (node instanceof Element element && !hidden(element)) {
        element(element, line, asItIs);
      }
    }
  }

  private void element(Element element, Line line, boolean asItIs) throws UnreadableFile {
    String name = element.normalName();
    if (SILENT.contains(name)) {
      return;
    }
    if (OUTSIDE.contains(name)) {
      assembly.notice("网页嵌入的其他页面或文件未读取", "Pages or files within the page were not read");
    } else if (name.equals("br")) {
      line.text.append('\n');
    } else if (name.equals("table")) {
      line.end(false);
      HtmlTable table = new HtmlTable(this);
      table.read(element, line.out);
    } else if (HEADINGS.contains(name)) {
      line.end(false);
      children(element, line, asItIs);
      line.end(true);
    } else if (BLOCKS.contains(name)) {
      line.end(false);
      children(element, line, asItIs || name.equals("pre") || name.equals("listing"));
      line.end(false);
    } else {
      children(element, line, asItIs);
    }
  }

  static boolean hidden(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    return plain.contains("display:none")
        || plain.contains("visibility:hidden")
        || plain.contains("mso-hide:all")
        // said to those who hear a page, beside what is seen
        || plain.contains("clip:rect(0");
  }
}
