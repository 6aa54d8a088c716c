package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.form.Samples.READER;
import static org.gongkai.form.Samples.report;

import java.math.BigDecimal;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell is kept as it was stated, and a blank is never guessed to be 0. */
class CellsTest {

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
        "{'value': 5}",
        "'N/A'"
      })
  void whatIsNoCountIsKeptAsItWasStated(String json) {
    Figure figure = count(json);
    assertThat(figure).isInstanceOf(Figure.Malformed.class);
    assertThat(((Figure.Malformed) figure).stated())
        .isEqualTo(Samples.parsed("{'x': " + json + "}").get("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'n/a'", "'/'", "'—'", "'不适用'"})
  void notApplicableIsSaidInSeveralWays(String json) {
    assertThat(count(json)).isEqualTo(Figure.NOT_APPLICABLE);
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

  private static Figure count(String json) {
    return Samples.content(2024, "'applications': {'received': {'naturalPerson': " + json + "}}")
        .figures()
        .at("applications.received.naturalPerson");
  }
}
