package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.form.Samples.READER;
import static org.gongkai.form.Samples.parsed;
import static org.gongkai.form.Samples.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outside the cells a report is read strictly, and one answer names every place that is wrong. */
class ContentReaderTest {

  @Test
  void aReportOfThreeMembersIsBlankThroughout() {
    Content content = Samples.content(2024, "'scope': 'level'");
    assertThat(content.organ()).isEqualTo("A-1");
    assertThat(content.year()).isEqualTo(2024);
    assertThat(content.scope()).isEqualTo(Scope.LEVEL);
    assertThat(content.editions())
        .isEqualTo(Map.of("disclosure", "2021", "applications", "2021", "contests", "2021"));
    assertThat(content.figures().byPath()).hasSize(10 + 175 + 15);
    assertThat(content.figures().byPath().values()).containsOnly(Figure.BLANK);
    assertThat(content.publications()).isEmpty();
    assertThat(content.published()).isEmpty();
    assertThat(content.narrative()).isEmpty();
    assertThat(content.nil()).isEmpty();
  }

  @Test
  void anOptionalMemberThatIsNullIsLeftOut() {
    Content content =
        Samples.content(
            2024,
            "'scope': null, 'editions': null, 'nil': null, 'publications': null, 'narrative': null,"
                + " 'disclosure': null, 'applications': {'outcomes': null, 'received': null}");
    assertThat(content).isEqualTo(Samples.content(2024, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'organ': null | /organ
          'organ': '' | /organ
          'organ': 'a-1' | /organ
          'organ': 'A 1' | /organ
          'organ': '-1' | /organ
          'organ': 5 | /organ
          'organ': '123456789012345678901234567890123' | /organ
          'year': 0 | /year
          'year': 2007 | /year
          'year': 2101 | /year
          'year': '2021' | /year
          'year': 2021.5 | /year
          'year': null | /year
          'scope': 'city' | /scope
          'scope': 1 | /scope
          'nil': 'applications' | /nil
          'nil': ['narrative'] | /nil/0
          'nil': ['contests', 'contests'] | /nil/1
          'nil': [7] | /nil/0
          'editions': [] | /editions
          'editions': {'contests': '2020'} | /editions/contests
          'editions': {'contests': 2021} | /editions/contests
          'editions': {'contest': '2021'} | /editions/contest
          'remarks': 'x' | /remarks
          'applications': [] | /applications
          'applications': {'received': 5} | /applications/received
          'applications': {'received': 'n/a'} | /applications/received
          'applications': {'outcomes': {'granted': [1]}} | /applications/outcomes/granted
          'applications': {'received': {'naturalPersons': 1}} | /applications/received/naturalPersons
          'applications': {'received': {'a/b~c': 1}} | /applications/received/a~1b~0c
          'contests': {'reconsideration': {'unit': 'yuan'}} | /contests/reconsideration/unit
          'disclosure': {'procurement': {'unit': 'dollar'}} | /disclosure/procurement/unit
          'narrative': 'text' | /narrative
          'narrative': {'overview': 5} | /narrative/overview
          'narrative': {'summary': 'x'} | /narrative/summary
          'publications': [] | /publications
          'publications': {'sum': 5} | /publications/sum
          'publications': {'total': 5} | /publications/total
          'publications': {'total': {'unit': 'item', 'name': 'x'}} | /publications/total/name
          'publications': {'total': {'count': 5}} | /publications/total/unit
          'publications': {'channels': {}} | /publications/channels
          'publications': {'channels': [5]} | /publications/channels/0
          'publications': {'channels': [{'channel': 'web', 'unit': 'item'}]} | /publications/channels/0/channel
          'publications': {'channels': [{'channel': 'app', 'unit': 'items'}]} | /publications/channels/0/unit
          'publications': {'channels': [{'channel': 'app', 'unit': 'item', 'approximate': 1}]} | /publications/channels/0/approximate
          'publications': {'channels': [{'channel': 'app', 'unit': 'item', 'name': 5}]} | /publications/channels/0/name
          """)
  void whatIsWrongIsNamedByItsPointer(String more, String pointer) {
    assertThat(violations(report(2021, more)))
        .singleElement()
        .extracting(Violation::pointer)
        .isEqualTo(pointer);
  }

  @Test
  void everyPlaceIsNamedInOneAnswer() {
    JsonNode wrong =
        parsed(
            "{'organ': 'x y', 'year': 0, 'scope': 'all', 'foo': 1, 'contests': {'total': {}},"
                + " 'applications': {'received': {'naturalPersn': 1}}}");
    assertThat(violations(wrong))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/organ",
            "/year",
            "/scope",
            "/foo",
            "/contests/total",
            "/applications/received/naturalPersn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "'x'", "null"})
  void whatIsNoObjectIsRefused(String json) throws Exception {
    JsonNode node =
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(json.replace('\'', '"'));
    assertThat(violations(node)).singleElement().extracting(Violation::pointer).isEqualTo("");
  }

  @Test
  void anUnknownKeySaysWhatIsMeantAndByWhichEdition() {
    Violation typo =
        violations(report(2024, "'applications': {'received': {'naturalPersn': 1}}")).getFirst();
    assertThat(typo.message().zh())
        .isEqualTo(
            "未知的键：本部分按 2021 年版读取，该版此处没有这个键。是否应为 “naturalPerson”？此处可用："
                + "naturalPerson, commercialEnterprise, researchInstitution,"
                + " publicInterestOrganization, legalServiceOrganization, otherOrganization,"
                + " total。");
    assertThat(typo.message().en())
        .startsWith("Unknown key: the section is read by edition 2021, which has no such key here.")
        .contains("Did you mean \"naturalPerson\"?");
    Violation top = violations(report(2024, "'aplications': {}")).getFirst();
    assertThat(top.message().en()).startsWith("Unknown key. Did you mean \"applications\"? Known");
    Violation far = violations(report(2024, "'elephants': {}")).getFirst();
    assertThat(far.message().en()).startsWith("Unknown key. Known here: organ, year,");
  }

  @Test
  void aCodeThatIsUnknownListsTheKnownOnes() {
    Violation unit =
        violations(report(2024, "'publications': {'total': {'count': 1, 'unit': 'pieces'}}"))
            .getFirst();
    assertThat(unit.message().zh()).isEqualTo("须为以下之一：item, event, issue, place。");
  }

  @Test
  void aBodyOfNothingButErrorsIsAnsweredShort() {
    StringBuilder keys = new StringBuilder("'a0': 1");
    for (int i = 1; i < 5000; i++) {
      keys.append(", 'a").append(i).append("': 1");
    }
    List<Violation> violations = violations(report(2024, keys.toString()));
    assertThat(violations).hasSize(1001);
    assertThat(violations.getLast().message().en()).isEqualTo("4000 more are not listed.");
  }

  @Test
  void textHasAPlaceForEverythingThatIsPrinted() {
    Content content =
        Samples.content(
            2024,
            """
            'narrative': {'title': '某局2024年政府信息公开工作年度报告', 'introduction': '根据《条例》编制。',
              'disclosure': '说明二', 'applications': '说明三', 'contests': null,
              'headings': {'problems': '六、存在的主要问题', 'otherMatters': '五、收费情况'},
              'signature': {'name': '某局', 'date': '2025年1月20日'}}
            """);
    assertThat(content.narrative())
        .containsOnlyKeys(
            "title",
            "introduction",
            "disclosure",
            "applications",
            "headings.problems",
            "headings.otherMatters",
            "signature.name",
            "signature.date")
        .containsEntry("signature.date", "2025年1月20日");
    assertThat(Samples.content(2024, "'narrative': {'signature': null}").narrative()).isEmpty();
    assertThat(
            violations(
                report(
                    2024,
                    "'narrative': {'title': '"
                        + "字".repeat(501)
                        + "', 'headings': {'seventh': '七'}, 'signature': '某局'}")))
        .extracting(Violation::pointer)
        .containsExactly("/narrative/title", "/narrative/headings/seventh", "/narrative/signature");
  }

  @Test
  void textsMayBeLongButNotEndless() {
    String longest = "字".repeat(100_000);
    assertThat(Samples.content(2024, "'narrative': {'problems': '" + longest + "'}").narrative())
        .containsEntry("problems", longest);
    assertThat(violations(report(2024, "'narrative': {'problems': '" + longest + "字'}")))
        .singleElement()
        .extracting(Violation::pointer)
        .isEqualTo("/narrative/problems");
  }

  @Test
  void publicationsKeepTheirOrderUnitsAndNames() {
    Content content =
        Samples.content(
            2024,
            "'publications': {'total': {'count': 300, 'unit': 'item', 'approximate': true},"
                + " 'channels': [{'channel': 'wechat', 'count': 20, 'unit': 'item', 'name': '环翠'},"
                + " {'channel': 'wechat', 'count': '约20', 'unit': 'item'},"
                + " {'channel': 'hearing', 'unit': 'event', 'approximate': null}]}");
    assertThat(content.published())
        .contains(new PublicationCount(null, "item", stated("300"), true, null, null));
    assertThat(content.publications()).hasSize(3);
    assertThat(content.publications().get(0))
        .isEqualTo(new PublicationCount("wechat", "item", stated("20"), false, "环翠", null));
    assertThat(content.publications().get(1).count()).isInstanceOf(Figure.Malformed.class);
    assertThat(content.publications().get(2))
        .isEqualTo(new PublicationCount("hearing", "event", Figure.BLANK, false, null, null));
  }

  static Figure stated(String number) {
    return new Figure.Stated(new java.math.BigDecimal(number));
  }

  private static List<Violation> violations(JsonNode report) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> READER.read(report));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.type()).isEqualTo(ProblemType.INVALID_REQUEST);
    return refused.violations();
  }
}
