package org.gongkai.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Random;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.rollup.RandomTreeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A tag stands for the state of the sums: every change that an answer can show makes another one.
 */
@QuarkusTest
class RollupTagTest {

  @Inject Folding folding;

  private final City city = City.found();
  private String district;
  private String organ;
  private String address;

  @BeforeEach
  void found() {
    district = city.district();
    organ = city.organ(district);
    address = "/api/v1/rollups/applications?year=2021&by=region&region=" + city.code();
  }

  private String tag() {
    return Api.get(address).statusCode(200).extract().header("ETag");
  }

  private void becomesAnother(Runnable change) {
    String before = tag();
    change.run();
    int status = admin().header("If-None-Match", before).get(address).statusCode();
    assertThat(status).isEqualTo(200);
    assertThat(tag()).isNotEqualTo(before);
  }

  private void staysTheSame(Runnable change) {
    String before = tag();
    change.run();
    assertThat(tag()).isEqualTo(before);
    admin().header("If-None-Match", before).get(address).then().statusCode(304);
  }

  @Test
  void filingsCorrectionsAndStepsChangeIt() {
    becomesAnother(() -> Api.filed(Sample.nil(organ, 2021)));
    becomesAnother(
        () -> Api.put(organ, 2021, RandomTreeTest.report(organ, new Random(1))).statusCode(200));
    long id =
        Api.get("/api/v1/organs/" + organ + "/reports/2021").extract().jsonPath().getLong("id");
    becomesAnother(() -> Steps.withdraw(admin(), id).statusCode(200));
    becomesAnother(() -> Steps.submit(admin(), id).statusCode(200));
    staysTheSame(() -> Steps.accept(admin(), id).statusCode(200));
    address += "&basis=accepted";
    becomesAnother(() -> Steps.reopen(admin(), id, "更正").statusCode(200));
  }

  @Test
  void foldingDoesNot() {
    Api.filed(Sample.nil(organ, 2021));
    staysTheSame(folding::foldAll);
  }

  @Test
  void otherYearsAndRegionsDoNot() {
    staysTheSame(() -> Api.filed(Sample.nil(organ, 2020)));
    staysTheSame(() -> Api.filed(Sample.nil(City.found().organ(City.found().code()), 2021)));
  }

  @Test
  void namesAndExpectedReportsDo() {
    becomesAnother(() -> put("/api/v1/organs/" + organ, district, "kind", "department"));
    becomesAnother(() -> city.organ(district));
    becomesAnother(city::district);
    becomesAnother(
        () ->
            admin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "改名区", "level", "district", "parent", city.code()))
                .put("/api/v1/regions/" + district)
                .then()
                .statusCode(lessThan(300)));
    becomesAnother(
        () ->
            admin()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "筹建"))
                .put("/api/v1/organs/" + organ + "/exemptions/2021")
                .then()
                .statusCode(lessThan(300)));
  }

  @Test
  void otherQuestionsAndLanguagesHaveOtherTags() {
    String one = tag();
    String basis = Api.get(address + "&basis=published").extract().header("ETag");
    String english = admin().header("Accept-Language", "en").get(address).header("ETag");
    assertThat(new String[] {one, basis, english}).doesNotHaveDuplicates();
  }

  private static void put(String address, String region, String member, String value) {
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "更名局", "region", region, member, value))
        .put(address)
        .then()
        .statusCode(200);
  }
}
