package org.gongkai.registry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** The result of an import, line by line. Counts all refused lines and shows the first. */
final class ImportReport {

  static final int SHOWN = 1000;

  /** Something doubtful about a line that was taken. */
  record Doubtful(String pointer, Warning warning) {}

  private record Refused(int line, String column, Text why) {}

  private final List<Refused> shown = new ArrayList<>();
  private final BitSet refusedLines = new BitSet();
  private final Map<RegistrationOutcome, Integer> outcomes =
      new EnumMap<>(RegistrationOutcome.class);
  private final List<Doubtful> doubtful = new ArrayList<>();
  private int warned;
  private long violations;
  private boolean allForbidden = true;
  private boolean fileRefused;
  private int lines;

  void read() {
    lines++;
  }

  void refuse(int line, String column, Text why) {
    allForbidden = false;
    add(line, column, why);
  }

  /** For a line about a region where the caller may not register. */
  void forbid(int line, String column, Text why) {
    add(line, column, why);
  }

  /** For a header that makes every line meaningless. */
  void refuseFile(int line, String column, Text why) {
    fileRefused = true;
    refuse(line, column, why);
  }

  /**
   * For a line that is taken although something about it is doubtful.
   *
   * @param all how many such lines there are, of which the first are named
   */
  void warn(int line, String column, Warning warning, int all) {
    doubtful.add(new Doubtful(pointer(line, column), warning));
    warned = all;
  }

  void count(RegistrationOutcome outcome, int ofLines) {
    outcomes.merge(outcome, ofLines, Integer::sum);
  }

  /**
   * Ends the import where it cannot be taken.
   *
   * @param partial whether the good lines are wanted all the same
   */
  void requireAcceptable(boolean partial) {
    if (violations == 0 || (partial && !fileRefused)) {
      return;
    }
    ProblemType type = allForbidden ? ProblemType.FORBIDDEN : ProblemType.IMPORT_REFUSED;
    throw ProblemException.invalid(type, violations())
        .with("lines", language -> lines)
        .with("refused", language -> refused())
        .with("violationsTotal", language -> violations);
  }

  boolean isRefused(int line) {
    return refusedLines.get(line);
  }

  int lines() {
    return lines;
  }

  int refused() {
    return refusedLines.cardinality();
  }

  int counted(RegistrationOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  List<Doubtful> doubtful() {
    return List.copyOf(doubtful);
  }

  int warned() {
    return warned;
  }

  List<Violation> violations() {
    return shown.stream()
        .sorted(Comparator.comparingInt(Refused::line))
        .map(r -> new Violation(pointer(r.line(), r.column()), r.why()))
        .toList();
  }

  private void add(int line, String column, Text why) {
    violations++;
    refusedLines.set(line);
    if (shown.size() < SHOWN) {
      shown.add(new Refused(line, column, why));
    }
  }

  private static String pointer(int line, String column) {
    return column.isEmpty() ? "line:" + line : "line:" + line + "/" + column;
  }
}
