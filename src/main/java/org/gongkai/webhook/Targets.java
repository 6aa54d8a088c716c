package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Looks up where an address leads, and refuses what leads into a private network. */
@Singleton
final class Targets {

  private static final int LONGEST = 2_000;

  private final boolean privateAllowed;

  Targets(WebhookSettings settings) {
    this.privateAllowed = settings.allowPrivateAddresses();
  }

  /**
   * Looks the address up anew.
   *
   * @param turn which of several addresses of the host to take, so that each gets its turn
   */
  Target find(String url, int turn) throws Refused {
    URI uri = parse(url);
    InetAddress[] addresses = resolve(uri.getHost());
    if (!privateAllowed && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
      throw new Refused(DeliveryOutcome.Failure.PRIVATE_ADDRESS);
    }
    return new Target(uri, addresses[turn % addresses.length]);
  }

  private URI parse(String url) throws Refused {
    URI uri = parsed(url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    boolean plain = scheme.equalsIgnoreCase("http");
    if (plain && !privateAllowed) {
      throw new Refused(DeliveryOutcome.Failure.NOT_HTTPS);
    }
    if (!plain && !scheme.equalsIgnoreCase("https")) {
      throw new Refused(DeliveryOutcome.Failure.MALFORMED);
    }
    boolean whole = uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= 65_535;
    if (!whole || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new Refused(DeliveryOutcome.Failure.MALFORMED);
    }
    return uri;
  }

  private static URI parsed(String url) throws Refused {
    if (url.length() > LONGEST) {
      throw new Refused(DeliveryOutcome.Failure.MALFORMED);
    }
    try {
      return new URI(new URI(url).toASCIIString());
    } catch (URISyntaxException e) {
      throw new Refused(DeliveryOutcome.Failure.MALFORMED, e);
    }
  }

  private static InetAddress[] resolve(String host) throws Refused {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new Refused(DeliveryOutcome.Failure.UNKNOWN_HOST, e);
    }
  }

  /**
   * Where a message goes.
   *
   * @param address the checked address, and the one to connect to: a second look-up of the name
   *     could give another one
   */
  record Target(URI uri, InetAddress address) {

    boolean isEncrypted() {
      return uri.getScheme().equalsIgnoreCase("https");
    }

    /** The receiver's name, for {@code Host} and for its certificate. */
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

  /** An address that we do not call. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final DeliveryOutcome.Failure failure;

    Refused(DeliveryOutcome.Failure failure) {
      this(failure, null);
    }

    /**
     * @param cause null where we refuse by our own rules
     */
    Refused(DeliveryOutcome.Failure failure, @Nullable Throwable cause) {
      super(failure.code(), cause, false, false);
      this.failure = failure;
    }

    DeliveryOutcome.Failure failure() {
      return failure;
    }
  }
}
