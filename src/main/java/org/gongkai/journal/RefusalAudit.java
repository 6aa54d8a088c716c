package org.gongkai.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.access.Access;
import org.gongkai.access.Caller;
import org.gongkai.platform.WriteGate;
import org.gongkai.problem.ProblemResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes every refused write into the audit log, and every 401 and 403 whatever the method, before
 * the answer goes out.
 */
class RefusalAudit {

  private static final Logger LOG = Logger.getLogger(RefusalAudit.class);
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** An entry for each of these would cause the load that the limit prevents. */
  private static final int TOO_MANY = 429;

  private static final Set<Integer> FOR_WANT_OF_PERMISSION = Set.of(401, 403);

  private final Auditing auditing;
  private final AuditStore store;
  private final SecurityIdentity identity;
  private final WriteGate gate;

  RefusalAudit(Auditing auditing, AuditStore store, SecurityIdentity identity, WriteGate gate) {
    this.gate = gate;
    this.auditing = auditing;
    this.store = store;
    this.identity = identity;
  }

  @ServerResponseFilter
  Uni<Void> remember(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    int status = response.getStatus();
    boolean refused =
        FOR_WANT_OF_PERMISSION.contains(status)
            || (status >= 400 && status != TOO_MANY && !READS.contains(request.getMethod()));
    if (!refused || resource.getResourceMethod() == null || !gate.isOpen()) {
      return Uni.createFrom().voidItem();
    }
    AuditEntry entry =
        auditing.refusal(
            resource.getResourceMethod(),
            status,
            ProblemResponse.codeOf(response.getEntity()).orElse(null),
            caller());
    return Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> QuarkusTransaction.requiringNew().run(() -> store.add(List.of(entry))))
        .onFailure()
        .invoke(e -> LOG.errorf(e, "The audit log lacks a refusal: %s", entry.action()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private Optional<Caller> caller() {
    try {
      return Optional.ofNullable(identity.getAttribute(Access.CALLER));
    } catch (RuntimeException e) {
      return Optional.empty(); // what was sent is no key
    }
  }
}
