package org.gongkai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;

/** Finds lists of one way of writing that claim a total which they may not have. */
interface ListReader {

  /** So many signs of a list are read. */
  int LONGEST = 1_000;

  /** So many numbers of a list are looked at. */
  int MOST_MEMBERS = 40;

  /** Those that are wrong for certain, if they do not add up. */
  void find(Passage passage, Consumer<ClaimedSum> found);

  /** The quantities between two places, of those from one on. */
  static List<Quantity> members(List<Quantity> all, int first, int from, int to) {
    List<Quantity> members = new ArrayList<>();
    int end = Math.min(all.size(), first + MOST_MEMBERS);
    for (int i = first; i < end && all.get(i).place() < to; i++) {
      if (all.get(i).place() >= from) {
        members.add(all.get(i));
      }
    }
    return members;
  }
}
