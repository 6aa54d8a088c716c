package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.gongkai.rule.Rule;
import org.junit.jupiter.api.Test;

/**
 * The committed page of the rules is what the forms' files say. Written anew with {@code
 * -Dopenapi.write=true}, as the contract is.
 */
class RulesFileTest {

  private static final Path FILE = Path.of("openapi", "RULES.md");

  /** Of a list of words, between its signs or at its ends. */
  private static final Pattern EMPTY_WORD =
      Pattern.compile("、、|[：；]、|、(?:；| \\|)|\\+ +(?:\\+|；|\\|)|；(?:；| \\|)|：(?:；| \\|)");

  @Test
  void theCommittedPageIsTheGeneratedOne() throws IOException {
    String generated = RulesPage.of(FORMS.all());
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(FILE, generated);
    }
    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as("write it anew: ./mvnw test -Dtest=RulesFileTest -Dopenapi.write=true")
        .isEqualTo(generated);
  }

  @Test
  void whatChangedFromEditionToEditionIsThere() {
    String page = RulesPage.of(FORMS.all());
    String changes =
        page.substring(page.indexOf("\n## 2019 → 2021\n"), page.indexOf("\n## 文字怎样对应表格"));
    Form old = FORMS.known("2019");
    Form now = FORMS.known("2021");
    for (Form form : List.of(old, now)) {
      Form other = form.equals(old) ? now : old;
      String how = form.equals(now) ? "新增 added" : "删去 gone";
      form.sections()
          .forEach(
              (id, section) -> {
                Section its = other.section(id);
                List<String> rows = its.rows().stream().map(Row::id).toList();
                List<String> columns = its.columns().stream().map(Column::id).toList();
                section.rows().stream()
                    .filter(row -> !rows.contains(row.id()))
                    .forEach(row -> assertThat(changes).contains(line(how, row.id(), row.label())));
                section.columns().stream()
                    .filter(c -> !columns.contains(c.id()))
                    .forEach(c -> assertThat(changes).contains(line(how, c.id(), c.label())));
              });
      form.rules().stream()
          .filter(rule -> other.rule(rule.id()).isEmpty())
          .forEach(rule -> assertThat(changes).contains(line(how, rule.id(), rule.label())));
    }
    assertThat(changes)
        .contains(
            "| 改动 changed `normativeDocuments` · 名称 label | 规范性文件 → 行政规范性文件"
                + " | Normative documents → Administrative normative documents |",
            "| 改动 changed `outcomes.otherHandling` · 作用 role | leaf → heading | leaf → heading |",
            "| 改动 changed `LAYOUT` · 版本 version | 1 → 2 | 1 → 2 |")
        .doesNotContain("`T3-BAL`", "`contests`", "文字部分");
  }

  /** A table of frames in which a word is missing reads as if it were not wanted. */
  @Test
  void noWordOfAFrameIsEmpty() {
    String page = RulesPage.of(FORMS.all());
    String table = page.substring(page.indexOf("\n## 文字怎样对应表格"));
    assertThat(table.lines().filter(line -> line.startsWith("| ")))
        .isNotEmpty()
        .noneMatch(EMPTY_WORD.asPredicate());
  }

  private static String line(String how, String id, Text label) {
    return "| %s `%s` | %s | %s |".formatted(how, id, label.zh(), label.en());
  }

  @Test
  void everyRuleOfEveryEditionIsThere() {
    String page = RulesPage.of(FORMS.all());
    FORMS
        .all()
        .forEach(
            form ->
                form.rules()
                    .forEach(
                        rule ->
                            assertThat(page)
                                .contains("## " + rule.id() + "\n")
                                .contains(rule.label().zh(), rule.label().en())
                                .contains(rule.concern().zh(), rule.concern().en())
                                .contains(rule.hint().zh(), rule.hint().en())
                                .contains(rule.basis().zh(), rule.basis().en())));
  }

  /**
   * A rule that takes another's keys has another concern, too, or its findings stand under that.
   */
  @Test
  void whatStandsAboveFindingsDoesNotReadAsIfTheRuleHeld() {
    FORMS
        .all()
        .forEach(
            form -> {
              assertThat(form.rules().stream().map(rule -> rule.concern().zh()))
                  .doesNotHaveDuplicates()
                  .doesNotContain("");
              assertThat(form.rules().stream().map(rule -> rule.concern().en()))
                  .doesNotHaveDuplicates()
                  .doesNotContain("");
              assertThat(
                      form.rules().stream()
                          .filter(rule -> rule.concern().zh().equals(rule.label().zh()))
                          .map(Rule::id))
                  .as("these say themselves what is wrong")
                  .containsExactlyInAnyOrder("BLANK", "X-JUMP", "TEXT-UNSURE", "X-PEERS");
            });
  }

  /**
   * Reports that look alike may differ in what stands beside them: the organ, or others' reports.
   */
  @Test
  void whatKeepsARuleLooksOtherThanWhatBreaksIt() {
    List<MatchResult> examples =
        Pattern.compile("\n成立 keeps it:\n(.+?)\n不成立 breaks it:\n(.+?)(?=\n表样|\n#)", Pattern.DOTALL)
            .matcher(RulesPage.of(FORMS.all()))
            .results()
            .toList();
    assertThat(examples).hasSizeGreaterThan(20);
    assertThat(examples)
        .allSatisfy(
            pair -> assertThat(pair.group(1)).isNotEqualToNormalizingWhitespace(pair.group(2)));
  }
}
