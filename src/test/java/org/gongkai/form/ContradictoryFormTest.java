package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.problem.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that contradicts itself, or another one, does not start. */
@Execution(ExecutionMode.CONCURRENT)
class ContradictoryFormTest {

  private static final List<Choice> SOME = List.of(new Choice("a", new Text("甲", "A")));

  /** What is replaced in the file of 2021, by what, and what the refusal says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id: penalties, | id: licensing, | sections.disclosure.rows.licensing stands twice
          id: repealed, | id: issued, | sections.disclosure.columns.issued stands twice
          id: contests | id: applications | sections.applications stands twice
          id: platform, | id: overview, | narrative.overview stands twice
          id: T4-SUM | id: T3-SUM | rules.T3-SUM stands twice
          id: licensing, columns: [decisions] | id: licensing, columns: [verdicts] | sections.disclosure.rows.licensing names the unknown column verdicts
          id: licensing, columns | id: Licensing!, columns | sections.disclosure.rows.Licensing! is no id
          id: outcomes.refused.otherLaw | id: outcomes.denied.otherLaw | sections.applications.rows.outcomes.denied.otherLaw stands under no heading
          id: outcomes.refused, role: heading | id: outcomes.refused | sections.applications.rows.outcomes.refused holds figures but stands over other rows
          id: outcomes.granted, label | id: outcomes.granted, role: heading, label | sections.applications.rows.outcomes.granted is an empty heading
          zh: "行政许可", en: "Administrative licensing" | zh: "行政许可" | sections.disclosure.rows.licensing lacks a text in zh or en
          zh: "结果维持" | zh: " " | sections.contests.columns.upheld lacks a text in zh or en
          id: upheld, kind: count | id: upheld | sections.contests.columns.upheld has no kind
          id: amount, kind: money | id: unit, kind: money | sections.disclosure.columns.unit has the name of the stated unit
          kind: money, unit: 万元 | kind: money, unit: 万元, statedUnit: true | sections.disclosure.columns.amount prints its unit and asks it
          columns: [issued, repealed, inForce], label: {zh: "规章" | columns: [issued], colour: red, label: {zh: "规章" | colour
          columns: [issued, repealed, inForce] | columns: [issued, repaeled] | sections.disclosure.rows.rules names the unknown column repaeled
          columns: [issued, repealed, inForce], label: {zh: "规章" | columns: [issued], label: {zh: "规章" | rules.X-INFORCE names the unknown cell rules.inForce
          right: [outcomes.total]|right: [outcomes.sum]| rules.T3-SUM names the unknown row outcomes.sum
          document: 国办 | docment: 国办 | docment
          left: [received, carriedOver] | left: [received, carriedAlong] | rules.T3-BAL names the unknown row carriedAlong
          left: [upheld, corrected | left: [upheld, correct | rules.T4-SUM names the unknown cell reconsideration.correct
          left: [upheld, corrected, | left: [upheld, upheld, corrected, | rules.T4-SUM.left.upheld stands twice
          left: [upheld, corrected, other | left: [upheld, corrected | sections.contests.columns.total: no rule adds exactly the leaf columns
          left: [naturalPerson, | left: [ | sections.applications.columns.total: no rule adds exactly the leaf columns
          left: [outcomes.*] | left: [outcomes.granted, outcomes.refused.*] | sections.applications.rows.outcomes.total: no rule adds exactly the leaf rows
          left: [received, carriedOver] | left: [received, previous carriedOver] | rules.T3-BAL is a plain sum, which takes no term previous carriedOver
          right: [issued, -repealed] | right: [previous issued] | rules.T2-INFORCE is about one report and takes no term previous issued
          right: [issued, -repealed] | right: [made] | rules.T2-INFORCE names the unknown cell rules.made
          right: [previous carriedForward] | right: [carriedForward] | rules.X-CARRY has no term of last year
          right: [outcomes.total, carriedForward] | right: [] | rules.T3-BAL lacks a side
          rows: [rules, normativeDocuments] | rows: [rules, laws] | rules.X-INFORCE names the unknown row laws
          rows: [rules, normativeDocuments] | rows: [rules, fees] | rules.X-INFORCE names the unknown cell fees.inForce
          section: contests | section: contest | rules.T4-SUM is about the unknown section contest
          relation: kind | relation: blank | rules: one of relation kind is wanted
          relation: text | relation: blank | rules: one of relation blank is wanted
          factor: 5 | `` | rules.X-JUMP wants a factor and a threshold
          peers: 5 | peers: 0 | rules.X-JUMP wants a number of peers above 0, or none
          factor: 20 | `` | rules.X-PEERS wants a factor, a threshold and a number of peers above 0
          threshold: 1000 | `` | rules.X-PEERS wants a factor, a threshold and a number of peers above 0
          share: 0.9 | share: 0 | rules.TEXT-COPY wants a share above 0 and up to 1, and a shortest text
          share: 0.9 | share: 1.1 | rules.TEXT-COPY wants a share above 0 and up to 1, and a shortest text
          shortest: 60 | shortest: 0 | rules.TEXT-COPY wants a share above 0 and up to 1, and a shortest text
          shortest: 60 | `` | rules.TEXT-COPY wants a share above 0 and up to 1, and a shortest text
          rows: [rules] | rows: [laws] | rules.P-RULES names the unknown row laws
          rows: [rules] | `` | rules.P-RULES names no row
          severity: info | `` | rules.X-JUMP has no severity
          concern: {zh: "单元格留空" | concern: {zh: "" | rules.BLANK.concern lacks a text in zh or en
          concern: {zh: "单元格留空", en: "Cells are blank"} | `` | rules.BLANK.concern lacks a text in zh or en
          relation: kind | relation: kind\\n    share: 0.5 | rules.INT is of relation kind, which takes no share
          relation: blank | relation: blank\\n    section: contests\\n    each: row | rules.BLANK is of relation blank, which takes no section, each
          firstYear: 2022 | threshold: 3 | rules.X-INFORCE is of relation years, which takes no threshold
          severity: info | severity: fatal | fatal
          document: 国办公开办函〔2021〕30号 | `` | document is missing
          version: 1 | `` | version of the file is missing
          version: 1 | version: 0 | version of the file is missing
          """)
  void isRefusedByFileAndPlace(String text, String by, String message) {
    String yaml = file("2021.yaml");
    assertThat(yaml).contains(text);
    assertThatThrownBy(
            () ->
                form(
                    "2021.yaml",
                    yaml.replaceFirst(quoted(text), by == null ? "" : by.replace("\\n", "\n"))))
        .isInstanceOf(ContradictoryForm.class)
        .hasMessageStartingWith("forms/2021.yaml: ")
        .hasMessageContaining(message)
        .isInstanceOfSatisfying(
            ContradictoryForm.class,
            wrong -> {
              // keys and values apart, nothing is left in English
              assertThat(wrong.text().zh()).startsWith("规则文件有误：");
              assertThat(wrong.text().zh().replaceFirst("规则文件有误：", ""))
                  .containsPattern("\\p{IsHan}")
                  .doesNotContainPattern("\\b(is|are|has|no|names|wants|the|of|lacks|stands)\\b");
              assertThat(wrong.text().en()).doesNotStartWith(wrong.place());
            });
  }

  @Test
  void hasAKeyTwice() {
    String yaml =
        file("2021.yaml").replaceFirst("firstYear: 2021", "firstYear: 2021\nfirstYear: 1");
    assertThatThrownBy(() -> form("2021.yaml", yaml)).hasMessageContaining("firstYear");
  }

  @Test
  void endsBeforeItBegins() {
    String yaml = file("2021.yaml").replaceFirst("firstYear: 2021", "firstYear: 2021\nlastYear: 9");
    assertThatThrownBy(() -> form("2021.yaml", yaml))
        .hasMessageContaining("lastYear is before firstYear");
  }

  @Test
  void isNotOneWithTheOtherEdition() {
    Form old = form("2019.yaml", file("2019.yaml"));
    assertRefused("index.yaml: lists no edition", List.of());
    assertRefused("2019.yaml: lastYear: the newest edition must be in force", List.of(old));
    assertRefused("index.yaml: lists 2019 twice", List.of(old, old));
    assertRefused(
        "2021.yaml: firstYear does not follow", changed("firstYear: 2021", "firstYear: 2023"));
    assertRefused(
        "2021.yaml: applications.received.total is of another kind",
        changed("id: total, kind: count", "id: total, kind: money"));
    assertRefused(
        "2021.yaml: disclosure.licensing.decisions is of another kind",
        changed("id: decisions, kind: count, unit: 件", "id: decisions, kind: count, unit: 项"));
    assertRefused(
        "2021.yaml: sections are not those of 2019",
        changed("id: disclosure", "id: proactive", "section: disclosure", "section: proactive"));
  }

  private static List<Form> changed(String... replacements) {
    String yaml = file("2021.yaml");
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(yaml).contains(replacements[i]);
      yaml = yaml.replace(replacements[i], replacements[i + 1]);
    }
    return List.of(form("2019.yaml", file("2019.yaml")), form("2021.yaml", yaml));
  }

  private static void assertRefused(String message, List<Form> forms) {
    assertThatThrownBy(() -> Forms.of(forms, new Forms.Lists(SOME, SOME, SOME)))
        .isInstanceOf(ContradictoryForm.class)
        .hasMessageContaining(message);
  }

  @Test
  void hasAChannelTwiceOrWithoutLabel() {
    List<Form> forms = new ArrayList<>(Samples.FORMS.all());
    List<Choice> twice = List.of(SOME.getFirst(), SOME.getFirst());
    assertThatThrownBy(() -> Forms.of(forms, new Forms.Lists(twice, SOME, SOME)))
        .hasMessage("forms/channels.yaml: channels.a stands twice");
    List<Choice> bare = List.of(new Choice("a", new Text("甲", null)));
    assertThatThrownBy(() -> Forms.of(forms, new Forms.Lists(SOME, bare, SOME)))
        .hasMessage("forms/channels.yaml: units.a lacks a text in zh or en");
    assertThatThrownBy(() -> Forms.of(forms, new Forms.Lists(SOME, SOME, null)))
        .hasMessage("forms/channels.yaml: amountUnits is missing");
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  private static Form form(String name, String yaml) {
    return Samples.FORMS.read(name, FormFileTexts.bytes(yaml));
  }

  private static String file(String name) {
    return FormFileTexts.of(name.replace(".yaml", ""));
  }
}
