package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section five must tell of problems: what says that there are none says nothing. */
class EmptyPartsTest {

  private static final Checks CHECKS = new Checks(FORMS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n　",
        "无",
        "无。",
        "无问题",
        "没有。",
        "没有问题。",
        "暂无",
        "暂无问题。",
        "不存在问题。",
        "无明显问题",
        "未发现存在问题。",
        "/",
        "——",
        "略",
        "存在的主要问题及改进情况：无。",
        "本单位政府信息公开工作不存在问题。",
        "2021年我局无存在的主要问题及改进情况。"
      })
  void saysNothing(String problems) {
    List<Finding> findings = found(problems);
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().id()).isEqualTo("S5-EMPTY:narrative.problems");
    assertThat(findings.getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(Findings.read(Findings.write(findings))).isEqualTo(findings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "公开内容有待完善。",
        "无专职人员，公开不够及时。下一步将配备专人。",
        "无重大问题，但公开的广度仍需拓展，下一步将加强培训。",
        "没有问题就是最大的问题：少数科室公开不主动。",
        "暂无专门的查阅场所，计划明年建成。",
        "不存在应公开而未公开的情况，但解读形式单一。",
        "一是政策解读形式单一；二是没有专栏。",
        "改进中。",
        "上年问题均已整改，目前仍存在公开不及时的问题。"
      })
  void saysSomething(String problems) {
    assertThat(found(problems)).isEmpty();
  }

  @Test
  void isMissedOnlyWhereThereIsAText() {
    assertThat(found(null)).hasSize(1);
    ObjectNode figures = Samples.report(2021, "'nil': ['disclosure', 'applications', 'contests']");
    assertThat(CHECKS.check(Samples.READER.read(figures))).isEmpty();
    figures.putObject("narrative").put("overview", " ");
    assertThat(CHECKS.check(Samples.READER.read(figures))).isEmpty();
  }

  @Test
  void isPutIntoWords() {
    Finding finding = found("无").getFirst();
    assertThat(FindingView.of(finding, FORMS, Language.ZH).message())
        .isEqualTo("五、存在的主要问题及改进情况：未填写，或只写了没有问题；本部分应写明存在的主要问题及改进情况。");
    assertThat(FindingView.of(finding, FORMS, Language.EN).message())
        .startsWith("5. Main problems and improvements: nothing is written");
    assertThat(finding.cells().getFirst().stated().textValue()).isEqualTo("无");
  }

  private static List<Finding> found(String problems) {
    ObjectNode report = Samples.report(2021, "");
    ObjectNode narrative = report.putObject("narrative").put("overview", "本单位扎实推进政务公开。");
    if (problems != null) {
      narrative.put("problems", problems);
    }
    return CHECKS.check(Samples.READER.read(report)).stream()
        .filter(finding -> finding.rule().equals("S5-EMPTY"))
        .toList();
  }
}
