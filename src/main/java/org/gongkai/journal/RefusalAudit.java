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
import org.gongkai.problem.ProblemResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Remembers every refusal of a write, and every refusal for want of a key or of permission whatever
 * was asked, before it is answered.
 */
class RefusalAudit {

  private static final Logger LOG = Logger.getLogger(RefusalAudit.class);
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** To write each of these down would be to do what the limit is there to prevent. */
  private static final int TOO_MANY = 429;

  private static final Set<Integer> FOR_WANT_OF_PERMISSION = Set.of(401, 403);

  private final Auditing auditing;
  private final AuditStore store;
  private final SecurityIdentity identity;

  RefusalAudit(Auditing auditing, AuditStore store, SecurityIdentity identity) {
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
    if (!refused || resource.getResourceMethod() == null) {
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
        .invoke(e -> LOG.errorf(e, "A refusal could not be remembered: %s", entry.action()))
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
