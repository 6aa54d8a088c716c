package org.gongkai.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The organ, region or report that the request concerns, as far as known, for the audit log. */
@RequestScoped
public class AuditSubject {

  private @Nullable String organ;
  private final Set<String> regions = new LinkedHashSet<>();
  private @Nullable Long report;
  private List<AuditedPart> parts = List.of();

  void note(@Nullable String itsOrgan, @Nullable String itsRegion) {
    if (itsOrgan != null) {
      organ = itsOrgan;
    }
    if (itsRegion != null && !itsRegion.isEmpty()) {
      regions.add(itsRegion);
    }
  }

  void noteReport(long itsReport) {
    report = itsReport;
  }

  void noteParts(List<AuditedPart> all) {
    parts = List.copyOf(all);
  }

  /** What became of each of the things that the request names; empty where it names one. */
  public List<AuditedPart> parts() {
    return parts;
  }

  public @Nullable String organ() {
    return organ;
  }

  /** The region, where it is a single one: a file of organs can be about many. */
  public @Nullable String region() {
    return regions.size() == 1 ? regions.iterator().next() : null;
  }

  public @Nullable Long report() {
    return report;
  }
}
