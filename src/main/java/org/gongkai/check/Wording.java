package org.gongkai.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  private static final Text TEXT_DIFFERS =
      new Text("%s：文中写的是 %s（%s），表中为 %s。", "%s: the text says %s (%s), the table says %s.");
  private static final Text TEXT_MAY_DIFFER =
      new Text(
          "%s：文中有 %s（%s），表中为 %s；如所指相同，请核对。",
          "%s: the text has %s (%s), the table says %s; check, if they are of the same matter.");
  private static final Text LIST_DIFFERS =
      new Text(
          "%s：%s 各项之和不等于所称总数：总数 %s，各项之和 %s，相差 %s。",
          "%s: %s does not add up: it claims %s, its parts are %s, difference %s.");
  private static final Text UNLISTED =
      new Text(
          "文中写有 %s 处信息发布数量，报告的 publications 未列：可按所列内容补充。",
          "The text states %s counts of publications that the report does not list: they can be added"
              + " as shown.");
  private static final Text NAMED_YEAR =
      new Text(
          "%s：此处写的是 %s 年（%s），应为 %s 年：可能是往年报告的文字。",
          "%s: the year here is %s (%s), it should be %s: the words may be an earlier report's.");
  private static final Text PRIVATE =
      new Text(
          "%s：文中有个人信息（%s，已遮盖），公开前应删除。",
          "%s: the text holds personal information (%s, masked); remove it before publication.");
  private static final Text SECRET =
      new Text(
          "%s：文中有密级标志（%s）：涉密内容不得公开。",
          "%s: the text bears a mark of secrecy (%s): what is secret must not be published.");
  private static final Text LEFT_OVER =
      new Text("%s：文中有未填写的模板内容（%s）。", "%s: the text holds a part of a template (%s).");
  private static final Text OTHER_UNIT =
      new Text(
          "%s：表中为 %s 万元，文中为 %s 元（%s）：数字可能以元误填为万元。",
          "%s: the table says %s in 10,000 yuan, the text %s yuan (%s): yuan may have been entered for"
              + " 10,000 yuan.");

  private static final Text YEARS_OF_MERGER =
      new Text(
          "%s：“%s”不成立：本年为 %s，按上一年度报告应为 %s，相差 %s；有机构并入本机关，可能由此引起。",
          "%s: \"%s\" does not hold: %s this year, %s by last year's report, difference %s; other"
              + " organs were merged into this one, which may be why.");
  private static final Text UNLIKE_PEERS =
      new Text(
          "%s：本年 %s，而本地区同类机关中最多的为 %s：请核对单位和位数。",
          "%s: %s, while the most that an organ of the same kind in the region states is %s: check unit"
              + " and digits.");
  private static final Text RESERVED =
      new Text("%s：填有 %s，而本机关不应有此项。", "%s: it states %s, which this organ cannot have.");
  private static final Text COPIED_YEAR =
      new Text(
          "%s：有 %s%% 的文字与本机关 %s 年度报告相同（%s）：请核对是否沿用了往年的文字。",
          "%s: %s%% of it stands in the organ's own report of %s too (%s): check whether an earlier text"
              + " was left.");
  private static final Text COPIED_ORGAN =
      new Text(
          "%s：有 %s%% 的文字与本地区另一机关的 %s 年度报告相同（%s）：请核对是否照抄。",
          "%s: %s%% of it stands in another organ's report of %s too (%s): check whether it was copied.");
  private static final Text NAMES_ANOTHER =
      new Text(
          "%s：文中自称为另一机关（%s）：请核对是否沿用了其他机关的文字。",
          "%s: the text calls itself by another organ's name (%s): check whether another organ's text was"
              + " used.");
  private static final Text EMPTY =
      new Text(
          "%s：未填写，或只写了没有问题；本部分应写明存在的主要问题及改进情况。",
          "%s: nothing is written, or only that there is nothing; this part is to say what was wanting"
              + " and what was done about it.");
  private static final Text OTHER_PERIOD =
      new Text(
          "%s：文中写明的统计期限（%s）不是自然年度（1月1日至12月31日）。",
          "%s: the period that the text states (%s) is not the calendar year, 1 January to 31"
              + " December.");

  private static final Text SHOULD_BE = new Text("%s 应为 %s", "%s should be %s");
  private static final Map<Finding.Mistake, Text> MISTAKES =
      Map.of(
          Finding.Mistake.NUMBER, new Text("%s？", "%s?"),
          Finding.Mistake.DIGITS, new Text("%s？数字次序可能颠倒。", "%s? The digits may be transposed."),
          Finding.Mistake.SWAPPED, new Text("%s？两格的数字可能互换。", "%s? The two cells may be swapped."),
          Finding.Mistake.SHIFTED,
              new Text("%s？本行可能错了一列。", "%s? The row may be shifted by a column."));

  private static final int LONGEST_QUOTE = 60;

  private final Forms forms;
  private final Language language;

  Wording(Forms forms, Language language) {
    this.forms = forms;
    this.language = language;
  }

  /**
   * History outlives the rules: of one that its file has no more, or whose edition is gone, the id
   * has to do.
   */
  FindingView view(Finding finding) {
    Optional<Form> form = forms.form(finding.edition());
    Optional<Rule> rule = form.flatMap(f -> f.rule(finding.rule()));
    Places places = new Places(form.orElseGet(() -> List.copyOf(forms.all()).getLast()));
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
        rule.map(r -> r.basis().in(language)).orElse(null),
        rule.map(r -> r.hint().in(language)).orElse(null),
        suggestion(finding, places),
        null,
        null);
  }

  private String message(Finding finding, Optional<Rule> rule, Places places) {
    String place = places.labelOf(finding, rule).in(language);
    String label = rule.map(r -> r.label().in(language)).orElse(finding.rule());
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
      case TEXT_DIFFERS -> filled(TEXT_DIFFERS, place, left, quote(finding), right);
      case TEXT_MAY_DIFFER -> filled(TEXT_MAY_DIFFER, place, left, quote(finding), right);
      case LIST_DIFFERS -> filled(LIST_DIFFERS, place, quote(finding), left, right, difference);
      case UNLISTED ->
          filled(UNLISTED, finding.cells().stream().filter(c -> c.at() != null).count());
      case NAMED_YEAR -> filled(NAMED_YEAR, place, left, quote(finding), right);
      case PRIVATE -> filled(PRIVATE, place, quote(finding));
      case SECRET -> filled(SECRET, place, quote(finding));
      case LEFT_OVER -> filled(LEFT_OVER, place, quote(finding));
      case OTHER_UNIT -> filled(OTHER_UNIT, place, right, left, quote(finding));
      case YEARS_OF_MERGER -> filled(YEARS_OF_MERGER, place, label, left, right, difference);
      case UNLIKE_PEERS -> filled(UNLIKE_PEERS, place, left, right);
      case RESERVED -> filled(RESERVED, place, stated(finding));
      case COPIED -> {
        Finding.CellState other = finding.cells().getLast();
        Text copied = other.organ() == null ? COPIED_YEAR : COPIED_ORGAN;
        yield filled(copied, place, left, other.year(), quote(finding));
      }
      case NAMES_ANOTHER -> filled(NAMES_ANOTHER, place, quote(finding));
      case EMPTY -> filled(EMPTY, place);
      case OTHER_PERIOD -> filled(OTHER_PERIOD, place, quote(finding));
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

  private String stated(Finding finding) {
    return finding.cells().stream()
        .map(cell -> cell.stated().asText())
        .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
  }

  private static String quote(Finding finding) {
    JsonNode stated = finding.cells().getFirst().stated();
    String json = stated.toString();
    return json.length() <= LONGEST_QUOTE
        ? json
        : json.substring(0, json.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…";
  }

  private List<FindingView.CellView> cells(Finding finding, Places places) {
    return finding.cells().stream().map(cell -> cell(cell, places)).toList();
  }

  private FindingView.CellView cell(Finding.CellState cell, Places places) {
    return new FindingView.CellView(
        cell.path(),
        places.labelOf(cell.path()).in(language),
        cell.year(),
        cell.organ(),
        cell.stated(),
        cell.at());
  }

  private FindingView.SuggestionView suggestion(Finding finding, Places places) {
    if (finding.suggestion() == null) {
      return null;
    }
    List<Finding.CellState> cells = finding.suggestion().cells();
    String all =
        cells.stream()
            .map(c -> filled(SHOULD_BE, places.labelOf(c.path()).in(language), c.stated()))
            .collect(Collectors.joining(language == Language.ZH ? "，" : ", "));
    return new FindingView.SuggestionView(
        finding.suggestion().mistake().name().toLowerCase(Locale.ROOT),
        filled(MISTAKES.get(finding.suggestion().mistake()), all),
        cells.stream().map(cell -> cell(cell, places)).toList());
  }

  private static String plain(BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
