package org.gongkai.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Problems of requests that reach no resource: an address that is none, a body that is too large, a
 * refusal or a failure of the server itself. They are answered like all others.
 */
@Singleton
public class HttpEdge {

  /** Before every route but those that only look on. */
  private static final int FIRST = -1_000_000;

  // The server itself takes more of both (quarkus.http.limits), for it refuses without a word.
  private static final int LONGEST_ADDRESS = 8 * 1024;
  private static final int LARGEST_HEADERS = 16 * 1024;

  /**
   * How long a body is still read that was answered before it had come, so that the answer is not
   * lost in a reset.
   */
  private static final long LINGER_MILLIS = 2_000;

  /** What of media types there is. */
  private static final List<CharSequence> LISTS =
      List.of(HttpHeaderNames.ACCEPT, HttpHeaderNames.CONTENT_TYPE);

  private static final String RECEIVED = HttpEdge.class.getName() + ".received";

  private final ThrownProblems thrown;
  private final RefusalLimit refusals;
  private final ProblemCounter counter;
  private final ObjectMapper mapper;
  private final BodyLimits limits;

  HttpEdge(
      ThrownProblems thrown,
      RefusalLimit refusals,
      ProblemCounter counter,
      ObjectMapper mapper,
      BodyLimits limits) {
    this.counter = counter;
    this.thrown = thrown;
    this.refusals = refusals;
    this.mapper = mapper;
    this.limits = limits;
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::admit).failureHandler(this::answerFailure);
  }

  /** Notes that the body has come as a whole: its connection can be kept. */
  public static void received(RoutingContext routing) {
    routing.put(RECEIVED, true);
  }

  private void admit(RoutingContext request) {
    dropWhatSaysNothing(request.request().headers());
    request.addHeadersEndHandler(end -> closeWhereUnread(request));
    Optional<ProblemException> objection = objection(request.request());
    if (objection.isPresent()) {
      answer(request, objection.get());
    } else {
      request.next();
    }
  }

  /** Such a header is as good as none, but those who read it take it for one and fail. */
  private static void dropWhatSaysNothing(MultiMap headers) {
    for (CharSequence name : LISTS) {
      List<String> said = headers.getAll(name);
      if (!said.isEmpty() && said.stream().allMatch(HttpEdge::isEmptyList)) {
        headers.remove(name);
      }
    }
  }

  private static boolean isEmptyList(String value) {
    return value.chars().allMatch(sign -> sign == ',' || sign == ' ' || sign == '\t');
  }

  private Optional<ProblemException> objection(HttpServerRequest request) {
    if (request.uri().length() > LONGEST_ADDRESS) {
      return Optional.of(ProblemException.of(ProblemType.URI_TOO_LONG));
    }
    if (sizeOf(request.headers()) > LARGEST_HEADERS) {
      return Optional.of(ProblemException.of(ProblemType.HEADERS_TOO_LARGE));
    }
    Optional<Text> address = new Address(request.uri()).objection();
    if (address.isPresent()) {
      return address.map(why -> ProblemException.of(ProblemType.INVALID_REQUEST, why));
    }
    String coding = request.getHeader(HttpHeaderNames.CONTENT_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      return Optional.of(
          ProblemException.of(
                  ProblemType.UNSUPPORTED_MEDIA_TYPE,
                  "请求体不得压缩：不接受这种 Content-Encoding，请不经压缩发送。",
                  "Bodies are not decompressed: this Content-Encoding is not taken; send the body"
                      + " as it is.")
              .withHeader("Accept-Encoding", "identity"));
    }
    Optional<ProblemException> charset = BodyCharset.objection(request);
    if (charset.isPresent()) {
      return charset;
    }
    String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
    return Optional.ofNullable(length)
        .filter(l -> isTooLong(l, limits.of(request.getHeader(HttpHeaderNames.CONTENT_TYPE))))
        .map(l -> ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE));
  }

  private static int sizeOf(MultiMap headers) {
    return headers.entries().stream()
        .mapToInt(header -> header.getKey().length() + header.getValue().length())
        .sum();
  }

  private static boolean isTooLong(String length, long most) {
    // Longer than this is no number of bytes that anybody could send.
    return length.length() > 18 || Long.parseLong(length) > most;
  }

  private void answerFailure(RoutingContext request) {
    HttpServerResponse response = request.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      ConnectionAbort.of(request.request());
      return;
    }
    ProblemException problem =
        refusals.count(
            thrown.problemOf(request.failure(), request.statusCode()), request.request());
    if (problem.type() == ProblemType.TOO_MANY_REQUESTS) {
      closeAfterwards(request);
    }
    answer(request, problem);
  }

  /**
   * Whoever is told to wait may have sent a hundred requests behind this one, each of which would
   * have to be refused in turn. A body that is still coming is let go by first.
   */
  private static void closeAfterwards(RoutingContext routing) {
    routing.response().putHeader(HttpHeaderNames.CONNECTION, "close");
    if (!sendsOn(routing)) {
      EndOfAnswer.then(routing, () -> routing.request().connection().close());
    }
  }

  private void answer(RoutingContext request, ProblemException problem) {
    HttpServerResponse response = request.response();
    counter.count(problem);
    Language language = Language.of(request.request().getHeader(HttpHeaderNames.ACCEPT_LANGUAGE));
    String instance = Optional.ofNullable(request.request().path()).orElse("");
    boolean asPage = ProblemPage.isWanted(request.request());
    response
        .setStatusCode(problem.type().status())
        .putHeader(
            HttpHeaderNames.CONTENT_TYPE,
            asPage ? ProblemPage.MEDIA_TYPE : ProblemResponse.MEDIA_TYPE)
        .putHeader(HttpHeaderNames.CONTENT_LANGUAGE, language.tag())
        .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store");
    problem.headers().forEach(response::putHeader);
    request.request().resume();
    ProblemView view = ProblemResponse.view(problem, language, instance);
    response.end(asPage ? Buffer.buffer(ProblemPage.of(view, language)) : json(view));
  }

  private Buffer json(ProblemView view) {
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(view));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client that has its answer has no reason to go on; the connection is closed. */
  private static void closeWhereUnread(RoutingContext routing) {
    if (!sendsOn(routing)) {
      return;
    }
    HttpServerRequest request = routing.request();
    routing.response().putHeader(HttpHeaderNames.CONNECTION, "close");
    EndOfAnswer.then(
        routing,
        () -> routing.vertx().setTimer(LINGER_MILLIS, timer -> request.connection().close()));
  }

  /** Whether it has a body that has not come. */
  private static boolean sendsOn(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    boolean sends =
        request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
            || !"0".equals(request.headers().get(HttpHeaderNames.CONTENT_LENGTH))
                && request.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
    // The request itself says that it goes on for as long as it is paused.
    return sends && !request.isEnded() && routing.get(RECEIVED) == null;
  }
}
