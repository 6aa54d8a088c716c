package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an identity provider: what they open, and everything that makes them worthless. */
public abstract class TokenCases {

  private static final TokenIssuer ISSUER = new TokenIssuer();
  private static String issuer;

  /** Starts the issuer. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(ISSUER.start());
    issuer = settings.get("gongkai.jwt.jwks-url");
    settings.put("gongkai.rate-limit.refused-per-minute", "0");
    return settings;
  }

  @AfterAll
  static void stop() {
    ISSUER.stop();
  }

  private final City city = City.found();

  @BeforeEach
  void publishTheIssuersKeys() {
    publish(Tokens.all());
  }

  @Test
  void theCallerIsWhoTheTokenSays() {
    String organ = city.organ(city.district());
    caller(Tokens.signed(Tokens.of("organ", organ, null)), 200)
        .body("kind", equalTo("token"))
        .body("role", equalTo("organ"))
        .body("organ", equalTo(organ))
        .body("region", nullValue())
        .body("label", equalTo("王敏"))
        .body("prefix", equalTo("u-1024"))
        .body("expiresAt", containsString("T"));
    TestKeys.admin().get("/api/v1/caller").then().body("kind", equalTo("key"));
  }

  @Test
  void anOrganFilesForItselfAndIsNamedAsTheAuthor() {
    String district = city.district();
    String organ = city.organ(district);
    String other = city.organ(district);
    String token = Tokens.signed(Tokens.of("organ", organ, null));
    int id = file(token, organ).statusCode(201).extract().path("id");
    file(token, other).statusCode(403).body("code", equalTo("forbidden"));
    bearer(token)
        .get("/api/v1/reports/{id}/revisions", id)
        .then()
        .statusCode(200)
        .body("items[0].author", equalTo("王敏 (token:u-1024)"));
    bearer(token).get("/api/v1/keys").then().statusCode(403);
  }

  /** Whoever chooses a subject at the provider must not come to another caller's answers. */
  @Test
  void aTokenNamedAsAKeySharesNothingWithIt() {
    String organ = city.organ(city.district());
    String own = TestKeys.organ(organ);
    String prefix =
        TestKeys.as(own).get("/api/v1/caller").then().extract().path("prefix").toString();
    int year = 2018;
    for (Map.Entry<String, String> key :
        Map.of("configured", TestKeys.ADMIN, prefix, own).entrySet()) {
      var claims = Tokens.of("admin", null, null);
      claims.setSubject(key.getKey());
      claims.unsetClaim("name");
      String token = Tokens.signed(claims);
      String name = java.util.UUID.randomUUID().toString();
      String report = Sample.nil(organ, ++year).toString();
      Integer id =
          bearer(token)
              .header("Idempotency-Key", name)
              .contentType(ContentType.JSON)
              .body(report)
              .post("/api/v1/reports")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      TestKeys.as(key.getValue())
          .header("Idempotency-Key", name)
          .contentType(ContentType.JSON)
          .body(report)
          .post("/api/v1/reports")
          .then()
          .header("Idempotency-Replayed", nullValue())
          .statusCode(409)
          .body("code", equalTo("report-exists"));
      bearer(token)
          .get("/api/v1/reports/{id}/revisions", id)
          .then()
          .body("items[0].author", equalTo("token:" + key.getKey()));
    }
  }

  @Test
  void anOfficeWorksInItsRegionOnly() {
    String district = city.district();
    String other = city.district();
    String token = Tokens.signed(Tokens.of("office", null, district));
    file(token, city.organ(district)).statusCode(201);
    file(token, city.organ(other)).statusCode(403);
    rollup(token, district).statusCode(200);
    rollup(token, other).statusCode(403);
  }

  @Test
  void aReaderReadsItsRegionOrEverythingAndWritesNothing() {
    String district = city.district();
    String organ = city.organ(district);
    String ofRegion = Tokens.signed(Tokens.of("reader", null, district));
    String ofAll = Tokens.signed(Tokens.of("reader", null, null));
    rollup(ofRegion, district).statusCode(200);
    rollup(ofRegion, city.district()).statusCode(403);
    rollup(ofAll, district).statusCode(200);
    file(ofAll, organ).statusCode(403);
  }

