package org.gongkai.registry;

import io.quarkus.arc.DefaultBean;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Until somebody says more: administrators everywhere, nobody else anywhere. */
@DefaultBean
@ApplicationScoped
class ClosedJurisdiction implements Jurisdiction {

  private final SecurityIdentity caller;

  ClosedJurisdiction(SecurityIdentity caller) {
    this.caller = caller;
  }

  @Override
  public void requireRegistering(String region) {
    if (!caller.hasRole("admin")) {
      throw ProblemException.of(ProblemType.FORBIDDEN);
    }
  }
}
