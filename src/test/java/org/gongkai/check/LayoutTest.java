package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.junit.jupiter.api.Test;

/** A section in the layout of an edition that is no longer in force is pointed out to the filer. */
class LayoutTest {

  private static final Checks CHECKS = new Checks(FORMS);

  private static List<Finding> found(ObjectNode report) {
    return CHECKS.check(Samples.READER.read(report)).stream()
        .filter(f -> f.rule().equals("LAYOUT"))
        .toList();
  }

  @Test
  void theBureausApplicationsAreInTheLayoutOf2019() {
    List<Finding> findings = found(Samples.json(Samples.HUANCUI));
    assertThat(findings).extracting(Finding::id).containsExactly("LAYOUT:applications");
    FindingView view = FindingView.of(findings.getFirst(), FORMS, Language.ZH);
    assertThat(view.severity()).isEqualTo("warning");
    assertThat(view.message()).contains("收到和处理政府信息公开申请情况：按 2019 版表样填写").contains("应按 2021 版表样");
    assertThat(view.basis()).contains("国办公开办函〔2021〕30号");
    assertThat(FindingView.of(findings.getFirst(), FORMS, Language.EN).message())
        .contains("edition of 2019", "edition of 2021 is wanted");
  }

  @Test
  void ofItsYearsALayoutIsRight() {
    assertThat(found(Samples.json(Samples.SHANGHAI))).isEmpty();
    assertThat(found(Samples.json(Samples.HUAIAN))).isEmpty();
    assertThat(found(Samples.report(2020, "'disclosure': {'rules': {'newlyMade': 1}}"))).isEmpty();
    assertThat(found(Samples.report(2021, "'disclosure': {'rules': {'newlyMade': 1}}"))).hasSize(1);
  }

  @Test
  void aSectionThatStatesNothingHasNoLayout() {
    String old = "'editions': {'applications': '2019', 'disclosure': '2019'}";
    assertThat(found(Samples.report(2022, old))).isEmpty();
    assertThat(found(Samples.report(2022, old + ", 'nil': ['applications', 'disclosure']")))
        .isEmpty();
    assertThat(found(Samples.report(2022, old + ", 'applications': {'received': {'total': null}}")))
        .isEmpty();
    assertThat(found(Samples.report(2022, old + ", 'applications': {'received': {'total': 0}}")))
        .hasSize(1);
  }
}
