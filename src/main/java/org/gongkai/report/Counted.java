package org.gongkai.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Scope;

/**
 * What rollups count of a report: per basis which revision, and where.
 *
 * @param expected whether the registry expects it
 * @param parts of each basis that counts the report
 */
record Counted(
    long report, int year, String region, String kind, boolean expected, Map<Basis, Part> parts) {

  /** Of a report that is not there yet. */
  static final Counted NOTHING = new Counted(0, 0, "", "", false, Map.of());

  /**
   * What a basis counts of it.
   *
   * @param findings of this revision: what is worked on since is not told
   */
  record Part(int revision, FindingCounts findings) {}

  /**
   * A step from one state to another.
   *
   * @param sign 1: the revision's figures are to be added; -1: taken away; 0: they stay
   */
  record Change(
      Basis basis,
      long report,
      int revision,
      String region,
      int year,
      String kind,
      int sign,
      int expected,
      FindingCounts findings) {}

  static Counted of(Report report) {
    Map<Basis, Part> parts = new EnumMap<>(Basis.class);
    if (report.scope() == Scope.ORGAN) {
      for (Basis basis : Basis.values()) {
        Integer revision = basis.revisionOf(report);
        if (revision != null) {
          parts.put(basis, part(report, basis, revision));
        }
      }
    }
    return new Counted(
        report.id(), report.year(), report.region(), report.kind(), report.isExpected(), parts);
  }

  private static Part part(Report report, Basis basis, int revision) {
    return basis == Basis.PUBLISHED
        ? new Part(revision, report.published().counts())
        : new Part(revision, report.findings().counts());
  }

  /** How to get from an earlier state to this one. */
  List<Change> since(Counted before) {
    List<Change> changes = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      Part was = before.parts.get(basis);
      Part is = parts.get(basis);
      if (was != null && is != null && was.revision == is.revision && before.isAt(region, kind)) {
        Change change =
            new Change(
                basis,
                report,
                is.revision,
                region,
                year,
                kind,
                0,
                number(expected) - number(before.expected),
                is.findings.minus(was.findings));
        if (change.expected() != 0 || !change.findings().equals(FindingCounts.NONE)) {
          changes.add(change);
        }
      } else {
        if (was != null) {
          changes.add(before.whole(basis, was, -1));
        }
        if (is != null) {
          changes.add(whole(basis, is, 1));
        }
      }
    }
    return changes;
  }

  private boolean isAt(String otherRegion, String otherKind) {
    return region.equals(otherRegion) && kind.equals(otherKind);
  }

  private Change whole(Basis basis, Part part, int sign) {
    return new Change(
        basis,
        report,
        part.revision,
        region,
        year,
        kind,
        sign,
        sign * number(expected),
        part.findings.times(sign));
  }

  private static int number(boolean flag) {
    return flag ? 1 : 0;
  }
}
