package org.gongkai.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.check.Checks;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Samples;
import org.gongkai.narrative.Passage;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wrong encoding leaves of a text is pointed out, and says nothing. */
class UnreadableSignsTest {

  private static final Checks CHECKS = new Checks(FORMS);

  private static List<Finding> found(String rule, String part, String text) {
    ObjectNode report = Samples.report(2021, "'narrative': {'problems': '一是公开不够及时。'}");
    ((ObjectNode) report.get("narrative")).put(part, text);
    return CHECKS.check(Samples.READER.read(report)).stream()
        .filter(f -> f.rule().equals(rule))
        .toList();
  }

  private static List<Finding> found(String text) {
    return found("TEXT-SIGNS", "overview", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "全年公开\ufffd\ufffd信息。",
        "全年公开??????信息。",
        "全年公开???信息。",
        "全年公开???。",
        "《????》已公布。",
        "“????”已公布。",
        "全年\u200e公开信息。",
        "全年\u202e公开信息。",
        "??? ?? A ?? ???。",
        "全年\u200b公开信息。",
        "全年\ufeff公开信息。",
        "全年公开\u00ad信息。",
        "全年公开\ue000信息。",
        "全年公开\udb80\udc00信息。",
        "全年公开\u0378信息。",
        "全年公开\u0007信息。"
      })
  void lostSignsArePointedOut(String text) {
    List<Finding> findings = found(text);
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.id()).isEqualTo("TEXT-SIGNS:narrative.overview");
    CellState quote = finding.cells().getFirst();
    assertThat(text.substring(quote.at())).startsWith(quote.stated().asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "公开的范围够不够？渠道畅不畅？群众满不满意？",
        "什么是政府信息？？",
        "什么是政府信息公开？？？请看条例。",
        "“怎么申请？？？？？”",
        "怎么申请呢???",
        "公开了吗???请看条例。",
        "公开什么???",
        "他问“如何申请????”，请看条例。",
        "\"如何申请???\"",
        "见https://example.org/a?b=???&c=1。",
        "见 www.example.org/???",
        "\ufeff全年公开信息。",
        "全年公开信息。\u2028另见附件。\u2029又见附件。\u0085",
        "Is it read?",
        "全年公开信息12条（含𠮷林路）。\r\n\t\u3000另见附件。",
        "⼀、总体情况；①网站；㎡；★；——……",
        "龥鿿㐀"
      })
  void whatCanBeReadIsNot(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void placesAreOnesOfTheTextAndNotWithoutEnd() {
    List<Finding> findings = found("字\u200b".repeat(5000));
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().cells()).hasSize(200);
    assertThat(findings.getFirst().more()).isEqualTo(4800);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"??????????????????", "？？？？", "\ufffd\ufffd\ufffd", "???。\u200b", "无\u200b。"})
  void aPartWithoutAReadableWordIsEmpty(String problems) {
    assertThat(found("S5-EMPTY", "problems", problems)).hasSize(1);
    assertThat(found("TEXT-SIGNS", "problems", problems)).hasSize(1);
  }

  @Test
  void signsAreNamedWithTheirPlaces() {
    Finding finding = found("全年\u200b公开信息，接受监督，及时答复，\u202e另见附件。").getFirst();
    assertThat(FindingView.of(finding, FORMS, Language.ZH).message())
        .contains("第 3 个字符 U+200B，零宽空格；第 19 个字符 U+202E，强制从右到左");
    assertThat(FindingView.of(finding, FORMS, Language.EN).message())
        .contains("character 3, U+200B, zero width space; character 19, U+202E,");
    assertThat(
            FindingView.of(found("\n 字\u200b".repeat(50)).getFirst(), FORMS, Language.ZH).message())
        .contains("第 4 个字符 U+200B", "等 50 处")
        .doesNotContain("第 48 个字符");
  }

  /** What breaks lines ends a paragraph, whichever sign it is. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\u2028", "\u2029", "\u0085"})
  void lineSeparatorsBreakLines(String separator) {
    assertThat(Passage.of("一是公开" + separator + "二是答复").signs()).isEqualTo("一是公开\n二是答复");
  }

  @Test
  void signsThatNobodySeesHideNoNumber() {
    ObjectNode report =
        Samples.report(
            2021,
            "'narrative': {'overview': '我局共收到政府信息公\u200b开申\ufeff请1\u200b4件。'}, 'applications':"
                + " {'received': {'total': 41}, 'carriedOver': {'total': 2}}");
    assertThat(CHECKS.check(Samples.READER.read(report)))
        .extracting(Finding::rule)
        .contains("TEXT-COUNT", "TEXT-SIGNS");
  }

  @Test
  void aSignOfPrivateUseIsNoNumber() {
    assertThat(found("TEXT-COUNT", "overview", "我局共收到政府信息公开申请\ue000件。")).isEmpty();
  }
}
