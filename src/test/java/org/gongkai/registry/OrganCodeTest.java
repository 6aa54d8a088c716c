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
