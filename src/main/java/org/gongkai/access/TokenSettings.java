package org.gongkai.access;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which tokens we accept, and which claims say what.
 *
 * <p>Address, issuer and audience come together or not at all: checking less would accept tokens
 * meant for another service.
 */
@Singleton
final class TokenSettings {

  /** Which tokens are accepted: the issuer's, for us, with a signature by a key of this address. */
  record Trust(URI keys, String issuer, String audience) {}

  /** The claims that say who a caller is here. */
  record Claims(String role, String rolePrefix, String organ, String region) {}

  private final Optional<Trust> trust;
  private final Claims claims;

  TokenSettings(AccessSettings settings) {
    Optional<String> keys = settings.jwt().jwksUrl();
    Optional<String> issuer = settings.jwt().issuer();
    Optional<String> audience = settings.jwt().audience();
    long given = Stream.of(keys, issuer, audience).filter(Optional::isPresent).count();
    if (given != 0 && given != 3) {
      throw new ConfigurationException(
          "GONGKAI_JWT_JWKS_URL、GONGKAI_JWT_ISSUER 和 GONGKAI_JWT_AUDIENCE 须同时设置，或者都不设置。 /"
              + " GONGKAI_JWT_JWKS_URL, GONGKAI_JWT_ISSUER and GONGKAI_JWT_AUDIENCE are set"
              + " together, or none of them.");
    }
    this.trust =
        keys.map(TokenSettings::address).map(url -> new Trust(url, issuer.get(), audience.get()));
    this.claims =
        new Claims(
            settings.jwt().roleClaim(),
            settings.jwt().rolePrefix().orElse(""),
            settings.jwt().organClaim(),
            settings.jwt().regionClaim());
  }

  /** Empty where no tokens are accepted. */
  Optional<Trust> trust() {
    return trust;
  }

  Claims claims() {
    return claims;
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text.strip());
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new ConfigurationException(
        "GONGKAI_JWT_JWKS_URL 须为 https 或 http 地址。 / GONGKAI_JWT_JWKS_URL is an https or http"
            + " address.");
  }
}
