package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.platform.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts, verified by whoever may read the report. */
@QuarkusTest
class ReceiptCheckTest {

  private static final String ADDRESS = "/api/v1/receipts/{number}";

  private final City city = City.found();
  private String organ;

  @BeforeEach
  void register() {
    organ = city.organ(city.district());
  }

  private static String receiptOf(ValidatableResponse filed) {
    return filed.extract().path("receipt.number");
  }

  @Test
  void tellsWhatItIsOf() {
    ObjectNode report = Sample.huancui(organ);
    ValidatableResponse filed = Api.file(report).statusCode(201);
    String digest = HexFormat.of().formatHex(CanonicalJson.digest(report.toString()));
    ValidatableResponse receipt =
        Api.get(ADDRESS, receiptOf(filed))
            .statusCode(200)
            .body("number", equalTo(receiptOf(filed)))
            .body("report", equalTo(Math.toIntExact(Api.id(filed))))
            .body("organ", equalTo(organ))
            .body("organName", equalTo("第1局"))
            .body("year", equalTo(2021))
            .body("scope", equalTo("organ"))
            .body("revision", equalTo(1))
            .body("digest", equalTo(digest))
            .body("receivedAt", equalTo(filed.extract().path("receipt.receivedAt")))
            .body("newest", equalTo(true))
            .body("$", not(hasKey("matches")));
    String document = Api.get(receipt.extract().path("document")).extract().asString();
    assertThat(document).isEqualTo(report.toString());
    assertThat(HexFormat.of().formatHex(CanonicalJson.digest(document))).isEqualTo(digest);
  }

  @Test
  void comparesADigest() {
    ValidatableResponse filed = Api.file(Sample.huancui(organ)).statusCode(201);
    String digest = filed.extract().path("receipt.digest");
    String number = receiptOf(filed);
    Api.get(ADDRESS + "?digest=" + digest, number).body("matches", equalTo(true));
    Api.get(ADDRESS + "?digest=" + digest.toUpperCase(Locale.ROOT), number)
        .body("matches", equalTo(true));
    char other = digest.charAt(0) == '0' ? '1' : '0';
    Api.get(ADDRESS + "?digest=" + other + digest.substring(1), number)
        .statusCode(200)
        .body("matches", equalTo(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "xyz", "sha-256=:AA==:"})
  void aDigestIsHexadecimal(String digest) {
    String number = receiptOf(Api.file(Sample.huancui(organ)).statusCode(201));
    Api.get(ADDRESS + "?digest={digest}", number, digest)
        .statusCode(400)
        .body("violations.pointer", contains("?digest"));
  }

  @Test
  void isOldOnceALaterRevisionIsSubmitted() {
    ValidatableResponse filed = Api.file(Sample.huancui(organ)).statusCode(201);
    long id = Api.id(filed);
    ValidatableResponse corrected =
        Api.correct(
                id,
                Api.tag(id),
                Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 7))
            .statusCode(200);
    Api.get(ADDRESS, receiptOf(filed)).body("newest", equalTo(false)).body("revision", equalTo(1));
    Api.get(ADDRESS, receiptOf(corrected))
        .body("newest", equalTo(true))
        .body("revision", equalTo(2))
        .body("document", equalTo("/api/v1/reports/" + id + "/revisions/2/document"));
  }

  @Test
  void isShownToWhoeverMayReadTheReport() {
    String number = receiptOf(Api.file(Sample.huancui(organ)).statusCode(201));
    for (String key : List.of(TestKeys.organ(organ), TestKeys.office(city.code()))) {
      as(key).get(ADDRESS, number).then().statusCode(200).body("number", equalTo(number));
    }
  }

  @Test
  void othersAreNotToldWhetherThereIsOne() {
    String number = receiptOf(Api.file(Sample.huancui(organ)).statusCode(201));
    String unknown = "GK-20000101-00000001-01";
    String other = TestKeys.organ(city.organ(city.district()));
    String office = TestKeys.office(city.district());
    for (String key : List.of(other, office, TestKeys.reader())) {
      String refusal = refusal(key, number);
      assertThat(refusal).contains("\"code\":\"forbidden\"");
      for (String none : List.of(unknown, "x", "GK-%00")) {
        assertThat(refusal(key, none).replaceAll("\"instance\":\"[^\"]*\"", ""))
            .isEqualTo(refusal.replaceAll("\"instance\":\"[^\"]*\"", ""));
      }
    }
    Api.get(ADDRESS, unknown).statusCode(404).body("code", equalTo("not-found"));
    Api.get(ADDRESS, "x").statusCode(404);
  }

  private static String refusal(String key, String number) {
    return as(key).get(ADDRESS, number).then().statusCode(403).extract().asString();
  }
}
