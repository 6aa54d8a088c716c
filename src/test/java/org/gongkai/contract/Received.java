package org.gongkai.contract;

import io.restassured.response.Response;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An answer, by whatever it was received.
 *
 * @param body as text; asked for only where it is one
 */
public record Received(int status, HttpHeaders headers, Supplier<String> body) {

  static Received of(Response answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer
        .headers()
        .forEach(
            header ->
                headers
                    .computeIfAbsent(header.getName(), name -> new ArrayList<>())
                    .add(header.getValue()));
    return new Received(
        answer.statusCode(), HttpHeaders.of(headers, (name, value) -> true), answer::asString);
  }

  /** Null where it is not there. */
  String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  /** The media type as it was sent; null where there is none. */
  String type() {
    return header("Content-Type");
  }
}
