package org.gongkai.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.junit.jupiter.api.Test;

/** Short parts and short documents that are somebody else's, or of an earlier year. */
class CopyChecksTest {

  private static final CopyChecks CHECKS = new CopyChecks(FORMS);

  private static final String SHORT =
      "以产业园区企业需求为重点梳理扶持政策清单，逐项明确公开时限和责任科室，对照清单按周核验栏目更新，"
          + "并在办事大厅设置查询设备，安排专人为老年人代查纸质材料，方便前来办事的群众随时查阅申报指南。";

  private static final String SMALL = "围绕渡口安全管理和渔船检验公开办事流程与收费依据，方便船民查阅。";

  @Test
  void aShortPartOfAnEarlierYearIsPointedOut() {
    Content now = report("A-1", 2024, SHORT);
    List<Finding> found = found(now, report("A-1", 2023, SHORT.replace("按周", "按月")));
    assertThat(found).extracting(Finding::rule).containsExactly("TEXT-COPY");
    assertThat(found(now, report("A-1", 2020, SHORT))).hasSize(1);
    assertThat(found(now, report("A-1", 2023, SMALL))).isEmpty();
  }

  @Test
  void aShortPartOfAnotherOrganIsPointedOutUnlessManyHaveIt() {
    Content now = report("A-1", 2024, SHORT);
    Content other = report("B-1", 2024, SHORT);
    assertThat(found(now, other)).extracting(Finding::place).containsExactly("narrative.platform");
    assertThat(found(now, others(SHORT))).isEmpty();
  }

  @Test
  void aSmallDocumentIsPointedOutUnderAnotherCodeOnlyIfAllOfItIsTheSame() {
    Content now = report("A-1", 2024, SMALL);
    List<Finding> found = found(now, report("B-1", 2024, SMALL));
    assertThat(found).extracting(Finding::rule).containsExactly("TEXT-COPY");
    assertThat(found.getFirst().left()).isEqualByComparingTo("100");
    assertThat(found(now, report("B-1", 2024, SMALL.replace("渔船", "客船")))).isEmpty();
    assertThat(found(now, report("A-1", 2023, SMALL))).as("its own of last year").isEmpty();
    assertThat(found(now, others(SMALL))).as("of a template").isEmpty();
    Content none = report("A-1", 2024, "本年度未收到政府信息公开申请。");
    assertThat(found(none, report("B-1", 2024, "本年度未收到政府信息公开申请。"))).isEmpty();
  }

  private static Content[] others(String words) {
    List<Content> others = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      others.add(report("B-" + i, 2024, words));
    }
    return others.toArray(Content[]::new);
  }

  private static List<Finding> found(Content now, Content... others) {
    List<CopyChecks.Other> known = new ArrayList<>();
    for (int i = 0; i < others.length; i++) {
      PlainNarrative text = CHECKS.plain(others[i]);
      known.add(
          new CopyChecks.Other(
              i,
              others[i].organ(),
              others[i].year(),
              text.shingles().and(CHECKS.sketch(others[i], text))));
    }
    Map<CopyChecks.Candidate, Content> candidates = new LinkedHashMap<>();
    CHECKS
        .candidates(now, CHECKS.plain(now), known)
        .forEach(c -> candidates.put(c, others[(int) c.other().id()]));
    return CHECKS.check(now, candidates);
  }

  private static Content report(String organ, int year, String words) {
    ObjectNode report = Samples.report(year, "");
    report.put("organ", organ);
    report.putObject("narrative").put("platform", words);
    return Samples.READER.read(report);
  }
}
