package org.gongkai.access;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Refuses a body that the operation would not read. The framework drops it without a word: whoever
 * gives a reason for a publication would think that it is kept.
 *
 * <p>An empty JSON object passes: it says nothing that could be lost, and many a client cannot send
 * a {@code POST} without one.
 */
class BodyFilter {

  private static final Pattern NOTHING = Pattern.compile("\\s*(\\{\\s*})?\\s*");

  /** White space included; more of it is a body. */
  private static final int LONGEST_NOTHING = 64;

  @ServerRequestFilter
  void requireReader(ResteasyReactiveContainerRequestContext container) throws IOException {
    ResteasyReactiveRequestContext request =
        (ResteasyReactiveRequestContext) container.getServerRequestContext();
    ReceivedRequest received =
        ReceivedRequest.of(request.unwrap(RoutingContext.class)).orElseThrow();
    if (saysSomething(received) && !isRead(request)) {
      throw ProblemException.invalid(
          Violation.at(
              "",
              "此操作不接受请求体；所发内容不会被采用，请去掉请求体再发。",
              "This operation takes no body, so what it says would be lost; send the request"
                  + " without one."));
    }
  }

  private static boolean saysSomething(ReceivedRequest received) throws IOException {
    if (received.isUnread()) {
      return true;
    }
    InputStream body = received.body().orElse(null);
    if (body == null) {
      return false;
    }
    byte[] head = body.readNBytes(LONGEST_NOTHING + 1);
    return head.length > LONGEST_NOTHING
        || !NOTHING.matcher(new String(head, StandardCharsets.UTF_8)).matches();
  }

  /** The framework reads a body only where a parameter of the operation wants it. */
  private static boolean isRead(ResteasyReactiveRequestContext request) {
    return Arrays.stream(request.getTarget().getHandlerChain())
        .anyMatch(RequestDeserializeHandler.class::isInstance);
  }
}
