package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.form.Samples.READER;
import static org.gongkai.form.Samples.report;

import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which edition a section follows: the said one, else by its shape, else by the year. */
class SectionEditionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2008 | `` | applications | 2019
          2019 | `` | applications | 2019
          2020 | `` | contests | 2019
          2021 | `` | disclosure | 2021
          2024 | 'applications': {'outcomes': {'otherHandling': {'naturalPerson': 0}}} | applications | 2019
          2024 | 'applications': {'outcomes': {'otherHandling': {'total': null}}} | applications | 2019
          2024 | 'applications': {'outcomes': {'otherHandling': {}}} | applications | 2021
          2024 | 'applications': {'outcomes': {'otherHandling': null}} | applications | 2021
          2019 | 'applications': {'outcomes': {'otherHandling': {'feeUnpaid': {'total': 0}}}} | applications | 2021
          2019 | 'applications': {'received': {'total': 0}} | applications | 2019
          2021 | 'disclosure': {'rules': {'newlyMade': 1}} | disclosure | 2019
          2021 | 'disclosure': {'otherServices': {'change': -1}} | disclosure | 2019
          2021 | 'disclosure': {'procurement': {'items': 6, 'unit': 'yuan'}} | disclosure | 2019
          2019 | 'disclosure': {'rules': {'inForce': 1}} | disclosure | 2021
          2019 | 'disclosure': {'fees': {'amount': 1.5}} | disclosure | 2021
          2020 | 'disclosure': {'penalties': {'decisions': 3}} | disclosure | 2019
          2021 | 'disclosure': {'penalties': {'decisions': 3}} | disclosure | 2021
          2024 | 'editions': {'contests': '2019'} | contests | 2019
          2024 | 'editions': {'contests': null} | contests | 2021
          2024 | 'editions': {'disclosure': '2019'}, 'disclosure': {'penalties': {'decisions': 3}} | disclosure | 2019
          """)
  void areRecognised(int year, String more, String section, String edition) {
    assertThat(Samples.content(year, more).editions()).containsEntry(section, edition);
  }

  @Test
  void areMixedSectionBySectionInARealReport() {
    Content huancui = Samples.content(Samples.HUANCUI);
    assertThat(huancui.editions())
        .containsEntry("disclosure", "2021")
        .containsEntry("applications", "2019")
        .containsEntry("contests", "2021");
    assertThat(huancui.figures().byPath()).hasSize(10 + 161 + 15);
    assertThat(Samples.content(Samples.SHANGHAI).figures().byPath()).hasSize(22 + 161 + 15);
    assertThat(Samples.content(Samples.HUAIAN).figures().byPath()).hasSize(10 + 175 + 15);
  }

  @Test
  void anEditionThatIsSaidIsHeldTo() {
    ProblemException refused =
        refusal("'editions': {'disclosure': '2019'}, 'disclosure': {'rules': {'issued': 1}}");
    Violation key = refused.violations().getFirst();
    assertThat(refused.violations()).hasSize(1);
    assertThat(key.pointer()).isEqualTo("/disclosure/rules/issued");
    assertThat(key.message().zh()).contains("按 2019 年版读取");
    assertThat(key.message().en()).contains("read by edition 2019");
  }

  @Test
  void areNotMixedWithinASection() {
    ProblemException refused =
        refusal(
            "'disclosure': {'rules': {'issued': 1, 'newlyMade': 1},"
                + " 'normativeDocuments': {'inForce': 2}}");
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly("/disclosure/rules/newlyMade");
    assertThat(refused.violations().getFirst().message().en()).contains("edition 2021");
    assertThat(
            refusal(
                    "'applications': {'outcomes': {'otherHandling': {'naturalPerson': 1,"
                        + " 'total': 1, 'feeUnpaid': {'total': 1}}}}")
                .violations())
        .extracting(Violation::pointer)
        .containsExactly("/applications/outcomes/otherHandling/feeUnpaid");
  }

  private static ProblemException refusal(String more) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> READER.read(report(2021, more)));
    assertThat(refused).isNotNull();
    return refused;
  }
}
