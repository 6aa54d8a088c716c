package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.QuantityReader;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Adds up the lists of a text. A list is fine where it adds up up to one of its items: what stands
 * behind may divide the same total again. A list that says that it is complete (54+357=411, 包括, 分为,
 * kinds that leave nothing over, 其他 as the last item) is wrong where it does not, and every list is
 * whose items are more than their total. Items on several channels count once in their total, so
 * there the parts may be more.
 */
final class ListsInText {

  private static final char Q = Passage.QUANTITY;
  private static final Pattern SUM =
      Pattern.compile("%1$c(?:\\+%1$c)+=%1$c|%1$c(?:=|[(])%1$c(?:\\+%1$c)+".formatted(Q));
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

  /** 网站12条、微信30条，合计42条: what was listed before it is added up. */
  private static final Pattern ADDED_UP =
      Pattern.compile(
          "(?<parts>%1$c(?:[、，,；;][^%1$c。；;，,、\\n]{0,16}%1$c){1,12})[、，,；;](?:合计|共计|总计|总共|一共)(?:收到|受理|办理|办结|答复|公开|发布|主动|政府|政务|信息|申请|达|为|是|有|了){0,4}%1$c"
              .formatted(Q));

  private static final Pattern OTHER =
      Pattern.compile("比|较|同期|增|减|占|其中|包括|等|主要|另|还|以及其他|累计|个别|答复|办结|收到|受理|结转|同时|均");
  private static final Pattern CHANNELS = Pattern.compile("网|微信|微博|公众号|平台|媒体|客户端|头条|抖音|公开栏|公示");
  private static final Pattern LEAVES_NOTHING =
      Pattern.compile(
          "自然人.*(?:法人|组织|企业)|维持.*纠正.*其他.*(?:尚未|未)审结|予以公开.*不予公开.*无法提供.*不予处理.*其他处理", Pattern.DOTALL);

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

  private static final Pattern ALL_ANSWERED =
      Pattern.compile(
          ("(?:收到|受理)(?:政府)?信息公开申请%1$c(?:[^全]|全(?!部)){0,300}全部[^。；\\n"
                  + "]{0,24}答复(?:(?!结果)[^。]|。){0,200}结果(?:方面)?[，,:：](?<parts>[^%1$c。；;，,\\n"
                  + "]{2,12}%1$c(?:[、，,；;][^%1$c。；;，,\\n"
                  + "]{2,12}%1$c){1,8}[、，,；;]其他情[况形](?:[(][^%1$c()]{0,40}[)])?%1$c)(?=[。\\n"
                  + "]|$)")
              .formatted(Q));
  private static final Pattern NOT_ALL = Pattern.compile("其余|结转|上年|上一年|撤[回销]|尚未|正在|延期办理");
  private static final Pattern REST_NAMED =
      Pattern.compile("(?:^|的|及|发布|公开)其[他它](?!结果|处理|组织)[^(]{0,14}(?:[(].*)?$");
  private static final Pattern OTHER_NAMED =
      Pattern.compile("比|较|同期|增|减|占|其中|包括|主要|另|还|以及其他|个别|答复|办结|收到|受理|结转|同时|均");

  /** What opens a list that leaves nothing out. */
  private static final Set<String> WHOLE = Set.of("包括", "包含", "具体包括", "具体包含", "具体为", "分为");

  private static final Pattern PUBLISHED = Pattern.compile("公开|发布|推送|更新|信息");
  private static final Pattern NOT_PUBLISHED =
      Pattern.compile("粉丝|关注|留言|浏览|阅读|点击|评论|点赞|咨询|访问|转[载发]|栏目|账号|开设|回复|处理|比|较|增|减|年");

  /** Of how many more or fewer there are nothing is listed. */
  private static final Pattern DIFFERENCE = Pattern.compile("[比较增减多少]|同期|上年|去年");

