package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.problem.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {

  private static final Forms FORMS = Documents.FORMS;

  @ParameterizedTest
  @CsvSource({
    "2019, disclosure, 22", "2019, applications, 161", "2019, contests, 15",
    "2021, disclosure, 10", "2021, applications, 175", "2021, contests, 15"
  })
  void haveTheCellsOfTheOfficialForm(String edition, String section, int cells) {
    assertThat(FORMS.known(edition).section(section).cells()).hasSize(cells);
  }

  @ParameterizedTest
  @CsvSource({"2019, 19", "2021, 21"})
  void haveTheResultLeavesOfTheOfficialForm(String edition, int leaves) {
    assertThat(FORMS.known(edition).section("applications").rowsNamed("outcomes.*"))
        .hasSize(leaves);
  }

  @Test
  void callCellsAsTheFormPrintsThem() {
    Cell cell =
        FORMS
            .known("2021")
            .section("applications")
            .cell("outcomes.refused.stateSecret", "commercialEnterprise");
    assertThat(cell.label().zh()).isEqualTo("三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密 / 法人或其他组织 / 商业企业");
    assertThat(cell.column().kind()).isEqualTo(CellKind.COUNT);
    assertThat(cell.leaf()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2008, 2019", "2019, 2019", "2020, 2019", "2021, 2021", "2030, 2021"})
  void areInForceForTheirYears(int year, String edition) {
    assertThat(FORMS.inForce(year).edition()).isEqualTo(edition);
  }

  @Test
  void shareAPathWhereTheyMeanTheSame() {
    assertThat(FORMS.summands())
        .contains(
            "applications.outcomes.otherHandling.naturalPerson",
            "applications.outcomes.otherHandling.otherReasons.naturalPerson",
            "disclosure.licensing.decisions",
            "disclosure.procurement.amount@yuan")
        .doesNotContain("applications.received.total", "contests.reconsideration.total")
        .hasSize((22 + 10 - 3) + 2 + (22 + 24 - 21) * 6 + 12);
  }

  @Test
  void everyLabelIsThereInBothLanguages() {
    for (Form form : FORMS.all()) {
      for (Section section : form.sections().values()) {
        section
            .cells()
            .values()
            .forEach(
                cell -> {
                  Text label = cell.label();
                  assertThat(label.zh()).as(cell.path()).isNotBlank();
                  assertThat(label.en()).as(cell.path()).isNotBlank().matches("\\p{ASCII}*");
                });
      }
    }
  }
}
