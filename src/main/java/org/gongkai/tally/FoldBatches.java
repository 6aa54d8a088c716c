package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.List;

/** Folds one batch of changes, within the transaction at hand, which holds the lock. */
@Singleton
class FoldBatches {

  private final FoldStore store;
  private final FigureFold figures;

  /** Where to go on below, so that each region has its turn. */
  private volatile String last = "";

  FoldBatches(FoldStore store, FigureFold figures) {
    this.store = store;
    this.figures = figures;
  }

  /**
   * Folds changes into the sums of the nation and of provinces, the oldest first.
   *
   * @return how many
   */
  int foldReports(int most) {
    long[] taken = store.oldest(most);
    if (taken.length > 0) {
      fold(FoldStore.Waiting.ABOVE, taken);
      store.passOn(taken);
    }
    return taken.length;
  }

  /** Folds what is in those sums into those of cities, districts and townships. */
  int foldBelow(int most) {
    List<FoldStore.Below> taken = store.below(last, most);
    boolean fromTheBeginning = last.isEmpty();
    // a region of which some may be left is the next one's again
    last = taken.size() < most ? "" : before(taken.getLast().region());
    if (taken.isEmpty()) {
      return fromTheBeginning ? 0 : foldBelow(most);
    }
    long[] ids = taken.stream().mapToLong(FoldStore.Below::id).toArray();
    fold(FoldStore.Waiting.BELOW, ids);
    store.removeBelow(ids);
    return ids.length;
  }

  private void fold(FoldStore.Waiting waiting, long[] ids) {
    figures.fold(waiting, ids);
    store.foldCounts(waiting, ids);
  }

  /** What stands just before a code that ends in a digit. */
  private static String before(String region) {
    int end = region.length() - 1;
    return region.substring(0, end) + (char) (region.charAt(end) - 1);
  }

  /** Folds changes of what is expected. */
  int foldDuties(int most) {
    long[] taken = store.oldestDuties(most);
    if (taken.length > 0) {
      store.foldDuties(taken);
    }
    return taken.length;
  }
}
