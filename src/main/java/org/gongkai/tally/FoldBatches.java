package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Folds one batch of changes, within the transaction at hand, which holds the lock. */
@Singleton
class FoldBatches {

  private final FoldStore store;
  private final WaitingStore rows;
  private final SumFold sums;

  /** Where to go on below, so that each region has its turn. */
  private volatile String last = "";

  FoldBatches(FoldStore store, WaitingStore rows, SumFold sums) {
    this.store = store;
    this.rows = rows;
    this.sums = sums;
  }

  /**
   * Folds changes into the sums of the nation and of provinces, the oldest first.
   *
   * @return how many
   */
  int foldReports(int most) {
    long[] taken = store.oldest(most);
    if (taken.length > 0) {
      Map<Long, WaitingRow> waiting = read(taken, false);
      sums.fold(FoldStore.Waiting.ABOVE, waiting);
      passOn(taken, waiting);
    }
    return taken.length;
  }

  /** Added up, so that readers below have less to add. */
  private void passOn(long[] taken, Map<Long, WaitingRow> waiting) {
    Map<TallyRow, SumFold.Added> byPlace = new LinkedHashMap<>();
    Map<TallyRow, Long> last = new HashMap<>();
    waiting.forEach(
        (id, row) -> {
          TallyRow place = new TallyRow(row.region(), row.year(), row.basis(), row.kind(), "");
          SumFold.Added known = byPlace.get(place);
          if (known == null) {
            byPlace.put(place, new SumFold.Added(id, row));
          } else {
            known.add(row);
          }
          last.merge(place, id, Math::max);
        });
    List<Long> alone = new ArrayList<>();
    Map<Long, TallyRow> places = new LinkedHashMap<>();
    Map<Long, SumFold.Added> together = new HashMap<>();
    byPlace.forEach(
        (place, added) -> {
          if (added.isAlone()) {
            alone.add(added.first());
          } else {
            long id = Objects.requireNonNull(last.get(place));
            places.put(id, place);
            together.put(id, added);
          }
        });
    store.passOn(taken, alone.stream().mapToLong(id -> id).toArray());
    if (!places.isEmpty()) {
      store.passOn(places, together);
    }
  }

  /** From the database, whatever readers remember: what is folded once is not looked at again. */
  private Map<Long, WaitingRow> read(long[] ids, boolean below) {
    Map<Long, WaitingRow> read = LinkedHashMap.newLinkedHashMap(ids.length);
    rows.read(
        Arrays.stream(ids).mapToObj(id -> new WaitingStore.Key(below, id)).toList(),
        (key, row) -> read.put(key.id(), row));
    return read;
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
    sums.fold(FoldStore.Waiting.BELOW, read(ids, true));
    store.removeBelow(ids);
    return ids.length;
  }

  /** What stands just before a code that ends in a digit. */
  private static String before(String region) {
    int end = region.length() - 1;
    return region.substring(0, end) + (char) (region.charAt(end) - 1);
  }

  /** Folds changes of what is expected. */
  int foldExpected(int most) {
    long[] taken = store.oldestExpected(most);
    if (taken.length > 0) {
      store.foldExpected(taken);
    }
    return taken.length;
  }
}
