package org.gongkai.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.access.TestKeys;
import org.gongkai.contract.Received;
import org.gongkai.contract.ReceivedAnswers;

/**
 * Requests for what tests begin with, and for tests that ask thousands: REST Assured takes longer
 * for each than the service does.
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

    /** Throws where it is another than is wanted. */
    public Answer of(int wanted) {
      if (status != wanted) {
        throw new AssertionError(wanted + " was wanted, not " + status + ": " + text());
      }
      return this;
    }
  }

  /**
   * What is asked, by whomever.
   *
   * @param type of the body; null where there is none
   */
  public record Question(
      String method, String address, String type, byte[] body, List<String> headers) {

    public Question(String method, String address) {
      this(method, address, null, new byte[0], List.of());
    }

    /** With a body, which is written as JSON where it is no text. */
    public static Question json(String method, String address, Object body) {
      String text = body instanceof String written ? written : Sample.tree(body).toString();
      return new Question(
          method, address, "application/json", text.getBytes(StandardCharsets.UTF_8), List.of());
    }

    public Question with(String header, String value) {
      return new Question(method, address, type, body, List.of(header, value));
    }

    /**
     * Asks, and has the answer held against the contract as all are.
     *
     * @param key null: without one
     */
    public Answer by(String key) {
      BodyPublisher sent =
          body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
      HttpRequest.Builder request = request(address).method(method, sent);
      if (key != null) {
        request.header("X-API-Key", key);
      }
      if (type != null) {
        request.header("Content-Type", type);
      }
      for (int i = 0; i < headers.size(); i += 2) {
        request.header(headers.get(i), headers.get(i + 1));
      }
      Answer answer = send(request.build());
      ReceivedAnswers.receive(method, uri(address).toString(), received(answer));
      return answer;
    }

    public Answer byAdmin() {
      return by(TestKeys.ADMIN);
    }
  }

  /**
   * Asks as the administrator. Of the answer no more is held against the contract than its status
   * and type, as there are thousands.
   *
   * @param address with its parameters encoded
   * @param headers names and values in turn
   */
  public static Answer get(String address, String... headers) {
    HttpRequest.Builder request = request(address).header("X-API-Key", TestKeys.ADMIN);
    if (headers.length > 0) {
      request.headers(headers);
    }
    Answer answer = send(request.build());
    ReceivedAnswers.takeNote("GET", uri(address).toString(), received(answer));
    return answer;
  }

  private static URI uri(String address) {
    return URI.create(RestAssured.baseURI + ":" + RestAssured.port + address);
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(uri(address)).header("Accept", "*/*");
  }

  private static Received received(Answer answer) {
    return new Received(answer.status(), answer.headers(), answer::text);
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