  private static final String SENTENCE_ENDS = "。！？!?\n";
  private static final String CLAUSE_ENDS = "，,；;。：:\n" + Q;
  private static final String DOCUMENTS = "文件";

  /** So many signs at the end name what is counted. */
  private static final int NOUN = 2;

  /** Of one more than that something is told, not only which kind it is. */
  private static final int LONGEST_KIND = 4;

  private static final int LONGEST = 1_000;
  private static final int MOST_MEMBERS = 40;
  private static final int MOST_BEFORE = 4;

  private final Form form;
  private final List<Rule> rules;
  private final TextAgainstCells cells;

  /** Where the totals stand of the lists of a text that were found to be wrong. */
  private final Set<Integer> told = new HashSet<>();

  ListsInText(Form form, TextAgainstCells cells) {
    this.form = form;
    this.rules = form.rules(Relation.LISTED);
    this.cells = cells;
  }

  void find(NarrativeText text, TextFindings findings) {
    told.clear();
    List<QuantityReader.Quantity> all = Objects.requireNonNull(text.passage()).quantities();
    if (all.size() < 3) {
      return;
    }
    String signs = text.passage().signs();
    if (signs.indexOf('+') >= 0) {
      Matcher sum = SUM.matcher(signs);
      for (int i = 0; i + 2 < all.size(); i++) {
        int from = all.get(i).place();
        if (!sum.region(from, Math.min(signs.length(), from + MOST_MEMBERS)).lookingAt()) {
          continue;
        }
        boolean totalLast = sum.group().charAt(1) == '+';
        List<QuantityReader.Quantity> members =
            members(all.subList(i, Math.min(all.size(), i + MOST_MEMBERS)), from, sum.end());
        QuantityReader.Quantity total = totalLast ? members.getLast() : members.getFirst();
        members.remove(total);
        check(text, total, members, findings);
      }
    }
    if (signs.contains("其中")
        || signs.contains("包")
        || signs.contains("含")
        || signs.contains("具体为")
        || signs.contains("分")) {
      Matcher list = LIST.matcher(signs);
      Matcher items = ITEMS.matcher(signs);
      for (int i = 0; i + 2 < all.size(); i++) {
        int from = all.get(i).place();
        int to = Math.min(signs.length(), from + LONGEST);
        Matcher found =
            list.region(from, to).lookingAt()
                ? list
                : items.region(from, to).lookingAt() ? items : null;
        if (found != null) {
          List<QuantityReader.Quantity> near =
              all.subList(i, Math.min(all.size(), i + MOST_MEMBERS));
          checkList(text, all.subList(Math.max(0, i - MOST_BEFORE), i), near, found, findings);
        }
      }
    }
    if (signs.contains("计") || signs.contains("一共") || signs.contains("总共")) {
      findAddedUp(text, signs, all, findings);
    }
    if (signs.contains("其他情")) {
      findOutcomes(text, signs, all, findings);
    }
    if (signs.contains("其中") || signs.contains("包") || signs.contains("含") || signs.contains("在")) {
      for (NestedLists.Listed listed : new NestedLists(text).read()) {
        checkNested(text, listed, findings);
      }
    }
  }

  /** Applications that were all answered, and outcomes down to the other ones that are fewer. */
  private void findOutcomes(
      NarrativeText text, String signs, List<QuantityReader.Quantity> all, TextFindings findings) {
    Matcher outcomes = ALL_ANSWERED.matcher(signs);
    if (outcomes.find() && !NOT_ALL.matcher(signs).find()) {
      QuantityReader.Quantity total = members(all, outcomes.start(), outcomes.end()).getFirst();
      List<QuantityReader.Quantity> members =
          members(all, outcomes.start("parts"), outcomes.end("parts"));
      if (members.stream().allMatch(m -> counts(m).equals(counts(total)))
          && sum(members).compareTo(total.number()) < 0) {
        check(text, total, members, findings);
      }
    }
  }

