package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks up where an address leads, and refuses what leads into a private network. */
@Singleton
final class Targets {

  private static final int LONGEST = 2_000;

  private final boolean privateAllowed;

  Targets(
      @ConfigProperty(name = "gongkai.webhooks.allow-private-addresses") boolean privateAllowed) {
    this.privateAllowed = privateAllowed;
  }

  /**
   * Looks the address up anew.
   *
   * @param turn which of several addresses of the host to take, so that each gets its turn
   */
  Target find(String url, int turn) throws TargetRefused {
    URI uri = parse(url);
    InetAddress[] addresses = resolve(uri.getHost());
    if (!privateAllowed && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
      throw new TargetRefused(Failure.PRIVATE_ADDRESS);
    }
    return new Target(uri, addresses[turn % addresses.length]);
  }

  private URI parse(String url) throws TargetRefused {
    URI uri = parsed(url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    boolean plain = scheme.equalsIgnoreCase("http");
    if (plain && !privateAllowed) {
      throw new TargetRefused(Failure.NOT_HTTPS);
    }
    if (!plain && !scheme.equalsIgnoreCase("https")) {
      throw new TargetRefused(Failure.MALFORMED);
    }
    boolean whole = uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= 65_535;
    if (!whole || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new TargetRefused(Failure.MALFORMED);
    }
    return uri;
  }

  private static URI parsed(String url) throws TargetRefused {
    if (url.length() > LONGEST) {
      throw new TargetRefused(Failure.MALFORMED);
    }
    try {
      return new URI(new URI(url).toASCIIString());
    } catch (URISyntaxException e) {
      throw new TargetRefused(Failure.MALFORMED, e);
    }
  }

  private static InetAddress[] resolve(String host) throws TargetRefused {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new TargetRefused(Failure.UNKNOWN_HOST, e);
    }
  }
}
