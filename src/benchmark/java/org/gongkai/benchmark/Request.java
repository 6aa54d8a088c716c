package org.gongkai.benchmark;

import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire, made once and sent often.
 *
 * @param head request line and headers
 * @param body empty: none
 */
record Request(byte[] head, byte[] body) {

  private static final byte[] NOTHING = {};

  static Request get(String path) {
    return get(path, null);
  }

  /** Asks whether what carries the tag is still so. */
  static Request get(String path, String tag) {
    String condition = tag == null ? "" : "If-None-Match: " + tag + "\r\n";
    return new Request(
        bytes("GET " + path + " HTTP/1.1\r\n" + COMMON + condition + "\r\n"), NOTHING);
  }

  static Request send(String method, String path, String type, byte[] body) {
    String head =
        "%s %s HTTP/1.1\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, COMMON, type, body.length);
    return new Request(bytes(head), body);
  }

  /** The head of a request whose body follows in chunks. */
  static byte[] streamed(String path, String type) {
    return bytes(
        "POST %s HTTP/1.1\r\n%sContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
            .formatted(path, COMMON, type));
  }

  private static final String COMMON =
      "Host: 127.0.0.1\r\nX-API-Key: " + Service.KEY + "\r\nAccept: */*\r\n";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
