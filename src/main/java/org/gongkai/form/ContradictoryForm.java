package org.gongkai.form;

/** A form file is wrong; the service does not start with it. */
final class ContradictoryForm extends RuntimeException {

  ContradictoryForm(String file, String what) {
    super("forms/" + file + ": " + what);
  }
}
