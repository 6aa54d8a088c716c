package org.gongkai.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.ContradictoryForm;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.platform.Digests;
import org.gongkai.rule.Rule;

/**
 * A rule file beside the rules in force.
 *
 * @param form the file, read
 * @param forms the catalogue with the file in the place of its edition
 * @param inForce the edition as it is in force
 */
record Candidate(Form form, Forms forms, Form inForce) {

  /**
   * Reads a file.
   *
   * @throws ContradictoryForm where it is wrong, or may not take the place of its edition
   */
  static Candidate read(byte[] file, Forms inForce) {
    Form form = inForce.read("candidate", file);
    Forms forms = inForce.with(form);
    return new Candidate(form, forms, inForce.known(form.edition()));
  }

  static Candidate read(String file, Forms inForce) {
    return read(file.getBytes(StandardCharsets.UTF_8), inForce);
  }

  /** SHA-256 of the rules in force: changes when they do. */
  String against() {
    return Digests.sha256(inForce.rules().toString());
  }

  /** A rule of the file, or else the one in force; of other editions, for those are in force. */
  Optional<Rule> rule(String id) {
    return form.rule(id)
        .or(() -> inForce.rule(id))
        .or(() -> forms.all().stream().flatMap(f -> f.rule(id).stream()).findFirst());
  }

  /** Rules that the file adds, changes or has no more. */
  List<Rule> changed() {
    List<Rule> changed = new ArrayList<>();
    for (Rule rule : form.rules()) {
      if (inForce.rule(rule.id()).filter(r -> r.version() == rule.version()).isEmpty()) {
        changed.add(rule);
      }
    }
    inForce.rules().stream().filter(r -> form.rule(r.id()).isEmpty()).forEach(changed::add);
    return changed;
  }
}
