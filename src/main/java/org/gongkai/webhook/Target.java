package org.gongkai.webhook;

import java.net.InetAddress;
import java.net.URI;

/**
 * Where a message goes.
 *
 * @param address the address that was looked at, which is the one to connect to: were the name
 *     looked up again, it could mean another by then
 */
record Target(URI uri, InetAddress address) {

  boolean isEncrypted() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /** As the receiver calls itself, for {@code Host} and for its certificate. */
  String host() {
    return uri.getHost();
  }

  int port() {
    return uri.getPort() >= 0 ? uri.getPort() : isEncrypted() ? 443 : 80;
  }

  String path() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
