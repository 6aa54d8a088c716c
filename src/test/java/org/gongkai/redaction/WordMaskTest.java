package org.gongkai.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Findings;
import org.gongkai.form.Content;
import org.gongkai.form.Figures;
import org.gongkai.form.MemberNames;
import org.gongkai.form.Samples;
import org.gongkai.form.Scope;
import org.junit.jupiter.api.Test;

class WordMaskTest {

  private static final String TEXT = "申请人张三丰来电 13800138000，另有张三。";

  private final WordMask words =
      new WordMask(List.of("张三丰", "张三", "13800138000"), Set.of("n", "t"));

  @Test
  void everySignBecomesOneSign() {
    assertThat(words.masked(TEXT)).isEqualTo("申请人***来电 ***********，另有**。");
    assertThat(words.masked("没有")).isEqualTo("没有");
    assertThat(new WordMask(List.of("aba"), Set.of()).masked("xababay")).isEqualTo("x*****y");
  }

  @Test
  void ofJsonTextsAreMaskedAndAllElseStaysToTheLetter() {
    String json =
        "{ \"张三\" : \"\\u5f20\u4e09\\n"
            + " 与\\\"张三\\\"\", \"n\":[1.50, 13800138000 ,\"李四\\u4e00\"],\n"
            + "\"t\": null }";
    assertThat(words.maskedJson(json))
        .isEqualTo(
            "{ \"**\" : \"**\\n"
                + " 与\\\"**\\\"\", \"n\":[1.50, 13800138000 ,\"李四\\u4e00\"],\n"
                + "\"t\": null }");
  }

  /** What a form names cannot be masked: the report could not be read any more. */
  @Test
  void namesThatFormsGiveStay() {
    WordMask li = new WordMask(List.of("li", "Zhang"), MemberNames.of(Samples.FORMS));
    assertThat(li.maskedJson("{\"licensing\": {\"li hua\": \"li\", \"Zhangli\": 1}}"))
        .isEqualTo("{\"licensing\": {\"** hua\": \"**\", \"*******\": 1}}");
  }

  /** Whatever a report may hold has its name in a schema. */
  @Test
  void everyMemberOfTheSamplesIsKnown() {
    Set<String> names = MemberNames.of(Samples.FORMS);
    for (String sample : List.of(Samples.HUANCUI, Samples.HUAIAN, Samples.SHANGHAI)) {
      assertThat(names).containsAll(membersOf(Samples.json(sample)));
    }
    assertThat(names).contains("value", "remark", "headings", "signature", "unit", "approximate");
  }

  private static Set<String> membersOf(JsonNode node) {
    Set<String> members = new HashSet<>();
    node.fieldNames().forEachRemaining(members::add);
    node.forEach(part -> members.addAll(membersOf(part)));
    return members;
  }

  /** A quotation that begins within a word, or leaves signs of it out, is masked by its place. */
  @Test
  void aQuotationIsMaskedByItsPlace() {
    Finding finding = quoting(cell("三丰来电 138****8000，另有张", 4));
    List<FindingMask.Moved> moved = new ArrayList<>();
    String masked =
        new FindingMask(words, List.of(content()))
            .masked(
                Findings.write(List.of(finding)), cell -> cell.year() == null, f -> true, moved);
    assertThat(Findings.read(masked).getFirst().cells().getFirst().stated().textValue())
        .isEqualTo("**来电 ***********，另有*");
    assertThat(moved)
        .containsExactly(
            new FindingMask.Moved(
                finding.id(), finding.about(), Findings.read(masked).getFirst().about()));
  }

  @Test
  void whatQuotesNothingOfItStaysAsItIsStored() {
    String stored = Findings.write(List.of(quoting(cell("来电", 6))));
    List<FindingMask.Moved> moved = new ArrayList<>();
    assertThat(
            new FindingMask(words, List.of(content()))
                .masked(stored, cell -> true, f -> false, moved))
        .isSameAs(stored);
    assertThat(moved).isEmpty();
  }

  private static CellState cell(String quoted, int at) {
    return new CellState(
        "narrative.overview",
        null,
        null,
        null,
        com.fasterxml.jackson.databind.node.TextNode.valueOf(quoted),
        at,
        null);
  }

  private static Finding quoting(CellState cell) {
    return new Finding(
        "T-TEST",
        1,
        "2021",
        org.gongkai.rule.Severity.WARNING,
        org.gongkai.finding.FindingKind.COPIED,
        "narrative",
        "narrative.overview",
        List.of(cell),
        null,
        null);
  }

  private static Content content() {
    return new Content(
        "organ",
        2021,
        Scope.ORGAN,
        Map.of(),
        new Figures(Map.of()),
        Map.of(),
        List.of(),
        Optional.empty(),
        Map.of(),
        Map.of("overview", TEXT),
        Set.of());
  }
}
