package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;

/** Compressed answers: whom they are for, and that their tags are their own. */
@QuarkusTest
class CompressionTest {

  @TestHTTPResource("/")
  URI service;

  private final City city = City.found();

  /** The client decompresses nothing by itself. */
  private HttpResponse<byte[]> send(String method, String address, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(address))
            .header("X-API-Key", TestKeys.ADMIN)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private HttpResponse<byte[]> get(String address, String... headers)
      throws IOException, InterruptedException {
    return send("GET", address, null, headers);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  private static byte[] inflated(byte[] body) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }

  @Test
  void theSameBytesUnderATagOfTheirOwn() throws Exception {
    String district = city.district();
    Api.filed(Sample.huancui(city.organ(district)));
    for (String format : List.of("json", "csv", "jsonstat", "csvw")) {
      String address =
          "/api/v1/rollups/applications?region=" + district + "&year=2021&format=" + format;
      HttpResponse<byte[]> plain = get(address);
      HttpResponse<byte[]> zipped = get(address, "Accept-Encoding", "gzip, deflate, br");
      assertThat(header(plain, "Content-Encoding")).as(format).isNull();
      assertThat(header(zipped, "Content-Encoding")).as(format).isEqualTo("gzip");
      assertThat(inflated(zipped.body())).isEqualTo(plain.body());
      assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
      String tag = header(plain, "ETag");
      String own = header(zipped, "ETag");
      assertThat(own).isEqualTo(tag.substring(0, tag.length() - 1) + "--gzip\"");
      for (HttpResponse<?> answer : List.of(plain, zipped)) {
        assertThat(answer.headers().allValues("Vary").toString()).contains("ccept-");
        assertThat(answer.headers().allValues("Vary").toString().toLowerCase(Locale.ROOT))
            .contains("accept-encoding");
      }
      HttpResponse<byte[]> again =
          get(address, "Accept-Encoding", "gzip", "If-None-Match", "\"x\", " + own);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(header(again, "ETag")).isEqualTo(own);
      assertThat(again.body()).isEmpty();
      HttpResponse<byte[]> plainAgain = get(address, "If-None-Match", tag);
      assertThat(plainAgain.statusCode()).isEqualTo(304);
      assertThat(header(plainAgain, "ETag")).isEqualTo(tag);
    }
  }

  @Test
  void whoTakesNoGzipGetsNone() throws Exception {
    String address = "/api/v1/rollups/contests?region=" + city.district() + "&year=2021";
    String tag = header(get(address), "ETag");
    for (String accepted : List.of("gzip;q=0", "identity", "br", "deflate", "*;q=0")) {
      HttpResponse<byte[]> answer = get(address, "Accept-Encoding", accepted);
      assertThat(header(answer, "Content-Encoding")).as(accepted).isNull();
      assertThat(header(answer, "ETag")).as(accepted).isEqualTo(tag);
    }
    HttpResponse<byte[]> any = get(address, "Accept-Encoding", "*");
    assertThat(header(any, "ETag").endsWith("--gzip\""))
        .isEqualTo("gzip".equals(header(any, "Content-Encoding")));
  }

  @Test
  void aWorkbookIsNotCompressedAgain() throws Exception {
    String address =
        "/api/v1/rollups/contests?region=" + city.district() + "&year=2021&format=xlsx";
    HttpResponse<byte[]> book = get(address, "Accept-Encoding", "gzip");
    assertThat(header(book, "Content-Encoding")).isNull();
    assertThat(new String(book.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
  }

  @Test
  void theContractIsCompressedToo() throws Exception {
    HttpResponse<byte[]> contract = get("/q/openapi", "Accept-Encoding", "gzip");
    assertThat(header(contract, "Content-Encoding")).isEqualTo("gzip");
    assertThat(new String(inflated(contract.body()), StandardCharsets.UTF_8)).startsWith("---");
  }

  @Test
  void aCorrectionMayNameTheCompressedAnswer() throws Exception {
    String organ = city.organ(city.district());
    long id = Api.filed(Sample.nil(organ, 2022));
    String address = "/api/v1/reports/" + id;
    String tag = header(get(address, "Accept-Encoding", "gzip"), "ETag");
    assertThat(tag).endsWith("--gzip\"");
    String corrected = Sample.with(Sample.nil(organ, 2022), "/narrative/overview", "更正").toString();
    String[] json = {"Content-Type", "application/json", "If-Match", tag};
    HttpResponse<byte[]> answer = send("PUT", address, corrected, json);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isIn(200, 201);
  }
}
