package org.gongkai.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/**
 * A line of a file of organs, as it was read.
 *
 * @param statement nothing where something is wrong with it
 */
record OrganLine(int number, String code, Optional<OrganStatement> statement) {

  /**
   * A word for the end of a version must mean the first day on which it is no longer so: no 截止日期,
   * which is the last day on which it is.
   */
  static final FileColumns COLUMNS =
      new FileColumns()
          .with("code", "代码", "机关代码", "机构代码", "单位代码", "统一社会信用代码", "社会信用代码", "信用代码")
          .with("name", "名称", "机关名称", "行政机关名称", "机构名称", "单位名称", "单位")
          .with("region", "行政区划代码", "行政区划", "区划代码", "区划", "所属行政区划", "所属区划")
          .with("kind", "类别", "类型", "机关类别", "机关类型", "机构类别", "机构类型", "单位类别", "单位类型")
          .orWith("validFrom", "生效日期", "启用日期", "起始日期", "设立日期")
          .orWith("validTo", "失效日期", "停用日期", "撤销日期")
          .orWith("successor", "并入机关代码", "并入机关", "并入单位", "承继机关代码", "承继机关");

  private static final Text KINDS =
      new Text("须为以下之一：%s。", "One of: %s.")
          .with(
              Arrays.stream(OrganKind.values())
                  .map(kind -> kind.code() + "（" + kind.label().in(Language.ZH) + "）")
                  .collect(Collectors.joining(", ")));

  /**
   * Reads a line; what is wrong with it goes to the report.
   *
   * @return nothing where the line names no well-formed organ, to which other lines could belong
   */
  static Optional<OrganLine> read(CsvFile.Line line, ImportReport report) {
    String code = Objects.requireNonNullElse(line.cell("code"), "");
    List<Violation> violations = new ArrayList<>();
    Optional<Text> noCode = OrganCode.objectionTo(code);
    noCode.ifPresent(why -> violations.add(new Violation("code", why)));
    Optional<OrganStatement> statement =
        new OrganForm(
                line.cell("name"),
                line.cell("region"),
                PlainWord.code(line.cell("kind"), OrganKind.class, OrganKind::words),
                line.date("validFrom"),
                line.date("validTo"),
                line.cell("successor"))
            .read(code, "", violations);
    violations.forEach(
        v ->
            report.refuse(
                line.number(), v.pointer(), v.pointer().equals("kind") ? KINDS : v.message()));
    return noCode.isPresent()
        ? Optional.empty()
        : Optional.of(new OrganLine(line.number(), code, statement));
  }
}
