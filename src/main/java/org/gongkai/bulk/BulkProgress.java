package org.gongkai.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.RefusedLines;
import org.gongkai.problem.ProblemView;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the lines of one request so far. A refusal is told in full as long as that is
 * of use; a body that is refused line by line must not be answered at many times its length, nor
 * worked on to its end.
 */
final class BulkProgress {

  /** The same said more often than this is said in short. */
  private static final int IN_FULL = 20;

  private static final int VIOLATIONS = 20;
  private static final int LONGEST_ORGAN = 32;

  private final int maxRefused;
  private final RefusedLines refusals = new RefusedLines();
  private final Map<List<Object>, Integer> told = new HashMap<>();
  private long created;
  private long changed;
  private long unchanged;
  private long refused;

  BulkProgress(int maxRefused) {
    this.maxRefused = maxRefused;
  }

  /**
   * Counts what became of a line.
   *
   * @param region where its organ is, or null
   * @return the same as it is to be answered
   */
  BulkLine add(BulkLine line, @Nullable String region) {
    ProblemView problem = line.problem();
    if (problem != null) {
      refused++;
      refusals.add(line.line(), line.status(), problem.code(), line.organ(), region);
      String organ =
          line.organ() == null || line.organ().length() > LONGEST_ORGAN ? null : line.organ();
      return line.refused(organ, shown(problem));
    }
    switch (line.outcome()) {
      case CREATED -> created++;
      case CHANGED -> changed++;
      case UNCHANGED -> unchanged++;
      case REFUSED -> throw new IllegalArgumentException("refused without a problem");
    }
    return line;
  }

  private ProblemView shown(ProblemView problem) {
    if (refused > maxRefused) {
      return problem.inShort();
    }
    ProblemView whole = problem.withViolations(VIOLATIONS);
    List<Object> said = List.of(whole.code(), whole.violations(), whole.members());
    return told.merge(said, 1, Integer::sum) > IN_FULL ? problem.inShort() : whole;
  }

  /** Whether so much is refused that what is left is not looked at any more. */
  boolean givesUp() {
    return refused >= maxRefused && refused > created + changed + unchanged;
  }

  RefusedLines refusals() {
    return refusals;
  }

  /**
   * Counts all of them.
   *
   * @param givenUpAfter the last line that was looked at, where it was given up, else null
   */
  BulkLine.Summary summary(@Nullable Long givenUpAfter) {
    long lines = created + changed + unchanged + refused;
    return new BulkLine.Summary(lines, created, changed, unchanged, refused, givenUpAfter);
  }
}
