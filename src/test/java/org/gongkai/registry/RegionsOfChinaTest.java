package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegionsOfChinaTest {

  @Inject Sql sql;
  @Inject RegionQuery regions;

  @Test
  void provincesCitiesAndDistrictsAreAllThere() {
    assertThat(count("level = 'nation'")).isEqualTo(1);
    assertThat(count("level = 'province' AND valid_to = 'infinity'")).isEqualTo(34);
    // China has no code that begins with 9; the cities of other tests do.
    assertThat(count("level = 'city' AND valid_to = 'infinity' AND code < '9'")).isEqualTo(333);
    assertThat(
            count(
                "level = 'district' AND valid_to = 'infinity' AND code NOT LIKE '37109_'"
                    + " AND code < '9'"))
        .isEqualTo(2845);
    assertThat(count("level = 'district' AND valid_to = '2021-01-01'")).isEqualTo(20);
  }

  @Test
  void everyRegionButTheNationHangsOnTheTreeByItsDigits() {
    assertThat(count("level <> 'nation' AND parent IS NULL")).isZero();
    assertThat(
            count(
                "level = 'district' AND valid_from = '-infinity' AND left(code, 2) <> left(parent,"
                    + " 2)"))
        .isZero();
    assertThat(
            sql.statement(
                    "SELECT count(*) FROM region WHERE NOT EXISTS (SELECT 1 FROM region_within w"
                        + " WHERE w.region = code AND w.within = '000000')")
                .first(row -> row.getLong(1)))
        .contains(0L);
  }

  @Test
  void namesAreNamesAndNoPlaceholders() {
    assertThat(count("name IN ('市辖区', '县') OR name LIKE '%直辖县级%' OR name <> trim(name)")).isZero();
  }

  @Test
  void aDistrictStandsBelowItsCity() {
    assertThat(above("371002")).containsExactly("000000", "370000", "371000");
  }

  @Test
  void aDistrictOfAMunicipalityStandsDirectlyBelowIt() {
    assertThat(above("110101")).containsExactly("000000", "110000");
    assertThat(above("500229")).containsExactly("000000", "500000");
  }

  @Test
  void whatAProvinceGovernsDirectlyStandsBelowIt() {
    assertThat(above("429004")).containsExactly("000000", "420000");
  }

  @Test
  void aCityWithoutDistrictsIsThere() {
    for (String city : List.of("441900", "442000", "460400", "620200")) {
      assertThat(count("code = '" + city + "' AND level = 'city'")).isEqualTo(1);
      assertThat(count("parent = '" + city + "' AND level = 'district'")).isZero();
    }
  }

  private List<String> above(String code) {
    return regions.ancestors(code).stream().map(Region::code).toList();
  }

  private long count(String where) {
    return sql.statement("SELECT count(*) FROM region WHERE " + where)
        .first(row -> row.getLong(1))
        .orElseThrow();
  }
}