  /** Lists whose items have brackets of their own, or that stand in brackets themselves. */
  private void checkNested(NarrativeText text, NestedLists.Listed listed, TextFindings findings) {
    QuantityReader.Quantity total = listed.total();
    List<QuantityReader.Quantity> members = listed.items();
    if (told.contains(total.place()) || DIFFERENCE.matcher(listed.of()).find()) {
      return;
    }
    if (isLargerThanAll(listed)) {
      List<QuantityReader.Quantity> totals = new ArrayList<>(listed.before());
      totals.add(total);
      check(text, totals, members, findings);
      return;
    }
    String last = listed.names().getLast();
    String parts = String.join(Q + "，", listed.names()) + Q;
    boolean rest = REST_NAMED.matcher(last).find() && !isRestOfDocuments(last + Q, listed.of());
    boolean complete =
        !listed.goesOn() && (rest || listed.ended() && WHOLE.contains(listed.says()));
    boolean exceeds = sum(members).compareTo(total.number()) > 0;
    if (listed.names().stream().noneMatch(name -> OTHER_NAMED.matcher(name).find())
        && members.stream().allMatch(m -> counts(m).equals(counts(total)))
        && (complete || exceeds && !listed.goesOn() && isAlike(parts))
        && !addsUp(members, total)
        && !dividesAnItem(members)
        && (listed.inBrackets() || !isOfMore(listed.before(), total, members))
        && !(exceeds && CHANNELS.matcher(parts).find())) {
      check(text, total, members, findings);
    }
  }

  /**
   * A channel on which more was published than on all of them, and than what the sentence tells
   * before. What people did there, and channels themselves, are counted apart.
   */
  private static boolean isLargerThanAll(NestedLists.Listed listed) {
    BigDecimal most = listed.total().number();
    for (QuantityReader.Quantity one : listed.before()) {
      most = most.add(one.number());
    }
    for (int i = 0; i < listed.items().size(); i++) {
      QuantityReader.Quantity item = listed.items().get(i);
      String name = listed.names().get(i);
      if (!item.unit().equals(listed.total().unit())
          || !CHANNELS.matcher(name).find()
          || NOT_PUBLISHED.matcher(name).find()) {
        return false;
      }
      if (item.number().compareTo(most) > 0) {
        return PUBLISHED.matcher(listed.of()).find();
      }
    }
    return false;
  }

  /** Sums that stand behind what they add up. */
  private void findAddedUp(
      NarrativeText text, String signs, List<QuantityReader.Quantity> all, TextFindings findings) {
    Matcher added = ADDED_UP.matcher(signs);
    for (int i = 0; i + 2 < all.size(); i++) {
      int from = all.get(i).place();
      int start = sentenceStart(signs, from, i == 0 ? 0 : all.get(i - 1).place());
      if (start < 0 || !added.region(from, Math.min(signs.length(), from + LONGEST)).lookingAt()) {
        continue;
      }
      List<QuantityReader.Quantity> members =
          members(all.subList(i, Math.min(all.size(), i + MOST_MEMBERS)), from, added.end());
      QuantityReader.Quantity total = members.removeLast();
      BigDecimal sum = BigDecimal.ZERO;
      boolean adds = false;
      for (QuantityReader.Quantity member : members.reversed()) {
        sum = sum.add(member.number());
        adds |= sum.compareTo(total.number()) == 0;
      }
      if (!adds
          && !OTHER.matcher(added.group("parts")).find()
          && !DIFFERENCE.matcher(signs.substring(start, from)).find()
          && members.stream().allMatch(m -> counts(m).equals(counts(total)))
          && members.stream().allMatch(m -> m.number().compareTo(total.number()) <= 0)) {
        check(text, total, members, findings);
      }
    }
  }

  /** Where the sentence of a number begins; -1 where another number of it stands before. */
  private static int sentenceStart(String signs, int place, int before) {
    for (int from = place; from > before; from--) {
      if (SENTENCE_ENDS.indexOf(signs.charAt(from - 1)) >= 0) {
        return from;
      }
    }
    return before == 0 && signs.charAt(0) != Q ? 0 : place == 0 ? 0 : -1;
  }

