package org.gongkai.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Objects;
import org.gongkai.form.Figure;
import org.gongkai.form.PublicationCount;
import org.jspecify.annotations.Nullable;

/**
 * A cell as a report states it.
 *
 * @param year of another report, where the cell is of that one; otherwise null
 * @param organ that filed the report, where it is another one than this; otherwise null
 * @param organName what that organ is called, where it is known; for people only
 * @param stated a number, null for blank, {@code "n/a"}, or whatever it holds; the words of a text
 * @param at where the words begin in the text, in UTF-16 code units; null for a cell
 * @param channel code of the channel of publication whose count it is; null for any other cell, and
 *     in findings that were made before it was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellState(
    String path,
    @Nullable Integer year,
    @Nullable String organ,
    @Nullable String organName,
    @Nullable JsonNode stated,
    @Nullable Integer at,
    @Nullable String channel) {

  /** The path of a report's scope, which a finding can be about as it is about a cell. */
  public static final String SCOPE = "scope";

  /** A cell can hold a book, and be in many findings. */
  private static final int LONGEST = 200;

  public CellState(String path, @Nullable Integer year, @Nullable JsonNode stated) {
    this(path, year, null, null, stated, null, null);
  }

  /** Words of a text. */
  public CellState(String path, JsonNode words, int at) {
    this(path, null, null, null, words, at, null);
  }

  /** What is stated, as a text; of a cell in which something stands. */
  String text() {
    return Objects.requireNonNull(stated).asText();
  }

  /** As a cell of another report. */
  public CellState ofReport(int itsYear, @Nullable String itsOrgan) {
    return ofReport(itsYear, itsOrgan, null);
  }

  /** As a cell of another report, of an organ with a known name. */
  public CellState ofReport(int itsYear, @Nullable String itsOrgan, @Nullable String itsName) {
    return new CellState(path, itsYear, itsOrgan, itsName, stated, at, channel);
  }

  /** The count of an entry of the publications, by its place among them. */
  public static CellState of(int index, PublicationCount entry) {
    return of(pathOfCount(index), entry.count()).with(entry.channel());
  }

  /** What the count of an entry of the publications is called. */
  private static String pathOfCount(int index) {
    return "publications.channels[" + index + "].count";
  }

  private CellState with(@Nullable String itsChannel) {
    return new CellState(path, year, organ, organName, stated, at, itsChannel);
  }

  /** The same cell with words of it, and where they begin there. */
  public CellState quoting(String words, int from) {
    return new CellState(path, year, organ, organName, TextNode.valueOf(words), from, channel);
  }

  /** As a figure of the report is quoted. */
  public static CellState of(String path, Figure figure) {
    return of(path, null, figure);
  }

  /** As a figure of another year is quoted. */
  public static CellState of(String path, @Nullable Integer year, Figure figure) {
    return new CellState(path, year, stated(figure));
  }

  /** A number, null where it is blank, {@code n/a}, or whatever stands there. */
  public static JsonNode stated(Figure figure) {
    return switch (figure) {
      case Figure.Stated stated -> node(stated.number());
      case Figure.Blank blank -> NullNode.instance;
      case Figure.NotApplicable none -> TextNode.valueOf("n/a");
      case Figure.Malformed malformed -> shown(malformed.stated());
    };
  }

  private static JsonNode shown(JsonNode stated) {
    String json = stated.isTextual() ? stated.textValue() : stated.toString();
    if (json.length() <= LONGEST) {
      return stated;
    }
    int end = Character.isHighSurrogate(json.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return TextNode.valueOf(json.substring(0, end) + "…");
  }

  /** The node that a parser makes of the number, so that a finding read back equals itself. */
  private static JsonNode node(BigDecimal number) {
    if (number.scale() > 0) {
      return DecimalNode.valueOf(number);
    }
    long whole = number.longValueExact();
    return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
  }
}
