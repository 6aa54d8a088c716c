package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is sent, the answer says what is wrong with it, and what is refused leaves nothing. */
@QuarkusTest
@Timeout(300)
class FuzzTest {

  private static final int LARGEST_ANSWER = 1024 * 1024;

  @TestHTTPResource("/")
  URI service;

  @Inject DataSource database;

  private final City city = City.found();
  private String district;
  private String organ;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  @Test
  void aMemberOfAnotherTypeIsNamedOrKeptInADraft() {
    SoftAssertions softly = new SoftAssertions();
    ObjectNode sample = Sample.huancui(organ);
    sample.set("narrative", sample.objectNode().put("overview", "2021年。"));
    sample.putArray("nil").add("contests");
    sample.putObject("editions").put("contests", "2021");
    sample.put("scope", "organ");
    List<String> pointers = new ArrayList<>();
    collect(sample, "", pointers);
    assertThat(pointers).hasSizeGreaterThan(200);
    record Change(String pointer, String value) {}
    List<Change> changes = new ArrayList<>();
    for (String pointer : pointers) {
      for (String value : List.of("\"x\"", "7", "-1.5", "true", "[]", "[1]", "{}", "null")) {
        changes.add(new Change(pointer, value));
      }
    }
    List<HttpResponse<String>> answers =
        AtOnce.map(
            changes,
            change -> {
              ObjectNode changed = sample.deepCopy();
              replace(changed, change.pointer(), Sample.json(change.value()));
              return post("/api/v1/validations", changed.toString());
            });
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      HttpResponse<String> answer = answers.get(i);
      String what = change + ": " + answer.statusCode() + " " + answer.body();
      boolean named = false;
      if (answer.statusCode() == 400) {
        JsonNode problem = Sample.json(answer.body());
        for (JsonNode violation : problem.path("violations")) {
          named |= violation.get("pointer").textValue().startsWith(change.pointer());
        }
      }
      softly
          .assertThat(answer.statusCode() == 200 || named)
          .as(what.substring(0, Math.min(what.length(), 500)))
          .isTrue();
    }
    softly.assertAll();
  }

  private static void collect(JsonNode node, String pointer, List<String> pointers) {
    node.properties()
        .forEach(
            e -> {
              String child = pointer + "/" + e.getKey();
              pointers.add(child);
              collect(e.getValue(), child, pointers);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.add(pointer + "/" + i);
      collect(node.get(i), pointer + "/" + i, pointers);
    }
  }

  private static void replace(JsonNode root, String pointer, JsonNode value) {
    int last = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else {
      ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(name), value);
    }
  }

  @Test
  void oddCellsAreKeptInADraftAndShownAgain() {
    int year = 2008;
    for (String cell :
        List.of(
            "\"251000元\"",
            "\"12\"",
            "1.9",
            "-1",
            "-0.5",
            "true",
            "[1,[2]]",
            "{\"a\":{\"b\":null}}",
            "1e300",
            "1E+2",
            "-0",
            "-0.0",
            "9007199254740993e-1",
            "\"" + "很".repeat(20_000) + "\"",
            "\"'; DROP TABLE report; --\"",
            "\"<script>alert(1)</script>\"",
            "\"\\ud83d\\ude00\"",
            "\"\\u0001\\u001f\\u007f\\ufeff\\uffff\"")) {
      String body =
          "{\"organ\":\"%s\",\"year\":%d,\"contests\":{\"reconsideration\":{\"upheld\":%s}}}"
              .formatted(organ, year++, cell);
      HttpResponse<String> answer = post("/api/v1/reports?state=draft", body);
      if (cell.startsWith("9007199254740993")) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/contests/reconsideration/upheld");
        continue;
      }
      assertThat(answer.statusCode()).as(cell + answer.body()).isEqualTo(201);
      long id = Sample.json(answer.body()).get("id").longValue();
      JsonNode read = Sample.json(admin().get("/api/v1/reports/{id}", id).asString());
      JsonNode shown = read.at("/contests/reconsideration/upheld");
      JsonNode sent = Sample.json(cell);
      assertThat(shown.getNodeType()).as(cell).isEqualTo(sent.getNodeType());
      if (sent.isNumber()) {
        assertThat(shown.decimalValue()).as(cell).isEqualByComparingTo(sent.decimalValue());
      } else {
        assertThat(shown).as(cell).isEqualTo(sent);
      }
      assertThat(admin().get("/api/v1/reports/{id}/findings", id).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anAbominableBodyIsRefusedAndLeavesNothing() throws Exception {
    String long1M = "k".repeat(1_000_000);
    String good = "{\"organ\":\"%s\",\"year\":2021,\"nil\":[\"contests\"]}".formatted(organ);
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    put(bodies, "empty", "");
    put(bodies, "blank", "  \n");
    for (String root :
        List.of("null", "true", "1", "\"x\"", "[]", "[{}]", "{}", "nul", "NaN", "'x'")) {
      put(bodies, "root " + root, root);
    }
    put(bodies, "trailing garbage", good + "x");
    put(bodies, "two documents", good + good);
    put(bodies, "comment", "/* x */" + good);
    put(bodies, "trailing comma", good.replace("]}", "],}"));
    put(bodies, "unclosed", good.substring(0, good.length() - 1));
    put(bodies, "duplicate key", good.replace("{\"organ\"", "{\"year\":2020,\"organ\""));
    put(
        bodies,
        "duplicate cell",
        member("\"contests\":{\"reconsideration\":{\"other\":1,\"other\":1}}"));
    put(bodies, "duplicate escaped", good.replace("{\"organ\"", "{\"ye\\u0061r\":2021,\"organ\""));
    put(bodies, "deep arrays", member("\"contests\":" + "[".repeat(100_000) + "]".repeat(100_000)));
    put(
        bodies,
        "deep objects",
        member("\"contests\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)));
    put(bodies, "deep unclosed", "[".repeat(100_000));
    put(bodies, "escaped NUL", member("\"narrative\":{\"overview\":\"a\\u0000b\"}"));
    put(bodies, "escaped NUL in a key", member("\"a\\u0000b\":1"));
    put(bodies, "raw NUL", member("\"narrative\":{\"overview\":\"a\0b\"}"));
    put(bodies, "lone surrogate", member("\"narrative\":{\"overview\":\"\\ud800\"}"));
    put(bodies, "lone low surrogate", member("\"narrative\":{\"overview\":\"\\udc00x\"}"));
    put(
        bodies,
        "lone surrogate in a cell",
        member("\"contests\":{\"reconsideration\":{\"other\":\"\\ud800\"}}"));
    put(bodies, "lone surrogate in a key", member("\"\\ud800\":1"));
    put(bodies, "below a lone surrogate", member("\"\\ud800\":{\"a\\u0000\":[\"\\ud800\",1e400]}"));
    put(bodies, "1e400", cell("1e400"));
    put(bodies, "-1e400", cell("-1e400"));
    put(bodies, "1e-400", cell("1e-400"));
    put(bodies, "1e999999999", cell("1e999999999"));
    put(bodies, "1e-999999999", cell("1e-999999999"));
    put(bodies, "1e99999999999", cell("1e99999999999"));
    put(bodies, "thirty digits", cell("123456789012345678901234567890"));
    put(bodies, "many digits", cell("9".repeat(100_000)));
    put(bodies, "many decimals", cell("0." + "3".repeat(300)));
    put(bodies, "leading zero", cell("007"));
    put(bodies, "plus", cell("+7"));
    put(bodies, "hexadecimal", cell("0x7"));
    put(bodies, "infinite", cell("Infinity"));
    for (String year :
        List.of(
            "0",
            "-1",
            "99999",
            "4294969317",
            "2021.5",
            "2021.0",
            "2.021e3",
            "\"2021\"",
            "1e400",
            "null",
            "[2021]")) {
      put(bodies, "year " + year, "{\"organ\":\"" + organ + "\",\"year\":" + year + "}");
    }
    for (String code :
        List.of(
            "",
            " ",
            "x",
            "../../etc/passwd",
            "' OR 1=1 --",
            "A".repeat(33),
            "\\u0000",
            "A\\n",
            "Ａ",
            "113710020043609788'")) {
      put(bodies, "organ " + code, "{\"organ\":\"" + code + "\",\"year\":2021}");
    }
    put(
        bodies,
        "unknown organ",
        "{\"organ\":\"ZZZ-UNKNOWN\",\"year\":2021,\"nil\":[\"contests\"]}");
    put(
        bodies,
        "unknown keys",
        member("\"x\":1,\"__proto__\":{},\"constructor\":[],\"\":0,\"a/b~c\":1"));
    put(
        bodies,
        "unknown section",
        member("\"nil\":[\"other\"]").replace("\"nil\":[\"contests\"],", ""));
    put(bodies, "many unknown keys", "{" + repeat(100_000, i -> "\"k" + i + "\":1") + "}");
    put(bodies, "many bad numbers", member("\"x\":[" + repeat(250_000, i -> "1e400") + "]"));
    put(
        bodies,
        "long key above many values",
        "{\"" + long1M + "\":[" + repeat(400_000, i -> "0") + "]}");
    String longKeys = ("{\"" + "k".repeat(190) + "\":").repeat(60);
    put(
        bodies,
        "long keys above many values",
        longKeys + "[" + repeat(250_000, n -> "0") + "]" + "}".repeat(60));
    put(
        bodies,
        "long keys above many bad numbers",
        longKeys + "[" + repeat(200_000, n -> "1e400") + "]" + "}".repeat(60));
    put(
        bodies,
        "many keys above many values",
        "{\"" + long1M + "\":{" + repeat(80_000, i -> "\"k" + i + "\":0") + "}}");
    put(
        bodies,
        "many channels",
        member("\"publications\":{\"channels\":[" + repeat(600_000, i -> "1") + "]}"));
    put(
        bodies,
        "many nil sections",
        "{\"organ\":\""
            + organ
            + "\",\"year\":2021,\"nil\":["
            + repeat(200_000, i -> "\"x\"")
            + "]}");
    put(
        bodies,
        "long text",
        member("\"narrative\":{\"overview\":\"" + "字".repeat(100_001) + "\"}"));
    put(bodies, "3 MB", member("\"narrative\":{\"overview\":\"" + "x".repeat(3_000_000) + "\"}"));
    put(bodies, "10 MB", member("\"narrative\":{\"overview\":\"" + "x".repeat(10_000_000) + "\"}"));
    put(bodies, "10 MB of blanks", " ".repeat(10_000_000) + good);
    bodies.put(
        "invalid UTF-8",
        concat(
            good.substring(0, 20).getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xC3, 0x28}));
    bodies.put("overlong UTF-8", surrounded(new byte[] {(byte) 0xC0, (byte) 0x80}));
    bodies.put("raw surrogate", surrounded(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}));
    bodies.put(
        "beyond Unicode",
        surrounded(new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}));
    for (String charset : List.of("UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")) {
      bodies.put(charset, good.getBytes(Charset.forName(charset)));
    }
    long before = rows();
    SoftAssertions softly = new SoftAssertions();
    bodies.forEach(
        (what, body) -> {
          refused(
              softly, what, send("POST", "/api/v1/reports?state=draft", "application/json", body));
          refused(softly, what, send("POST", "/api/v1/reports", "application/json", body));
          String address = "/api/v1/organs/" + organ + "/reports/2021";
          refused(softly, what, send("PUT", address, "application/json", body));
          if (!what.equals("unknown organ")) {
            refused(softly, what, send("POST", "/api/v1/validations", "application/json", body));
          }
        });
    for (String type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "x",
            "application/json/x",
            "multipart/form-data")) {
      refused(
          softly,
          type,
          send("POST", "/api/v1/reports", type, good.getBytes(StandardCharsets.UTF_8)));
    }
    softly.assertThat(rows()).isEqualTo(before);
    softly.assertAll();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheReport() throws Exception {
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    String report = Sample.nil(organ, 2021).toString();
    byte[] body = concat(mark, report.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer = send("POST", "/api/v1/reports", "application/json", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode filed = Sample.json(answer.body());
    assertThat(filed.at("/receipt/digest").textValue()).isEqualTo(FilingTest.digest(report));
    assertThat(admin().get("/api/v1/reports/{id}", filed.get("id").longValue()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aStrangeParameterIsRefused() {
    SoftAssertions softly = new SoftAssertions();
    List<String> values =
        List.of(
            "",
            "%20",
            "%00",
            "%ED%A0%80",
            "%C0%80",
            "'",
            "1%27%20OR%201=1--",
            "..%2F..",
            "null",
            "-1",
            "0",
            "99999999999999999999",
            "2021.5",
            "1e3",
            "%EF%BC%92%EF%BC%90",
            "%F0%9F%98%80",
            "x".repeat(300),
            "%7B%22a%22:1%7D");
    for (String what : List.of("publications", "applications", "disclosure", "contests")) {
      String good = "/api/v1/rollups/" + what + "?";
      for (String value : values) {
        refused(softly, good + "region=" + value, get(good + "year=2021&region=" + value));
        for (String name : List.of("year", "by", "basis", "format")) {
          String year = name.equals("year") ? "" : "&year=2021";
          String address = good + "region=" + district + year + "&" + name + "=" + value;
          refused(softly, address, get(address));
        }
        String from = good + "region=" + district + "&to=2021&from=" + value;
        refused(softly, from, get(from));
      }
    }
    for (String value : values) {
      for (String name : List.of("year", "from", "to", "scope", "state")) {
        refused(softly, name + "=" + value, get("/api/v1/reports?" + name + "=" + value));
      }
      for (String name : List.of("organ", "region", "cursor", "limit")) {
        notFailed(softly, name + "=" + value, get("/api/v1/reports?" + name + "=" + value));
      }
      notFailed(softly, value, get("/api/v1/organs/" + value + "/reports/2021"));
      notFailed(softly, value, get("/api/v1/organs/" + organ + "/reports/" + value));
      notFailed(softly, value, get("/api/v1/reports/" + value));
      notFailed(softly, value, get("/api/v1/rollups/" + value));
      byte[] body = Sample.nil(organ, 2021).toString().getBytes(StandardCharsets.UTF_8);
      String put = "/api/v1/organs/" + value + "/reports/2021";
      refused(softly, put, send("PUT", put, "application/json", body));
      String state = "/api/v1/reports?state=" + value;
      refused(softly, state, send("POST", state, "application/json", body));
    }
    softly.assertAll();
  }

  private interface Item {
    String at(int index);
  }

  private static String repeat(int times, Item item) {
    StringBuilder text = new StringBuilder(item.at(0));
    for (int i = 1; i < times; i++) {
      text.append(',').append(item.at(i));
    }
    return text.toString();
  }

  private String member(String member) {
    return "{\"organ\":\"%s\",\"year\":2021,\"nil\":[\"contests\"],%s}".formatted(organ, member);
  }

  private String cell(String number) {
    return member("\"disclosure\":{\"fees\":{\"amount\":" + number + "}}");
  }

  private byte[] surrounded(byte[] bytes) {
    String[] parts = member("\"narrative\":{\"overview\":\"|\"}").split("\\|");
    return concat(
        parts[0].getBytes(StandardCharsets.UTF_8),
        concat(bytes, parts[1].getBytes(StandardCharsets.UTF_8)));
  }

  private static void put(Map<String, byte[]> bodies, String what, String body) {
    bodies.put(what, body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static void notFailed(SoftAssertions softly, String what, HttpResponse<String> answer) {
    softly.assertThat(answer.statusCode()).as(what).isLessThan(500);
    if (answer.statusCode() >= 400) {
      refused(softly, what, answer);
    }
  }

  private static void refused(SoftAssertions softly, String what, HttpResponse<String> answer) {
    String name = what.substring(0, Math.min(what.length(), 200));
    softly.assertThat(answer.statusCode()).as(name).isBetween(400, 499);
    softly
        .assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as(name)
        .startsWith("application/problem+json");
    softly.assertThat(answer.body().length()).as(name).isLessThan(2 * LARGEST_ANSWER);
    softly
        .assertThat(answer.body())
        .as(name)
        .contains("\"code\":\"")
        .contains("\"detail\":\"")
        .doesNotContain("Exception")
        .doesNotContain("org.gongkai")
        .doesNotContain("com.fasterxml");
    if (answer.body().contains("\"code\":\"invalid-request\"")) {
      softly
          .assertThat(
              answer.body().contains("\"pointer\":") || answer.body().contains("\"detail\":\"地址"))
          .as(name + answer.body().substring(0, Math.min(answer.body().length(), 300)))
          .isTrue();
    }
  }

  private HttpResponse<String> post(String address, String body) {
    return send("POST", address, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String address) {
    return send("GET", address, null, new byte[0]);
  }

  private HttpResponse<String> send(String method, String address, String type, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(address))
            .timeout(Duration.ofSeconds(10))
            .header("X-API-Key", TestKeys.ADMIN)
            .header("Accept-Language", "zh")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(method + " " + address, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private long rows() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                """
                SELECT (SELECT count(*) FROM report) + (SELECT count(*) FROM revision)
                  + (SELECT count(*) FROM receipt) + (SELECT count(*) FROM figure)
                  + (SELECT count(*) FROM publication)
                """)) {
      result.next();
      return result.getLong(1);
    }
  }
}
