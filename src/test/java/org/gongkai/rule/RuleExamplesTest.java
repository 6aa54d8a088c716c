package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.crosscheck.Examples;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Form;
import org.gongkai.problem.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of every edition, on the examples of its own file. */
class RuleExamplesTest {

  record Case(Form form, Rule rule) {
    @Override
    public String toString() {
      return form.edition() + " " + rule.id();
    }
  }

  static Stream<Case> rules() {
    return FORMS.all().stream().flatMap(f -> f.rules().stream().map(r -> new Case(f, r)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void keepAndBreakIt(Case of) {
    String id = of.rule().id();
    assertThat(Examples.found(of.rule().examples().passing()))
        .extracting(Finding::rule)
        .doesNotContain(id);
    List<Finding> failing = Examples.found(of.rule().examples().failing());
    List<Finding> its = failing.stream().filter(f -> f.rule().equals(id)).toList();
    assertThat(its)
        .isNotEmpty()
        .allSatisfy(
            f -> {
              assertThat(f.severity()).isEqualTo(of.rule().severity());
              assertThat(f.edition()).isEqualTo(of.form().edition());
              for (Language language : Language.values()) {
                FindingView view = FindingView.of(f, FORMS, language);
                assertThat(view.message()).isNotBlank().doesNotContain("%s", "null");
                assertThat(view.cells()).allSatisfy(c -> assertThat(c.label()).isNotBlank());
              }
            });
    assertThat(Findings.read(Findings.write(failing))).isEqualTo(failing);
    if (!id.equals("BLANK")) {
      assertThat(its).hasSize(1);
      // an example has only what its rule is about
      assertThat(failing)
          .extracting(Finding::rule)
          .contains(id)
          .isSubsetOf(id, "BLANK", "S5-EMPTY");
    }
  }
}
