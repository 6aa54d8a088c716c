package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Samples;
import org.gongkai.platform.JsonSettings;
import org.gongkai.problem.Language;
import org.junit.jupiter.api.Test;

/** Findings are kept without words, and shown in those of the reader. */
class FindingsTest {

  private static final String WRONG =
      "'contests': {'reconsideration': {'upheld': 60, 'corrected': 0, 'other': 0, 'pending': 0,"
          + " 'total': 100}}, 'applications': {'received': {'naturalPerson': 1.50, 'total':"
          + " {'a': [1, null]}, 'otherOrganization': 'n/a', 'commercialEnterprise': 9000000000}},"
          + " 'disclosure': {'fees': {'amount': 0.5}}";

  private static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(new Checks(FORMS).check(Samples.content(2022, WRONG)));
    findings.addAll(
        new YearChecks(FORMS)
            .check(
                Samples.content(2021, "'disclosure': {'fees': {'amount': 800.25}}"),
                Samples.content(2022, WRONG)));
    return findings;
  }

  @Test
  void areTheSameWhenTheyAreReadBack() {
    assertThat(findings()).extracting(Finding::rule).contains("INT", "T4-SUM", "BLANK", "X-JUMP");
    assertThat(Findings.read(Findings.write(findings()))).isEqualTo(findings());
    assertThat(Findings.read("[]")).isEmpty();
  }

  @Test
  void areStoredWithoutWords() {
    assertThat(Findings.write(findings())).isASCII().doesNotContain("message", "E+");
  }

  @Test
  void areShownAsTheDesignSays() throws Exception {
    Finding sum =
        findings().stream().filter(f -> f.rule().equals("T4-SUM")).findFirst().orElseThrow();
    ObjectMapper mapper = JsonSettings.strict(new ObjectMapper());
    String json = mapper.writeValueAsString(FindingView.of(sum, FORMS, Language.EN));
    assertThat(json)
        .contains("\"rule\":\"T4-SUM\",\"version\":1,\"severity\":\"error\"")
        .contains(
            "{\"path\":\"contests.reconsideration.upheld\","
                + "\"label\":\"Administrative reconsideration / Upheld\",\"stated\":60}")
        .contains("\"left\":60,\"right\":100,\"difference\":-40");
  }

  @Test
  void showABlankCellAsNull() throws Exception {
    Finding blank =
        findings().stream().filter(f -> f.rule().equals("BLANK")).findFirst().orElseThrow();
    String json = new ObjectMapper().writeValueAsString(FindingView.of(blank, FORMS, Language.ZH));
    assertThat(json).contains("\"stated\":null").doesNotContain("\"left\"");
  }
}
