package org.gongkai.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A text that claims to be a token of the identity provider. */
final class TokenCredential extends BaseAuthenticationRequest {

  private final String text;

  TokenCredential(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
