package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a report states in one cell: a number, nothing, a mark for "does not apply", or an
 * object of one of those and a remark. Everything else is kept as it was stated.
 */
final class CellReader {

  static final String VALUE = "value";
  static final String REMARK = "remark";
  static final int LONGEST_REMARK = 200;

  /** How the mark is given out, however it was typed. */
  static final String NOT_APPLICABLE = "n/a";

  /**
   * How people write that a cell does not apply: strokes and dashes of every width, n/a, n.a., 不适用.
   * Not 无, which as often means that there was none, and not 一, which is a number. The dialect is
   * that of Java and of ECMA-262 alike, for JSON Schema says it too.
   */
  static final String MARK =
      "^[\\s\\u00a0\\u3000]*(?:"
          + "[\\-\\u2010-\\u2015\\u2212\\u2500\\u2501\\ufe58\\ufe63\\uff0d]{1,6}"
          + "|[/\\\\\\u2044\\u2215\\uff0f\\uff3c]{1,2}"
          + "|[nN\\uff2e\\uff4e][/\\uff0f.\\uff0e]?[aA\\uff21\\uff41][.\\uff0e]?"
          + "|\\u4e0d\\u9002\\u7528"
          + ")[\\s\\u00a0\\u3000]*$";

  private static final Pattern MARKS = Pattern.compile(MARK);
  private static final Set<String> KEYS = Set.of(VALUE, REMARK);

  private CellReader() {}

  static boolean isMark(JsonNode stated) {
    return stated.isTextual() && MARKS.matcher(stated.textValue()).find();
  }

  /** What a cell states; whatever is neither a number of its kind, blank nor n/a is kept as is. */
  static Figure figure(JsonNode cell, CellKind kind) {
    JsonNode stated = value(cell);
    if (HeadReader.isAbsent(stated)) {
      return Figure.BLANK;
    }
    if (stated.isNumber()) {
      BigDecimal number = stated.decimalValue();
      return kind.takes(number) ? new Figure.Stated(number) : new Figure.Malformed(stated);
    }
    return isMark(stated) ? Figure.NOT_APPLICABLE : new Figure.Malformed(stated);
  }

  /** The remark of a cell, to the letter; null where it has none. */
  static @Nullable String remark(JsonNode cell, String pointer, Objections objections) {
    String remark = hasRemark(cell) ? cell.path(REMARK).textValue() : null;
    if (remark == null || remark.isBlank()) {
      return null;
    }
    if (remark.length() > LONGEST_REMARK) {
      objections.add(
          pointer + "/" + REMARK, "须为不超过 200 字的文本。", "A text of 200 characters at the most.");
    }
    return remark;
  }

  /** What stands in the place of the number. */
  static JsonNode value(JsonNode cell) {
    return hasRemark(cell) ? cell.path(VALUE) : cell;
  }

  /** Whether it is an object as a cell may be, and not one of something else. */
  static boolean hasRemark(JsonNode cell) {
    boolean known = cell.isObject() && !cell.isEmpty();
    if (known) {
      for (var member : cell.properties()) {
        known &= KEYS.contains(member.getKey());
      }
    }
    JsonNode remark = cell.path(REMARK);
    return known && (remark.isTextual() || HeadReader.isAbsent(remark));
  }
}
