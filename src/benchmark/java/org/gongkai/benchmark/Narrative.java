package org.gongkai.benchmark;

import java.util.List;

/**
 * The text of a report: what it states of figures agrees with them; for the rest, words of reports
 * in an order that no other report has, as every organ writes its own. One of twenty is left from
 * the year before.
 */
final class Narrative {

  private static final List<String> WORDS =
      List.of(
          "公开", "信息", "政务", "群众", "企业", "服务", "落实", "推进", "完善", "制度", "机制", "平台", "栏目", "网站", "解读",
          "回应", "审核", "发布", "培训", "指南", "目录", "流程", "窗口", "热线", "公众", "文件", "清理", "归档", "监督", "考核",
          "评议", "保密", "审查", "台账", "科室", "专人", "责任", "时限", "答复", "受理", "登记", "研判", "会商", "沟通", "便民",
          "利企", "园区", "社区", "乡村", "教育", "医疗", "社保", "就业", "环保", "住房", "财政", "预算", "决算", "采购", "项目",
          "招标", "统计", "数据", "共享", "安全", "隐私", "图解", "短片", "直播", "座谈", "调研", "走访", "征集", "意见", "采纳",
          "反馈", "整改", "提升", "优化", "规范", "标准", "基层", "试点", "推广", "宣传", "引导", "参与", "知晓", "满意", "评估");
  private static final int WORDS_A_CLAUSE = 6;
  private static final int LEFT_FROM_LAST_YEAR = 20;

  private Narrative() {}

  /** Some 20 characters to a clause, three clauses to a sentence. */
  static String of(AnnualReport report, int characters) {
    Chance own = new Chance(7, report.organ(), report.year());
    int year = own.oneIn(LEFT_FROM_LAST_YEAR) ? report.year() - 1 : report.year();
    Chance chance = new Chance(11, report.organ(), year);
    StringBuilder text = new StringBuilder(stated(report));
    int clause = 0;
    while (text.length() < characters) {
      for (int i = 0; i < WORDS_A_CLAUSE; i++) {
        text.append(chance.of(WORDS));
      }
      clause++;
      text.append(clause % 3 == 0 ? '。' : '，');
    }
    text.setLength(characters);
    return text.toString();
  }

  private static String stated(AnnualReport report) {
    return "%d年，本机关共收到政府信息公开申请%d件，上年结转%d件，结转下年度继续办理%d件。"
        .formatted(
            report.year(),
            cell(report, "applications.received.total"),
            cell(report, "applications.carriedOver.total"),
            cell(report, "applications.carriedForward.total"));
  }

  private static long cell(AnnualReport report, String path) {
    return report.cells().get(path);
  }
}
