package org.gongkai.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends an answer that has begun and cannot be finished, so that its part does not look like the
 * whole. The close of connection and channel waits until what is written has left, which it never
 * does where nobody reads: this one does not wait.
 */
public final class ConnectionAbort {

  private ConnectionAbort() {}

  /** Only on the event loop of the connection. */
  public static void of(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else if (request.connection() instanceof ConnectionBase connection) {
      var unused = connection.channelHandlerContext().close();
    }
  }
}
