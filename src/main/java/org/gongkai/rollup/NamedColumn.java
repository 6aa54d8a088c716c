package org.gongkai.rollup;

import java.util.Arrays;
import java.util.Optional;
import org.gongkai.problem.Text;

/** The columns that no form names, as people read them. */
enum NamedColumn implements RollupColumn {
  CODE("code", Kind.TEXT, Role.KEY, "代码", "Code", "行政区划或行政机关代码", "Code of the region or organ"),
  NAME(
      "name",
      Kind.NAME,
      Role.ATTRIBUTE,
      "名称",
      "Name",
      "行政区划或行政机关名称",
      "Name of the region or organ"),
  YEAR("year", Kind.WHOLE, Role.KEY, "年度", "Year", "报告年度", "The report year"),
  PERIOD(
      "period",
      Kind.DATE,
      Role.ATTRIBUTE,
      "时点",
      "Period",
      "报告年度最后一日，用作时间轴",
      "Last day of the report year, for axes of time"),
  ROW("row", Kind.TEXT, Role.KEY, "行", "Row", "表格中的行", "Row of the form"),
  CHANNEL(
      "channel",
      Kind.TEXT,
      Role.KEY,
      "渠道",
      "Channel",
      "公开渠道代码",
      "Code of the channel of publication"),
  INDICATOR("indicator", Kind.TEXT, Role.KEY, "指标", "Indicator", "派生指标", "Derived indicator"),
  METHOD(
      "method",
      Kind.TEXT,
      Role.ATTRIBUTE,
      "计算方法",
      "Method",
      "有多种通行算法的指标所采用的一种",
      "By which of several ways in use the indicator is counted"),
  LABEL(
      "label",
      Kind.NAME,
      Role.ATTRIBUTE,
      "项目",
      "Item",
      "行、渠道或指标的名称",
      "What row, channel or indicator is called"),
  PARENT(
      "parent",
      Kind.TEXT,
      Role.ATTRIBUTE,
      "上级行",
      "Parent row",
      "计入哪一行；空：不计入其他行",
      "The row that this one is added to; none where it is added to no other"),
  LEAF(
      "leaf",
      Kind.FLAG,
      Role.ATTRIBUTE,
      "明细",
      "Leaf",
      "是否明细行：只加明细行即不重复；小计、合计各行不是",
      "Whether no other row is in it: rows that are leaves can be added up, headings and totals"
          + " not"),
  UNIT(
      "unit",
      Kind.TEXT,
      Role.KEY,
      "单位",
      "Unit",
      "计数单位；不同单位不相加",
      "Unit of the count; units are never added"),
  COUNT("count", Kind.WHOLE, Role.MEASURE, "数量", "Count", "公开数量", "How many items were published"),
  APPROXIMATE(
      "approximate",
      Kind.WHOLE,
      Role.MEASURE,
      "约数",
      "Approximate",
      "填为约数的个数",
      "Counts said to be about so many"),
  NUMERATOR(
      "numerator", Kind.WHOLE, Role.MEASURE, "分子", "Numerator", "分子之和", "Sum of the numerators"),
  NUMERATOR_REPORTS(
      "numeratorReports",
      Kind.WHOLE,
      Role.MEASURE,
      "分子报告数",
      "Reports of the numerator",
      "含有分子各行的报告数",
      "Reports that have the rows of the numerator"),
  DENOMINATOR_REPORTS(
      "denominatorReports",
      Kind.WHOLE,
      Role.MEASURE,
      "分母报告数",
      "Reports of the denominator",
      "含有分母各行的报告数",
      "Reports that have the rows of the denominator"),
  DENOMINATOR(
      "denominator",
      Kind.WHOLE,
      Role.MEASURE,
      "分母",
      "Denominator",
      "分母之和",
      "Sum of the denominators"),
  VALUE(
      "value",
      Kind.DECIMAL,
      Role.MEASURE,
      "值",
      "Value",
      "分子之和除以分母之和，六位小数",
      "The one over the other, with six decimals"),
  TOO_FEW(
      "tooFewToRank",
      Kind.FLAG,
      Role.ATTRIBUTE,
      "样本过少",
      "Too few to rank",
      "分母过小，不宜排名",
      "The denominator is too small to rank by"),
  RANK(
      "rank",
      Kind.WHOLE,
      Role.MEASURE,
      "排名",
      "Rank",
      "同级排名，最高为 1",
      "Among siblings; the highest is 1"),
  RANKED(
      "ranked",
      Kind.WHOLE,
      Role.MEASURE,
      "参与排名",
      "Ranked",
      "参与排名的个数",
      "How many siblings are ranked"),
  PERCENTILE_25(
      "percentile25",
      Kind.DECIMAL,
      Role.MEASURE,
      "同级下四分位数",
      "Lower quartile",
      "参与排名的同级的第 25 百分位数，六位小数；不足 9 个时为空",
      "The 25th percentile of the siblings that are ranked, with six decimals; of fewer than 9"
          + " there is none"),
  MEDIAN(
      "median",
      Kind.DECIMAL,
      Role.MEASURE,
      "同级中位数",
      "Median",
      "参与排名的同级的中位数，六位小数；不足 5 个时为空",
      "The median of the siblings that are ranked, with six decimals; of fewer than 5 there is"
          + " none"),
  PERCENTILE_75(
      "percentile75",
      Kind.DECIMAL,
      Role.MEASURE,
      "同级上四分位数",
      "Upper quartile",
      "参与排名的同级的第 75 百分位数，六位小数；不足 9 个时为空",
      "The 75th percentile of the siblings that are ranked, with six decimals; of fewer than 9"
          + " there is none"),
  DEFINITION(
      "definition",
      Kind.NAME,
      Role.ATTRIBUTE,
      "定义",
      "Definition",
      "指标的含义",
      "What the indicator measures"),
  FORMULA(
      "formula", Kind.NAME, Role.ATTRIBUTE, "公式", "Formula", "计算公式", "How the indicator is made"),
  ARTICLE(
      "article",
      Kind.NAME,
      Role.ATTRIBUTE,
      "条例依据",
      "Article",
      "所依据的《政府信息公开条例》条款",
      "Article of the Regulations that it rests on"),
  FORM(
      "form",
      Kind.NAME,
      Role.ATTRIBUTE,
      "报告部分",
      "Section",
      "所在的报告部分",
      "Section of the form that it is of"),
  BLANK(
      "blank",
      Kind.WHOLE,
      Role.MEASURE,
      "空白单元格",
      "Blank cells",
      "本行合计未计入的空白单元格数",
      "Blank cells that the sums of the row leave out"),
  REPORTS(
      "reports",
      Kind.WHOLE,
      Role.MEASURE,
      "报告数",
      "Reports",
      "含有该行的报告数",
      "Reports that have the row"),
  COLUMN("column", Kind.TEXT, Role.KEY, "列", "Column", "表格中的列", "Column of the form"),
  COLUMN_LABEL(
      "columnLabel",
      Kind.NAME,
      Role.ATTRIBUTE,
      "列名称",
      "Column label",
      "列的名称",
      "What the column is called"),
  /** Of rows that are a number each. */
  CELL_VALUE(
      "value",
      Kind.DECIMAL,
      Role.MEASURE,
      "值",
      "Value",
      "该行在该列中的数值",
      "The number that the row has in that column"),
  PREVIOUS_VALUE(
      "previousValue",
      Kind.DECIMAL,
      Role.MEASURE,
      "上年值",
      "Year before",
      "上一年度的值",
      "The value of the year before"),
  CHANGE_VALUE(
      "changeValue",
      Kind.DECIMAL,
      Role.MEASURE,
      "比上年",
      "Change",
      "比上一年度增减",
      "Change since the year before"),
  EXPECTED(
      "expected",
      Kind.WHOLE,
      Role.ATTRIBUTE,
      "应报机关",
      "Expected",
      "当年 12 月 31 日存在的机关数",
      "Organs that existed on 31 December"),
  REPORTED(
      "reported", Kind.WHOLE, Role.ATTRIBUTE, "已报", "Reported", "计入的报告数", "Reports in the sum"),
  MISSING(
      "missing",
      Kind.WHOLE,
      Role.ATTRIBUTE,
      "未报",
      "Missing",
      "应报而未计入的机关数",
      "Expected organs without a report in the sum"),
  UNEXPECTED(
      "unexpected",
      Kind.WHOLE,
      Role.ATTRIBUTE,
      "应报之外",
      "Unexpected",
      "不在应报之列而计入的报告数",
      "Reports of organs that were not expected"),
  COVERAGE_BLANK(
      "coverageBlank",
      Kind.WHOLE,
      Role.ATTRIBUTE,
      "空白合计",
      "Blank in all",
      "该地该年全部行的空白单元格数",
      "Blank cells of the place and year, over all rows"),
  UNEXPLAINED(
      "unexplained",
      Kind.WHOLE,
      Role.ATTRIBUTE,
      "未说明的提示",
      "Unexplained",
      "未作说明的警告数",
      "Warnings that nobody has explained"),
  WAIVED(
      "waived",
      Kind.WHOLE,
      Role.ATTRIBUTE,
      "豁免",
      "Waived",
      "经豁免的硬性规则数",
      "Broken hard rules that the office has waived"),
  OTHER_LAYOUT(
      "otherLayout",
      Kind.WHOLE,
      Role.ATTRIBUTE,
      "其他表式",
      "Other layout",
      "该部分采用其他年度表式、因而行或列不同的报告数",
      "Reports whose section is not laid out as the form in force has it"),
  COMPLETE(
      "complete",
      Kind.FLAG,
      Role.ATTRIBUTE,
      "完整",
      "Complete",
      "应报均已计入、表式一致且无空白单元格",
      "Every expected report is in, in the form's layout, and no cell is blank");

  private final String id;
  private final Kind kind;
  private final Role role;
  private final Text title;
  private final Text description;

  NamedColumn(String id, Kind kind, Role role, String zh, String en, String longZh, String longEn) {
    this.id = id;
    this.kind = kind;
    this.role = role;
    this.title = new Text(zh, en);
    this.description = new Text(longZh, longEn);
  }

  static Optional<NamedColumn> of(String id) {
    return Arrays.stream(values()).filter(column -> column.id.equals(id)).findFirst();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Role role() {
    return role;
  }

  @Override
  public Text title() {
    return title;
  }

  @Override
  public Text description() {
    return description;
  }
}
