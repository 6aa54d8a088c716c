package org.gongkai.crosscheck;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gongkai.claim.Claims;
import org.gongkai.form.Forms;
import org.gongkai.narrative.Lexicon;

/** Produces the checks for injection. */
final class ChecksAtHand {

  private ChecksAtHand() {}

  @Produces
  @Singleton
  static RuleBook ruleBook(Forms forms) {
    Lexicon.require(forms);
    Claims.require(forms);
    return new RuleBook(forms);
  }
}
