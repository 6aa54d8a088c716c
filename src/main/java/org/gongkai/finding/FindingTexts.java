package org.gongkai.finding;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.gongkai.form.Scope;
import org.gongkai.problem.Text;

/** What is said of each kind of finding, and what is filled in. */
final class FindingTexts {

  static final Map<Scope, Text> SCOPES =
      Map.of(
          Scope.ORGAN, new Text("本机关", "the organ"),
          Scope.LEVEL, new Text("本级", "the level"),
          Scope.AREA, new Text("全行政区域", "the whole area"));
  static final Text ROWS_CHANGED =
      new Text(
          "两版的行或列在以下各处不同：%s。汇总时，两版都有的单元格照常相加，其余不能折算，分别计列。",
          " The editions have other rows or columns in: %s. Sums add the cells that both have; the"
              + " others cannot be converted and are held apart.");
  static final Text ROWS_DIVIDED =
      new Text(
          "两版只有“%s”的划分不同。汇总时，该行合计及其余各行照常相加，其分项只含设有分项的报告。",
          " The editions differ only in how they divide \"%s\". Sums add that row as a whole and"
              + " all others as usual; its parts are of the reports that have them.");

  private static final FindingMessage.Value PLACE = FindingValues::place;
  private static final FindingMessage.Value LABEL = FindingValues::label;
  private static final FindingMessage.Value LEFT = FindingValues::left;
  private static final FindingMessage.Value RIGHT = FindingValues::right;
  private static final FindingMessage.Value DIFFERENCE = FindingValues::difference;
  private static final FindingMessage.Value QUOTE = FindingValues::quote;

  private static final Map<FindingKind, FindingMessage> BY_KIND = byKind();

  private FindingTexts() {}

  static FindingMessage of(FindingKind kind) {
    return Objects.requireNonNull(BY_KIND.get(kind));
  }

  private static Map<FindingKind, FindingMessage> byKind() {
    Map<FindingKind, FindingMessage> all = new EnumMap<>(FindingKind.class);
    ofCells(all);
    ofText(all);
    ofOthers(all);
    return all;
  }

  /** What is said of cells. */
  private static void ofCells(Map<FindingKind, FindingMessage> into) {
    into.put(
        FindingKind.BROKEN,
        FindingMessage.of(
            "%s：“%s”不成立：左边 %s，右边 %s，相差 %s。",
            "%s: \"%s\" does not hold: left %s, right %s, difference %s.",
            PLACE,
            LABEL,
            LEFT,
            RIGHT,
            DIFFERENCE));
    into.put(
        FindingKind.IN_DOUBT,
        FindingMessage.of(
            "%s：“%s”只有在空白单元格补足相差的 %s 时才成立：已填部分左边 %s，右边 %s。",
            "%s: \"%s\" holds only if blank cells make up the difference of %s: stated so far left"
                + " %s, right %s.",
            PLACE,
            LABEL,
            FindingValues::missing,
            LEFT,
            RIGHT));
    into.put(
        FindingKind.BELOW,
        FindingMessage.of(
            "%s：“%s”不成立：左边 %s，小于右边 %s，相差 %s。",
            "%s: \"%s\" does not hold: left %s is less than right %s, difference %s.",
            PLACE,
            LABEL,
            LEFT,
            RIGHT,
            DIFFERENCE));
    into.put(
        FindingKind.MALFORMED,
        FindingMessage.of(
            "%s：所填 %s 不是此处应填的数字；须为%s。%s",
            "%s: %s is no number that belongs here; wanted: %s.%s",
            PLACE,
            QUOTE,
            FindingValues::wanted,
            FindingValues::advice));
    into.put(
        FindingKind.BLANK,
        FindingMessage.of(
            "%s：有 %s 格未填（%s）。",
            "%s: %s blank (%s).", PLACE, FindingValues::cells, FindingValues::blanks));
    into.put(
        FindingKind.OLD_LAYOUT,
        FindingMessage.of(
            "%s：按 %s 版表样填写，%s 年度应按 %s 版表样填写。%s",
            "%s: filled in as the edition of %s has it; of the report year %s the edition of %s is"
                + " wanted.%s",
            PLACE,
            FindingValues::editionUsed,
            RIGHT,
            FindingValues::edition,
            FindingValues::layouts));
    into.put(
        FindingKind.RESERVED,
        FindingMessage.of(
            "%s：填有 %s，而本机关不应有此项。",
            "%s: it states %s, which this organ cannot have.", PLACE, FindingValues::stated));
  }

