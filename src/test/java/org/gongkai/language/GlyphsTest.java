package org.gongkai.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.Seeds;
import org.gongkai.check.Checks;
import org.gongkai.check.Reporter;
import org.gongkai.check.SentencesTest;
import org.gongkai.crosscheck.NameChecks;
import org.gongkai.crosscheck.PlainText;
import org.gongkai.crosscheck.Shingles;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.gongkai.narrative.Lexicon;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text in radicals and wide digits says what it says in plain characters. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class GlyphsTest {

  private static final Checks CHECKS = new Checks(FORMS);

  /** By character, the signs that look like it. */
  private static final Map<Character, List<Character>> DISGUISES = disguises();

  private static Map<Character, List<Character>> disguises() {
    Map<Character, List<Character>> disguises = new HashMap<>();
    for (int i = 0; i < Character.MAX_VALUE; i++) {
      char read = Glyphs.read((char) i);
      if (read != i) {
        disguises.computeIfAbsent(read, r -> new ArrayList<>()).add((char) i);
      }
    }
    return disguises;
  }

  private static String disguised(String text, Random random) {
    StringBuilder disguised = new StringBuilder(text);
    for (int i = 0; i < disguised.length(); i++) {
      List<Character> signs = DISGUISES.get(disguised.charAt(i));
      if (signs != null && random.nextInt(4) > 0) {
        disguised.setCharAt(i, signs.get(random.nextInt(signs.size())));
      }
    }
    return disguised.toString();
  }

  private static ObjectNode disguised(ObjectNode report, Random random) {
    ObjectNode disguised = report.deepCopy();
    ((ObjectNode) disguised.get("narrative"))
        .properties()
        .forEach(
            part -> part.setValue(TextNode.valueOf(disguised(part.getValue().asText(), random))));
    return disguised;
  }

  /** What is found, with the words as they are read. */
  private static List<String> read(Collection<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                f.id()
                    + f.severity()
                    + f.left()
                    + f.right()
                    + f.cells().stream()
                        .map(c -> c.path() + c.at() + Glyphs.read(c.stated().toString()))
                        .toList())
        .toList();
  }

  private static List<String> found(ObjectNode report) {
    return read(CHECKS.check(Samples.READER.read(report)));
  }

  /** How much is found, whatever it is written in. */
  private static int assertSaysTheSame(ObjectNode report, int disguises) {
    Random random = new Random(20240117);
    List<String> plain = found(report);
    for (int i = 0; i < disguises; i++) {
      ObjectNode disguised = disguised(report, random);
      assertThat(found(disguised)).as(disguised.get("narrative").toString()).isEqualTo(plain);
    }
    return plain.size();
  }

  @Test
  void aWholeReportIsReadTheSame() {
    assertSaysTheSame(Samples.json(Samples.HUANCUI), 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sentences", "heldout", "heldout2"})
  void everySentenceIsReadTheSame(String set) throws IOException {
    JsonNode sentences =
        new YAMLMapper().readTree(getClass().getResourceAsStream("/texts/" + set + ".yaml"));
    int told = 0;
    for (int i = 0; i < sentences.size(); i += Seeds.number(3, 1)) {
      JsonNode sentence = sentences.get(i);
      told += assertSaysTheSame(SentencesTest.report(sentence), Seeds.number(1, 3));
    }
    assertThat(told).isGreaterThan(Seeds.number(12, 40));
  }

  @ParameterizedTest
  @CsvSource({"⼀⼆⼗⽂⼯⽉⽇⼈民, 一二十文工月日人民", "⺠⻔⻓⻅⻚⻛⻋⻢⻩⻬, 民门长见页风车马黄齐", "１２３ＡＢｃ＠, 123ABc@", "（，。！％, （，。！％"})
  void signsAreReadAsWhatTheyLookLike(String sent, String read) {
    assertThat(Glyphs.read(sent)).isEqualTo(read);
  }

  /** Quoted as it was sent, where it stands. */
  @Test
  void quotesAreOfTheTextAsItWasSent() {
    String text = "2021年，我局共收到政府信息公开申请１４件。";
    ObjectNode report =
        Samples.report(
            2021,
            "'narrative': {'overview': '⼀、总体情况。"
                + text
                + "'}, 'applications': {'received': {'total': 41}, 'carriedOver': {'total': 2}}");
    Finding finding =
        CHECKS.check(Samples.READER.read(report)).stream()
            .filter(f -> f.rule().equals("TEXT-COUNT"))
            .findFirst()
            .orElseThrow();
    CellState quote = finding.cells().getFirst();
    String sent = report.at("/narrative/overview").asText();
    assertThat(sent.substring(quote.at())).startsWith(quote.stated().asText());
    assertThat(quote.stated().asText()).contains("１４件");
  }

  @Test
  void privateNumbersInWideDigitsAreMaskedWhereTheyStand() {
    ObjectNode report = Samples.report(2021, "'narrative': {'overview': '⽤户电话１３８００１３８０００。'}");
    Finding finding =
        CHECKS.check(Samples.READER.read(report)).stream()
            .filter(f -> f.rule().equals("TEXT-PRIVATE"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.cells().getFirst().stated().asText()).isEqualTo("138****8000");
    assertThat(finding.cells().getFirst().at()).isEqualTo(4);
  }

  @Test
  void copiesAreFoundWhateverTheyAreWrittenIn() {
    String text = Samples.json(Samples.HUANCUI).at("/narrative").toString();
    String other = disguised(text, new Random(7));
    assertThat(other).isNotEqualTo(text);
    Phrase customary = Lexicon.of(FORMS, 2021).customary;
    assertThat(Shingles.of(List.of(PlainText.of(other, customary))).kept())
        .isEqualTo(Shingles.of(List.of(PlainText.of(text, customary))).kept());
  }

  @Test
  void namesAreReadTheSame() {
    NameChecks names = new NameChecks(FORMS);
    Reporter reporter = new Reporter("威海市环翠区⼯业和信息化局", OrganKind.DEPARTMENT, RegionLevel.DISTRICT);
    Content own = titled("环翠区工业和信息化局");
    assertThat(names.foreign(own, reporter)).isEmpty();
    Content others = titled("环翠区⽂化和旅游局");
    List<NameChecks.Foreign> foreign = names.foreign(others, reporter);
    assertThat(foreign).hasSize(1);
    assertThat(
            names.check(
                others, foreign, List.of(reporter.name()), List.of(), List.of("威海市环翠区文化和旅游局")))
        .hasSize(1);
  }

  private static Content titled(String name) {
    return Samples.content(2021, "'narrative': {'overview': '" + name + "2021年政府信息公开工作年度报告'}");
  }

  @Test
  void everyRadicalThatStandsForACharacterIsRead() {
    for (char radical = '\u2f00'; radical <= '\u2fd5'; radical++) {
      assertThat(Glyphs.read(radical)).isBetween('\u4e00', '\u9fff');
    }
    int read = 0;
    for (char radical = '\u2e80'; radical <= '\u2ef3'; radical++) {
      read += Glyphs.read(radical) == radical ? 0 : 1;
    }
    assertThat(read).isGreaterThan(100);
  }
}
