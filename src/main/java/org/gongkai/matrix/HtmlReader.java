package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads web pages, also those that Word and WPS save. Nothing that a page refers to is fetched. */
final class HtmlReader implements DocumentReader {

  @Override
  public PrintedDocument read(byte[] bytes) throws UnreadableFile {
    return read(Decoded.of(bytes));
  }

  PrintedDocument read(Decoded decoded) throws UnreadableFile {
    ReadingLimits.checkTags(decoded.text());
    Assembly assembly = new Assembly(FileKind.HTML);
    assembly.notice(decoded.notice());
    Parser parser = Parser.htmlParser();
    parser.setMaxDepth(ReadingLimits.DEPTH);
    Document page = Jsoup.parse(decoded.text(), "", parser);
    ReadingLimits.check();
    List<Piece> pieces = new ArrayList<>();
    new HtmlFlow(assembly).read(page.body(), pieces);
    String title = title(page);
    if (!title.isEmpty() && pieces.stream().noneMatch(piece -> says(piece, title))) {
      assembly.add(new Piece.Words(title, true));
    }
    assembly.addAll(pieces);
    return assembly.document();
  }

  /** The title that pages of government sites state for machines, else that of the window. */
  private static String title(Document page) {
    Element stated = page.selectFirst("meta[name=ArticleTitle]");
    String title = stated == null ? "" : stated.attr("content").strip();
    return title.isEmpty() ? page.title().strip() : title;
  }

  private static boolean says(Piece piece, String title) {
    return piece instanceof Piece.Words words && PrintedText.lines(words.text()).contains(title);
  }
}