  /** What is said of the text. */
  private static void ofText(Map<FindingKind, FindingMessage> into) {
    into.put(
        FindingKind.OTHER_YEAR,
        FindingMessage.of(
            "%s：文中所写为 %s 年度（%s），而本报告年度为 %s 年。",
            "%s: the text is of %s (%s), but the report is of %s.", PLACE, LEFT, QUOTE, RIGHT));
    into.put(
        FindingKind.TEXT_DIFFERS,
        FindingMessage.of(
                "%s：文中写的是 %s（%s），表中相关各格之和为 %s。",
                "%s: the text says %s (%s), its cells in the table add up to %s.",
                PLACE,
                LEFT,
                QUOTE,
                RIGHT)
            .where(
                FindingValues::isOfSum,
                FindingMessage.of(
                    "%s：文中写的是 %s（%s），表中为 %s。",
                    "%s: the text says %s (%s), the table says %s.", PLACE, LEFT, QUOTE, RIGHT)));
    into.put(
        FindingKind.TEXT_MAY_DIFFER,
        FindingMessage.of(
                "%s：文中有 %s（%s），表中相关各格之和为 %s；如所指相同，请核对。",
                "%s: the text has %s (%s), its cells in the table add up to %s; check, if they are"
                    + " of the same matter.",
                PLACE,
                LEFT,
                QUOTE,
                RIGHT)
            .where(
                FindingValues::isOfSum,
                FindingMessage.of(
                    "%s：文中有 %s（%s），表中为 %s；如所指相同，请核对。",
                    "%s: the text has %s (%s), the table says %s; check, if they are of the same"
                        + " matter.",
                    PLACE,
                    LEFT,
                    QUOTE,
                    RIGHT)));
    into.put(
        FindingKind.ALL_ANSWERED,
        FindingMessage.of(
            "%s：文中写申请已全部答复或者办结（%s），表中“结转下年度继续办理”为 %s；如所指相同，请核对。",
            "%s: the text says that all applications were answered (%s), the table has %s carried"
                + " forward; check, if they are of the same matter.",
            PLACE,
            QUOTE,
            RIGHT));
    into.put(
        FindingKind.TOLD_TWICE,
        FindingMessage.of(
            "%s：文中写的是 %s（%s），前面写的是 %s（%s），两处不一致。",
            "%s: the text says %s (%s), and before that %s (%s): they contradict each other.",
            PLACE,
            LEFT,
            QUOTE,
            RIGHT,
            FindingValues::lastQuote));
    into.put(
        FindingKind.LIST_DIFFERS,
        FindingMessage.of(
            "%s：%s 所列与所称总数不符：总数 %s，所列合计 %s，相差 %s。",
            "%s: %s does not agree with its total: the total is %s, what is listed of it %s,"
                + " difference %s.",
            PLACE,
            QUOTE,
            LEFT,
            RIGHT,
            DIFFERENCE));
    into.put(
        FindingKind.UNLISTED,
        FindingMessage.of(
            "文中写有 %s 处信息发布数量，报告的“信息发布渠道”未列：可按所列内容补充。",
            "The text states numbers of publications that the report does not list (%s): they can"
                + " be added as shown.",
            FindingValues::told));
    into.put(
        FindingKind.NAMED_YEAR,
        FindingMessage.of(
            "%s：此处写的是 %s 年（%s），应为 %s 年：可能是往年报告的文字。",
            "%s: the year here is %s (%s), it should be %s: the words may be an earlier report's.",
            PLACE,
            LEFT,
            QUOTE,
            RIGHT));
    into.put(
        FindingKind.PRIVATE,
        FindingMessage.of(
            "%s：文中有个人信息（%s，已遮盖），公开前应删除。",
            "%s: the text holds personal information (%s, masked); remove it before publication.",
            PLACE,
            QUOTE));
    into.put(
        FindingKind.SECRET,
        FindingMessage.of(
            "%s：文中有密级标志（%s）：涉密内容不得公开。",
            "%s: the text bears a mark of secrecy (%s): what is secret must not be published.",
            PLACE,
            QUOTE));
    into.put(
        FindingKind.LEFT_OVER,
        FindingMessage.of(
            "%s：文中有未填写的模板内容（%s）。", "%s: the text holds a part of a template (%s).", PLACE, QUOTE));
    into.put(
        FindingKind.OTHER_UNIT,
        FindingMessage.of(
            "%s：表中为 %s 万元，文中为 %s 元（%s）：数字可能以元误填为万元。",
            "%s: the table says %s in 10,000 yuan, the text %s yuan (%s): yuan may have been"
                + " entered for 10,000 yuan.",
            PLACE,
            RIGHT,
            LEFT,
            QUOTE));
    into.put(
        FindingKind.RATE_DIFFERS,
        FindingMessage.of(
            "%s：文中写的是 %s（%s），按其前后的数字计算应为 %s。",
            "%s: the text says %s (%s), and the numbers beside it make %s.",
            PLACE,
            LEFT,
            QUOTE,
            RIGHT));
    into.put(
        FindingKind.OUT_OF_FORCE,
        FindingMessage.of(
            "%s：文中依据的通知已被新的通知取代（%s）。",
            "%s: the notice that the text rests on was replaced (%s).", PLACE, QUOTE));
    into.put(
        FindingKind.UNTOLD,
        FindingMessage.of(
            "%s：文中没有写到%s（%s）。",
            "%s: the text says nothing of %s (%s).",
            PLACE,
            FindingValues::parts,
            FindingValues::concern));
    into.put(
        FindingKind.EMPTY,
        FindingMessage.of(
            "%s：未填写，或只写了没有问题；本部分应写明存在的主要问题及改进情况。",
            "%s: nothing is written, or only that there is nothing; this part is to say what was"
                + " wanting and what was done about it.",
            PLACE));
    into.put(
        FindingKind.OTHER_PERIOD,
        FindingMessage.of(
            "%s：文中写明的统计期限（%s）不是自然年度（1月1日至12月31日）。",
            "%s: the period that the text states (%s) is not the calendar year, 1 January to 31"
                + " December.",
            PLACE,
            QUOTE));
    into.put(
        FindingKind.UNREADABLE,
        FindingMessage.of(
                "%s：文中有无法辨认的字符（%s）：多为编码转换出错所致，请用原文重新填写。",
                "%s: the text holds signs that cannot be read (%s), most likely lost by a wrong"
                    + " encoding: enter the words again.",
                PLACE,
                QUOTE)
            .where(
                FindingValues::canBeShown,
                FindingMessage.of(
                    "%s：文中有看不见或无法辨认的字符（%s：%s）：请删除，或用原文重新填写。",
                    "%s: the text holds signs that are not seen or cannot be read (%s: %s): remove"
                        + " them, or enter the words again.",
                    PLACE,
                    QUOTE,
                    FindingValues::signs)));
    into.put(
        FindingKind.OUT_OF_ORDER,
        FindingMessage.of(
            "%s：标题（%s）的编号与格式规定的各部分次序不符，前面已有%s。",
            "%s: the number of the heading (%s) is not in the order of the form, behind %s.",
            PLACE,
            QUOTE,
            FindingValues::lastQuote));
    into.put(
        FindingKind.WRONG_HEADING,
        FindingMessage.of(
            "%s：所印标题（%s）是另一部分的标题：请核对内容是否填在了应填的部分。",
            "%s: the heading (%s) is that of another section: check whether the text stands where"
                + " it belongs.",
            PLACE,
            QUOTE));
    into.put(
        FindingKind.SIGNED_THEN,
        FindingMessage.of(
            "%s：落款日期（%s）在 %s 年，而本报告为 %s 年度报告：请核对是否沿用了其他年度的落款。",
            "%s: it is signed (%s) in %s, but is the report of %s: check whether another year's"
                + " signature was left.",
            PLACE,
            QUOTE,
            LEFT,
            RIGHT));
  }

