package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.form.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which row or column of the form a printed label is of. */
@Execution(ExecutionMode.CONCURRENT)
class SectionLabelsTest {

  private final PrintedWords words = PrintedWords.of(Samples.FORMS);

  private String row(String section, String printed) {
    var found =
        new SectionLabels(section, Samples.FORMS, words)
            .row(LabelText.of(printed, words.spellings()));
    return found == null ? "none" : found.id() + " " + found.fit();
  }

  private String column(String section, String printed) {
    var found =
        new SectionLabels(section, Samples.FORMS, words)
            .column(LabelText.of(printed, words.spellings()));
    return found == null ? "none" : found.id() + " " + found.fit();
  }

  @Test
  void labelsAsTheyAreTyped() {
    for (String printed :
        new String[] {
          "1.属于国家秘密",
          "1、属于国家秘密",
          "1．属于国家秘密",
          "（1）属于国家秘密",
          "①属于国家秘密",
          "1属于国家秘密",
          "属于国家\n秘密",
          "属 于 国 家 秘 密",
          "国家秘密",
          "1.属于国家秘密（第十四条）"
        }) {
      assertThat(row("applications", printed))
          .as(printed)
          .isEqualTo("outcomes.refused.stateSecret EXACT");
    }
    assertThat(row("applications", "3.危及\"三安全一稳定\""))
        .isEqualTo("outcomes.refused.securityAndStability EXACT");
    assertThat(row("disclosure", "⾏政规范性⽂件")).isEqualTo("normativeDocuments EXACT");
    assertThat(row("contests", "行政法复议")).isEqualTo("reconsideration EXACT");
    assertThat(column("applications", "自\n然\n人")).isEqualTo("naturalPerson EXACT");
    assertThat(column("disclosure", "现行有效件数量")).isEqualTo("inForce EXACT");
    assertThat(column("disclosure", "本年收费金额")).isEqualTo("amount EXACT");
  }

  @Test
  void labelsCutOrMisprinted() {
    assertThat(row("applications", "2.没有现成信息需要另"))
        .isEqualTo("outcomes.unableToProvide.needsCreation CLOSE");
    assertThat(row("applications", "5.要求行政机关确任或重新出具已获取信息"))
        .isEqualTo("outcomes.notProcessed.confirmation CLOSE");
    assertThat(column("applications", "社会公益")).isEqualTo("publicInterestOrganization CLOSE");
  }

  @Test
  void labelsOfOthers() {
    assertThat(row("disclosure", "行政处分")).isEqualTo("none");
    assertThat(row("disclosure", "行政检查")).isEqualTo("none");
    assertThat(row("applications", "申请人")).isEqualTo("none");
    assertThat(row("applications", "小计")).isEqualTo("none");
    assertThat(column("applications", "自然人（2020年）")).isEqualTo("none");
    assertThat(column("applications", "总计（同比增长）")).isEqualTo("none");
    assertThat(column("contests", "结果")).isEqualTo("none");
    assertThat(column("contests", "（七）总计")).isEqualTo("none");
  }
}
