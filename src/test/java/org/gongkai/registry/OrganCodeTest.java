package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrganCodeTest {

  private static final String SAMPLE = "113710020043609788";

  @Test
  void bothCheckCharactersOfARealCodeCheck() {
    assertThat(new OrganCode(SAMPLE).isSocialCreditCode()).isTrue();
    assertThat(new OrganCode(SAMPLE).warnings()).isEmpty();
  }

  @Test
  void everyCorruptionOfASingleCharacterIsNoticed() {
    for (int i = 0; i < SAMPLE.length(); i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        String corrupted = SAMPLE.substring(0, i) + c + SAMPLE.substring(i + 1);
        if (!corrupted.equals(SAMPLE)) {
          assertThat(new OrganCode(corrupted).warnings()).as(corrupted).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aWrongCharacterOfTheOrganisationCodeIsNamed() {
    assertThat(new OrganCode("113710020043609798").warnings())
        .extracting(Warning::code)
        .contains("organisation-check-character");
  }

  /** Who mends what is said, and in that order, is not sent back. */
  @Test
  void theSeventeenthIsNamedBeforeTheEighteenthThatClosesOverIt() {
    String wrong = "113710020043619788";
    List<Warning> warnings = new OrganCode(wrong).warnings();
    assertThat(warnings)
        .extracting(Warning::code)
        .containsExactly("organisation-check-character", "check-character");
    String mended = wrong.substring(0, 16) + wanted(warnings.get(0)) + wanted(warnings.get(1));
    assertThat(new OrganCode(mended).warnings()).isEmpty();
    assertThat(warnings.get(1).message().zh()).contains("第 17 位改正以后，第 18 位应为");
    // one that is mistyped in the 17th alone is right in the 18th
    assertThat(new OrganCode("113710020043609778").warnings())
        .extracting(Warning::code)
        .containsExactly("organisation-check-character");
  }

  private static char wanted(Warning warning) {
    String message = warning.message().zh();
    return message.charAt(message.lastIndexOf("应为 ") + 3);
  }

  @Test
  void aCodeThatAnOfficeAssignedIsNotChecked() {
    for (String code : List.of("371002-001", "A", "HUANCUI-OFFICE-001", "I".repeat(18))) {
      assertThat(OrganCode.objectionTo(code)).as(code).isEmpty();
      assertThat(new OrganCode(code).warnings()).as(code).isEmpty();
    }
  }

  @Test
  void lowerCaseIsNamedAsSuch() {
    assertThat(OrganCode.objectionTo("11371002004360978x").orElseThrow().en()).contains("upper");
  }

  @Test
  void whatIsNoCodeIsRefused() {
    for (String text :
        List.of("", " ", "-1", "A B", "A\0", "局", "A".repeat(33), "１１", "A%", "A\n")) {
      assertThat(OrganCode.objectionTo(text)).as(text).isPresent();
    }
  }
}
