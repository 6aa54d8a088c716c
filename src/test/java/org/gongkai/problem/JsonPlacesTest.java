package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What no system can hold, and what says two things at once, is named with its place. */
@QuarkusTest
class JsonPlacesTest {

  private static final List<String> BODIES =
      List.of(
          "POST /api/v1/reports",
          "POST /api/v1/validations",
          "PUT /api/v1/organs/JSON-1",
          "PUT /api/v1/regions/999999",
          "POST /api/v1/keys",
          "POST /api/v1/webhooks");

  private static Response send(String request, String body) {
    String[] parts = request.split(" ");
    var sent = admin().contentType(ContentType.JSON).body(body.getBytes(StandardCharsets.UTF_8));
    return parts[0].equals("POST") ? sent.post(parts[1]) : sent.put(parts[1]);
  }

  private static void assertPlace(Response answer, String as, String pointer, String... words) {
    assertThat(answer.statusCode()).as(as + ": " + answer.asString()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("violations[0].pointer")).as(as).isEqualTo(pointer);
    assertThat(answer.jsonPath().getString("violations[0].message")).as(as).contains(words);
  }

  @Test
  void aKeyThatStandsTwiceIsNamed() {
    for (String request : BODIES) {
      String member =
          request.contains("webhooks")
              ? "url"
              : request.contains("keys")
                  ? "label"
                  : request.contains("reports") || request.contains("validations")
                      ? "organ"
                      : "name";
      Response answer = send(request, "{\"%1$s\":\"a\",\n\"%1$s\":\"b\"}".formatted(member));
      assertPlace(answer, request, "/" + member, "两次");
      assertThat(answer.jsonPath().getInt("line")).isEqualTo(2);
      assertThat(answer.jsonPath().getString("code")).isEqualTo("malformed-json");
    }
    assertPlace(
        send("POST /api/v1/reports", "{\"applications\":{\"received\":{\"total\":1,\"total\":2}}}"),
        "nested",
        "/applications/received/total",
        "两次");
  }

  @Test
  void aTextThatCannotBeStoredIsNamed() {
    for (String text : List.of("a\\u0000b", "\\ud800", "x\\udc00y", "\\udc00\\ud800")) {
      Map<String, String> members =
          Map.of(
              "PUT /api/v1/organs/JSON-1", "name",
              "PUT /api/v1/regions/999999", "name",
              "POST /api/v1/keys", "label",
              "POST /api/v1/webhooks", "url",
              "POST /api/v1/reports", "organ",
              "POST /api/v1/validations", "organ");
      members.forEach(
          (request, member) ->
              assertPlace(
                  send(request, "{\"" + member + "\":\"" + text + "\"}"),
                  request + " " + text,
                  "/" + member,
                  "U+0000"));
      assertPlace(
          send("POST /api/v1/reports", "{\"narrative\":{\"overview\":\"" + text + "\"}}"),
          text,
          "/narrative/overview",
          "代理");
      assertPlace(
          send("POST /api/v1/reports", "{\"narrative\":{\"" + text + "\":\"x\"}}"),
          text,
          "/narrative",
          "键");
    }
  }

  @Test
  void anUnknownKeyIsAnsweredWithTheOneThatWasMeantOrThoseThereAre() {
    assertPlace(send("POST /api/v1/keys", "{\"labell\":\"a\"}"), "near", "/labell", "“label”");
    assertPlace(send("POST /api/v1/keys", "{\"xyzzy\":1}"), "far", "/xyzzy", "label", "role");
  }
}
