package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the cells of a document out in one form: a mark for "does not apply" is {@code n/a} however
 * it was typed. Everything else stays to the letter, and so does the document that is kept, which
 * the digest is of.
 */
public final class CanonicalCells {

  private CanonicalCells() {}

  /** What a mark for "does not apply" is given out as; null where the text is none. */
  public static @Nullable String mark(String printed) {
    return CellReader.isMark(TextNode.valueOf(printed)) ? CellReader.NOT_APPLICABLE : null;
  }

  /**
   * Rewrites the marks of a document.
   *
   * @param editions per section the edition that it follows
   */
  public static void rewrite(ObjectNode document, Forms forms, Map<String, String> editions) {
    editions.forEach(
        (section, edition) ->
            forms
                .form(edition)
                .map(form -> form.knownSection(section))
                .ifPresent(its -> its.cells().values().forEach(cell -> rewrite(document, cell))));
    JsonNode publications = document.path("publications");
    rewrite(publications.path("total"), "count");
    publications.path("channels").forEach(channel -> rewrite(channel, "count"));
  }

  private static void rewrite(JsonNode document, Cell cell) {
    String column = cell.column().id();
    String row = cell.path().substring(0, cell.path().length() - column.length() - 1);
    rewrite(document.at("/" + row.replace('.', '/')), column);
  }

  private static void rewrite(JsonNode place, String key) {
    if (place instanceof ObjectNode row) {
      JsonNode cell = row.path(key);
      if (CellReader.isMark(cell)) {
        row.put(key, CellReader.NOT_APPLICABLE);
      } else if (CellReader.hasRemark(cell) && CellReader.isMark(cell.path(CellReader.VALUE))) {
        ((ObjectNode) cell).put(CellReader.VALUE, CellReader.NOT_APPLICABLE);
      }
    }
  }
}
