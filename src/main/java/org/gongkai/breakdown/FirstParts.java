package org.gongkai.breakdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a number that come first, in their order: no part that is not among them comes
 * before the last of them.
 *
 * @param all whether there are no others
 */
record FirstParts(List<ContributionView> parts, boolean all) {

  private static final Comparator<ContributionView> ORDER =
      Comparator.comparing(Contributions.Cursor::sizeOf)
          .reversed()
          .thenComparing(ContributionView::code);

  FirstParts {
    parts = List.copyOf(parts);
  }

  /** Whether so many of them are known, or all there are. */
  boolean reach(int most) {
    return all || parts.size() >= most;
  }

  /** The first of them. */
  List<ContributionView> first(int most) {
    return parts.subList(0, Math.min(most, parts.size()));
  }

  /**
   * The same without the parts of some reports, and with those that they have now.
   *
   * @param most how many are kept
   */
  FirstParts with(Set<Long> changed, Collection<ContributionView> now, int most) {
    List<ContributionView> first = new ArrayList<>();
    parts.stream().filter(part -> !changed.contains(part.report())).forEach(first::add);
    now.stream().filter(this::isBeforeOthers).forEach(first::add);
    first.sort(ORDER);
    return first.size() <= most
        ? new FirstParts(first, all)
        : new FirstParts(first.subList(0, most), false);
  }

  /** Of one that comes after the last it is not known what is between. */
  private boolean isBeforeOthers(ContributionView part) {
    @Nullable ContributionView last = parts.isEmpty() ? null : parts.getLast();
    return all || last != null && ORDER.compare(part, last) <= 0;
  }
}
