package org.gongkai.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.check.Reporter;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionLevel;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are the organ's own but for one sign. */
@Execution(ExecutionMode.CONCURRENT)
class NameChecksTest {

  private static final String OWN = "安徽省青溪市市场监督管理局";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021年，青浦市市场监督管理局政府信息公开工作在市委、市政府领导下有序推进。 | 青浦市市场监督管理局
          2021年青浦市市场监督管理局认真贯彻条例。 | 青浦市市场监督管理局
          2021年，在市政府的领导下，青浦市市场监督管理局深入推进公开。 | 青浦市市场监督管理局
          2021年，安徽省青浦市市场监督管理局坚持以公开为常态。 | 安徽省青浦市市场监督管理局
          2021年，青溪市市场监督管里局全面落实条例。 | 青溪市市场监督管里局
          2021年，青溪市市场监督管理局认真贯彻条例。 |
          2021年，青溪市场监管局认真贯彻条例。 |
          2021年，按照青浦市市场监督管理局的要求，认真贯彻条例。 |
          2021年，青溪县市场监督管理局认真贯彻条例。 |
          2021年，青溪市教育局认真贯彻条例。 |
          2021年，会同青浦市市场监督管理局开展培训。 |
          """)
  void aNameThatIsItsOwnButForOneSignIsPointedOut(String text, String name) {
    assertThat(found(text, null)).isEqualTo(name == null ? List.of() : List.of(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          青浦市市场监督管理局 | 青浦市市场监督管理局
          青溪市市场监督管理局 |
          青溪县市场监督管理局 |
          青溪市市场监督局 |
          """)
  void soIsASignature(String signature, String name) {
    assertThat(found("2021年，我局认真贯彻条例。", signature))
        .isEqualTo(name == null ? List.of() : List.of(name));
  }

  /** All of them, which are for information. */
  private static List<String> found(String text, String signature) {
    ObjectNode report = Samples.report(2021, "");
    report.putObject("narrative").put("overview", text);
    if (signature != null) {
      report.withObjectProperty("narrative").putObject("signature").put("name", signature);
    }
    Content content = Samples.READER.read(report);
    NameChecks checks = new NameChecks(FORMS);
    Reporter reporter = new Reporter(OWN, OrganKind.DEPARTMENT, RegionLevel.DISTRICT);
    List<Finding> findings =
        checks.check(
            content,
            checks.foreign(content, reporter),
            List.of(OWN),
            List.of(),
            List.of("安徽省青溪市教育局"));
    assertThat(findings)
        .allMatch(f -> f.kind() == FindingKind.NAMES_NOBODY && f.severity() == Severity.INFO);
    return findings.stream().map(f -> f.cells().getFirst().stated().asText()).toList();
  }
}
