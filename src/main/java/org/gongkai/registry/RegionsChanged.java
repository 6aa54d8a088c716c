package org.gongkai.registry;

import java.util.Set;

/**
 * Regions are new or have changed: a name, a place in the tree, an end. Fired inside the
 * transaction that changes them, so that an observer's work commits or rolls back with it.
 */
public record RegionsChanged(Set<String> regions) {

  public RegionsChanged {
    regions = Set.copyOf(regions);
  }
}
