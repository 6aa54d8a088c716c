package org.gongkai.check;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.SignSet;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;

/**
 * Lists that a word opens behind their total: 411条，其中网站54条、微信357条. One that says that it is
 * complete (包括, 分为, kinds that leave nothing over, 其他 as the last item) is wrong where it does not
 * add up, and every one is whose items are more than their total.
 */
final class OpenedLists implements ListReader {

  private static final char Q = Passage.QUANTITY;
  private static final Pattern LIST =
      Pattern.compile(
          "%1$c(?:[，,:：(]{0,2}|。(?=其中))(?<says>其中|(?:具体)?包括|包含|含|具体为|分为|分别为|分别是)(?<parts>[^%1$c。；\\n]{0,30}%1$c(?:[^%1$c。；\\n]{0,24}%1$c){1,38})(?<rest>[^。；\\n]{0,40})"
              .formatted(Q));

  /** 其中：网络12件；信函5件；当面2件: one number in each item, which may be numbered. */
  private static final Pattern ITEMS =
      Pattern.compile(
          "%1$c(?:[，,:：(]{0,2}|。(?=其中))(?<says>其中|(?:具体)?包括|包含|含|具体为|分为|分别为|分别是)(?<parts>[，,:：]?%2$s[^%1$c。；;\\n]{0,30}%1$c(?:[)]?[；;]%2$s[^%1$c。；;\\n]{0,30}%1$c){1,38})(?<rest>[)]?(?=[。\\n]|$))"
              .formatted(
                  Q, "(?:[(](?:%c|[一二三四五六七八九十])[)]|[一二三四五六七八九十]是|%c、|[①-⑳])?".formatted(Q, Q)));

  private static final Pattern LEAVES_NOTHING =
      Pattern.compile(
          "自然人.*(?:法人|组织|企业)|维持.*纠正.*其他.*(?:尚未|未)审结|予以公开.*不予公开.*无法提供.*不予处理.*其他处理", Pattern.DOTALL);

  /** All results of cases, or all outcomes, so that none of them divides another. */
  private static final Pattern ALL_RESULTS =
      Pattern.compile("维持.*纠正.*其他.*(?:尚未|未)审结|予以公开.*不予公开.*无法提供.*不予处理.*其他处理", Pattern.DOTALL);

  /** How lawsuits come about; two numbers, as a third could be what became of the first. */
  private static final Pattern LAWSUITS =
      Pattern.compile("未经[^%1$c]{0,2}复议[^%1$c]*%1$c[^%1$c]*复议后[^%1$c]*%1$c".formatted(Q));

  /** 直接起诉2件(维持1件、尚未审结1件): what an item in turn is made of, which {@code NestedLists} reads. */
  private static final Pattern DIVIDED = Pattern.compile("%1$c[(][^()]*%1$c".formatted(Q));

  /** 复议16件，诉讼4件，其中3件复议、2件诉讼维持: parts of both, and not of the number right before them. */
  private static final Pattern OF_BOTH =
      Pattern.compile("%1$c(?:行政)?复议(?:案件)?[、，,和及与]?%1$c(?:行政)?诉讼".formatted(Q));

  /** How applications come in: whoever names these three leaves none out. */
  private static final Pattern WAYS_IN =
      Pattern.compile(
          "(?=.*(?:网络|网上|在线|网页|网站|平台))(?=.*(?:信函|邮寄|来信|信件|书信|邮政|快递))(?=.*(?:当面|现场|窗口)).*",
          Pattern.DOTALL);

  private static final Pattern BY_POST_OR_HAND = Pattern.compile("信函|邮寄|来信|信件|书信|当面|窗口");

  /** Whose items may leave something over. */
  private static final Set<String> SOME = Set.of("其中", "含");

  /** The last item is what was left over, and no kind that the form calls so. */
  private static final Pattern REST =
      Pattern.compile("其[他它](?!结果|处理|组织)[^%1$c]{0,12}%1$c$".formatted(Q));

  /** With what the words begin that open a list, and what can stand before them. */
  private static final SignSet OPENS = SignSet.of("其具包含分");

  private static final SignSet LEADS = SignSet.of("，,:：(");
  private static final int MOST_LEADS = 2;

  /** What ends the name of an item of a list whose items semicolons part. */
  private static final SignSet NAME_ENDS = Boundaries.SENTENCE.and('，').and(',');

  private static final int MOST_BEFORE = 4;

