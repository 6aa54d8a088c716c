package org.gongkai.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gongkai.access.Access;
import org.gongkai.access.AuditSubject;
import org.gongkai.platform.Digests;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

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
    Optional<NamedRequest> named = named(call);
    if (named.isEmpty()) {
      return work.call();
    }
    if (!store.hold(named.get().name())) {
      throw inFlight();
    }
    Optional<Response> known = repeated(named.get());
    if (known.isPresent()) {
      return known.get();
    }
    Response answer = (Response) work.call();
    store.keep(List.of(kept(named.get(), answer, auditSubject.report())));
    return answer;
  }

  /**
   * What is to be kept of a request.
   *
   * @param report that it was about, or null
   */
  IdempotencyStore.Kept kept(NamedRequest request, Response answer, @Nullable Long report) {
    return new IdempotencyStore.Kept(
        request.name(),
        request.fingerprint().complete(),
        StoredResponse.of(answer, mapper),
        report);
  }

  /** The request at hand, where it has a key. */
  Optional<NamedRequest> named(InvocationContext call) throws IOException {
    HttpServerRequest request = current.getCurrent().request();
    String sent = request.getHeader(HEADER);
    if (sent == null) {
      return Optional.empty();
    }
    RequestName name = RequestName.of(access.current().identity(), valid(sent));
    return Optional.of(new NamedRequest(name, new Fingerprint(call, request, mapper)));
  }

  /**
   * The answer to an earlier request of that name, if there is one.
   *
   * @throws ProblemException {@code idempotency-key-reused} where that was another request
   */
  Optional<Response> repeated(NamedRequest request) {
    return store.find(List.of(request.name())).getFirst().map(known -> known.repeated(request));
  }

  /**
   * Holds the names of requests that share the transaction at hand, and says of each, in their
   * order, what it is answered where it is not to be carried out; it throws a refusal.
   */
  List<Optional<Supplier<Response>>> hold(List<NamedRequest> requests) {
    List<RequestName> names = requests.stream().map(NamedRequest::name).toList();
    List<Boolean> held = store.hold(names);
    List<Optional<IdempotencyStore.Known>> known = store.find(names);
    List<Optional<Supplier<Response>>> answers = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      NamedRequest request = requests.get(i);
      answers.add(
          held.get(i)
              ? known.get(i).map(earlier -> () -> earlier.repeated(request))
              : Optional.of(Idempotency::refused));
    }
    return answers;
  }

  private static Response refused() {
    throw inFlight();
  }

  /** Keeps the answers of requests that share the transaction at hand. */
  void keep(List<IdempotencyStore.Kept> some) {
    store.keep(some);
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
    digest.update(Fingerprint.head(request));
    byte[] fingerprint = digest.digest(body);
    return QuarkusTransaction.requiringNew().call(() -> begin(name, fingerprint));
  }

  private Lease begin(RequestName name, byte[] fingerprint) {
    if (!store.hold(name)) {
      throw inFlight();
    }
    Lease lease = leases.take(name).orElseThrow(Idempotency::inFlight);
    store
        .find(List.of(name))
        .getFirst()
        .ifPresentOrElse(
            known -> requireSame(known.fingerprint(), fingerprint),
            () -> store.keep(name, fingerprint));
    return lease;
  }

  private static ProblemException inFlight() {
    return ProblemException.of(ProblemType.REQUEST_IN_FLIGHT).withHeader("Retry-After", "1");
  }

  static void requireSame(byte[] known, byte[] fingerprint) {
    if (!Arrays.equals(known, fingerprint)) {
      throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
  }
}
