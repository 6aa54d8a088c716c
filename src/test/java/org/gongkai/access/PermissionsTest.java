package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {

  private static final String ORGAN = "ORGAN";
  private static final String OTHER = "OTHER";

  /** A tree that can be seen in the codes: 3710 is above 371002. */
  private static final Permissions.Regions TREE = String::startsWith;

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        // role, its organ, its region: file, file for another organ, file elsewhere,
        //   read a report, read a published one, read sums, read sums above, register
        "admin,  -,     -,      true,  true,  true,  true,  true,  true,  true,  true",
        "office, -,     371002, true,  true,  false, true,  true,  true,  false, true",
        "office, -,     3710,   true,  true,  false, true,  true,  true,  true,  true",
        "office, -,     3702,   false, false, true,  false, false, false, false, false",
        "organ,  ORGAN, -,      true,  false, true,  true,  true,  false, false, false",
        "organ,  OTHER, -,      false, true,  false, false, false, false, false, false",
        "reader, -,     -,      false, false, false, false, true,  true,  true,  false",
        "reader, -,     371002, false, false, false, false, true,  true,  false, false",
        "reader, -,     3702,   false, false, false, false, false, false, false, false"
      })
  void whoMayDoWhat(
      String role,
      String organ,
      String region,
      boolean file,
      boolean fileForAnother,
      boolean fileElsewhere,
      boolean read,
      boolean readPublished,
      boolean readSums,
      boolean readSumsAbove,
      boolean register) {
    Permissions may = new Permissions(caller(role, organ, region), TREE);
    assertThat(may.mayFile(ORGAN, "371002")).isEqualTo(file);
    assertThat(may.mayFile(OTHER, "371002")).isEqualTo(fileForAnother);
    assertThat(may.mayFile(ORGAN, "370203")).isEqualTo(fileElsewhere);
    assertThat(may.mayReadReport(ORGAN, "371002", false)).isEqualTo(read);
    assertThat(may.mayReadReport(ORGAN, "371002", true)).isEqualTo(readPublished);
    assertThat(may.mayReadRegion("371002")).isEqualTo(readSums);
    assertThat(may.mayReadRegion("3710")).isEqualTo(readSumsAbove);
    assertThat(may.mayRegister("371002")).isEqualTo(register);
  }

  @Test
  void whatListsShow() {
    assertThat(reports("admin", null, null, false)).isEqualTo(new Visibility.Everything());
    assertThat(reports("office", null, "3710", false))
        .isEqualTo(new Visibility.WithinRegion("3710"));
    assertThat(reports("organ", ORGAN, null, false)).isEqualTo(new Visibility.OnlyOrgan(ORGAN));
    assertThat(reports("reader", null, "3710", false)).isEqualTo(new Visibility.Nothing());
    assertThat(reports("reader", null, "3710", true))
        .isEqualTo(new Visibility.WithinRegion("3710"));
    assertThat(reports("reader", null, null, true)).isEqualTo(new Visibility.Everything());
  }

  private static Visibility reports(String role, String organ, String region, boolean published) {
    return new Permissions(caller(role, organ, region), TREE).reports(published);
  }

  private static Caller caller(String role, String organ, String region) {
    return new Caller(
        Optional.of(UUID.randomUUID()),
        "gk_test",
        Optional.empty(),
        Role.valueOf(role.toUpperCase(Locale.ROOT)),
        Optional.ofNullable(organ),
        Optional.ofNullable(region),
        Optional.empty(),
        false);
  }
}
