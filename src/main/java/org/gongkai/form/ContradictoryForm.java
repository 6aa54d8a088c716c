package org.gongkai.form;

import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** A form file is wrong; the service does not start with it. */
public final class ContradictoryForm extends RuntimeException {

  private final String file;
  private final String place;
  private final String what;

  /**
   * @param what begins with the place in the file, which ends at the first space or colon
   */
  ContradictoryForm(String file, String what) {
    this(file, what.split("[: ]", 2)[0], what);
  }

  ContradictoryForm(String file, String place, String what) {
    this("forms/" + file, file, place, what);
  }

  private ContradictoryForm(String address, String file, String place, String what) {
    super(address + ": " + what);
    this.file = file;
    this.place = place;
    this.what = what;
  }

  /** The same, of a file that does not lie in the package. */
  ContradictoryForm at(String address) {
    return new ContradictoryForm(address, file, place, what).because(getCause());
  }

  /** The same, with what was thrown where the file was read, for the log. */
  ContradictoryForm because(@Nullable Throwable cause) {
    initCause(cause);
    return this;
  }

  /** The same, with where that is written which is wrong. */
  ContradictoryForm from(YamlNode.Origin origin) {
    boolean known = what.endsWith(")") && what.contains("line ");
    String where = origin.file().equals(file) ? "" : origin.file() + ", ";
    return known
        ? this
        : new ContradictoryForm(file, place, what + " (" + where + "line " + origin.line() + ")");
  }

  String file() {
    return file;
  }

  /**
   * Where in the file: {@code rules.X-JUMP}, {@code sections[0].rows}, or {@code line:12} where it
   * is no YAML.
   */
  public String place() {
    return place;
  }

  /** What is wrong, to be told beside the place, in both languages. */
  public Text text() {
    return FormErrorMessages.of(place, what);
  }

  /** What is wrong, the place included. */
  public String what() {
    return what;
  }
}
