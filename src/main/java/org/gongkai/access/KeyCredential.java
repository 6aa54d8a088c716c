package org.gongkai.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A text that claims to be a key. */
final class KeyCredential extends BaseAuthenticationRequest {

  private final String text;

  KeyCredential(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
