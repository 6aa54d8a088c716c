package org.gongkai.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.gongkai.language.SignSet;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The percentages of a passage by the lists in which they stand: a list ends with its sentence, or
 * where a number without a percentage comes between.
 */
final class SharesOfText {

  /** Longer words between a number and its percentage are about something else. */
  private static final int LONGEST_LEAD = 40;

  /** What stands farther away is not what a list is of. */
  private static final int FARTHEST = 400;

  /** A text has hardly ever more of them in one sentence; what comes after is not looked at. */
  private static final int MOST = 40;

  private static final SignSet CLAUSE_ENDS = Boundaries.ITEM.and('(').and(')');

  private final ClaimWords words;
  private final String signs;
  private final List<Quantity> quantities;

  SharesOfText(ClaimWords words, Passage passage) {
    this.words = words;
    this.signs = passage.signs();
    this.quantities = passage.quantities();
  }

  /** Shares that stand in a list, each with a number, or each without one. */
  record Group(List<Share> shares) {

    Share first() {
      return shares.getFirst();
    }

    Share last() {
      return shares.getLast();
    }

    boolean counts() {
      return first().part() != null;
    }
  }

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<Share> open = new ArrayList<>();
    int next = 0;
    for (Percentage percentage : Percentage.in(signs)) {
      while (next < quantities.size() && quantities.get(next).place() < percentage.start()) {
        next++;
      }
      Share share = share(percentage, next == 0 ? null : quantities.get(next - 1));
      if (share == null || !open.isEmpty() && !goesOn(open.getLast(), share)) {
        close(open, groups);
      }
      if (share != null && open.size() < MOST) {
        open.add(share);
      }
    }
    close(open, groups);
    return groups;
  }

  private static void close(List<Share> open, List<Group> into) {
    if (!open.isEmpty()) {
      into.add(new Group(List.copyOf(open)));
      open.clear();
    }
  }

  private @Nullable Share share(Percentage percentage, @Nullable Quantity before) {
    int from = Math.max(0, percentage.start() - LONGEST_LEAD);
    if (before != null && before.place() >= from) {
      Matcher behind = words.behind.matcher(signs).region(before.place() + 1, percentage.start());
      if (behind.matches()) {
        boolean about = behind.group().indexOf('约') >= 0;
        return new Share(
            about ? percentage.roughly() : percentage, before, "", clauseStart(before.place()));
      }
    }
    int start = CLAUSE_ENDS.behindLast(signs, from, percentage.start());
    Matcher named = words.named.matcher(signs).region(start, percentage.start());
    return signs.substring(start, percentage.start()).indexOf(Passage.QUANTITY) < 0
            && named.matches()
        ? new Share(percentage, null, named.group("name"), start)
        : null;
  }

  private int clauseStart(int place) {
    return CLAUSE_ENDS.behindLast(signs, Math.max(0, place - LONGEST_LEAD), place);
  }

  private boolean goesOn(Share before, Share share) {
    if ((before.part() == null) != (share.part() == null)) {
      return false;
    }
    Quantity own = share.part();
    for (int at = before.end(); at < share.percentage().start(); at++) {
      char sign = signs.charAt(at);
      boolean another = sign == Passage.QUANTITY && (own == null || at != own.place());
      if (another || sign == '%' || Boundaries.SENTENCE.has(sign)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Numbers before a place that stand in its sentence and the one before it, in the same paragraph
   * or the one before, the nearest first.
   */
  List<Quantity> before(int place) {
    List<Quantity> near = new ArrayList<>();
    int ends = 0;
    int at = place;
    for (int i = firstFrom(place) - 1; i >= 0 && near.size() < MOST; i--) {
      Quantity quantity = quantities.get(i);
      if (place - quantity.place() > FARTHEST) {
        break;
      }
      while (at > quantity.place()) {
        at--;
        ends += Boundaries.SENTENCE.has(signs.charAt(at)) ? 1 : 0;
      }
      if (ends > 2) {
        break;
      }
      near.add(quantity);
    }
    return near;
  }

  /** Which number is the first that does not stand before a place. */
  private int firstFrom(int place) {
    int low = 0;
    int high = quantities.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quantities.get(middle).place() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The number behind a place in its sentence that has no percentage; null where none is. */
  @Nullable Quantity behind(int place) {
    int first = firstFrom(place);
    if (first == quantities.size() || quantities.get(first).place() - place > LONGEST_LEAD) {
      return null;
    }
    Quantity next = quantities.get(first);
    return Boundaries.SENTENCE.isIn(signs, place, next.place()) ? null : next;
  }

  /** The words between two places. */
  String between(int from, int to) {
    return signs.substring(Math.min(from, to), to);
  }

  /** The sentence around a place. */
  String sentence(int place) {
    int from = Boundaries.SENTENCE.behindLast(signs, Math.max(0, place - FARTHEST), place);
    int to = Boundaries.SENTENCE.first(signs, place, Math.min(signs.length(), place + FARTHEST));
    return signs.substring(from, to);
  }
}
