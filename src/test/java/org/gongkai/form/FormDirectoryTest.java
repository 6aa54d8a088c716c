package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.form.Samples.FORMS;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's own files take the place of those of the package. */
@Execution(ExecutionMode.CONCURRENT)
class FormDirectoryTest {

  @TempDir Path directory;

  @Test
  void anEmptyDirectoryChangesNothing() {
    assertThat(Forms.load(directory).all())
        .extracting(Form::rules)
        .containsExactlyElementsOf(FORMS.all().stream().map(Form::rules).toList());
  }

  @Test
  void aFileReplacesThePackagedOneAndTheRestIsOfThePackage() throws IOException {
    write("2021.yaml", FormFileTexts.stricterJump("2021"));
    Files.createDirectory(directory.resolve("..data"));
    Forms forms = Forms.load(directory);
    assertThat(forms.known("2021").version()).isEqualTo(2);
    assertThat(forms.known("2021").rules(Rule.Jump.class).getFirst().factor())
        .isEqualTo(BigDecimal.TWO);
    assertThat(forms.known("2019").rule("X-JUMP").orElseThrow().version()).isEqualTo(4);
    assertThat(forms.channels()).isEqualTo(FORMS.channels());
    assertThat(forms.summands()).isEqualTo(FORMS.summands());
  }

  @Test
  void anIndexAddsAnEdition() throws IOException {
    write("index.yaml", "editions: [\"2019\", \"2021\", \"2027\"]");
    write(
        "2021.yaml",
        FormFileTexts.of(
            "2021", "firstYear: 2021\ntitle", "firstYear: 2021\nlastYear: 2026\ntitle"));
    write(
        "2027.yaml",
        FormFileTexts.of(
            "2021",
            "edition: \"2021\"",
            "edition: \"2027\"",
            "firstYear: 2021\ntitle",
            "firstYear: 2027\ntitle"));
    Forms forms = Forms.load(directory);
    assertThat(forms.inForce(2026).edition()).isEqualTo("2021");
    assertThat(forms.inForce(2027).edition()).isEqualTo("2027");
    assertThat(forms.summands()).isEqualTo(FORMS.summands());
  }

  @Test
  void whatIsBesideTheFormsIsOfTheDirectoryToo() throws IOException {
    write("indicators.yaml", "fewest: 7\nindicators: []");
    assertThat(Forms.load(directory).beside(Forms.INDICATORS, Fewest.class).fewest()).isEqualTo(7);
    assertThat(FORMS.beside(Forms.INDICATORS, Fewest.class).fewest()).isEqualTo(30);
    write("indicators.yaml", "fewest: 7\nindicator: []");
    assertThatThrownBy(() -> Forms.load(directory).beside(Forms.INDICATORS, Fewest.class))
        .isInstanceOf(ContradictoryForm.class)
        .hasMessageStartingWith(directory.resolve("indicators.yaml") + ": ");
  }

  private record Fewest(int fewest, List<Object> methods, List<Object> indicators) {}

  @Test
  void theDigestIsAnotherOneWhereAnyFileIs() throws IOException {
    Set<String> digests = new HashSet<>();
    digests.add(FORMS.digest());
    assertThat(Forms.load().digest()).isEqualTo(FORMS.digest());
    assertThat(Forms.load(directory).digest()).isEqualTo(FORMS.digest());
    write("2021.yaml", FormFileTexts.of("2021", "zh: \"规章\"", "zh: \"规章（含修订）\""));
    assertThat(digests.add(Forms.load(directory).digest())).isTrue();
    write("indicators.yaml", "fewest: 7\nindicators: []");
    assertThat(digests.add(Forms.load(directory).digest())).isTrue();
    write("texts.yaml", FormFileTexts.of("texts") + "\n# own\n");
    assertThat(digests.add(Forms.load(directory).digest())).isTrue();
    write("index.yaml", "editions: [\"2019\", \"2021\"] # own");
    assertThat(digests.add(Forms.load(directory).digest())).isTrue();
  }

  /** What is replaced in the file of 2021, by what, and what the refusal says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          factor: 5 | factor: 2 | rules.X-JUMP was changed but is still version 4
          threshold: 20 | threshold: 21 | rules.X-JUMP was changed but is still version 4
          firstYear: 2022 | firstYear: 2023 | rules.X-INFORCE was changed but is still version 2
          rows: [rules, normativeDocuments] | rows: [rules] | rules.X-INFORCE was changed but is still version 2
          severity: info | severity: error | rules.X-JUMP was changed but is still version 4
          relation: dated | relation: leftover | rules.TEXT-DATE was changed but is still version 2
          id: licensing, columns | id: Licensing!, columns | sections.disclosure.rows.Licensing! is no id
          edition: "2021" | edition: "2022" | edition is 2022
          firstYear: 2021 | firstYear: 2024 | firstYear does not follow the lastYear of 2019
          """)
  void aWrongFileIsRefusedByItsName(String text, String by, String message) throws IOException {
    write("2021.yaml", FormFileTexts.of("2021", text, by));
    assertThatThrownBy(() -> Forms.load(directory))
        .isInstanceOf(ContradictoryForm.class)
        .hasMessage(directory.resolve("2021.yaml") + ": " + message);
  }

  @Test
  void wordsAndExamplesAreFreeAndNumbersMayBeWrittenOtherwise() throws IOException {
    write(
        "2021.yaml",
        FormFileTexts.of(
            "2021", "与上一年相差悬殊", "与上年相差很大", "factor: 5\n", "factor: 5.0\n", "请核对是否填错位置或单位", "请核对"));
    assertThat(Forms.load(directory).known("2021").rule("X-JUMP").orElseThrow().label().zh())
        .isEqualTo("与上年相差很大");
  }

  @Test
  void nothingInTheDirectoryIsPassedOver() throws IOException {
    write("2021.yml", FormFileTexts.of("2021"));
    assertThatThrownBy(() -> Forms.load(directory))
        .hasMessage(directory.resolve("2021.yml") + ": is the file of no edition of index.yaml");
    Path nowhere = directory.resolve("nowhere");
    assertThatThrownBy(() -> Forms.load(nowhere)).hasMessage(nowhere + ": cannot be read");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
