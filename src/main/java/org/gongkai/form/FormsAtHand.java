package org.gongkai.form;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the catalogue, and what reads by it, to whoever asks the container. */
final class FormsAtHand {

  private FormsAtHand() {}

  @Produces
  @Singleton
  static Forms forms() {
    return Forms.load();
  }

  @Produces
  @Singleton
  static ContentReader contentReader(Forms forms) {
    return new ContentReader(forms);
  }
}
