package org.gongkai.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.gongkai.access.TestKeys;
import org.gongkai.contract.ReceivedAnswers;

/**
 * Questions of the administrator, for tests that ask thousands: REST Assured takes longer for each
 * than the service does.
 */
public final class Ask {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Ask() {}

  /** What was answered. */
  public record Answer(int status, HttpHeaders headers, byte[] body) {

    /** Null where it is not there. */
    public String header(String name) {
      return headers.firstValue(name).orElse(null);
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return Sample.json(text());
    }
  }

  /**
   * Asks, and has the answer held against the contract as all are.
   *
   * @param address with its parameters encoded
   * @param headers names and values in turn
   */
  public static Answer get(String address, String... headers) {
    URI uri = URI.create("http://localhost:" + RestAssured.port + address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).header("X-API-Key", TestKeys.ADMIN).header("Accept", "*/*");
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
      ReceivedAnswers.receive(
          "GET",
          uri.toString(),
          answer.status(),
          answer.header("Content-Type"),
          answer.header("Content-Encoding"),
          answer::text);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
