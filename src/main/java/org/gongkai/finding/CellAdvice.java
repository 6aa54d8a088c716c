package org.gongkai.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.form.CellKind;
import org.gongkai.form.Column;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * Says how a cell is written that holds what is printed on paper: 22（其中修订16件）, 2笔, 251000元, 减5. It
 * only tells the one who files; nothing is read into the cell. What could be meant in two ways
 * (22至25件, 5万件 with the 万 left to the remark) gets no advice.
 */
final class CellAdvice {

  private static final int LONGEST = 100;
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /** What stands behind a number without going on with it: how it is counted, and a remark. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:人次|[件条份笔项个起次篇宗人家例期场处本部批卷封则种类页张])?" + "(?:\\s*[（(].*[)）]|[，,；;]?(?:其中|包括|含).*)?",
          Pattern.DOTALL);

  private static final Pattern IN_BRACKETS = Pattern.compile("[（(]([^（()）]*)[)）]");
  private static final Pattern CHANGED = Pattern.compile("(增加?|减少?)\\s*([^增减]*)");

  /** Units of amounts, with the code under which a report states them. */
  private static final Map<String, String> UNITS = Map.of("元", "yuan", "万元", "wanyuan");

  private static final Pattern OF_MONEY = Pattern.compile("[百千万亿]{0,2}元.*", Pattern.DOTALL);

  private static final Set<String> NONE = Set.of("无", "没有");

  /** That there is no such matter, which is not that it did not occur. */
  private static final Pattern NO_SUCH =
      Pattern.compile(
          "(?:本(?:机关|单位|部门|局|街道|镇))?(?:(?:无|没有)(?:此|该)(?:项|类)?(?:事项|业务|职能|职责|工作)?|不涉及)。?");

  private static final Text NOTHING =
      new Text(
          "没有发生的填 0，不适用的填 “n/a”。",
          " Write 0 where there was none, \"n/a\" where it does not apply.");
  private static final Text NO_SUCH_MATTER =
      new Text(
          "本机关没有此类事项的填 “n/a”；有而本年没有发生的填 0。",
          " Write \"n/a\" where the organ has no such matter, 0 where it has and none occurred.");
  private static final Text AS_NUMBER =
      new Text(
          "应填数字 %s，不加引号、空格、逗号，不用全角。",
          " Write the number %s: no quotes, spaces, commas or wide digits.");
  private static final Text IN_DIGITS =
      new Text("应填数字 %s，不用汉字。", " Write the number %s, in digits.");

  /** 一 is a number, and on many keyboards the nearest thing to a dash. */
  private static final Text ONE_OR_DASH =
      new Text(
          "表示数量的填数字 1，表示不适用的填 “n/a”。", " Write 1 for one, \"n/a\" where it is meant for a dash.");

  private static final Text WITH_SIGN =
      new Text("增/减填带符号的数字：%s。", " Write a change as a number with its sign: %s.");
  private static final Text NO_MONEY =
      new Text("此处填数量，不填金额。", " A number of things belongs here, not an amount of money.");
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
  static Optional<Text> on(JsonNode stated, CellKind kind, @Nullable Column column) {
    JsonNode typed = stated != null && stated.isObject() ? stated.get("value") : stated;
    if (typed == null || !typed.isTextual() || typed.textValue().length() > LONGEST) {
      return Optional.empty();
    }
    String words = typed.textValue().strip();
    if (NONE.contains(words)) {
      return Optional.of(NOTHING);
    }
    if (NO_SUCH.matcher(words).matches()) {
      return Optional.of(NO_SUCH_MATTER);
    }
    if (kind == CellKind.SIGNED) {
      Matcher changed = CHANGED.matcher(words);
      if (changed.matches()) {
        return change(changed.group(1).startsWith("减"), changed.group(2));
      }
    }
    return PrintedNumber.read(words)
        .flatMap(printed -> number(printed, words, stated.isObject(), kind, column));
  }

  private static Optional<Text> number(
      PrintedNumber printed,
      String words,
      boolean hasRemark,
      CellKind kind,
      @Nullable Column column) {
    BigDecimal number = printed.number();
    if (printed.rest().isEmpty()) {
      return kind.takes(number) ? Optional.of(plain(printed, words)) : Optional.empty();
    }
    if (kind == CellKind.MONEY && column != null) {
      return hasRemark ? Optional.empty() : amount(number, words, printed.rest(), column);
    }
    if (OF_MONEY.matcher(printed.rest()).matches()) {
      return Optional.of(NO_MONEY);
    }
    return !hasRemark && kind.takes(number) && COUNTED.matcher(printed.rest()).matches()
        ? Optional.of(remarked(number, bare(printed.rest())))
        : Optional.empty();
  }

  private static Text plain(PrintedNumber printed, String words) {
    if (words.equals("一")) {
      return ONE_OR_DASH;
    }
    Text text = printed.inChinese() ? IN_DIGITS : AS_NUMBER;
    return text.with(printed.number().toPlainString());
  }

  /** More or fewer than before by a number that has no sign itself, and is counted or alone. */
  private static Optional<Text> change(boolean fewer, String words) {
    return PrintedNumber.read(words)
        .filter(printed -> printed.rest().isEmpty() || isCountingWord(printed.rest()))
        .filter(printed -> Character.isLetterOrDigit(words.charAt(0)))
        .map(printed -> fewer ? printed.number().negate() : printed.number())
        .filter(CellKind.SIGNED::takes)
        .map(number -> WITH_SIGN.with(number.toPlainString()));
  }

  private static boolean isCountingWord(String rest) {
    return rest.length() <= 2 && COUNTED.matcher(rest).matches();
  }

  /** Where the head prints the unit of a cell, its number is of that unit and no other. */
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
}
