package org.gongkai.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.gongkai.access.Access;
import org.gongkai.access.AuditSubject;
import org.gongkai.platform.Digests;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;

/**
 * Executes a request once for each {@code Idempotency-Key} of a caller: a double click, or a
 * repetition after a lost answer, gets the first answer again. The answer is stored in the
 * transaction of the request; a refusal changed nothing, so nothing is stored.
 */
@Singleton
public class Idempotency {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final IdempotencyStore store;
  private final Leases leases;
  private final Access access;
  private final AuditSubject auditSubject;
  private final CurrentVertxRequest current;
  private final ObjectMapper mapper;

  Idempotency(
      IdempotencyStore store,
      Leases leases,
      Access access,
      AuditSubject auditSubject,
      CurrentVertxRequest current,
      ObjectMapper mapper) {
    this.store = store;
    this.leases = leases;
    this.access = access;
    this.auditSubject = auditSubject;
    this.current = current;
    this.mapper = mapper;
  }

  /**
   * Executes a POST, or repeats its answer.
   *
   * @throws ProblemException {@code request-in-flight} while the first still runs, {@code
   *     idempotency-key-reused} where the key was another request's
   */
  Object once(InvocationContext call, Callable<Object> work) throws Exception {
    HttpServerRequest request = current.getCurrent().request();
    String sent = request.getHeader(HEADER);
    if (sent == null) {
      return work.call();
    }
    RequestName name = RequestName.of(access.current().identity(), valid(sent));
    if (!store.hold(name)) {
      throw inFlight();
    }
    Fingerprint fingerprint = new Fingerprint(call, request);
    Optional<byte[]> known = store.fingerprintOf(name);
    if (known.isPresent()) {
      requireSame(known.get(), fingerprint.complete());
      return store.answerTo(name).toResponse();
    }
    Response answer = (Response) work.call();
    store.keep(name, fingerprint.complete(), KeptAnswer.of(answer, mapper), auditSubject.report());
    return answer;
  }

  /**
   * Forgets answers that were about some reports: they are encrypted and cannot be changed, and may
   * repeat words that are taken out of the reports. Such a request is carried out again where it is
   * repeated.
   */
  public void forget(long[] reports) {
    store.forget(reports);
  }

  private static String valid(String key) {
    if (!KEY.matcher(key).matches()) {
      throw ProblemException.invalid(
          Violation.at(
              "header:" + HEADER,
              "须为 1 至 255 个可见的 ASCII 字符。",
              "Must be 1 to 255 visible ASCII characters."));
    }
    return key;
  }

  /**
   * Begins a request whose parts can be repeated and whose answer is not stored: the same request
   * may come again after it, but not at the same time, and no other under its key.
   *
   * @param body SHA-256 of the body
   * @return the lease, to close when the request is done
   * @throws ProblemException {@code request-in-flight} while the first still runs, {@code
   *     idempotency-key-reused} where the key was another request's
   */
  public Lease begin(byte[] body) {
    HttpServerRequest request = current.getCurrent().request();
    String sent = request.getHeader(HEADER);
    if (sent == null) {
      return Lease.UNNAMED;
    }
    RequestName name = RequestName.of(access.current().identity(), valid(sent));
    MessageDigest digest = Digests.sha256();
    digest.update(head(request));
    byte[] fingerprint = digest.digest(body);
    return QuarkusTransaction.requiringNew().call(() -> begin(name, fingerprint));
  }

  private Lease begin(RequestName name, byte[] fingerprint) {
    if (!store.hold(name)) {
      throw inFlight();
    }
    Lease lease = leases.take(name).orElseThrow(Idempotency::inFlight);
    store
        .fingerprintOf(name)
        .ifPresentOrElse(
            known -> requireSame(known, fingerprint), () -> store.keep(name, fingerprint));
    return lease;
  }

  private static ProblemException inFlight() {
    return ProblemException.of(ProblemType.REQUEST_IN_FLIGHT).withHeader("Retry-After", "1");
  }

  private static byte[] head(HttpServerRequest request) {
    String head = request.method().name() + " " + request.uri() + "\n";
    return head.getBytes(StandardCharsets.UTF_8);
  }

  static void requireSame(byte[] known, byte[] fingerprint) {
    if (!Arrays.equals(known, fingerprint)) {
      throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
  }

  /** SHA-256 of method, address and body; a streamed body is digested while it is read. */
  private final class Fingerprint {

    private final MessageDigest digest = Digests.sha256();
    private InputStream rest = InputStream.nullInputStream();

    Fingerprint(InvocationContext call, HttpServerRequest request) throws IOException {
      digest.update(head(request));
      Annotation[][] annotations = call.getMethod().getParameterAnnotations();
      Object[] values = call.getParameters();
      for (int i = 0; i < values.length; i++) {
        if (isBody(annotations[i])) {
          values[i] = digested(values[i]);
        }
      }
      call.setParameters(values);
    }

    private Object digested(Object body) throws IOException {
      switch (body) {
        case null -> {}
        case byte[] bytes -> digest.update(bytes);
        case InputStream stream -> {
          rest = new Digested(stream, digest);
          return rest;
        }
        default -> digest.update(mapper.writeValueAsBytes(body));
      }
      return body;
    }

    byte[] complete() throws IOException {
      rest.transferTo(java.io.OutputStream.nullOutputStream());
      return digest.digest();
    }

    /** The body is the parameter without an annotation of JAX-RS. */
    private static boolean isBody(Annotation[] annotations) {
      return Arrays.stream(annotations)
          .noneMatch(a -> a.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
    }
  }

  /** A reader may close its body; the server closes it at the end anyway. */
  private static final class Digested extends DigestInputStream {

    Digested(InputStream stream, MessageDigest digest) {
      super(stream, digest);
    }

    @Override
    public void close() {
      // the rest still has to be digested
    }
  }
}
