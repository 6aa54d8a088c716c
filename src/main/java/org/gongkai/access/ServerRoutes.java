package org.gongkai.access;

import io.vertx.ext.web.RoutingContext;

/**
 * What the server answers by itself: health, metrics, the contract. Whoever watches the service
 * must be able to while it is busy, so that no limit is on them, and none of them takes a body.
 */
final class ServerRoutes {

  private static final String ROOT = "/q";

  private ServerRoutes() {}

  static boolean include(RoutingContext routing) {
    String path = routing.normalizedPath();
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }
}
