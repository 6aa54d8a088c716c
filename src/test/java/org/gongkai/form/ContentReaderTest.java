package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentReaderTest {

  @Test
  void recognisesTheEditionOfEachSection() {
    assertThat(read(Documents.sample("huancui-industry-bureau-2021")).editions())
        .isEqualTo(Map.of("disclosure", "2021", "applications", "2019", "contests", "2021"));
    assertThat(read(Documents.sample("shanghai-general-office-2019")).editions())
        .isEqualTo(Map.of("disclosure", "2019", "applications", "2019", "contests", "2019"));
    assertThat(read(Documents.sample("huaian-city-2024")).editions())
        .isEqualTo(Map.of("disclosure", "2021", "applications", "2021", "contests", "2021"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "12|12", "3.0|3", "1e3|1000", "9007199254740991|9007199254740991"})
  void takesWholeNumbersAsCounts(String json, BigDecimal number) throws Exception {
    assertThat(received(json)).isEqualTo(new Figure.Stated(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"12\"",
        "\"251000元\"",
        "1.9",
        "-1",
        "true",
        "[]",
        "{}",
        "\"\"",
        "9007199254740992"
      })
  void keepsWhatIsNoCountAsItWasStated(String json) throws Exception {
    assertThat(received(json)).isEqualTo(new Figure.Malformed(Documents.JSON.readTree(json)));
  }

  @Test
  void neverMakesABlankAZero() throws Exception {
    assertThat(received("null")).isEqualTo(Figure.BLANK);
    ObjectNode report = report();
    assertThat(read(report).figures().byPath())
        .hasSize(10 + 175 + 15)
        .allSatisfy((path, figure) -> assertThat(figure).isEqualTo(Figure.BLANK));
  }

  @ParameterizedTest
  @CsvSource({"n/a", "/", "—", "不适用"})
  void knowsWhatDoesNotApply(String stated) throws Exception {
    assertThat(received("\"" + stated + "\"")).isEqualTo(Figure.NOT_APPLICABLE);
  }

  @Test
  void takesMoneyToSixPlaces() throws Exception {
    assertThat(fee("96171.6")).isEqualTo(new Figure.Stated(new BigDecimal("96171.6")));
    assertThat(fee("0.000001")).isEqualTo(new Figure.Stated(new BigDecimal("0.000001")));
    assertThat(fee("0.0000001")).isInstanceOf(Figure.Malformed.class);
    assertThat(fee("-1")).isInstanceOf(Figure.Malformed.class);
  }

  @Test
  void takesASignedChange() {
    ObjectNode report = report();
    Documents.set(report, "disclosure.licensing.change", -3);
    Content content = read(report);
    assertThat(content.editions()).containsEntry("disclosure", "2019");
    assertThat(content.figures().at("disclosure.licensing.change"))
        .isEqualTo(new Figure.Stated(new BigDecimal(-3)));
  }

  @Test
  void fillsOnlyWhatIsSaidToBeNil() {
    ObjectNode report = report();
    report.putArray("nil").add("contests");
    Content content = read(report);
    assertThat(content.figures().at("contests.reconsideration.upheld"))
        .isEqualTo(new Figure.Stated(BigDecimal.ZERO));
    assertThat(content.figures().at("applications.received.total")).isEqualTo(Figure.BLANK);
    Documents.set(report, "contests.reconsideration.upheld", 1);
    assertThat(pointersOf(report)).containsExactly("/contests/reconsideration/upheld");
  }

  @Test
  void keepsTheUnitThatAnAmountIsStatedIn() {
    ObjectNode report = report();
    Documents.set(report, "disclosure.procurement.amount", 251000);
    report.withObject("/disclosure/procurement").put("unit", "yuan");
    Content content = read(report);
    assertThat(content.summand("disclosure.procurement.amount"))
        .isEqualTo("disclosure.procurement.amount@yuan");
    report.withObject("/disclosure/procurement").put("unit", "元");
    assertThat(pointersOf(report)).containsExactly("/disclosure/procurement/unit");
  }

  @Test
  void holdsToTheEditionThatIsSaid() {
    ObjectNode report = Documents.sample("huancui-industry-bureau-2021");
    report.withObject("/editions").put("applications", "2021");
    assertThat(pointersOf(report))
        .contains("/applications/outcomes/otherHandling/naturalPerson")
        .allMatch(pointer -> pointer.startsWith("/applications/outcomes/otherHandling/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"year\":2021}|/organ",
        "{\"organ\":\"TEST-1\"}|/year",
        "{\"organ\":\"TEST-1\",\"year\":0}|/year",
        "{\"organ\":\"TEST-1\",\"year\":\"2021\"}|/year",
        "{\"organ\":\"TEST-1\",\"year\":2021.5}|/year",
        "{\"organ\":\"x\",\"year\":2021}|/organ",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"scope\":\"city\"}|/scope",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"aplications\":{}}|/aplications",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"a/b~c\":{}}|/a~1b~0c",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"applications\":[]}|/applications",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"applications\":{\"received\":5}}|/applications/received",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"applications\":{\"received\":{\"naturalPersons\":5}}}|/applications/received/naturalPersons",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"editions\":{\"applications\":\"2020\"}}|/editions/applications",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"nil\":[\"narrative\"]}|/nil/0",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"narrative\":{\"overview\":5}}|/narrative/overview",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"publications\":{\"channels\":[{\"channel\":\"tv\",\"unit\":\"item\"}]}}|/publications/channels/0/channel",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"publications\":{\"channels\":[{\"channel\":\"website\"}]}}|/publications/channels/0/unit",
        "{\"organ\":\"TEST-1\",\"year\":2021,\"publications\":{\"channels\":{}}}|/publications/channels",
        "[]|''",
        "5|''"
      })
  void namesThePlaceOutsideTheCells(String json, String pointer) throws Exception {
    assertThatThrownBy(() -> Documents.read(Documents.JSON.readTree(json)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.violations()).extracting(Violation::pointer).contains(pointer));
  }

  @Test
  void namesEveryPlaceAtOnce() throws JsonProcessingException {
    assertThat(
            pointersOf(
                (ObjectNode)
                    Documents.JSON.readTree(
                        "{\"organ\":5,\"year\":0,\"scope\":1,\"nil\":7,\"editions\":[],\"x\":1}")))
        .containsExactlyInAnyOrder("/x", "/organ", "/year", "/scope", "/nil", "/editions");
  }

  private static java.util.List<String> pointersOf(ObjectNode report) {
    try {
      Documents.read(report);
      return java.util.List.of();
    } catch (ProblemException problem) {
      return problem.violations().stream().map(Violation::pointer).toList();
    }
  }

  private static Content read(ObjectNode report) {
    return Documents.read(report);
  }

  private static ObjectNode report() {
    return Documents.JSON.createObjectNode().put("organ", "TEST-1").put("year", 2021);
  }

  private static Figure received(String json) throws JsonProcessingException {
    ObjectNode report = report();
    Documents.put(report, "applications.received.naturalPerson", Documents.JSON.readTree(json));
    return read(report).figures().at("applications.received.naturalPerson");
  }

  private static Figure fee(String json) throws JsonProcessingException {
    ObjectNode report = report();
    Documents.put(report, "disclosure.fees.amount", Documents.JSON.readTree(json));
    return read(report).figures().at("disclosure.fees.amount");
  }
}
