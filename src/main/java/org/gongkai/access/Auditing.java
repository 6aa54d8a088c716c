package org.gongkai.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells the audit of the request at hand. */
@Singleton
public class Auditing {

  private final AuditStore store;
  private final Access access;
  private final Attempt attempt;
  private final CurrentVertxRequest current;

  Auditing(AuditStore store, Access access, Attempt attempt, CurrentVertxRequest current) {
    this.store = store;
    this.access = access;
    this.attempt = attempt;
    this.current = current;
  }

  /** A write that is part of the transaction at hand. */
  void done(Method method, int status) {
    Optional<Caller> caller = Optional.of(access.current());
    store.add(List.of(entry(action(method), true, status, null, caller, about(attempt))));
  }

  /**
   * One of many writes that a single request asks for.
   *
   * @param problem code of the problem that it was refused with; null: it was done
   */
  public record Part(int status, String problem, String organ, String region, Long report) {}

  /** Some of the writes of a single request, in the transaction at hand. */
  public void parts(String action, List<Part> parts) {
    Optional<Caller> caller = Optional.of(access.current());
    store.add(
        parts.stream()
            .map(
                part ->
                    entry(
                        action,
                        part.problem() == null,
                        part.status(),
                        part.problem(),
                        caller,
                        new About(part.organ(), part.region(), part.report())))
            .toList());
  }

  /** What a refusal of the request at hand will be remembered as. */
  AuditEntry refusal(Method method, int status, String problem, Optional<Caller> caller) {
    return entry(action(method), false, status, problem, caller, about(attempt));
  }

  private record About(String organ, String region, Long report) {}

  private static About about(Attempt attempt) {
    return new About(attempt.organ(), attempt.region(), attempt.report());
  }

  private AuditEntry entry(
      String action, boolean done, int status, String problem, Optional<Caller> who, About about) {
    HttpServerRequest request = current.getCurrent().request();
    return new AuditEntry(
        action,
        done,
        status,
        problem,
        who,
        about.organ(),
        about.region(),
        about.report(),
        request.method().name(),
        request.path(),
        request.remoteAddress() == null ? null : request.remoteAddress().hostAddress());
  }

  private static String action(Method method) {
    Operation operation = method == null ? null : method.getAnnotation(Operation.class);
    return operation == null ? "unknown" : operation.operationId();
  }
}
