package org.gongkai.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page has to know before anybody has signed in. Nothing in it is secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsView(
    boolean publicReading, @Nullable String region, Office office, @Nullable Provider openId) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Office(@Nullable String name, @Nullable String siteCode) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Provider(
      String authorizationEndpoint,
      String tokenEndpoint,
      String clientId,
      String scope,
      @Nullable String label) {}

  static SettingsView of(PageSettings settings, boolean publicReading) {
    return new SettingsView(
        publicReading,
        settings.region().orElse(null),
        new Office(settings.office().orElse(null), settings.siteCode().orElse(null)),
        provider(settings.openid()).orElse(null));
  }

  private static Optional<Provider> provider(PageSettings.OpenId openId) {
    Optional<String> signIn = openId.authorizationEndpoint();
    Optional<String> token = openId.tokenEndpoint();
    Optional<String> client = openId.clientId();
    long given = Stream.of(signIn, token, client).filter(Optional::isPresent).count();
    if (given == 0) {
      return Optional.empty();
    }
    if (given != 3) {
      throw new ConfigurationException(
          "GONGKAI_PAGE_OPENID_AUTHORIZATION_ENDPOINT、GONGKAI_PAGE_OPENID_TOKEN_ENDPOINT 和"
              + " GONGKAI_PAGE_OPENID_CLIENT_ID 须同时设置，或者都不设置。 / They are set together, or none of"
              + " them.");
    }
    return Optional.of(
        new Provider(
            signIn.get(), token.get(), client.get(), openId.scope(), openId.label().orElse(null)));
  }
}
