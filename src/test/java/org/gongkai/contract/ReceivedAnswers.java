package org.gongkai.contract;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.gongkai.journey.Sample;

/**
 * Reads along with all tests: an answer that the contract does not name for its operation (status,
 * code of the problem, media type), or whose members or headers are not those that it lists, fails
 * the test that received it.
 *
 * <p>It is registered in {@code META-INF/services}. What was received is noted in a file, as a run
 * of tests has several class loaders and processes; {@link NeverReceived} tells the rest.
 */
public final class ReceivedAnswers
    implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

  static final Path NOTES = Path.of("target", "received-answers.txt");

  private static final SaidAnswers SAID = SaidAnswers.committed();

  /** Of a contract that is about to be written, the one that is given out. */
  private static final class Check {
    static final AnswerCheck CHECK =
        Boolean.getBoolean("openapi.write") ? AnswerCheck.served() : AnswerCheck.committed();
  }

  private static final Set<String> RECEIVED = ConcurrentHashMap.newKeySet();
  private static final Queue<String> UNSAID = new ConcurrentLinkedQueue<>();
  private static final Filter RECORDER = new Recorder();

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    if (!RestAssured.filters().contains(RECORDER)) {
      RestAssured.filters(RECORDER);
    }
  }

  @Override
  public void afterEach(QuarkusTestMethodContext context) {
    List<String> unsaid = List.copyOf(UNSAID);
    UNSAID.clear();
    List<String> otherwise = Check.CHECK.takeObjections();
    assertThat(unsaid).as("answers that the contract does not name").isEmpty();
    assertThat(otherwise).as("answers that are not as the contract says").isEmpty();
  }

  private static final class Recorder implements Filter {

    @Override
    public Response filter(
        FilterableRequestSpecification request,
        FilterableResponseSpecification specification,
        FilterContext context) {
      Response answer = context.next(request, specification);
      take(request.getMethod(), request.getURI(), Received.of(answer));
      return answer;
    }
  }

  /** Takes an answer that did not come by REST Assured, where those are read along with as well. */
  public static void receive(String method, String uri, Received answer) {
    if (RestAssured.filters().contains(RECORDER)) {
      take(method, uri, answer);
    }
  }

  private static void take(String method, String uri, Received answer) {
    String type = answer.type();
    if (type != null && type.startsWith("text/html") && !uri.contains("/api/")) {
      return; // the page, which browsers get at the same addresses: not of the contract
    }
    Check.CHECK.check(method, uri, answer);
    takeNote(method, uri, answer);
  }

  /** The same for one of thousands: what is in its body is not looked at. */
  public static void takeNote(String method, String uri, Received answer) {
    String path = uri.replaceFirst("^\\w+://[^/]*", "").replaceFirst("[?#].*", "");
    String encoding = answer.header("Content-Encoding");
    SAID.operation(method, path)
        .map(
            operation ->
                line(operation, method, answer.status(), answer.type(), encoding, answer.body()))
        .filter(RECEIVED::add)
        .ifPresent(line -> note(line, method + " " + uri));
  }

  static String line(
      String operation,
      String method,
      int status,
      String type,
      String encoding,
      Supplier<String> body) {
    String begin = operation + " " + status;
    return detail(method, type, encoding, body).map(detail -> begin + " " + detail).orElse(begin);
  }

  private static Optional<String> detail(
      String method, String type, String encoding, Supplier<String> body) {
    if (method.equals("HEAD") || type == null) {
      return Optional.empty();
    }
    String bare = SaidAnswers.withoutParameters(type);
    return bare.equals("application/problem+json")
        ? Optional.of(body)
            .filter(problem -> encoding == null)
            .map(problem -> Sample.json(problem.get()).path("code").asText())
        : Optional.of(bare);
  }

  private static void note(String line, String request) {
    if (!SAID.has(line)) {
      UNSAID.add(line + " (" + request + ")");
    }
    try {
      Files.writeString(NOTES, line + "\n", CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
