package org.gongkai.registry;

import java.util.List;
import org.gongkai.platform.WrittenText;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Names as they are written: one line of signs that can be seen, without blanks around it. */
final class NameReader {

  private NameReader() {}

  static String read(
      @Nullable String written, int longest, String pointer, List<Violation> violations) {
    String name = written == null ? "" : written.strip();
    if (name.isEmpty() || name.length() > longest) {
      violations.add(
          new Violation(
              pointer,
              new Text("须填写名称，一行，最长 %s 字。", "A name, of one line and %s characters at most.")
                  .with(longest)));
    }
    WrittenText.NAME
        .objectionTo(name)
        .ifPresent(why -> violations.add(new Violation(pointer, why)));
    return name;
  }
}
