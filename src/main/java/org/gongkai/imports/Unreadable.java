package org.gongkai.imports;

import java.util.Locale;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;

/** The problem of a file that is not read. */
final class Unreadable {

  static final Text TOO_LARGE = new Text("文件超过 %s MiB。", "The file has more than %s MiB.");

  private Unreadable() {}

  static ProblemException problem(UnreadableFile unreadable) {
    return problem(unreadable.reason(), unreadable.text());
  }

  static ProblemException problem(UnreadableFile.Reason reason, Text text) {
    return ProblemException.of(ProblemType.UNREADABLE_FILE, text)
        .with("reason", language -> code(reason));
  }

  static String code(UnreadableFile.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
