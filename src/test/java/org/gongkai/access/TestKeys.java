package org.gongkai.access;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.gongkai.journey.Ask;

/** Keys for tests, made as everybody else makes them: over the API, with the administrator's. */
public final class TestKeys {

  /** The key of the administrator, {@code gongkai.admin-key} in the test profile. */
  public static final String ADMIN = "gk_admin_for_the_tests_only";

  private TestKeys() {}

  /** A request of the administrator. */
  public static RequestSpecification admin() {
    return as(ADMIN);
  }

  /**
   * A request with this key. It takes no compressed answers, whose tags are other ones, so that
   * tests may compare tags of any two answers.
   */
  public static RequestSpecification as(String key) {
    DecoderConfig uncompressed = DecoderConfig.decoderConfig().noContentDecoders();
    return given()
        .config(RestAssured.config().decoderConfig(uncompressed))
        .header("X-API-Key", key);
  }

  /** A new key of a registered organ. */
  public static String organ(String organ) {
    return make(Map.of("role", "organ", "organ", organ));
  }

  /** A new key of the office of a region. */
  public static String office(String region) {
    return make(Map.of("role", "office", "region", region));
  }

  /** A new key that reads everything. */
  public static String reader() {
    return make(Map.of("role", "reader"));
  }

  /** A new key that reads a region. */
  public static String reader(String region) {
    return make(Map.of("role", "reader", "region", region));
  }

  private static String make(Map<String, String> wanted) {
    return Ask.Question.json("POST", "/api/v1/keys", wanted)
        .byAdmin()
        .of(201)
        .json()
        .get("key")
        .textValue();
  }
}
