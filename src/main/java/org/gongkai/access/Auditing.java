package org.gongkai.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
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
    store.add(
        entry(action(method), true, status, null, Optional.of(access.current()), about(attempt)));
  }

  /** One of many writes of a single request, in the transaction at hand. */
  public void done(String action, int status, String organ, String region, long report) {
    store.add(
        entry(
            action,
            true,
            status,
            null,
            Optional.of(access.current()),
            new About(organ, region, report)));
  }

  /** One of many writes of a single request that was refused, in a transaction of its own. */
  public void refused(String action, int status, String problem, String organ) {
    AuditEntry entry =
        entry(
            action,
            false,
            status,
            problem,
            Optional.of(access.current()),
            new About(organ, null, null));
    QuarkusTransaction.requiringNew().run(() -> store.add(entry));
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
