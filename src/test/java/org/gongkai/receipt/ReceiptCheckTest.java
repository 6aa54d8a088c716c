package org.gongkai.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
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
  void eachHandingInHasAReceiptThatSaysWhatBecameOfIt() {
    List<String> numbers = new ArrayList<>();
    ValidatableResponse filed = Api.file(Sample.huancui(organ)).statusCode(201);
    long id = Api.id(filed);
    numbers.add(receiptOf(filed));
    Steps.withdraw(admin(), id).statusCode(200);
    numbers.add(receiptOf(Steps.submit(admin(), id).statusCode(200)));
    Steps.giveBack(admin(), id, "disclosure", "请核对").statusCode(200);
    numbers.add(receiptOf(Steps.submit(admin(), id).statusCode(200)));
    requireReceipts(id, numbers, List.of("withdrawn", "returned", "in-force"));

    ObjectNode corrected = Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 7);
    numbers.add(receiptOf(Api.correct(id, Api.tag(id), corrected).statusCode(200)));
    requireReceipts(id, numbers, List.of("withdrawn", "returned", "superseded", "in-force"));

    Steps.accept(admin(), id).statusCode(200);
    Steps.reopen(admin(), id, "更正").statusCode(200);
    requireReceipts(id, numbers, List.of("withdrawn", "returned", "superseded", "reopened"));
    for (int i = 0; i < 9; i++) {
      numbers.add(receiptOf(Steps.submit(admin(), id).statusCode(200)));
      Steps.withdraw(admin(), id).statusCode(200);
    }
    List<String> after =
        new ArrayList<>(List.of("withdrawn", "returned", "superseded", "reopened"));
    after.addAll(Collections.nCopies(9, "withdrawn"));
    requireReceipts(id, numbers, after);
  }

  /** By their numbers, by their places in the report, and in its list: the same everywhere. */
  private void requireReceipts(long id, List<String> numbers, List<String> statuses) {
    String list = "/api/v1/reports/{id}/receipts";
    ValidatableResponse listed = Api.get(list, id).statusCode(200);
    listed.body("items.number", equalTo(numbers)).body("items.status", equalTo(statuses));
    List<String> addresses = listed.extract().path("items.href");
    for (int i = 0; i < numbers.size(); i++) {
      Map<String, Object> item = listed.extract().path("items[" + i + "]");
      Api.get(addresses.get(i))
          .statusCode(200)
          .body("number", equalTo(numbers.get(i)))
          .body("digest", equalTo(item.get("digest")))
          .body("receivedAt", equalTo(item.get("receivedAt")));
      Api.get(ADDRESS + "?digest=" + item.get("digest"), numbers.get(i))
          .statusCode(200)
          .body("report", equalTo(Math.toIntExact(id)))
          .body("revision", equalTo(i < 3 ? 1 : 2))
          .body("matches", equalTo(true))
          .body("newest", equalTo(i == numbers.size() - 1))
          .body("status", equalTo(statuses.get(i)))
          .body("statusSince", equalTo(item.get("statusSince")));
    }
    assertThat(addresses.subList(0, 3))
        .extracting(address -> address.substring(address.lastIndexOf('/') + 1))
        .containsExactly("1", "1-2", "1-3");
    for (String none : List.of("0", "1-0", "1-4", "3", "1-", "-1", "1-2-3", "x")) {
      Api.get(list + "/{number}", id, none).statusCode(404);
    }
  }

  @Test
  void receiptsAreListedForThoseWhoMayReadTheReportAlone() {
    long id = Api.id(Api.file(Sample.huancui(organ)).statusCode(201));
    for (String key : List.of(TestKeys.organ(organ), TestKeys.office(city.code()))) {
      as(key).get("/api/v1/reports/{id}/receipts", id).then().statusCode(200);
    }
    String other = TestKeys.organ(city.organ(city.district()));
    for (String key : List.of(other, TestKeys.office(city.district()), TestKeys.reader())) {
      as(key).get("/api/v1/reports/{id}/receipts", id).then().statusCode(403);
    }
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
