package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.form.Samples.READER;
import static org.gongkai.form.Samples.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell is kept as it was stated, and a blank is never guessed to be 0. */
class CellsTest {

  private static final String RECEIVED = "applications.received.naturalPerson";

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "60, 60",
    "3.0, 3",
    "1e2, 100",
    "-0.0, 0",
    "9007199254740991, 9007199254740991"
  })
  void aCountIsAWholeNumber(String json, BigDecimal number) {
    assertThat(count(json)).isEqualTo(new Figure.Stated(number));
    assertThat(((Figure.Stated) count(json)).number().toString()).isEqualTo(number.toPlainString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.9",
        "-1",
        "9007199254740992",
        "'12'",
        "'251000元'",
        "''",
        "' '",
        "true",
        "{}",
        "[]",
        "[5]",
        "'无'",
        "'无此项'",
        "'n.b.'",
        "'一'",
        "'0'",
        "'/5'",
        "'22（其中修订16件）'",
        "{'value': 5, 'unit': 'item'}",
        "{'value': 5, 'remark': 7}",
        "{'a': {'value': 5}}"
      })
  void whatIsNoCountIsKeptAsItWasStated(String json) {
    Figure figure = count(json);
    assertThat(figure).isInstanceOf(Figure.Malformed.class);
    assertThat(((Figure.Malformed) figure).stated())
        .isEqualTo(Samples.parsed("{'x': " + json + "}").get("x"));
  }

  /** As Chinese keyboards type it: strokes and dashes of every width, one or several. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "n/a", "N/A", "n／a", "Ｎ／Ａ", "NA", "n.a.", "N.A.", "N.A", "Ｎ．Ａ．", "/", "／", "//", "＼", "-",
        "－", "—", "——", "–", "−", "--", "－－", "―", "─", "不适用", " / ", "　——　"
      })
  void notApplicableIsSaidInManyWays(String typed) {
    assertThat(count("'" + typed + "'")).isEqualTo(Figure.NOT_APPLICABLE);
    assertThat(count("{'value': '" + typed + "', 'remark': '无此项职能'}"))
        .isEqualTo(Figure.NOT_APPLICABLE);
    ObjectNode report =
        report(2024, "'contests': {'reconsideration': {'upheld': '" + typed + "'}}");
    report.withObject("/publications/total").put("count", typed).put("unit", "item");
    CanonicalCells.rewrite(report, Samples.FORMS, READER.read(report).editions());
    assertThat(report.at("/contests/reconsideration/upheld").textValue()).isEqualTo("n/a");
    assertThat(report.at("/publications/total/count").textValue()).isEqualTo("n/a");
  }

  @ParameterizedTest
  @CsvSource({
    "22, 22",
    "null, ''",
    "n/a, n/a",
  })
  void aRemarkStandsBesideWhatTheCellStates(String value, String stated) {
    String cell = "{'value': " + quoted(value) + ", 'remark': '其中修订16件'}";
    Content content = of(cell);
    Figure plain = of(quoted(value)).figures().at(RECEIVED);
    assertThat(content.figures().at(RECEIVED)).as(stated).isEqualTo(plain);
    assertThat(content.remarks()).containsExactly(Map.entry(RECEIVED, "其中修订16件"));
    assertThat(content).isNotEqualTo(of(quoted(value)));
  }

  @Test
  void anObjectMayLeaveOneOfTheTwoOut() {
    assertThat(count("{'value': 5}")).isEqualTo(new Figure.Stated(BigDecimal.valueOf(5)));
    assertThat(of("{'value': 5, 'remark': null}")).isEqualTo(of("5"));
    assertThat(of("{'value': 5, 'remark': ' '}")).isEqualTo(of("5"));
    assertThat(count("{'remark': '未统计'}")).isEqualTo(Figure.BLANK);
    assertThat(of("{'remark': '未统计'}").remarks()).containsValue("未统计");
  }

  @Test
  void whatIsNoNumberBesideARemarkIsKeptToo() {
    Content content = of("{'value': '22件', 'remark': '其中修订16件'}");
    assertThat(content.figures().at(RECEIVED)).isInstanceOf(Figure.Malformed.class);
    assertThat(content.remarks()).hasSize(1);
  }

  @Test
  void aRemarkIsShort() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> of("{'value': 5, 'remark': '" + "件".repeat(201) + "'}"));
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly("/applications/received/naturalPerson/remark");
  }

  @Test
  void aCountOfPublicationsMayHaveARemark() {
    Content content =
        Samples.content(
            2024,
            "'publications': {'total': {'count': {'value': 411, 'remark': '含转载'}, 'unit':"
                + " 'item'}}");
    assertThat(content.published().orElseThrow())
        .isEqualTo(
            new PublicationCount(
                null, "item", new Figure.Stated(BigDecimal.valueOf(411)), false, null, "含转载"));
  }

  @Test
  void nullIsBlank() {
    assertThat(count("null")).isEqualTo(Figure.BLANK);
  }

  @ParameterizedTest
  @CsvSource({"-7, true", "7, true", "0, true", "1.5, false", "-9007199254740992, false"})
  void aChangeHasASign(String json, boolean taken) {
    Figure figure =
        Samples.content(2019, "'disclosure': {'licensing': {'change': " + json + "}}")
            .figures()
            .at("disclosure.licensing.change");
    assertThat(figure instanceof Figure.Stated).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "96171.6, true",
    "0, true",
    "0.000001, true",
    "1.1000000, true",
    "0.0000001, false",
    "-0.01, false",
    "999999999999999, true",
    "1000000000000000, false"
  })
  void moneyIsAnExactDecimal(String json, boolean taken) {
    Figure figure =
        Samples.content(2021, "'disclosure': {'fees': {'amount': " + json + "}}")
            .figures()
            .at("disclosure.fees.amount");
    assertThat(figure instanceof Figure.Stated).isEqualTo(taken);
    if (figure instanceof Figure.Stated stated) {
      assertThat(stated.number()).isEqualByComparingTo(json);
    }
  }

  @Test
  void aUnitThatTheFormDoesNotPrintIsKept() {
    Content content =
        Samples.content(
            2019, "'disclosure': {'procurement': {'items': 6, 'amount': 25.1, 'unit': 'wanyuan'}}");
    assertThat(content.statedUnits()).containsEntry("disclosure.procurement", "wanyuan");
    assertThat(content.summand("disclosure.procurement.amount"))
        .isEqualTo("disclosure.procurement.amount@wanyuan");
    assertThat(Samples.content(2019, "'disclosure': {'procurement': {'unit': null}}").statedUnits())
        .isEmpty();
  }

  @Test
  void aNilSectionStatesZeroInEveryCellThatIsBlank() {
    Content content =
        Samples.content(
            2024,
            "'nil': ['contests'], 'contests': {'reconsideration': {'upheld': 0, 'corrected': 'n/a',"
                + " 'other': '无'}}");
    assertThat(content.nil()).containsExactly("contests");
    content
        .figures()
        .forEach(
            (path, figure) -> {
              switch (path) {
                case "contests.reconsideration.corrected" ->
                    assertThat(figure).isEqualTo(Figure.NOT_APPLICABLE);
                case "contests.reconsideration.other" ->
                    assertThat(figure).isInstanceOf(Figure.Malformed.class);
                default ->
                    assertThat(figure)
                        .as(path)
                        .isEqualTo(
                            path.startsWith("contests.")
                                ? new Figure.Stated(BigDecimal.ZERO)
                                : Figure.BLANK);
              }
            });
  }

  @Test
  void aNilSectionWithANumberContradictsItself() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                READER.read(
                    report(
                        2024,
                        "'nil': ['applications'], 'applications': {'outcomes': {'refused':"
                            + " {'stateSecret': {'total': 1}}}}")));
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly("/applications/outcomes/refused/stateSecret/total");
  }

  private static String quoted(String value) {
    return value.equals("n/a") ? "'n/a'" : value;
  }

  private static Content of(String json) {
    return Samples.content(2024, "'applications': {'received': {'naturalPerson': " + json + "}}");
  }

  private static Figure count(String json) {
    return of(json).figures().at(RECEIVED);
  }
}
