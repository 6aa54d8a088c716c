package org.gongkai.report;

import jakarta.persistence.Embeddable;

/**
 * How many findings of a report people have to do with.
 *
 * @param unexplained warnings that nobody has explained
 * @param waived broken hard rules that the office has waived
 */
@Embeddable
record FindingCounts(int unexplained, int waived) {

  static final FindingCounts NONE = new FindingCounts(0, 0);

  FindingCounts minus(FindingCounts other) {
    return new FindingCounts(unexplained - other.unexplained, waived - other.waived);
  }

  FindingCounts times(int factor) {
    return new FindingCounts(factor * unexplained, factor * waived);
  }
}