  /** What is said beside other reports and the registry. */
  private static void ofOthers(Map<FindingKind, FindingMessage> into) {
    into.put(
        FindingKind.YEARS,
        FindingMessage.of(
            "%s：“%s”不成立：本年为 %s，按上一年度报告应为 %s，相差 %s。",
            "%s: \"%s\" does not hold: %s this year, %s by last year's report, difference %s.",
            PLACE,
            LABEL,
            LEFT,
            RIGHT,
            DIFFERENCE));
    into.put(
        FindingKind.JUMP,
        FindingMessage.of(
            "%s：本年 %s，上年 %s，相差悬殊。", "%s: %s this year, %s last year, a jump.", PLACE, LEFT, RIGHT));
    into.put(
        FindingKind.GROWTH_DIFFERS,
        FindingMessage.of(
            "%s：文中写的是 %s（%s），按本年度和上一年度报告计算应为 %s。",
            "%s: the text says %s (%s), and this report with last year's makes %s.",
            PLACE,
            LEFT,
            QUOTE,
            RIGHT));
    into.put(
        FindingKind.YEARS_OF_MERGER,
        FindingMessage.of(
            "%s：“%s”不成立：本年为 %s，按上一年度报告应为 %s，相差 %s；有机构并入本机关，可能由此引起。",
            "%s: \"%s\" does not hold: %s this year, %s by last year's report, difference %s; other"
                + " organs were merged into this one, which may be why.",
            PLACE,
            LABEL,
            LEFT,
            RIGHT,
            DIFFERENCE));
    into.put(
        FindingKind.BEYOND_MERGER,
        FindingMessage.of(
            "%s：“%s”不成立：本年为 %s，按本机关上一年度报告应为 %s；并入的机关上一年度为 %s，不计入或计入后应为以下之一：%s。",
            "%s: \"%s\" does not hold: %s this year, %s by the organ's own report of last year; of"
                + " organs that were merged into it: %s, so without or with them one of: %s.",
            PLACE,
            LABEL,
            LEFT,
            RIGHT,
            FindingValues::ofOthers,
            FindingValues::possible));
    into.put(
        FindingKind.MERGER_LEFT_OUT,
        FindingMessage.of(
            "%s：本年为 %s，连同并入的机关上一年度的数字（%s）应为 %s：并入机关的数字没有计入任何报告，请核对。",
            "%s: %s this year; together with organs that were merged into this one (%s) it is %s:"
                + " what they left is in no report.",
            PLACE,
            LEFT,
            FindingValues::ofOthers,
            RIGHT));
    into.put(
        FindingKind.UNLIKE_PEERS,
        FindingMessage.of(
                "%s：本年 %s，远远超过本地区同类机关：请核对单位和位数。",
                "%s: %s, far beyond what organs of the same kind in the region state: check unit"
                    + " and digits.",
                PLACE,
                LEFT)
            .where(
                of -> of.finding().right() == null,
                FindingMessage.of(
                    "%s：本年 %s，而本地区同类机关中最多的为 %s：请核对单位和位数。",
                    "%s: %s, while the most that an organ of the same kind in the region states is"
                        + " %s: check unit and digits.",
                    PLACE,
                    LEFT,
                    RIGHT)));
    into.put(
        FindingKind.COPIED,
        FindingMessage.of(
                "%s：有大段文字与本地区另一机关的报告相同（%s）：请核对是否照抄。",
                "%s: much of it stands in another organ's report too (%s): check whether it was"
                    + " copied.",
                PLACE,
                QUOTE)
            .where(
                of -> of.finding().left() == null,
                FindingMessage.of(
                        "%s：有 %s%% 的文字与本机关 %s 年度报告相同（%s）：请核对是否沿用了往年的文字。",
                        "%s: %s%% of it stands in the organ's own report of %s too (%s): check"
                            + " whether an earlier text was left.",
                        PLACE,
                        LEFT,
                        FindingValues::year,
                        QUOTE)
                    .where(
                        of -> of.finding().cells().getLast().organ() == null,
                        FindingMessage.of(
                            "%s：有 %s%% 的文字与本地区另一机关的 %s 年度报告相同（%s）：请核对是否照抄。",
                            "%s: %s%% of it stands in another organ's report of %s too (%s): check"
                                + " whether it was copied.",
                            PLACE,
                            LEFT,
                            FindingValues::year,
                            QUOTE))));
    into.put(
        FindingKind.NAMES_ANOTHER,
        FindingMessage.of(
            "%s：文中自称为另一机关（%s）：请核对是否沿用了其他机关的文字。",
            "%s: the text calls itself by another organ's name (%s): check whether another organ's"
                + " text was used.",
            PLACE,
            QUOTE));
    into.put(
        FindingKind.NAMES_NOBODY,
        FindingMessage.of(
            "%s：所写的名称（%s）不是填报机关的名称，本地区也没有登记这个名称：请核对名称是否写错，或者报告填错了机关。",
            "%s: the name (%s) is not the organ's, and nobody in the region is registered by it:"
                + " check whether it is mistyped, or the report was filed for the wrong organ.",
            PLACE,
            QUOTE));
    into.put(
        FindingKind.FORMER_NAME,
        FindingMessage.of(
            "%s：所写为本机关以前的名称（%s），报告年度已不再使用：请核对是否沿用了往年的标题或落款。",
            "%s: it has a name that the organ no longer had in the report year (%s): check whether"
                + " an earlier title or signature was left.",
            PLACE,
            QUOTE));
    into.put(
        FindingKind.NOT_SOLE,
        FindingMessage.of(
            "%s：本地区该年度另有机关提交了同一范围（%s）的报告，应当只有一份：请与主管部门核对由谁提交。",
            "%s: another organ has handed in a report of the same region, year and scope (%s), of"
                + " which there should be one: ask the office which of them it is.",
            PLACE,
            FindingValues::scope));
    into.put(
        FindingKind.PUBLISHED_DIFFERS,
        FindingMessage.of(
            "已公布的内容有 %s 个单元格与本报告不同：请核对并更正公布的内容，或者更正报告后重新核验。",
            "What was published differs from the report in %s of its cells: correct the"
                + " publication, or the report, and verify again.",
            FindingValues::allCells));
  }
}