  @Override
  public void find(Passage passage, Consumer<ClaimedSum> found) {
    String signs = passage.signs();
    if (!signs.contains("其中")
        && !signs.contains("包")
        && !signs.contains("含")
        && !signs.contains("具体为")
        && !signs.contains("分")) {
      return;
    }
    List<Quantity> all = passage.quantities();
    Matcher list = LIST.matcher(signs);
    Matcher items = ITEMS.matcher(signs);
    for (int i = 0; i + 2 < all.size(); i++) {
      int from = all.get(i).place();
      if (!canOpen(signs, from + 1)) {
        continue;
      }
      int to = Math.min(signs.length(), from + LONGEST);
      Matcher read =
          list.region(from, to).lookingAt()
              ? list
              : items.region(from, to).lookingAt() ? items : null;
      if (read != null) {
        check(signs, all, i, read, found);
      }
    }
  }

  private static boolean canOpen(String signs, int behind) {
    int at = behind;
    while (at < signs.length() && at - behind < MOST_LEADS && LEADS.has(signs.charAt(at))) {
      at++;
    }
    at += at == behind && signs.startsWith("。", at) ? 1 : 0;
    return at < signs.length() && OPENS.has(signs.charAt(at));
  }

  private static void check(
      String signs, List<Quantity> all, int index, Matcher list, Consumer<ClaimedSum> found) {
    String parts = list.group("parts");
    int clause = Boundaries.CLAUSE_OR_NUMBER.behindLast(signs, 0, list.start());
    if (ListWords.DIFFERENCE.matcher(signs).region(clause, list.start()).find()
        || OF_BOTH.matcher(parts + list.group("rest")).find()
        || DIVIDED.matcher(parts).find()
        || ListWords.OTHER.matcher(parts).find()
        || ListWords.OTHER.matcher(list.group("rest")).find()) {
      return;
    }
    List<Quantity> members = ListReader.members(all, index, list.start(), list.end("parts"));
    Quantity total = members.removeFirst();
    members.removeIf(member -> isNumeral(member, signs));
    ClaimedSum sum = ClaimedSum.of(total, members);
    boolean complete =
        !isCut(list, signs)
            && !hasMore(list, all, index)
            && (!SOME.contains(list.group("says"))
                || LEAVES_NOTHING.matcher(parts).find()
                || LAWSUITS.matcher(parts).matches()
                || WAYS_IN.matcher(parts).matches()
                || REST.matcher(parts).find()
                    && !goesOn(list, signs)
                    && !ListWords.isRestOfDocuments(parts, signs.substring(clause, list.start())));
    boolean overlaps =
        ListWords.CHANNELS.matcher(parts).find() && !BY_POST_OR_HAND.matcher(parts).find();
    boolean exceeds = sum.exceeds();
    List<Quantity> before = all.subList(Math.max(0, index - MOST_BEFORE), index);
    if (sum.isOfOneKind()
        && (complete || exceeds)
        && !sum.addsUp()
        && (ALL_RESULTS.matcher(parts).find() || !sum.dividesAnItem())
        && !sum.isOfMore(inSentence(before, total, signs))
        && (complete || ListWords.areAlike(parts))
        && !(overlaps && exceeds)) {
      found.accept(sum);
    }
  }

  /** (1) and 1、 number an item. */
  private static boolean isNumeral(Quantity quantity, String signs) {
    int place = quantity.place();
    return quantity.unit().isEmpty()
        && (signs.startsWith("、", place + 1)
            || signs.startsWith(")", place + 1) && place > 0 && signs.charAt(place - 1) == '(');
  }

  /** What stands behind was not read: another item with a long name, or a list of very many. */
  private static boolean isCut(Matcher list, String signs) {
    return list.end() < signs.length() && !Boundaries.STRONG.has(signs.charAt(list.end()));
  }

  /** Another item stands behind, whose name is too long to be read as one. */
  private static boolean hasMore(Matcher list, List<Quantity> all, int total) {
    return ListReader.members(all, total, list.start("rest"), list.end("rest")).stream()
        .anyMatch(q -> q.unit().equals(all.get(total).unit()));
  }

  /** 其他文件102条；工作报告2条: another item stands behind that of the rest. */
  private static boolean goesOn(Matcher list, String signs) {
    int end = list.end();
    int next = signs.indexOf(Q, end);
    return end < signs.length()
        && "；;".indexOf(signs.charAt(end)) >= 0
        && next > 0
        && next - end < ListWords.LONGEST_KIND * 4
        && !NAME_ENDS.isIn(signs, end, next);
  }

  private static List<Quantity> inSentence(List<Quantity> before, Quantity total, String signs) {
    return before.stream()
        .filter(q -> !Boundaries.SENTENCE.isIn(signs, q.place(), total.place()))
        .toList();
  }
}
