package org.gongkai.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a statement makes of an organ's history. */
record OrganChange(String organ, OrganHistory before, OrganHistory after) {

  RegistrationOutcome outcome() {
    if (before.equals(after)) {
      return RegistrationOutcome.UNCHANGED;
    }
    return before.isEmpty() ? RegistrationOutcome.CREATED : RegistrationOutcome.CHANGED;
  }

  /**
   * The regions whose registrar must agree: those of every version that is added, altered or taken
   * away, so that a move needs both sides. An addition to a history needs the newest version's
   * registrar too.
   */
  Set<String> regions() {
    Set<String> regions = new TreeSet<>();
    after
        .versions()
        .forEach(
            (from, version) -> {
              if (!version.equals(before.versions().get(from))) {
                regions.add(version.region());
              }
            });
    boolean onlyAdds = true;
    for (var entry : before.versions().entrySet()) {
      if (!entry.getValue().equals(after.versions().get(entry.getKey()))) {
        onlyAdds = false;
        regions.add(entry.getValue().region());
      }
    }
    if (onlyAdds && !regions.isEmpty() && !before.isEmpty()) {
      regions.add(before.versions().lastEntry().getValue().region());
    }
    return regions;
  }

  /** The mergers that were not there before. */
  List<Merger> mergers() {
    List<Merger> mergers = mergers(after);
    mergers.removeAll(mergers(before));
    return mergers;
  }

  private List<Merger> mergers(OrganHistory history) {
    List<Merger> mergers = new ArrayList<>();
    for (OrganVersion version : history.versions().values()) {
      if (version.successor() != null) {
        mergers.add(new Merger(organ, version.validTo(), version.successor()));
      }
    }
    return mergers;
  }

  /** Whether the organ was merged into another one, at any time. */
  boolean isMerged() {
    return !mergers(after).isEmpty();
  }
}
