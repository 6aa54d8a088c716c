package org.gongkai.report;

import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.bulk.BulkResource;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a first filing is asked, a draft is asked when it is handed in, and a correction too. */
@QuarkusTest
class AdmissionTest {

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  private void put(Map<String, String> more) {
    Map<String, String> form = new java.util.HashMap<>(more);
    form.putIfAbsent("name", "第1局");
    form.putIfAbsent("region", district);
    form.put("kind", "department");
    admin()
        .contentType(ContentType.JSON)
        .body(form)
        .put("/api/v1/organs/" + organ)
        .then()
        .statusCode(200);
  }

  private static void requireRefused(ValidatableResponse answer) {
    answer
        .statusCode(422)
        .body("code", equalTo("unknown-organ"))
        .body("violations.pointer", contains("/year"));
  }

  @Test
  void ofAnOrganThatWasClosedMeanwhileNothingIsHandedInByAnyWay() {
    long draft = Api.drafted(Sample.nil(organ, 2024));
    long submitted = Api.filed(Sample.nil(organ, 2022));
    put(Map.of("validTo", "2021-06-01"));
    String own = TestKeys.organ(organ);

    requireRefused(Api.file(Sample.nil(organ, 2023)));
    requireRefused(Api.submit(draft));
    requireRefused(Steps.submit(as(own), draft));
    requireRefused(Api.correct(draft, Api.tag(draft), Sample.nil(organ, 2024)));
    requireRefused(Api.put(organ, 2024, Sample.nil(organ, 2024)));
    requireRefused(Api.correct(submitted, Api.tag(submitted), Sample.nil(organ, 2022)));
    Steps.withdraw(as(own), submitted).statusCode(200);
    requireRefused(Steps.submit(as(own), submitted));
    admin()
        .header("Content-Type", BulkResource.NDJSON)
        .body(Sample.nil(organ, 2024).toString().getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/reports/bulk?state=submitted")
        .then()
        .statusCode(200)
        .body(org.hamcrest.Matchers.containsString("unknown-organ"));

    put(Map.of());
    Api.submit(draft).statusCode(200).body("state", equalTo("submitted"));
  }

  @Test
  void nobodyIsToldOfAnOrganThatIsNotTheirs() {
    long draft = Api.drafted(Sample.nil(organ, 2024));
    put(Map.of("validTo", "2023-06-01"));
    Steps.submit(as(TestKeys.office(city.district())), draft).statusCode(403);
  }

  @Test
  void anOrganThatIsSaidToHaveBegunLaterIsAskedToo() {
    long draft = Api.drafted(Sample.nil(organ, 2021));
    put(Map.of("validTo", "2020-01-01"));
    put(Map.of("validFrom", "2022-01-01"));
    requireRefused(Api.submit(draft));
  }

  @Test
  void aDraftOfAnOrganThatMovedIsHandedInWhereItWasInTheYear() {
    long of2021 = Api.drafted(Sample.nil(organ, 2021));
    long of2023 = Api.drafted(Sample.nil(organ, 2023));
    String other = city.district();
    city.change(organ, "划转的局", other, LocalDate.of(2022, 7, 1));
    String office = TestKeys.office(other);
    Steps.submit(as(TestKeys.office(district)), of2021).statusCode(403);
    Steps.submit(as(office), of2021).statusCode(200).body("region", equalTo(district));
    Steps.submit(as(office), of2023).statusCode(200).body("region", equalTo(other));
    as(office).get("/api/v1/reports/{id}", of2021).then().statusCode(403);
    Steps.accept(as(TestKeys.office(district)), of2021).statusCode(200);
    Steps.accept(as(office), of2023).statusCode(200);
  }

  @Test
  void anOrganThatIsLetOffMayHandInAllTheSame() {
    long draft = Api.drafted(Sample.nil(organ, 2024));
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "机构改革"))
        .put("/api/v1/organs/{organ}/exemptions/2024", organ)
        .then()
        .statusCode(200);
    Api.submit(draft).statusCode(200);
  }
}
