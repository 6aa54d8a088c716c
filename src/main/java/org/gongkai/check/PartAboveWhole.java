package org.gongkai.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Finds a single part that is more than its whole: 公开信息96条，其中网站102条. Lists of several parts are
 * {@code ListsInText}'s. What stands before the whole in its sentence can be what the part is of,
 * too.
 */
final class PartAboveWhole {

  private static final Pattern OF_WHICH =
      Pattern.compile(
          "[，,:：(]?其中[，,:：]?(?<name>[^%1$c。；;，,、\\n()]{1,24})".formatted(Passage.QUANTITY));

  /** What counts something else, or compares. */
  private static final Pattern NO_PART =
      Pattern.compile(
          "[比较增减占均各]|同期|累计|上年|去年|历年|粉丝|关注|留言|浏览|阅读|点击|评论|点赞|访问|转[载发]|参与|受众|覆盖|答复|办结|结转");

  private static final Pattern NO_WHOLE = Pattern.compile("[比较增减多少超余每]|同期|上年|去年|分别|新增");

  /** Fewer units than in a list, whose other items tell what it counts: 文件3件，其中附件5个. */
  private static final String ITEMS = "条件篇则";

  private static final int LONGEST = 200;

  private final Form form;
  private final List<Rule> rules;
  private final TextAgainstCells cells;

  PartAboveWhole(Form form, TextAgainstCells cells) {
    this.form = form;
    this.rules = form.rules(Relation.LISTED);
    this.cells = cells;
  }

  void find(NarrativeText text, TextFindings findings) {
    Passage passage = text.passage();
    List<Quantity> all = passage.quantities();
    String signs = passage.signs();
    if (rules.isEmpty() || !signs.contains("其中")) {
      return;
    }
    Matcher between = OF_WHICH.matcher(signs);
    for (int i = 0; i + 1 < all.size(); i++) {
      Quantity whole = all.get(i);
      Quantity part = all.get(i + 1);
      if (part.number().compareTo(whole.number()) > 0
          && isExact(whole, text)
          && isExact(part, text)
          && isLast(all, i + 1, signs)
          && part.counts(ITEMS).equals(whole.counts(ITEMS))
          && between.region(whole.place() + 1, part.place()).matches()
          && !NO_PART.matcher(between.group("name")).find()
          && !NO_WHOLE.matcher(words(signs, whole.place())).find()
          && isAboveAll(part.number(), all, i, signs)) {
        rules.forEach(
            rule ->
                findings.add(
                    text.finding(
                        form,
                        rule,
                        FindingKind.LIST_DIFFERS,
                        List.of(text.quote(whole.start(), part.end())),
                        whole.number(),
                        part.number())));
      }
    }
  }

  private boolean isExact(Quantity quantity, NarrativeText text) {
    return !quantity.approximate()
        && !quantity.split()
        && !cells.isContradicted(text.part(), quantity.place());
  }

  private static String words(String signs, int place) {
    return Boundaries.before(Boundaries.ITEM, signs, place, LONGEST);
  }

  /** Whether a part is more than all that its sentence has told up to the whole. */
  private static boolean isAboveAll(BigDecimal part, List<Quantity> all, int whole, String signs) {
    BigDecimal left = part;
    for (int i = whole; i >= 0 && left.signum() > 0; i--) {
      if (i < whole && Boundaries.STRONG.isIn(signs, all.get(i).place(), all.get(i + 1).place())) {
        break;
      }
      left = left.subtract(all.get(i).number());
    }
    return left.signum() > 0;
  }

  private static boolean isLast(List<Quantity> all, int part, String signs) {
    return part + 1 == all.size()
        || Boundaries.STRONG.isIn(signs, all.get(part).place(), all.get(part + 1).place());
  }
}
