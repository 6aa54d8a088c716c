package org.gongkai.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the page says of the office that runs it, and how people sign in there. */
@ConfigMapping(prefix = "gongkai.page")
interface PageSettings {

  /** The office that runs the page, at its foot, as pages of governments have to say. */
  Optional<String> office();

  /** The identification code of the site (网站标识码), at the foot too. */
  Optional<String> siteCode();

  /** The region that whoever has none sees first; without it the nation. */
  Optional<String> region();

  OpenId openid();

  /**
   * Signing in with an account of the house: the provider whose tokens are accepted, as a public
   * client with a code and PKCE. The first three are given together or not at all.
   */
  interface OpenId {

    /** Where people sign in, the {@code authorization_endpoint} of its discovery document. */
    Optional<String> authorizationEndpoint();

    /** Where a code becomes a token, its {@code token_endpoint}; it lets this page's origin ask. */
    Optional<String> tokenEndpoint();

    Optional<String> clientId();

    @WithDefault("openid")
    String scope();

    /** What stands on the button; without it a general sentence. */
    Optional<String> label();
  }
}
