package org.gongkai.feed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.problem.Text;
import org.gongkai.report.ReportEventKind;

/**
 * What a change can be: the events of a report, that it stands in another region although nobody
 * has touched it, that an organ is registered differently, and that files which were sent in are
 * read.
 */
public final class ChangeKinds {

  static final String ORGAN_CHANGED = "organ.changed";

  static final String MOVED = "report.moved";

  static final String IMPORT_FINISHED = "import.finished";

  private static final List<String> ALL =
      Stream.concat(
              Arrays.stream(ReportEventKind.values()).map(ChangeKinds::of),
              Stream.of(MOVED, ORGAN_CHANGED, IMPORT_FINISHED))
          .toList();

  private ChangeKinds() {}

  static String of(ReportEventKind kind) {
    return "report." + kind.code();
  }

  public static boolean isKnown(String kind) {
    return ALL.contains(kind);
  }

  public static Text oneOfThem() {
    return Text.oneOf(ALL.stream());
  }
}
