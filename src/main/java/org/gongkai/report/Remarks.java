package org.gongkai.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.finding.Finding;

/**
 * What has been said of a report's findings. Of each kind and finding the newest remark is in
 * force, for as long as the figures are those that it is about.
 */
public final class Remarks {

  public static final Remarks NONE = new Remarks(List.of());

  private final Map<Remark.RemarkKind, Map<String, Remark>> newest = new HashMap<>();

  /** In the order in which they were made. */
  Remarks(List<Remark> made) {
    for (Remark remark : made) {
      for (Remark.RemarkKind kind : Remark.RemarkKind.values()) {
        if (remark.is(kind)) {
          newest.computeIfAbsent(kind, k -> new HashMap<>()).put(remark.finding(), remark);
        }
      }
    }
  }

  public Optional<Remark> of(Remark.RemarkKind kind, Finding finding) {
    return Optional.ofNullable(newest.getOrDefault(kind, Map.of()).get(finding.id()))
        .filter(remark -> remark.reason() != null && remark.isAbout(finding));
  }

  public boolean has(Remark.RemarkKind kind, Finding finding) {
    return of(kind, finding).isPresent();
  }
}
