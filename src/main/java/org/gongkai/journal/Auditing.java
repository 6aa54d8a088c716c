package org.gongkai.journal;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongkai.access.Access;
import org.gongkai.access.AuditSubject;
import org.gongkai.access.AuditedPart;
import org.gongkai.access.Caller;
import org.jspecify.annotations.Nullable;

/** Writes the request at hand into the audit log. */
@Singleton
public class Auditing {

  private final AuditStore store;
  private final Access access;
  private final AuditSubject auditSubject;
  private final CurrentVertxRequest current;

  Auditing(
      AuditStore store, Access access, AuditSubject auditSubject, CurrentVertxRequest current) {
    this.store = store;
    this.access = access;
    this.auditSubject = auditSubject;
    this.current = current;
  }

  /** Notes a write by a resource's method, in the transaction at hand. */
  void done(Method method, int status) {
    if (auditSubject.parts().isEmpty()) {
      done(action(method), status);
      return;
    }
    List<Part> done = new ArrayList<>();
    RefusedLines refused = new RefusedLines();
    for (AuditedPart part : auditSubject.parts()) {
      if (part.problem() == null) {
        done.add(new Part(part.status(), part.organ(), part.region(), part.report()));
      } else {
        refused.add(part.line(), part.status(), part.problem(), part.organ(), part.region());
      }
    }
    done(action(method), done);
    refused(action(method), refused);
  }

  /**
   * Notes a write that is no transaction of a resource's method, in the transaction at hand.
   *
   * @param action id of the operation in the contract
   * @param status HTTP status of the answer
   */
  public void done(String action, int status) {
    Optional<Caller> caller = Optional.of(access.current());
    store.add(List.of(entry(action, true, status, null, caller, about(auditSubject))));
  }

  /**
   * One of many writes of a single request.
   *
   * @param status the HTTP status that it would have alone
   * @param organ code of the organ
   * @param region code of the organ's region
   * @param report id of the report
   */
  public record Part(
      int status, @Nullable String organ, @Nullable String region, @Nullable Long report) {}

  /** Notes writes of a single request in the transaction at hand, one entry per region. */
  public void done(String action, List<Part> parts) {
    Optional<Caller> caller = Optional.of(access.current());
    Map<String, List<Part>> byRegion = new TreeMap<>();
    parts.forEach(
        part -> byRegion.computeIfAbsent(part.region(), r -> new ArrayList<>()).add(part));
    List<AuditEntry> entries = new ArrayList<>();
    byRegion.forEach((region, some) -> entries.add(done(action, caller, region, some)));
    store.add(entries);
  }

  private AuditEntry done(String action, Optional<Caller> caller, String region, List<Part> parts) {
    Part first = parts.getFirst();
    boolean one = parts.size() == 1;
    int status = parts.stream().mapToInt(Part::status).min().orElseThrow();
    About about =
        new About(one ? first.organ() : null, region, one ? first.report() : null, lines(parts));
    return entry(action, true, status, null, caller, about);
  }

  private static AuditLines lines(List<Part> parts) {
    return new AuditLines(
        parts.size(),
        parts.stream().map(Part::organ).distinct().toList(),
        parts.stream().map(Part::report).filter(Objects::nonNull).distinct().toList(),
        Map.of(),
        List.of());
  }

  /** Notes refused lines of a single request in the transaction at hand, one entry per region. */
  public void refused(String action, RefusedLines lines) {
    Optional<Caller> caller = Optional.of(access.current());
    List<AuditEntry> entries = new ArrayList<>();
    lines
        .byRegion()
        .forEach(
            (region, group) -> {
              About about = new About(null, region, null, group.lines());
              entries.add(entry(action, false, group.status(), group.problem(), caller, about));
            });
    store.add(entries);
  }

  /** The entry for a write by a resource's method whose end is not known yet. */
  AuditEntry begun(Method method) {
    Optional<Caller> caller = Optional.of(access.current());
    return entry(action(method), true, 0, null, caller, about(auditSubject));
  }

  /** The entry for a refusal of the request at hand. */
  AuditEntry refusal(Method method, int status, @Nullable String problem, Optional<Caller> caller) {
    return entry(action(method), false, status, problem, caller, about(auditSubject));
  }

  private record About(
      @Nullable String organ,
      @Nullable String region,
      @Nullable Long report,
      @Nullable AuditLines lines) {}

  private static About about(AuditSubject auditSubject) {
    return new About(auditSubject.organ(), auditSubject.region(), auditSubject.report(), null);
  }

  private AuditEntry entry(
      String action,
      boolean done,
      int status,
      @Nullable String problem,
      Optional<Caller> who,
      About about) {
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
        about.lines(),
        request.method().name(),
        request.path(),
        request.remoteAddress() == null ? null : request.remoteAddress().hostAddress());
  }

  private static String action(Method method) {
    Operation operation = method == null ? null : method.getAnnotation(Operation.class);
    return operation == null ? "unknown" : operation.operationId();
  }
}
