package org.gongkai.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.CellKind;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Rule;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/** Puts findings into words, by the labels of the form that they are about. */
final class Wording {

  private static final Text BROKEN =
      new Text(
          "%s：“%s”不成立：左边 %s，右边 %s，相差 %s。",
          "%s: \"%s\" does not hold: left %s, right %s, difference %s.");
  private static final Text IN_DOUBT =
      new Text(
          "%s：“%s”只有在空白单元格补足相差的 %s 时才成立：已填部分左边 %s，右边 %s。",
          "%s: \"%s\" holds only if blank cells make up the difference of %s: stated so far left"
              + " %s, right %s.");
  private static final Text YEARS =
      new Text(
          "%s：“%s”不成立：本年为 %s，按上一年度报告应为 %s，相差 %s。",
          "%s: \"%s\" does not hold: %s this year, %s by last year's report, difference %s.");
  private static final Text JUMP =
      new Text("%s：本年 %s，上年 %s，相差悬殊。", "%s: %s this year, %s last year, a jump.");
  private static final Text MALFORMED =
      new Text("%s：所填 %s 不是此处应填的数字；须为%s。", "%s: %s is no number that belongs here; wanted: %s.");
  private static final Text BLANK = new Text("%s：未填。", "%s: blank.");

  private static final Text OTHER_YEAR =
      new Text(
          "%s：文中所写为 %s 年度（%s），而本报告年度为 %s 年。",
          "%s: the text is of %s (%s), but the report is of %s.");

  private static final int LONGEST_QUOTE = 60;

  private final Forms forms;
  private final Language language;

  Wording(Forms forms, Language language) {
    this.forms = forms;
    this.language = language;
  }

  FindingView view(Finding finding) {
    Form form = forms.known(finding.edition());
    Rule rule = form.rule(finding.rule()).orElseThrow();
    Places places = new Places(form);
    return new FindingView(
        finding.id(),
        finding.rule(),
        finding.version(),
        finding.severity().code(),
        message(finding, rule, places),
        cells(finding, places),
        finding.left(),
        finding.right(),
        finding.difference(),
        rule.basis().in(language),
        rule.hint().in(language),
        null,
        null);
  }

  private String message(Finding finding, Rule rule, Places places) {
    String place = places.labelOf(finding, rule).in(language);
    String label = rule.label().in(language);
    String left = plain(finding.left());
    String right = plain(finding.right());
    String difference = plain(finding.difference());
    return switch (finding.kind()) {
      case BROKEN -> filled(BROKEN, place, label, left, right, difference);
      case IN_DOUBT -> {
        String missing = plain(finding.difference().abs());
        yield filled(IN_DOUBT, place, label, missing, left, right);
      }
      case YEARS -> filled(YEARS, place, label, left, right, difference);
      case JUMP -> filled(JUMP, place, left, right);
      case MALFORMED -> {
        CellKind kind = places.kindOf(finding.section(), finding.place());
        yield filled(MALFORMED, place, quote(finding), wanted(kind).in(language));
      }
      case BLANK -> filled(BLANK, place);
      case OTHER_YEAR -> filled(OTHER_YEAR, place, left, quote(finding), right);
    };
  }

  private String filled(Text text, Object... values) {
    return text.in(language).formatted(values);
  }

  private static Text wanted(CellKind kind) {
    return switch (kind) {
      case COUNT ->
          new Text("不小于 0 的整数（最大 9007199254740991）", "a whole number from 0 to 9007199254740991");
      case SIGNED -> new Text("整数，减少的填负数", "a whole number, negative for a decrease");
      case MONEY ->
          new Text(
              "不小于 0 的数字，最多 6 位小数，不带单位",
              "a number of 0 or more with 6 decimals at the most, without a unit");
    };
  }

  private static String quote(Finding finding) {
    JsonNode stated = finding.cells().getFirst().stated();
    String json = stated.toString();
    return json.length() <= LONGEST_QUOTE
        ? json
        : json.substring(0, json.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…";
  }

  private List<FindingView.CellView> cells(Finding finding, Places places) {
    return finding.cells().stream()
        .map(
            cell ->
                new FindingView.CellView(
                    cell.path(),
                    places.labelOf(finding.section(), cell.path()).in(language),
                    cell.year(),
                    cell.stated()))
        .toList();
  }

  private static String plain(BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
