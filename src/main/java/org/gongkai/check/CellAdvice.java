package org.gongkai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.form.CellKind;
import org.gongkai.form.Column;
import org.gongkai.problem.Text;

/**
 * Says how a cell is written that holds what is printed on paper: 22（其中修订16件）, 2笔, 251000元. It only
 * tells the one who files; nothing is read into the cell.
 */
final class CellAdvice {

  private static final int LONGEST = 100;
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /** A number, and words behind it: nothing that could go on with the number. */
  private static final Pattern PRINTED =
      Pattern.compile(
          "([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\\.[0-9]{1,9})?)\\s*([\\p{IsHan}（(].*)",
          Pattern.DOTALL);

  /** A number, whatever the width of its signs, and nothing else. */
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\\.[0-9]{1,9})?");

  private static final Pattern IN_BRACKETS = Pattern.compile("[（(]([^（()）]*)[)）]");

  /** Units of amounts, with the code under which a report states them. */
  private static final Map<String, String> UNITS = Map.of("元", "yuan", "万元", "wanyuan");

  private static final Set<String> NONE = Set.of("无", "没有", "零", "〇");

  private static final Text NOTHING =
      new Text(
          "没有发生的填 0，不适用的填 \"n/a\"。",
          " Write 0 where there was none, \"n/a\" where it does not apply.");
  private static final Text AS_NUMBER =
      new Text(
          "应填数字 %s，不加引号、空格、逗号，不用全角。",
          " Write the number %s: no quotes, spaces, commas or wide digits.");
  private static final Text REMARKED =
      new Text("数字之外的文字可作为旁注填写：%s。", " Words beside the number can be a remark: %s.");
  private static final Text WITH_UNIT =
      new Text("金额填 %s，单位填 \"unit\": \"%s\"。", " Write %s, and \"unit\": \"%s\" beside it.");

  private CellAdvice() {}

  /**
   * What to write instead; empty where that cannot be told. It is put behind the message.
   *
   * @param column of the cell; null where it is a count of publications
   */
  static Optional<Text> on(JsonNode stated, CellKind kind, Column column) {
    JsonNode typed = stated != null && stated.isObject() ? stated.get("value") : stated;
    if (typed == null || !typed.isTextual() || typed.textValue().length() > LONGEST) {
      return Optional.empty();
    }
    String words = typed.textValue().strip();
    if (NONE.contains(words)) {
      return Optional.of(NOTHING);
    }
    String digits = digitsOf(words);
    if (PLAIN.matcher(digits).matches()) {
      return asNumber(new BigDecimal(digits.replace(",", "")), kind);
    }
    Matcher printed = PRINTED.matcher(digits);
    if (stated.isObject() || !printed.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(printed.group(1).replace(",", ""));
    String rest = words.substring(printed.start(2));
    return kind == CellKind.MONEY && column != null
        ? amount(number, words, rest, column)
        : kind.takes(number) ? Optional.of(remarked(number, bare(rest))) : Optional.empty();
  }

  /** What was typed as words, where it is a number that the cell takes. */
  private static Optional<Text> asNumber(BigDecimal number, CellKind kind) {
    return kind.takes(number)
        ? Optional.of(AS_NUMBER.with(number.toPlainString()))
        : Optional.empty();
  }

  /** In a cell whose unit is printed in the head the number is of that unit, never of another. */
  private static Optional<Text> amount(
      BigDecimal number, String words, String rest, Column column) {
    String unit = UNITS.get(rest);
    if (unit == null || !CellKind.MONEY.takes(number)) {
      return Optional.empty();
    }
    if (column.statedUnit()) {
      return Optional.of(WITH_UNIT.with(number.toPlainString(), unit));
    }
    BigDecimal inWan = unit.equals("yuan") ? number.divide(TEN_THOUSAND) : number;
    return CellKind.MONEY.takes(inWan) ? Optional.of(remarked(inWan, words)) : Optional.empty();
  }

  private static Text remarked(BigDecimal number, String remark) {
    ObjectNode cell = JsonNodeFactory.instance.objectNode().put("value", number);
    String json =
        cell.put("remark", remark).toString().replace("\":", "\": ").replace(",\"", ", \"");
    return REMARKED.with(json);
  }

  private static String bare(String rest) {
    Matcher brackets = IN_BRACKETS.matcher(rest);
    return brackets.matches() ? brackets.group(1) : rest;
  }

  /** Wide digits, points, commas and signs as narrow ones, sign for sign. */
  private static String digitsOf(String words) {
    StringBuilder narrow = new StringBuilder(words);
    for (int i = 0; i < narrow.length(); i++) {
      char sign = narrow.charAt(i);
      if (sign >= '０' && sign <= '９' || "，．＋－".indexOf(sign) >= 0) {
        narrow.setCharAt(
            i, Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC).charAt(0));
      }
    }
    return narrow.toString();
  }
}
