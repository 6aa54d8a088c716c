package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.form.FormFileTexts.bytes;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.Seeds;
import org.gongkai.rule.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that somebody sends to be tried: whatever is wrong with it is said, and where. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class CandidateFileTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void takesThePlaceOfItsEdition() {
    Forms with = FORMS.with(read(FormFileTexts.stricterJump("2021")));
    assertThat(with.known("2021").rules(Rule.Jump.class).getFirst().factor())
        .isEqualTo(BigDecimal.TWO);
    assertThat(with.known("2019")).isSameAs(FORMS.known("2019"));
    assertThat(FORMS.known("2021").version()).isEqualTo(1);
    assertThat(FORMS.with(read(FormFileTexts.of("2019"))).all()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          factor: 5 | factor: 2 | rules.X-JUMP | rules.X-JUMP was changed but is still version 4
          edition: "2021" | edition: "2022" | edition | edition 2022 is not in force
          firstYear: 2021 | firstYear: 2022 | firstYear | firstYear does not follow the lastYear of 2019
          id: penalties, | id: fines, | sections.disclosure.rows.fines | sections.disclosure.rows.fines (LEAF [decisions]) is not in the edition in force: only rules and labels may differ from it
          columns: [decisions], label: {zh: "行政许可" | columns: [decisions, issued], label: {zh: "行政许可" | sections.disclosure.rows.licensing | sections.disclosure.rows.licensing (LEAF [decisions, issued]) is not in the edition in force: only rules and labels may differ from it
          - {id: platform, | - {id: platforms, | narrative.platforms | narrative.platforms is not in the edition in force: only rules and labels may differ from it
          """)
  void mustHaveTheCellsAndAdmitItsChanges(String text, String by, String place, String message) {
    assertThatThrownBy(() -> FORMS.with(read(FormFileTexts.of("2021", text, by))))
        .isInstanceOfSatisfying(
            ContradictoryForm.class,
            e -> {
              assertThat(e.what()).isEqualTo(message);
              assertThat(e.place()).isEqualTo(place);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | line:1 | line 1, column 1: an object is wanted
          ~ | line:1 | the file is empty
          [1, 2] | line:1 | line 1, column 1: an object is wanted
          edition: "2021"\\n  version: 1 | line:2 | line 2, column 3: expected <block end>, but found '<block mapping start>'
          edition: "2021\\nversion: 1 | line:2 | line 2, column 11: found unexpected end of stream
          edition: a\\nedition: b | line:2 | line 2, column 8: Duplicate field 'edition'
          edition: "2021"\\n---\\nedition: "2019" | line:3 | line 3: a second document; one is wanted
          edition: "2021"\\n...\\n--- 5 | line:3 | line 3: a second document; one is wanted
          edition: &e "2021"\\ndocument: *e | line:2 | line 2: an alias (*); write it out
          colour: red | colour | colour is an unknown key (line 1)
          sections: [{id: a, colour: red}] | sections[0].colour | sections[0].colour is an unknown key (line 1)
          rules: [{severity: fatal}] | rules[0].severity | rules[0].severity is none of error, warning, info: fatal (line 1)
          rules: {} | rules | rules is of the wrong type (line 1)
          firstYear: soon | firstYear | firstYear is of the wrong type (line 1)
          rules: [{rows: [~]}] | rules[0] | rules[0] is not as it must be (line 1)
          """)
  void isReadByLineAndColumnAndWithoutAClass(String yaml, String place, String what) {
    String text = yaml == null ? "" : yaml.replace("\\n", "\n");
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ContradictoryForm.class,
            e -> {
              assertThat(e.what()).isEqualTo(what);
              assertThat(e.place()).isEqualTo(place);
            });
  }

  @Test
  void isNoTrickEither() {
    for (String trick :
        List.of(
            "edition: \0",
            "# \u0007",
            "[".repeat(100_000),
            "{a: ".repeat(20_000),
            "version: 99999999999999999999",
            "firstYear: 1e400000000",
            "a: &a [x]\nb: *a",
            "%YAML 9.9\n---\na: b",
            "!!java.net.URL [\"file:///\"]",
            "\ud83d\ude00: b",
            "rules: [{a: {b: [",
            "edition: {a: }}",
            "edition: \"\\q\"",
            "edition:\tx\n\ty: z",
            "edition: " + "x".repeat(4_000_000),
            "x".repeat(4_000_000) + ": 1",
            "title: {zh: [], en: {}}",
            "rules: [{severity: " + "x".repeat(5_000) + "}]",
            "sections: [" + "[".repeat(900) + "]".repeat(900) + "]",
            "version: 0x" + "f".repeat(2_000),
            "firstYear: 1.5",
            "firstYear: " + "9".repeat(3_000),
            "? [complex, key]\n: value",
            "<<: {edition: x}",
            "!<tag:yaml.org,2002:java.lang.Runtime> x: y",
            "edition: !!binary gIGC\nversion: !!float no")) {
      assertThatThrownBy(() -> read(trick))
          .isInstanceOfSatisfying(
              ContradictoryForm.class,
              e -> {
                assertThat(e.what())
                    .doesNotContain(
                        "org.", "fasterxml", "Exception", "java", "Stream", "`", "()", "parser")
                    .hasSizeLessThan(300);
                assertThat(e.place()).isNotBlank();
              });
    }
  }

  @Test
  void isUtf8() {
    byte[] gbk = {'a', ':', ' ', (byte) 0xd6, (byte) 0xd0};
    assertThatThrownBy(() -> FORMS.read("candidate", gbk)).hasMessageContaining("not UTF-8");
  }

  /**
   * Each value of the file once left out, a text, a number, a list and an object; by day one of
   * these at each place, in turn.
   */
  @Test
  void isRefusedWhateverIsWrongInIt() throws JsonProcessingException {
    ObjectNode file = (ObjectNode) YAML.readTree(FormFileTexts.of("2021"));
    int refused = 0;
    int wanted = Seeds.number(100, 500);
    int kinds = Seeds.number(5, 1);
    int kind = 0;
    for (JsonNode value :
        List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.textNode("§ x.y "),
            JsonNodeFactory.instance.numberNode(-7),
            JsonNodeFactory.instance.arrayNode().addNull(),
            JsonNodeFactory.instance.objectNode())) {
      List<Consumer<JsonNode>> changes = changes(file, value, List.of());
      for (int i = kind++ % kinds; i < changes.size(); i += kinds) {
        Consumer<JsonNode> change = changes.get(i);
        ObjectNode changed = file.deepCopy();
        change.accept(changed);
        try {
          FORMS.with(FORMS.read("candidate", bytes(changed.toString())));
        } catch (ContradictoryForm e) {
          refused++;
          assertThat(e.what()).isNotBlank().doesNotContain("org.gongkai", "java.", "com.fasterxml");
          assertThat(e.place()).isNotBlank();
        }
      }
    }
    assertThat(refused).isGreaterThan(wanted);
  }

  /** One change for each place of the file; of long lists the first two entries will do. */
  private static List<Consumer<JsonNode>> changes(JsonNode node, JsonNode by, List<Object> path) {
    List<Consumer<JsonNode>> changes = new ArrayList<>();
    if (path.contains("examples") || path.contains("basis")) {
      return changes;
    }
    if (node.isObject()) {
      for (var member : node.properties()) {
        changes.add(root -> ((ObjectNode) at(root, path)).set(member.getKey(), by));
        changes.addAll(changes(member.getValue(), by, plus(path, member.getKey())));
      }
    }
    for (int i = 0; node.isArray() && i < Math.min(2, node.size()); i++) {
      int index = i;
      changes.add(root -> ((ArrayNode) at(root, path)).set(index, by));
      changes.addAll(changes(node.get(i), by, plus(path, i)));
    }
    return changes;
  }

  private static JsonNode at(JsonNode root, List<Object> path) {
    JsonNode node = root;
    for (Object step : path) {
      node = step instanceof Integer index ? node.get(index) : node.get((String) step);
    }
    return node;
  }

  private static List<Object> plus(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static Form read(String yaml) {
    return FORMS.read("candidate", bytes(yaml));
  }
}
