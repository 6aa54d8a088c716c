package org.gongkai.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.SignSet;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;

/** Sums with their signs: 54+357=411, 411（54+357）. */
final class WrittenSums implements ListReader {

  private static final Pattern SUM =
      Pattern.compile(
          "%1$c(?:\\+%1$c)+=%1$c|%1$c(?:=|[(])%1$c(?:\\+%1$c)+".formatted(Passage.QUANTITY));

  private static final SignSet JOINS = SignSet.of("+=(");

  @Override
  public void find(Passage passage, Consumer<ClaimedSum> found) {
    String signs = passage.signs();
    if (signs.indexOf('+') < 0) {
      return;
    }
    List<Quantity> all = passage.quantities();
    Matcher sum = SUM.matcher(signs);
    for (int i = 0; i + 2 < all.size(); i++) {
      int from = all.get(i).place();
      if (JOINS.isIn(signs, from + 1, Math.min(signs.length(), from + 2))
          && sum.region(from, Math.min(signs.length(), from + MOST_MEMBERS)).lookingAt()) {
        List<Quantity> members = ListReader.members(all, i, from, sum.end());
        boolean totalLast = sum.group().charAt(1) == '+';
        Quantity total = totalLast ? members.removeLast() : members.removeFirst();
        found.accept(ClaimedSum.of(total, members));
      }
    }
  }
}