  @Test
  void whoeverMakesOrRevokesAKeyByTokenStaysKnown() {
    String token = Tokens.signed(Tokens.of("admin", null, null));
    String id =
        bearer(token)
            .contentType(ContentType.JSON)
            .body(Map.of("role", "reader"))
            .post("/api/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    bearer(token).delete("/api/v1/keys/{id}", id).then().statusCode(204);
    TestKeys.admin()
        .get("/api/v1/keys/{id}", id)
        .then()
        .body("state", equalTo("revoked"))
        .body("createdBy", equalTo("王敏 (token:u-1024)"))
        .body("revokedBy", equalTo("王敏 (token:u-1024)"));
  }

  @ParameterizedTest
  @CsvSource({
    "RS256,rsa",
    "RS384,rsa",
    "RS512,rsa",
    "PS256,rsa",
    "PS384,rsa",
    "PS512,rsa",
    "ES256,p256",
    "ES384,p384",
    "ES512,p521",
    "EdDSA,ed25519"
  })
  void everySignatureWithAPrivateKeyOfTheIssuerCounts(String algorithm, String name) {
    Key key =
        Tokens.all().stream()
            .filter(k -> k.getKeyId().equals(name))
            .findFirst()
            .orElseThrow()
            .getPrivateKey();
    caller(Tokens.signed(Tokens.of("admin", null, null), algorithm, name, key), 200);
  }

  static Stream<Arguments> wrongClaims() {
    return Stream.of(
        wrong("another issuer", c -> c.setIssuer("https://login.example.org")),
        wrong("no issuer", c -> c.unsetClaim("iss")),
        wrong("another audience", c -> c.setAudience("https://other.example.gov.cn")),
        wrong("no audience", c -> c.unsetClaim("aud")),
        wrong("expired", c -> c.setExpirationTime(at(-31))),
        wrong("no end", c -> c.unsetClaim("exp")),
        wrong("an end that is no number", c -> c.setClaim("exp", "tomorrow")),
        wrong("not valid yet", c -> c.setNotBefore(at(60))),
        wrong("no subject", c -> c.unsetClaim("sub")),
        wrong("blank subject", c -> c.setSubject(" ")),
        wrong("a subject of two lines", c -> c.setSubject("a\nb")),
        wrong("no role", c -> c.unsetClaim("gongkai_role")),
        wrong("unknown role", c -> c.setStringClaim("gongkai_role", "chief")),
        wrong("a role in capitals", c -> c.setStringClaim("gongkai_role", "ADMIN")),
        wrong("a role that is a number", c -> c.setClaim("gongkai_role", 3)),
        wrong("two roles", c -> c.setStringListClaim("gongkai_role", "admin", "reader")),
        wrong("organ without organ", c -> c.setStringClaim("gongkai_role", "organ")),
        wrong("office without region", c -> c.setStringClaim("gongkai_role", "office")),
        wrong("an administrator of a region", c -> c.setStringClaim("gongkai_region", "371002")),
        wrong("an administrator of an organ", c -> c.setStringClaim("gongkai_organ", "X")),
        wrong(
            "two regions",
            c -> {
              c.setStringClaim("gongkai_role", "reader");
              c.setStringListClaim("gongkai_region", "371002", "371003");
            }),
        wrong(
            "blank region",
            c -> {
              c.setStringClaim("gongkai_role", "reader");
              c.setStringClaim("gongkai_region", " ");
            }));
  }

  private static Arguments wrong(String name, Consumer<JwtClaims> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongClaims")
  void aTokenThatSaysSomethingElseIsRefused(String name, Consumer<JwtClaims> change) {
    JwtClaims claims = Tokens.of("admin", null, null);
    caller(Tokens.signed(claims), 200);
    change.accept(claims);
    refused(Tokens.signed(claims));
  }

  @Test
  void theIssuersClockMayDifferByHalfAMinute() {
    JwtClaims claims = Tokens.of("admin", null, null);
    claims.setExpirationTime(at(-20));
    claims.setNotBefore(at(-300));
    caller(Tokens.signed(claims), 200);
    claims.setExpirationTime(at(300));
    claims.setNotBefore(at(20));
    caller(Tokens.signed(claims), 200);
  }

  @Test
  void anEndBeyondTheCalendarIsNoFailure() {
    JwtClaims claims = Tokens.of("admin", null, null);
    claims.setExpirationTime(NumericDate.fromSeconds(Long.MAX_VALUE / 1000));
    caller(Tokens.signed(claims), 200);
  }

  @Test
  void listsOfOneAreTakenForTheirElement() {
    JwtClaims claims = Tokens.claims();
    claims.setStringListClaim("gongkai_role", "offline_access", "office", "uma");
    claims.setStringListClaim("gongkai_region", "371002");
    caller(Tokens.signed(claims), 200)
        .body("role", equalTo("office"))
        .body("region", equalTo("371002"));
  }

  @Test
  void aTokenWithoutSignatureIsRefused() {
    JwtClaims claims = Tokens.of("admin", null, null);
    refused(Tokens.signed(claims, "none", "rsa", null));
    refused(part("{\"alg\":\"NONE\"}") + "." + part(claims.toJson()) + ".");
    String token = Tokens.signed(claims);
    refused(token.substring(0, token.lastIndexOf('.') + 1));
  }

  @Test
  void thePublicKeyIsNoSecret() {
    byte[] encoded = Tokens.RSA.getPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
            + "\n-----END PUBLIC KEY-----\n";
    JwtClaims claims = Tokens.of("admin", null, null);
    for (byte[] secret : List.of(encoded, pem.getBytes(StandardCharsets.US_ASCII))) {
      refused(Tokens.signed(claims, "HS256", "rsa", new HmacKey(secret)));
    }
  }

  @Test
  void aSignatureOfSomebodyElseIsRefused() {
    JwtClaims claims = Tokens.of("admin", null, null);
    PublicJsonWebKey own = Tokens.rsa("rsa");
    refused(Tokens.signed(claims, own));
    refused(Tokens.signed(claims, "RS256", "of-nobody", Tokens.RSA.getPrivateKey()));
    refused(Tokens.signed(claims, "RS256", "p256", Tokens.RSA.getPrivateKey()));
    String token = Tokens.signed(Tokens.of("reader", null, null));
    String[] parts = token.split("\\.");
    refused(parts[0] + "." + part(claims.toJson()) + "." + parts[2]);
  }

  @Test
  void aTokenDoesNotBringItsOwnKey() {
    PublicJsonWebKey own = Tokens.rsa("own");
    String header =
        part("{\"alg\":\"RS256\",\"jwk\":" + own.toJson() + ",\"jku\":\"" + issuer + "\"}");
    String signed = Tokens.signed(Tokens.of("admin", null, null), own);
    refused(header + signed.substring(signed.indexOf('.')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "..", "eyJ.eyJ.", "e30.e30.e30", "a.b.c.d.e", "null", ""})
  void whatIsNoTokenIsRefused(String text) {
    refused(text);
  }

  @Test
  void aNewKeyOfTheIssuerIsTakenWithoutARestart() throws InterruptedException {
    caller(Tokens.signed(Tokens.of("admin", null, null)), 200);
    PublicJsonWebKey next = Tokens.rsa("next");
    String token = Tokens.signed(Tokens.of("admin", null, null), next);
    refused(token);
    List<PublicJsonWebKey> both = new ArrayList<>(Tokens.all());
    both.add(next);
    publish(both);
    Instant deadline = Instant.now().plusSeconds(20);
    int status = 401;
    while (status != 200 && Instant.now().isBefore(deadline)) {
      Thread.sleep(200);
      status = bearer(token).get("/api/v1/caller").statusCode();
    }
    assertThat(status).isEqualTo(200);
    caller(Tokens.signed(Tokens.of("admin", null, null)), 200);
  }

  @Test
  void inventedKeysDoNotMakeTheServiceAskTheIssuerEachTime() {
    caller(Tokens.signed(Tokens.of("admin", null, null)), 200);
    int before = asked();
    for (int i = 0; i < 50; i++) {
      refused(Tokens.signed(Tokens.claims(), "RS256", "k" + i, Tokens.RSA.getPrivateKey()));
    }
    assertThat(asked() - before).isLessThan(25);
  }

  @Test
  void keysWorkAsBefore() {
    String key = TestKeys.office("371002");
    caller(key, 200).body("kind", equalTo("key"));
    given()
        .header("X-API-Key", key)
        .header("Authorization", "Bearer " + Tokens.signed(Tokens.of("admin", null, null)))
        .get("/api/v1/caller")
        .then()
        .body("role", equalTo("office"));
    given()
        .header("X-API-Key", Tokens.signed(Tokens.of("admin", null, null)))
        .get("/api/v1/caller")
        .then()
        .statusCode(401);
  }

  private void publish(List<PublicJsonWebKey> keys) {
    given().body(Tokens.published(keys)).put(issuer).then().statusCode(200);
  }

  private int asked() {
    return Integer.parseInt(given().get(issuer.replace("/jwks", "/asked")).asString());
  }

  private static NumericDate at(int seconds) {
    return NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds);
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static ValidatableResponse caller(String token, int status) {
    return bearer(token).get("/api/v1/caller").then().statusCode(status);
  }

  /** In the very words of a request with no credentials at all. */
  private static void refused(String token) {
    String nothing = given().get("/api/v1/caller").asString();
    caller(token, 401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("ApiKey"))
        .header("WWW-Authenticate", containsString("Bearer"))
        .body(equalTo(nothing));
  }

  private static ValidatableResponse file(String token, String organ) {
    return bearer(token)
        .contentType(ContentType.JSON)
        .body(Sample.nil(organ, 2021).toString())
        .post("/api/v1/reports")
        .then();
  }

  private static ValidatableResponse rollup(String token, String region) {
    return bearer(token)
        .get("/api/v1/rollups/applications?region={region}&year=2021", region)
        .then();
  }
}
