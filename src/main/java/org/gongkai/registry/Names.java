package org.gongkai.registry;

import java.util.List;
import org.gongkai.platform.StorableText;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** Names as they are written: one line, without blanks around it. */
final class Names {

  private Names() {}

  static String read(String written, int longest, String pointer, List<Violation> violations) {
    String name = written == null ? "" : written.strip();
    boolean oneLine = name.chars().noneMatch(Character::isISOControl);
    if (name.isEmpty() || name.length() > longest || !oneLine || !StorableText.isStorable(name)) {
      violations.add(
          new Violation(
              pointer,
              new Text("须填写名称，一行，最长 %s 字。", "A name, of one line and %s characters at most.")
                  .with(longest)));
    }
    return name;
  }
}
