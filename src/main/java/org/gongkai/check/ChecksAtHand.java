package org.gongkai.check;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gongkai.form.Forms;

/** Gives the checks to whoever asks the container. */
final class ChecksAtHand {

  private ChecksAtHand() {}

  @Produces
  @Singleton
  static Checks checks(Forms forms) {
    return new Checks(forms);
  }

  @Produces
  @Singleton
  static YearChecks yearChecks(Forms forms) {
    return new YearChecks(forms);
  }
}
