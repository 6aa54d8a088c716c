package org.gongkai.narrative;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.language.Glyphs;
import org.gongkai.language.Span;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A part of the text, read once for all checks.
 *
 * @param sent as it came
 * @param text as it is read, sign for sign
 * @param masked the text as it was sent with private matters masked, sign for sign: whatever is
 *     quoted is quoted from it
 * @param read null of a part that is only quoted
 */
public record NarrativeText(
    String part,
    String sent,
    String text,
    String masked,
    List<Span> secrets,
    @Nullable Passage read,
    List<Statement> statements) {

  public static final String NARRATIVE = "narrative";
  private static final int LONGEST_QUOTE = 120;

  static NarrativeText read(
      String part, String sent, Lexicon lexicon, boolean area, @Nullable OwnStreet street) {
    Passage passage = Passage.of(sent);
    List<Span> hidden = PrivateWords.in(sent);
    return new NarrativeText(
        part,
        sent,
        Glyphs.read(sent),
        Span.mask(sent, hidden),
        List.copyOf(hidden),
        passage,
        List.copyOf(StatementReader.read(lexicon, part, passage, area, street)));
  }

  /** A part that is only quoted. */
  public static NarrativeText unread(String part, String sent) {
    List<Span> hidden = PrivateWords.in(sent);
    String read = Glyphs.read(sent);
    return new NarrativeText(part, sent, read, Span.mask(sent, hidden), hidden, null, List.of());
  }

  /** What it says, once it was read. */
  public Passage passage() {
    return Objects.requireNonNull(read);
  }

  public String place() {
    return NARRATIVE + "." + part;
  }

  /** The words between two places of the text, as they are written. */
  public CellState quote(int start, int end) {
    int from = Math.max(start, end - LONGEST_QUOTE);
    while (from < end && Character.isWhitespace(masked.charAt(from))) {
      from++;
    }
    return new CellState(place(), TextNode.valueOf(masked.substring(from, end).strip()), from);
  }

  public CellState quote(Statement statement) {
    return quote(statement.start(), statement.end());
  }

  /** The words between two places of its passage. */
  public CellState quoteRead(int from, int end) {
    return quote(passage().origin(from), passage().originEnd(end));
  }

  /** What a rule says of words of this part. */
  public Finding finding(Form form, Rule rule, FindingKind kind, List<CellState> words) {
    return finding(form, rule, kind, words, null, null);
  }

  /** Likewise, with the two numbers that it compares. */
  public Finding finding(
      Form form,
      Rule rule,
      FindingKind kind,
      List<CellState> words,
      @Nullable BigDecimal left,
      @Nullable BigDecimal right) {
    return Finding.of(form, rule, kind, NARRATIVE, place(), words, left, right);
  }
}