  private void checkList(
      NarrativeText text,
      List<QuantityReader.Quantity> before,
      List<QuantityReader.Quantity> all,
      Matcher list,
      TextFindings findings) {
    String parts = list.group("parts");
    String signs = Objects.requireNonNull(text.passage()).signs();
    int clause = list.start();
    while (clause > 0 && CLAUSE_ENDS.indexOf(signs.charAt(clause - 1)) < 0) {
      clause--;
    }
    if (DIFFERENCE.matcher(signs).region(clause, list.start()).find()
        || OF_BOTH.matcher(parts + list.group("rest")).find()
        || OTHER.matcher(parts).find()
        || OTHER.matcher(list.group("rest")).find()) {
      return;
    }
    List<QuantityReader.Quantity> members = members(all, list.start(), list.end("parts"));
    QuantityReader.Quantity total = members.removeFirst();
    members.removeIf(member -> isNumeral(member, signs));
    boolean complete =
        !isCut(list, signs)
            && (!SOME.contains(list.group("says"))
                || LEAVES_NOTHING.matcher(parts).find()
                || WAYS_IN.matcher(parts).matches()
                || REST.matcher(parts).find()
                    && !goesOn(list, signs)
                    && !isRestOfDocuments(parts, signs.substring(clause, list.start())));
    boolean overlaps = CHANNELS.matcher(parts).find() && !BY_POST_OR_HAND.matcher(parts).find();
    BigDecimal sum = sum(members);
    boolean exceeds = sum.compareTo(total.number()) > 0;
    if (members.stream().allMatch(m -> counts(m).equals(counts(total)))
        && (complete || exceeds)
        && !addsUp(members, total)
        && !dividesAnItem(members)
        && !isOfMore(inSentence(before, total, signs), total, members)
        && (complete || isAlike(parts))
        && !(overlaps && exceeds)) {
      check(text, total, members, findings);
    }
  }

  /** 公开信息96条，其中规范性文件3件，其他文件28件: what was left over of documents, not of all. */
  private static boolean isRestOfDocuments(String parts, String total) {
    return parts.endsWith(DOCUMENTS + Q) && !total.contains(DOCUMENTS);
  }

  /** (1) and 1、 number an item. */
  private static boolean isNumeral(QuantityReader.Quantity quantity, String signs) {
    int place = quantity.place();
    return quantity.unit().isEmpty()
        && (signs.startsWith("、", place + 1)
            || signs.startsWith(")", place + 1) && place > 0 && signs.charAt(place - 1) == '(');
  }

