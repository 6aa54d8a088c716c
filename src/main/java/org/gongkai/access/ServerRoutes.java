package org.gongkai.access;

import io.vertx.ext.web.RoutingContext;

/**
 * What the server answers by itself: health, metrics, the contract. Whoever watches the service
 * must be able to while it is busy, so that no limit is on them, and none of them takes a body.
 */
final class ServerRoutes {

  private static final String ROOT = "/q";
  private static final String PROBLEMS = "/problems";

  private ServerRoutes() {}

  static boolean include(RoutingContext routing) {
    String path = routing.normalizedPath();
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** What a caller may read whose requests of the minute are used up: what it was told, too. */
  static boolean areUnlimited(RoutingContext routing) {
    String path = routing.normalizedPath();
    return include(routing) || path.equals(PROBLEMS) || path.startsWith(PROBLEMS + "/");
  }
}
