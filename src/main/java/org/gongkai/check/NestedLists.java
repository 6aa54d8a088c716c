package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;

/** Lists whose items have brackets of their own, or that stand in brackets themselves. */
final class NestedLists implements ListReader {

  private static final char Q = Passage.QUANTITY;

  /** The last item is what was left over, and no kind that the form calls so. */
  private static final Pattern REST_NAMED =
      Pattern.compile("(?:^|的|及|发布|公开)其[他它](?!结果|处理|组织)[^(]{0,14}(?:[(].*)?$");

  private static final Pattern OTHER_NAMED =
      Pattern.compile("比|较|同期|增|减|占|其中|包括|主要|另|还|以及其他|个别|答复|办结|收到|受理|结转|同时|均");

  /** What opens a list that leaves nothing out. */
  private static final Set<String> WHOLE = Set.of("包括", "包含", "具体包括", "具体包含", "具体为", "分为");

  private static final Pattern PUBLISHED = Pattern.compile("公开|发布|推送|更新|信息");
  private static final Pattern NOT_PUBLISHED =
      Pattern.compile("粉丝|关注|留言|浏览|阅读|点击|评论|点赞|咨询|访问|转[载发]|栏目|账号|开设|回复|处理|比|较|增|减|年");

  @Override
  public void find(Passage passage, Consumer<ClaimedSum> found) {
    String signs = passage.signs();
    if (signs.contains("其中") || signs.contains("包") || signs.contains("含") || signs.contains("在")) {
      for (ItemReader.Listed listed : new ItemReader(passage).read()) {
        check(listed, found);
      }
    }
  }

  private static void check(ItemReader.Listed listed, Consumer<ClaimedSum> found) {
    if (ListWords.DIFFERENCE.matcher(listed.of()).find()) {
      return;
    }
    ClaimedSum sum = listed.sum();
    if (isLargerThanAll(listed)) {
      List<Quantity> totals = new ArrayList<>(listed.before());
      totals.add(listed.total());
      found.accept(new ClaimedSum(totals, sum.parts()));
      return;
    }
    String last = listed.names().getLast();
    String parts = String.join(Q + "，", listed.names()) + Q;
    boolean rest =
        REST_NAMED.matcher(last).find() && !ListWords.isRestOfDocuments(last + Q, listed.of());
    boolean complete =
        !listed.goesOn() && (rest || listed.ended() && WHOLE.contains(listed.says()));
    boolean exceeds = sum.exceeds();
    if (listed.names().stream().noneMatch(name -> OTHER_NAMED.matcher(name).find())
        && sum.isOfOneKind()
        && (complete || exceeds && !listed.goesOn() && ListWords.areAlike(parts))
        && !sum.addsUp()
        && !sum.dividesAnItem()
        && (listed.inBrackets() || !sum.isOfMore(listed.before()))
        && !(exceeds && ListWords.CHANNELS.matcher(parts).find())) {
      found.accept(sum);
    }
  }

  /**
   * A channel on which more was published than on all of them, and than what the sentence tells
   * before. What people did there, and channels themselves, are counted apart.
   */
  private static boolean isLargerThanAll(ItemReader.Listed listed) {
    BigDecimal most = listed.total().number();
    for (Quantity one : listed.before()) {
      most = most.add(one.number());
    }
    for (int i = 0; i < listed.items().size(); i++) {
      Quantity item = listed.items().get(i);
      String name = listed.names().get(i);
      if (!item.unit().equals(listed.total().unit())
          || !ListWords.CHANNELS.matcher(name).find()
          || NOT_PUBLISHED.matcher(name).find()) {
        return false;
      }
      if (item.number().compareTo(most) > 0) {
        return PUBLISHED.matcher(listed.of()).find();
      }
    }
    return false;
  }
}
