package org.gongkai.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Sends what no client library would send, and reads until the server closes. */
final class RawHttp {

  private RawHttp() {}

  /** The whole answer to one request, which has to say {@code Connection: close}. */
  static String exchange(URL service, String request) {
    return exchange(service, request.getBytes(StandardCharsets.UTF_8));
  }

  static String exchange(URL service, byte[] request) {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
