package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.claim.Claims;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.form.Samples;
import org.junit.jupiter.api.Test;

/** What the rules say of three reports as they were published. */
class SampleChecksTest {

  private static final Checks CHECKS = new Checks(FORMS, new Claims(FORMS));

  @Test
  void aNilReportOfABureauIsInOrderButForAnOldLayout() {
    assertThat(CHECKS.check(Samples.content(Samples.HUANCUI)))
        .extracting(Finding::id)
        .containsExactly("LAYOUT:applications");
  }

  @Test
  void theReportOfACityIsInOrder() {
    assertThat(CHECKS.check(Samples.content(Samples.HUAIAN))).isEmpty();
  }

  @Test
  void anOldReportHasBlanksAndOneAmountWithItsUnit() {
    JsonNode report = Samples.json(Samples.SHANGHAI);
    List<String> blanks = new ArrayList<>();
    for (String section : List.of("disclosure", "applications", "contests")) {
      collectNulls(report.get(section), section, blanks);
    }
    assertThat(blanks).hasSizeGreaterThan(100);
    List<Finding> findings = CHECKS.check(Samples.content(Samples.SHANGHAI));
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly(
            "INT:disclosure.procurement.amount", "BLANK:applications", "BLANK:contests");
    assertThat(findings.subList(1, 3))
        .flatExtracting(Finding::cells)
        .extracting(CellState::path)
        .containsExactlyInAnyOrderElementsOf(blanks);
  }

  private static void collectNulls(JsonNode node, String path, List<String> nulls) {
    if (node.isNull()) {
      nulls.add(path);
    }
    node.properties().forEach(e -> collectNulls(e.getValue(), path + "." + e.getKey(), nulls));
  }
}
