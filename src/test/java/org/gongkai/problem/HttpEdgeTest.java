package org.gongkai.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HttpEdgeTest {

  private static final String ADMIN = "gk_admin_for_the_tests_only";
  private static final int TOO_LARGE = 9 * 1024 * 1024;

  @TestHTTPResource("/")
  URL service;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/problems/%00",
        "/problems/a?b=%00",
        "/problems/%zz",
        "/problems/%",
        "/problems/%e",
        "/problems?limit=%ff",
        "/problems/%E5%8C",
        "/problems/a|b",
        "/problems/区",
        "/api/v1/keys?region=%C0%80",
        "/q/health/%zz",
        "/q/metrics;x=1",
        "/api;x/v1/reports",
        "/api%3Bx/v1/reports",
        "/%61pi%3bx/v1/reports",
        "/api/v1;/reports",
        "/api/v1/keys;a=b",
        "/api%2Fv1/keys",
        "/api%5Cv1/keys",
        "/api\\v1/keys"
      })
  void anAddressThatCannotBeReadIsRefused(String address) {
    String answer = get(address, "");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    assertThat(answer).contains("\"code\":\"invalid-request\"").contains("X-Content-Type-Options");
  }

  /** Whoever types an address of the API into a browser reads a page, and programs do not. */
  @ParameterizedTest
  @CsvSource({
    "/api/v1/caller, 401",
    "/api/v1/nowhere, 404",
    "/api/v1/keys?region=%C0%80, 400",
    "/api/v1/forms/1999, 404"
  })
  void aBrowserReadsAProblemOfTheApiAsAPage(String address, int status) {
    String browser = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n";
    String key = status == 401 ? "" : "X-API-Key: " + ADMIN + "\r\n";
    assertThat(get(address, key + browser))
        .startsWith("HTTP/1.1 " + status + " ")
        .containsIgnoringCase("content-type: text/html;charset=utf-8")
        .contains("<h1>", "href=\"/problems/", "回到开始")
        .doesNotContain("application/problem+json", "<script");
    assertThat(get(address, key + browser + "Accept-Language: en\r\n"))
        .contains("Back to the start", "lang=\"en\"");
    assertThat(get(address, key + "Accept: text/html, */*;q=0.5\r\n"))
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("application/problem+json");
  }

  @Test
  void whatIsAskedForCannotBecomePartOfThePage() {
    String browser =
        "X-API-Key: " + ADMIN + "\r\nAccept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";
    assertThat(get("/api/v1/reports?%3Cscript%3Ealert(1)%3C%2Fscript%3E=%22%3E%3Cb%3E", browser))
        .startsWith("HTTP/1.1 400 ")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>", "<b>alert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//api/v1/caller", "/api//v1/caller", "/x/../api/v1/caller", "/%61pi/v1/caller"})
  void anAddressSpelledOtherwiseIsLimitedAsEver(String address) {
    String answer = get(address, "X-API-Key: " + ADMIN + "\r\n");
    assertThat(answer).doesNotContain(" 500 ");
    if (answer.startsWith("HTTP/1.1 200 ")) {
      assertThat(answer).containsIgnoringCase("cache-control: no-store").contains("X-API-Key");
    }
  }

  @Test
  void aSemicolonInAQueryIsNoneInAPath() {
    assertThat(get("/problems/nowhere?a=;", "")).doesNotContain("%3B");
  }

  @Test
  void aConnectionIsKeptWhoseBodyHasCome() {
    String head = "POST /api/v1/keys HTTP/1.1\r\nHost: x\r\nX-API-Key: " + ADMIN + "\r\n";
    String body =
        "Content-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"role\":\"admin\"}";
    String answers = RawHttp.exchange(service, head + body + head + "Connection: close\r\n" + body);
    assertThat(answers.split("HTTP/1.1 201 ", -1)).hasSize(3);
    assertThat(answers.substring(0, answers.lastIndexOf("HTTP/1.1 201 ")))
        .doesNotContainIgnoringCase("connection: close");
  }

  @Test
  void anAddressInChineseIsReadWhenItIsEncoded() {
    assertThat(get("/problems/%E5%8C%BA", "")).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {";;;", "*", "en;q=x", "xx", "zh-CN-!", "en;q=0"})
  void aStrangeLanguageIsAnsweredInChinese(String language) {
    String answer = get("/nowhere", "Accept-Language: " + language + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 404 ").contains("未找到");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "\u0000\u0001\u0002\r\n\r\n",
        "GET /problems HTTP/1.1\r\n: x\r\nConnection: close\r\n\r\n",
        "GET /problems HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET problems HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /problems HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\nConnection: close\r\n\r\n",
        "POST /problems HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n"
      })
  void whatIsNoHttpIsNoFailureOfOurs(String request) {
    String answer = RawHttp.exchange(service, request);
    assertThat(answer).matches("(?s)(HTTP/[19].[019] 4.*)?").doesNotContain("Exception");
  }

  @Test
  void headersThatAreTooLargeAreRefused() {
    assertThat(get("/problems", "X-Long: " + "x".repeat(20_000) + "\r\n"))
        .startsWith("HTTP/1.1 431 ")
        .contains("\"code\":\"headers-too-large\"");
    assertThat(get("/problems?x=" + "x".repeat(20_000), ""))
        .startsWith("HTTP/1.1 414 ")
        .contains("\"code\":\"uri-too-long\"");
  }

  @Test
  void headersBeyondAllMeasureAreRefusedByTheServer() {
    assertThat(get("/problems", "X-Long: " + "x".repeat(200_000) + "\r\n")).contains(" 431 ");
    assertThat(get("/problems?x=" + "x".repeat(200_000), "")).contains(" 414 ");
  }

  @Test
  void aBodyThatSaysThatItIsTooLargeIsRefusedUnread() {
    String answer =
        RawHttp.exchange(
            service, "POST /api/v1/keys HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"payload-too-large\"");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    given()
        .header("X-API-Key", ADMIN)
        .contentType("application/json")
        .body(new byte[TOO_LARGE])
        .post("/api/v1/keys")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("payload-too-large"));
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedOnceItIsTooLarge() throws Exception {
    byte[] blanks = " ".repeat(TOO_LARGE).getBytes(StandardCharsets.UTF_8);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(service + "api/v1/keys"))
              .header("X-API-Key", ADMIN)
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks)))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("\"code\":\"payload-too-large\"");
    }
  }

  @Test
  void aBodyThatDoesNotGoOnIsNotWaitedFor() {
    String head = "POST /api/v1/keys HTTP/1.1\r\nHost: x\r\nX-API-Key: " + ADMIN + "\r\n";
    String answer =
        RawHttp.exchange(
            service, head + "Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{");
    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\":\"request-timeout\"");
    assertThat(answer).containsIgnoringCase("connection: close");
  }

  @Test
  void aBodyOfNobodyIsNotWaitedFor() {
    String head = "POST /api/v1/keys HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    String answer = RawHttp.exchange(service, head + "Content-Length: 20\r\n\r\n{");
    assertThat(answer).startsWith("HTTP/1.1 401 ").contains("\"code\":\"unauthenticated\"");
  }

  @Test
  void aBodyThatIsExpectedToBeAskedForIs() {
    String head = "POST /api/v1/keys HTTP/1.1\r\nHost: x\r\nX-API-Key: " + ADMIN + "\r\n";
    String answer =
        RawHttp.exchange(
            service,
            head
                + "Content-Type: application/json\r\nContent-Length: 16\r\nConnection: close\r\n"
                + "Expect: 100-continue\r\n\r\n{\"role\":\"admin\"}");
    assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 ");
  }

  @Test
  void whoAsksForTheNextVersionGetsThisOne() {
    String head = "POST /api/v1/keys HTTP/1.1\r\nHost: x\r\nX-API-Key: " + ADMIN + "\r\n";
    String upgrade =
        "Connection: Upgrade, HTTP2-Settings\r\n"
            + "Upgrade: h2c\r\n"
            + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n";
    String body =
        "Content-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"role\":\"admin\"}";
    String last = "GET /api/v1/caller HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assertThat(RawHttp.exchange(service, head + upgrade + body + last))
        .startsWith("HTTP/1.1 201 ")
        .contains("HTTP/1.1 401 ");
  }

  @Test
  void aReadWithABodyIsAnswered() {
    String head = "GET /api/v1/caller HTTP/1.1\r\nHost: x\r\nX-API-Key: " + ADMIN + "\r\n";
    assertThat(RawHttp.exchange(service, head + "Connection: close\r\nContent-Length: 2\r\n\r\n{}"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aCompressedBodyIsRefused() {
    given()
        .header("X-API-Key", ADMIN)
        .header("Content-Encoding", "gzip")
        .contentType("application/json")
        .body(new byte[] {31, -117, 8, 0})
        .post("/api/v1/keys")
        .then()
        .statusCode(415)
        .header("Accept-Encoding", "identity")
        .body("code", equalTo("unsupported-media-type"));
  }

  private String get(String address, String headers) {
    return RawHttp.exchange(
        service,
        "GET " + address + " HTTP/1.1\r\nHost: x\r\n" + headers + "Connection: close\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "organs/import|code,name,region,kind|200",
        "regions/import|code,name,level,parent|200",
        "keys|{}|400"
      })
  void aBodyOfNoStatedTypeIsTakenForWhatIsWanted(String path, String body, int status)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(service + "api/v1/" + path))
              .header("X-API-Key", ADMIN)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
  }

  /** Some clients send headers of which nothing is set. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", ", ,"})
  void aHeaderThatSaysNothingIsNone(String nothing) {
    String key = "X-API-Key: " + ADMIN + "\r\n";
    for (String address :
        List.of(
            "/api/v1/rollups/applications?region=371002&year=2021",
            "/api/v1/forms/2021",
            "/api/v1/organs",
            "/problems")) {
      String answer = get(address, key + "Accept: " + nothing + "\r\n");
      assertThat(answer).as(address).startsWith("HTTP/1.1 200 ").contains("application/json");
    }
    String csv = "code,name,region,kind";
    for (String imported : List.of("organs", "regions")) {
      String answer =
          RawHttp.exchange(
              service,
              "POST /api/v1/"
                  + imported
                  + "/import HTTP/1.1\r\nHost: x\r\n"
                  + key
                  + "Content-Type: "
                  + nothing
                  + "\r\nContent-Length: "
                  + csv.length()
                  + "\r\nConnection: close\r\n\r\n"
                  + csv);
      assertThat(answer).as(imported).doesNotContain("internal-error", "unsupported-media-type");
    }
  }
}
