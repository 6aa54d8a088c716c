package org.gongkai.registry;

import java.util.Set;

/**
 * Versions of these organs have changed: a name, a region, a kind, a beginning or an end. Fired
 * inside the transaction that changes them, so that an observer's work commits or rolls back with
 * it.
 */
public record OrgansChanged(Set<String> organs) {

  public OrgansChanged {
    organs = Set.copyOf(organs);
  }
}
