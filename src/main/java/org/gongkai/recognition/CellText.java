package org.gongkai.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.form.CanonicalCells;
import org.gongkai.form.CellKind;
import org.gongkai.form.Choice;
import org.gongkai.form.Column;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is printed in a cell. Only wide signs are read as narrow ones: other compatible forms
 * are no digits of the number, as the ① of a footnote.
 */
final class CellText {

  /** What a cell holds, in the words of the JSON of a report. */
  enum Kind {
    BLANK,
    NUMBER,
    NOT_APPLICABLE,
    /** Something else, kept as it is printed. */
    TEXT
  }

  /**
   * A cell as it was read.
   *
   * @param value as a report states it
   * @param unit code of the unit that stands behind an amount for which the form prints none
   */
  record Read(Kind kind, JsonNode value, @Nullable String unit) {}

  private static final String NUMBER =
      "[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,20})(?:\\.[0-9]{1,10})?";
  private static final Pattern PLAIN = Pattern.compile("(" + NUMBER + ")");
  private static final Pattern REMARKED =
      Pattern.compile("(" + NUMBER + ")(\\p{IsHan}{0,3})[\\s\\p{Z}]*[(]([^()]*)[)]");
  private static final Pattern MEASURED =
      Pattern.compile("(" + NUMBER + ")[\\s\\p{Z}]*(\\p{IsHan}{1,3})");
  private static final Pattern A_WORD = Pattern.compile("\\p{IsHan}.*\\p{IsHan}", Pattern.DOTALL);
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9].*", Pattern.DOTALL);
  private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final int LONGEST_REMARK = 200;

  private final List<String> measures;
  private final Collection<Choice> amountUnits;

  CellText(List<String> measures, Collection<Choice> amountUnits) {
    this.measures = measures;
    this.amountUnits = amountUnits;
  }

  static boolean isBlank(String printed) {
    int sign;
    for (int i = 0; i < printed.length(); i += Character.charCount(sign)) {
      sign = printed.codePointAt(i);
      if (!isBlank(sign)) {
        return false;
      }
    }
    return true;
  }

  /** A blank of any width, a break, or a sign that only formats. */
  static boolean isBlank(int sign) {
    return switch (Character.getType(sign)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT ->
          true;
      default -> sign >= '\t' && sign <= '\r';
    };
  }

  /** Whether it is a number or a mark, and so is no label. */
  static boolean isFigure(String printed) {
    String text = stripped(printed);
    return PLAIN.matcher(narrow(text)).matches() || CanonicalCells.mark(text) != null;
  }

  /** Reads a cell of a column. */
  Read read(String printed, Column column) {
    if (isBlank(printed)) {
      return new Read(Kind.BLANK, NullNode.instance, null);
    }
    String mark = CanonicalCells.mark(stripped(printed));
    if (mark != null) {
      return new Read(Kind.NOT_APPLICABLE, TextNode.valueOf(mark), null);
    }
    String text = narrow(printed);
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches() && isPlain(text)) {
      return new Read(Kind.NUMBER, number(text), null);
    }
    Matcher measured = MEASURED.matcher(text);
    if (measured.matches() && isPlain(measured.group(1))) {
      String measure = measured.group(2);
      if (isMeasure(measure, column)) {
        // the unit of an amount that the form prints none for is stated beside it, and no remark
        String unit = unit(measure, column);
        return unit == null
            ? new Read(Kind.NUMBER, remarked(measured.group(1), measure), null)
            : new Read(Kind.NUMBER, number(measured.group(1)), unit);
      }
    }
    Matcher remarked = REMARKED.matcher(text);
    if (remarked.matches() && isPlain(remarked.group(1))) {
      String measure = remarked.group(2);
      String remark = original(printed);
      if ((measure.isEmpty() || isMeasure(measure, column))
          && A_WORD.matcher(remarked.group(3)).find()
          && remark.length() <= LONGEST_REMARK) {
        return new Read(
            Kind.NUMBER,
            remarked(remarked.group(1), remark),
            measure.isEmpty() ? null : unit(measure, column));
      }
    }
    return new Read(Kind.TEXT, TextNode.valueOf(stripped(printed)), null);
  }

  /** The text of a cell without the blanks around it. */
  static String stripped(String printed) {
    int start = 0;
    int end = printed.length();
    while (start < end && isBlank(printed.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(printed.charAt(end - 1))) {
      end--;
    }
    return printed.substring(start, end);
  }

  /** How many numbers stand in a cell; two are of a comparison. */
  static int numbers(String printed) {
    Matcher matcher = Pattern.compile("[0-9]+(?:[.,][0-9]+)*").matcher(narrow(printed));
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found.size();
  }

  private boolean isMeasure(String measure, Column column) {
    if (column.statedUnit()) {
      return amountUnits.stream().anyMatch(u -> u.label().zh().equals(measure));
    }
    boolean counted = column.kind() != CellKind.MONEY && measures.contains(measure);
    return measure.equals(column.unit()) || counted;
  }

  private @Nullable String unit(String measure, Column column) {
    return column.statedUnit()
        ? amountUnits.stream()
            .filter(u -> u.label().zh().equals(measure))
            .map(Choice::id)
            .findFirst()
            .orElse(null)
        : null;
  }

  /** 007 and 00 are no numbers that somebody counted. */
  private static boolean isPlain(String number) {
    return !LEADING_ZERO.matcher(number).matches();
  }

  private static ObjectNode remarked(String number, String remark) {
    ObjectNode cell = JsonNodeFactory.instance.objectNode();
    cell.set("value", number(number));
    return cell.put("remark", remark);
  }

  private static JsonNode number(String text) {
    String digits = text.replace(",", "");
    BigDecimal number = new BigDecimal(digits.startsWith("+") ? digits.substring(1) : digits);
    // as a parser of JSON reads them
    if (number.scale() > 0) {
      return DecimalNode.valueOf(number);
    } else if (number.compareTo(INT_MAX) <= 0 && number.negate().compareTo(INT_MAX) <= 0) {
      return IntNode.valueOf(number.intValueExact());
    } else if (number.compareTo(LONG_MAX) <= 0 && number.negate().compareTo(LONG_MAX) <= 0) {
      return LongNode.valueOf(number.longValueExact());
    }
    return BigIntegerNode.valueOf(number.toBigIntegerExact());
  }

  /** What stands in the last brackets, as printed. */
  private static String original(String printed) {
    int open = Math.max(printed.lastIndexOf('（'), printed.lastIndexOf('('));
    int close = Math.max(printed.lastIndexOf('）'), printed.lastIndexOf(')'));
    return stripped(printed.substring(open + 1, close));
  }

  /** Wide signs as narrow ones, the text without the blanks around it. */
  private static String narrow(String printed) {
    String text = stripped(printed);
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign >= '！' && sign <= '～') {
        narrow.append((char) (sign - '！' + '!'));
      } else if (Character.getType(sign) != Character.FORMAT) {
        narrow.append(sign == '−' || sign == '﹣' ? '-' : sign);
      }
    }
    return narrow.toString();
  }
}