  /** Whether the first items, or all, make the total. */
  private static boolean addsUp(
      List<QuantityReader.Quantity> members, QuantityReader.Quantity total) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < members.size(); i++) {
      sum = sum.add(members.get(i).number());
      if (i > 0 && sum.compareTo(total.number()) == 0) {
        return true;
      }
    }
    return false;
  }

  /** 未经复议起诉3件，维持2件，尚未审结1件: what stands behind an item can be what that is made of. */
  private static boolean dividesAnItem(List<QuantityReader.Quantity> members) {
    for (int i = 0; i + 2 < members.size(); i++) {
      BigDecimal behind = sum(members.subList(i + 1, members.size()));
      if (behind.compareTo(members.get(i).number()) == 0) {
        return true;
      }
    }
    return false;
  }

  /** What stands behind was not read: another item with a long name, or a list of very many. */
  private static boolean isCut(Matcher list, String signs) {
    return list.end() < signs.length() && "。；\n".indexOf(signs.charAt(list.end())) < 0;
  }

  /** 其他文件102条；工作报告2条: another item stands behind that of the rest. */
  private static boolean goesOn(Matcher list, String signs) {
    int end = list.end();
    int next = signs.indexOf(Q, end);
    return end < signs.length()
        && "；;".indexOf(signs.charAt(end)) >= 0
        && next > 0
        && next - end < LONGEST_KIND * 4
        && signs.substring(end, next).chars().noneMatch(sign -> "，,。\n".indexOf(sign) >= 0);
  }

  private static List<QuantityReader.Quantity> inSentence(
      List<QuantityReader.Quantity> before, QuantityReader.Quantity total, String signs) {
    return before.stream()
        .filter(q -> !signs.substring(q.place(), total.place()).matches("(?s).*[。\\n].*"))
        .toList();
  }

  /**
   * Whether the list is one of what stands before it, too: 简易程序28件，一般程序16件，其中处罚39件，其他5件; or ends
   * what was listed before it: 公开96条，其中网站41条，其中公告6条，部门信息55条.
   */
  private static boolean isOfMore(
      List<QuantityReader.Quantity> before,
      QuantityReader.Quantity total,
      List<QuantityReader.Quantity> members) {
    BigDecimal parts = sum(members);
    BigDecimal together = total.number();
    for (QuantityReader.Quantity one : before.reversed()) {
      together = together.add(one.number());
      if (together.compareTo(parts) == 0 || one.number().compareTo(parts) == 0) {
        return true;
      }
    }
    BigDecimal rest = total.number();
    for (QuantityReader.Quantity member : members.reversed()) {
      rest = rest.add(member.number());
      BigDecimal all = rest;
      if (before.stream().anyMatch(one -> one.number().compareTo(all) == 0)) {
        return true;
      }
    }
    return false;
  }

  /** 其中新开设5个，优化栏目23个: what a later clause names anew is no part for certain. */
  private static boolean isAlike(String parts) {
    Set<String> ends = new HashSet<>();
    for (String clause : parts.split("[，；]", -1)) {
      String first = clause.substring(0, Math.max(0, clause.indexOf(Q)));
      String end = first.substring(Math.max(0, first.length() - NOUN));
      if (!ends.isEmpty() && first.length() > LONGEST_KIND && !ends.contains(end)) {
        return false;
      }
      ends.add(end);
    }
    return true;
  }

  private static String counts(QuantityReader.Quantity quantity) {
    return "条件篇则个份宗起".contains(quantity.unit()) ? "件" : quantity.unit();
  }

  private void check(
      NarrativeText text,
      QuantityReader.Quantity total,
      List<QuantityReader.Quantity> parts,
      TextFindings findings) {
    check(text, List.of(total), parts, findings);
  }

  private void check(
      NarrativeText text,
      List<QuantityReader.Quantity> totals,
      List<QuantityReader.Quantity> parts,
      TextFindings findings) {
    BigDecimal total = sum(totals);
    BigDecimal sum = sum(parts);
    List<QuantityReader.Quantity> all = new ArrayList<>(parts);
    all.addAll(totals);
    boolean settled =
        all.stream().anyMatch(q -> q.approximate() || cells.isContradicted(text.part(), q.place()));
    if (settled || sum.compareTo(total) == 0) {
      return;
    }
    told.add(totals.getLast().place());
    int start = all.stream().mapToInt(QuantityReader.Quantity::start).min().orElseThrow();
    int end = all.stream().mapToInt(QuantityReader.Quantity::end).max().orElseThrow();
    for (Rule rule : rules) {
      findings.add(
          text.finding(
              form, rule, FindingKind.LIST_DIFFERS, List.of(text.quote(start, end)), total, sum));
    }
  }

  private static List<QuantityReader.Quantity> members(
      List<QuantityReader.Quantity> all, int from, int to) {
    List<QuantityReader.Quantity> members = new ArrayList<>();
    for (QuantityReader.Quantity quantity : all) {
      if (quantity.place() >= from && quantity.place() < to) {
        members.add(quantity);
      }
    }
    return members;
  }

  private static BigDecimal sum(List<QuantityReader.Quantity> parts) {
    return parts.stream()
        .map(QuantityReader.Quantity::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
