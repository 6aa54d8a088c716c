package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.form.Samples.FORMS;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editions say alike stands once, in a file that they include. */
@Execution(ExecutionMode.CONCURRENT)
class InclusionTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void anEditionSaysTheSameWithItsIncludedFileWrittenOut(String edition) {
    Form form = FORMS.known(edition);
    Form writtenOut = read(FormFileTexts.of(edition));
    assertThat(FormFileTexts.of(edition))
        .doesNotContain("include:", "use:", "{document}", "{year}");
    assertThat(writtenOut.rules()).isEqualTo(form.rules());
    assertThat(writtenOut.narrative()).isEqualTo(form.narrative()).hasSize(21);
    assertThat(writtenOut.title()).isEqualTo(form.title());
    form.sections()
        .forEach(
            (id, section) -> {
              assertThat(writtenOut.section(id).title()).isEqualTo(section.title());
              assertThat(writtenOut.section(id).note()).isEqualTo(section.note());
              assertThat(writtenOut.section(id).columns()).isEqualTo(section.columns());
              assertThat(writtenOut.section(id).rows()).isEqualTo(section.rows());
            });
  }

  /** Whatever both say word for word stands in no file of an edition. */
  @Test
  void nothingThatBothEditionsSayStandsTwice() {
    Set<String> twice = linesOf("2019.yaml");
    twice.retainAll(linesOf("2021.yaml"));
    assertThat(twice.stream().filter(line -> line.length() > 90)).isEmpty();
  }

  private static Set<String> linesOf(String file) {
    return packaged(file)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.strip().startsWith("- {id"))
        .map(String::strip)
        .collect(Collectors.toSet());
  }

  @Test
  void oneFileMayTakeSomeKeysOfARuleAndSayOthersItself() {
    Form form =
        read(
            packaged("2021.yaml")
                .replace("  - X-JUMP\n", "  - {use: X-JUMP, version: 5, factor: 7}\n"));
    Rule.Jump jump = form.rules(Rule.Jump.class).getFirst();
    assertThat(jump.id()).isEqualTo("X-JUMP");
    assertThat(jump.factor()).isEqualTo(new BigDecimal("7"));
    assertThat(jump.threshold()).isEqualTo(new BigDecimal("20"));
    assertThat(jump.label()).isEqualTo(FORMS.known("2021").rule("X-JUMP").orElseThrow().label());
    assertThat(form.rules()).hasSameSizeAs(FORMS.known("2021").rules());
  }

  /** What is replaced in the file of 2021, by what, and what the refusal says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          include: common.yaml | include: commons.yaml | include names the unknown file commons.yaml (line @) | 所写的文件 commons.yaml 不存在（第 5 行）
          include: common.yaml | include: ../common.yaml | include names no file that can be included (line @) | 不是可以引用的文件名（第
          include: common.yaml | include: texts.yaml | include names no file that can be included (line @) | 不是可以引用的文件名（第
          include: common.yaml | include: [common.yaml] | include names no file that can be included (line @) | 不是可以引用的文件名（第
          include: common.yaml | include: 2019.yaml | include stands in a file that is included (line 5) | 不能写在被引用的文件中（第
          include: common.yaml\\nvalues: | values: | sections[1].rows[0] is of the wrong type (line 30) | 类型不符
          - X-JUMP | - X-JUMPS | rules[9] takes X-JUMPS, which is not in common.yaml (line @) | 所引用的 X-JUMPS 不在 common.yaml 中
          - use: P-RULES | - use: P-RULE | rules[21] takes P-RULE, which is not in common.yaml (line @) | 不在 common.yaml 中
          - use: P-RULES | - use: [P-RULES] | rules[21] takes , which is not in common.yaml (line @) | 不在 common.yaml 中
          - carriedForward | - carriedForwards | sections[1].rows[29] takes carriedForwards, which is not in common.yaml (line @) | 不在
          values: {year: 2021, | values: { | rules[0].examples.passing.report.year has no value for {year} (common.yaml, line 94) | 对应的值（common.yaml 第
          values: {year: 2021, | values: {year: [], | values.year is no text or number (line @) | 不是文字或数字
          values: {year: 2021, lastYear: 2020, second: 2022, first: 2021} | values: 2021 | values is of the wrong type (line @) | 类型不符
          - X-JUMP\\n | - {use: X-JUMP, severity: fatal}\\n | rules[9].severity is none of error, warning, info: fatal (line @) | 不是以下之一
          - X-JUMP\\n | - {use: X-JUMP, colour: red}\\n | rules[9].colour is an unknown key (line @) | 未知的键
          - X-JUMP\\n | - {use: X-JUMP, peers: 0}\\n | rules.X-JUMP wants a number of peers above 0, or none | 大于 0
          - T4-SUM\\n  - INT | - INT | sections.contests.columns.total: no rule adds exactly the leaf columns (common.yaml, line 52) | common.yaml 第
          """)
  void whatIsWrongIsSaidWithFileAndLine(String text, String by, String what, String chinese) {
    String yaml = packaged("2021.yaml");
    String wanted = text.replace("\\n", "\n");
    assertThat(yaml).contains(wanted);
    String changed = yaml.replace(wanted, by.replace("\\n", "\n"));
    long line =
        yaml.substring(0, yaml.indexOf(wanted)).lines().count() + (text.startsWith("-") ? 0 : 1);
    String said = what.replace("@", String.valueOf(line));
    assertThatThrownBy(() -> read(changed))
        .isInstanceOfSatisfying(
            ContradictoryForm.class,
            e -> {
              assertThat(e.what()).isEqualTo(said);
              assertThat(e.text().zh()).startsWith("规则文件有误：").endsWith("。").contains(chinese);
            });
  }

  @Test
  void operatorsReplaceTheIncludedFileForEveryEdition() throws IOException {
    write("common.yaml", packaged("common.yaml").replace("一加二等于三（七）加四", "第一项加第二项等于第三项加第四项"));
    Forms forms = Forms.load(directory);
    for (Form form : forms.all()) {
      assertThat(form.rule("T3-BAL").orElseThrow().label().zh()).startsWith("第一项加第二项");
    }
    assertThat(forms.digest()).isNotEqualTo(FORMS.digest());
  }

  @Test
  void operatorsIncludeThePackagesFileAndTheirOwn() throws IOException {
    write("2021.yaml", packaged("2021.yaml").replace("en: \"Penalties\"", "en: \"Fines\""));
    assertThat(Forms.load(directory).known("2021").rules()).isEqualTo(FORMS.known("2021").rules());
    write("2021.yaml", packaged("2021.yaml").replace("common.yaml", "own.yaml"));
    write("own.yaml", packaged("common.yaml").replace("一加二等于三（七）加四", "两边相等"));
    Forms forms = Forms.load(directory);
    assertThat(forms.known("2021").rule("T3-BAL").orElseThrow().label().zh()).isEqualTo("两边相等");
    assertThat(forms.known("2019").rules()).isEqualTo(FORMS.known("2019").rules());
    String digest = forms.digest();
    write("own.yaml", packaged("common.yaml"));
    assertThat(Forms.load(directory).digest()).isNotEqualTo(digest);
    write("other.yaml", packaged("common.yaml"));
    assertThatThrownBy(() -> Forms.load(directory))
        .hasMessage(directory.resolve("other.yaml") + ": is the file of no edition of index.yaml");
  }

  @Test
  void whatAnIncludedFileChangesIsToldWithItsPlace() throws IOException {
    write("common.yaml", packaged("common.yaml").replace("factor: 5\n", "factor: 2\n"));
    assertThatThrownBy(() -> Forms.load(directory))
        .hasMessage(
            "forms/2019.yaml: rules.X-JUMP was changed but is still version 4"
                + " (common.yaml, line 186)");
    write("common.yaml", packaged("common.yaml").replace("relation: jump", "relation: hop"));
    assertThatThrownBy(() -> Forms.load(directory))
        .hasMessageStartingWith(
            "forms/2019.yaml: rules[9].relation is none of sum, at-least, years,")
        .hasMessageEndingWith(": hop (common.yaml, line 193)");
    write("common.yaml", "sections: [\n");
    assertThatThrownBy(() -> Forms.load(directory))
        .hasMessageStartingWith(directory.resolve("common.yaml") + ": line ");
    write("common.yaml", "[]");
    assertThatThrownBy(() -> Forms.load(directory))
        .hasMessage(directory.resolve("common.yaml") + ": line 1, column 1: an object is wanted");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static String packaged(String name) {
    return new String(FormFileTexts.packaged(name), StandardCharsets.UTF_8);
  }

  private static Form read(String yaml) {
    return FORMS.read("candidate", FormFileTexts.bytes(yaml));
  }
}
