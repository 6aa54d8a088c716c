package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Form;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rollup.SectionRows;
import org.gongkai.rule.Severity;
import org.gongkai.tally.Tally;
import org.junit.jupiter.api.Test;

/** A section in another layout than the year's is pointed out to the filer. */
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
    assertThat(view.severity()).isEqualTo(Severity.WARNING);
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
  void theNewerLayoutIsAnotherOneInAnEarlierYear() {
    List<Finding> findings =
        found(
            Samples.report(
                2020,
                "'editions': {'disclosure': '2021', 'applications': '2021', 'contests': '2021'}"));
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly("LAYOUT:disclosure", "LAYOUT:applications");
    assertThat(FindingView.of(findings.getFirst(), FORMS, Language.ZH).message())
        .contains("按 2021 版表样填写，2020 年度应按 2019 版表样填写");
  }

  @Test
  void aSectionThatStatesNothingHasTheLayoutThatItNames() {
    String old = "'editions': {'applications': '2019', 'disclosure': '2019', 'contests': '2019'}";
    for (String more : List.of("", ", 'nil': ['applications', 'disclosure', 'contests']")) {
      assertThat(found(Samples.report(2022, old + more)))
          .extracting(Finding::id)
          .containsExactlyInAnyOrder("LAYOUT:applications", "LAYOUT:disclosure");
    }
    assertThat(found(Samples.report(2022, "'nil': ['applications', 'disclosure']"))).isEmpty();
  }

  @Test
  void contestsAreAlikeInBothEditions() {
    assertThat(
            found(
                Samples.report(
                    2022,
                    "'editions': {'contests': '2019'},"
                        + " 'contests': {'reconsideration': {'upheld': 1}}")))
        .isEmpty();
  }

  @Test
  void itIsSaidTrulyWhatTheEditionsHaveDifferently() {
    List<Finding> findings =
        found(Samples.report(2022, "'editions': {'applications': '2019', 'disclosure': '2019'}"));
    for (Finding finding : findings) {
      FindingView zh = FindingView.of(finding, FORMS, Language.ZH);
      FindingView en = FindingView.of(finding, FORMS, Language.EN);
      assertThat(zh.hint()).doesNotContain("折算", "单独计列");
      if (finding.section().equals("applications")) {
        assertThat(zh.message())
            .contains("两版只有“（六）其他处理”的划分不同", "其余各行照常相加")
            .doesNotContain("折算", "计列");
        assertThat(en.message()).contains("differ only in how they divide \"(6) Other handling\"");
      } else {
        assertThat(zh.message()).contains("规章、", "政府集中采购", "不能折算，分别计列");
        assertThat(en.message()).contains("cannot be converted");
      }
    }
    assertThat(findings).hasSize(2);
  }

  /** The filer is warned exactly where coverage counts another layout. */
  @Test
  void theFilerIsToldWhatCoverageCounts() {
    SectionRows.All rows = new SectionRows.All(FORMS);
    for (int year = 2019; year <= 2022; year++) {
      for (Form form : FORMS.all()) {
        for (String section : form.sections().keySet()) {
          Tally tally = Tally.empty();
          tally.add(
              section + Tally.EDITION_MARK + form.edition(),
              new Tally.Added(BigDecimal.ONE, 1, 0, 0, 1));
          ObjectNode report =
              Samples.report(year, "'editions': {'%s': '%s'}".formatted(section, form.edition()));
          assertThat(found(report))
              .as("%s %s %s", year, section, form.edition())
              .hasSize((int) rows.of(section).layouts().otherLayout(tally, year));
        }
      }
    }
  }
}
