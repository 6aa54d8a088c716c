package org.gongkai.breakdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each report gives to a number, small enough to be remembered of a whole nation: twelve bytes
 * a report, as many give the same.
 */
final class Shares {

  static final Shares NONE = new Shares(new long[0], new Share[0]);

  /** In rising order. */
  private final long[] reports;

  private final Share[] shares;

  private Shares(long[] reports, Share[] shares) {
    this.reports = reports;
    this.shares = shares;
  }

  /** What a report gives. */
  private record Share(
      @Nullable BigDecimal number, long blank, long reports, long others, boolean wanted) {}

  /** Takes them one after the other. */
  static final class Collected {

    private final List<Map.Entry<Long, Share>> all = new ArrayList<>();
    private final Map<Share, Share> different = new HashMap<>();

    void add(ContributionStore.Given given) {
      ContributionView part = given.part();
      Share share =
          new Share(
              part.number(), part.blank(), part.reports(), part.otherLayout(), given.wanted());
      long report = Objects.requireNonNull(part.report());
      all.add(Map.entry(report, different.computeIfAbsent(share, s -> s)));
    }

    private Shares sorted() {
      all.sort(Comparator.comparingLong(Map.Entry::getKey));
      return new Shares(
          all.stream().mapToLong(Map.Entry::getKey).toArray(),
          all.stream().map(Map.Entry::getValue).toArray(Share[]::new));
    }
  }

  int size() {
    return reports.length;
  }

  /** The same without some reports, and with what was collected of them. */
  Shares with(Set<Long> changed, Collected now) {
    Shares more = now.sorted();
    long[] ids = new long[reports.length + more.reports.length];
    Share[] all = new Share[ids.length];
    int size = 0;
    int next = 0;
    for (int i = 0; i < reports.length; i++) {
      for (; next < more.reports.length && more.reports[next] < reports[i]; next++) {
        ids[size] = more.reports[next];
        all[size++] = more.shares[next];
      }
      if (!changed.contains(reports[i])) {
        ids[size] = reports[i];
        all[size++] = shares[i];
      }
    }
    for (; next < more.reports.length; next++) {
      ids[size] = more.reports[next];
      all[size++] = more.shares[next];
    }
    return new Shares(Arrays.copyOf(ids, size), Arrays.copyOf(all, size));
  }

  /** The whole that they make, with some of its parts. */
  FoundContributions whole(List<ContributionView> parts) {
    boolean stated = false;
    BigDecimal sum = BigDecimal.ZERO;
    long total = 0;
    long blank = 0;
    long counted = 0;
    long others = 0;
    for (Share share : shares) {
      if (share.number() != null) {
        stated = true;
        sum = sum.add(share.number());
      }
      total += share.wanted() ? 1 : 0;
      blank += share.blank();
      counted += share.reports();
      others += share.others();
    }
    return new FoundContributions(
        total, stated ? sum : null, blank, counted, others, List.copyOf(parts));
  }
}
