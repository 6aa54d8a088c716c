package org.gongkai.check;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;

/**
 * A part of the text, read once for all checks.
 *
 * @param masked the text with private matters masked, sign for sign: whatever is quoted is quoted
 *     from it
 */
record NarrativeText(
    String part,
    String text,
    String masked,
    List<Span> secrets,
    Passage passage,
    List<Statement> statements) {

  static final String NARRATIVE = "narrative";
  private static final int LONGEST_QUOTE = 120;

  static NarrativeText of(String part, String text, Lexicon lexicon, Content content) {
    Passage passage = Passage.of(text);
    List<Span> hidden = PrivateWords.in(text);
    return new NarrativeText(
        part,
        text,
        Span.mask(text, hidden),
        hidden,
        passage,
        StatementReader.read(lexicon, part, passage, content.scope() != Scope.ORGAN));
  }

  /** A part that is only quoted. */
  static NarrativeText unread(String part, String text) {
    List<Span> hidden = PrivateWords.in(text);
    return new NarrativeText(part, text, Span.mask(text, hidden), hidden, null, List.of());
  }

  String place() {
    return NARRATIVE + "." + part;
  }

  /** The words between two places of the text, as they are written. */
  Finding.CellState quote(int start, int end) {
    int from = Math.max(start, end - LONGEST_QUOTE);
    return new Finding.CellState(
        place(), null, null, TextNode.valueOf(masked.substring(from, end).strip()), from);
  }

  Finding.CellState quote(Statement statement) {
    return quote(statement.start(), statement.end());
  }
}
