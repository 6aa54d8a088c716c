package org.gongkai.access;

import io.vertx.ext.web.RoutingContext;

/**
 * The server's own addresses: health, metrics, the contract. Monitoring must work while the service
 * is busy, so no limit applies to them. None takes a body.
 */
final class ServerRoutes {

  private static final String ROOT = "/q";
  private static final String PROBLEMS = "/problems";

  private ServerRoutes() {}

  static boolean include(RoutingContext routing) {
    String path = routing.normalizedPath();
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** Addresses that stay open to a caller without allowance. */
  static boolean areUnlimited(RoutingContext routing) {
    String path = routing.normalizedPath();
    return include(routing) || path.equals(PROBLEMS) || path.startsWith(PROBLEMS + "/");
  }
}
