package org.gongkai.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.SignSet;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;

/** Lists that are added up behind themselves: 网站12条、微信30条，合计42条. */
final class TotalsBehindLists implements ListReader {

  private static final char Q = Passage.QUANTITY;
  private static final Pattern ADDED_UP =
      Pattern.compile(
          "(?<parts>%1$c(?:[、，,；;][^%1$c。；;，,、\\n]{0,16}%1$c){1,12})[、，,；;](?:合计|共计|总计|总共|一共)(?:收到|受理|办理|办结|答复|公开|发布|主动|政府|政务|信息|申请|达|为|是|有|了){0,4}%1$c"
              .formatted(Q));
  private static final SignSet PARTS_ITEMS = SignSet.of("、，,；;");

  /** With what the words begin, or end, that add up. */
  private static final SignSet ADDS = SignSet.of("计共");

  /** A number is so near to the one before it, if it is one of its list. */
  private static final int LONGEST_ITEM = 18;

  /** So far behind its first number a list that is read is added up at the most. */
  private static final int FARTHEST = 250;

  @Override
  public void find(Passage passage, Consumer<ClaimedSum> found) {
    String signs = passage.signs();
    if (!signs.contains("计") && !signs.contains("一共") && !signs.contains("总共")) {
      return;
    }
    List<Quantity> all = passage.quantities();
    Matcher added = ADDED_UP.matcher(signs);
    int adds = -1;
    for (int i = 0; i + 2 < all.size(); i++) {
      int from = all.get(i).place();
      adds = adds < from ? ADDS.first(signs, from, signs.length()) : adds;
      if (adds - from > FARTHEST
          || all.get(i + 1).place() - from > LONGEST_ITEM
          || !PARTS_ITEMS.isIn(signs, from + 1, Math.min(signs.length(), from + 2))) {
        continue;
      }
      int start = sentenceStart(signs, from, i == 0 ? 0 : all.get(i - 1).place());
      if (start >= 0 && added.region(from, Math.min(signs.length(), from + LONGEST)).lookingAt()) {
        List<Quantity> members = ListReader.members(all, i, from, added.end());
        ClaimedSum sum = ClaimedSum.of(members.removeLast(), members);
        if (!sum.addsUpFromItsEnd()
            && !ListWords.OTHER.matcher(added.group("parts")).find()
            && !ListWords.DIFFERENCE.matcher(signs.substring(start, from)).find()
            && sum.isOfOneKind()
            && members.stream().allMatch(m -> m.number().compareTo(sum.total()) <= 0)) {
          found.accept(sum);
        }
      }
    }
  }

  /** Where the sentence of a number begins; -1 where another number of it stands before. */
  private static int sentenceStart(String signs, int place, int before) {
    int start = Boundaries.SENTENCE.behindLast(signs, before, place);
    if (start > before) {
      return start;
    }
    return before == 0 && signs.charAt(0) != Q ? 0 : place == 0 ? 0 : -1;
  }
}
