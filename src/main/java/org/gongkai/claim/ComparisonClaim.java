package org.gongkai.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.gongkai.finding.Finding;
import org.gongkai.language.SignSet;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of a number beside last year's: 41件，比上年（38件）增加3件，增长7.9%.
 *
 * @param now this year's
 * @param last last year's, where it stands there; or null
 * @param up whether it is said to be more
 * @param by how many more or fewer; or null
 * @param rate the same in percent; or null
 * @param times how many times last year's it is said to be; or null
 */
record ComparisonClaim(
    Quantity now,
    @Nullable Quantity last,
    boolean up,
    @Nullable Quantity by,
    @Nullable Percentage rate,
    @Nullable Multiple times,
    int start,
    int end) {

  private static final int LONGEST = 90;
  private static final int FARTHEST = 40;
  private static final SignSet CLAUSE_ENDS = Boundaries.ITEM.and('(');
  private static final String PIECES = "条件篇则个份宗起项例";

  /**
   * What a text says that the number is, and what it then must be; null where it is right. Where it
   * is held against last year's number, a decrease has a minus on both sides, so that an increase
   * that is called a decrease does not read as right.
   *
   * @param unit what both are printed with; null for a count
   */
  record Mistake(BigDecimal said, BigDecimal made, Finding.@Nullable Unit unit) {

    static Mistake ofCount(BigDecimal said, BigDecimal made) {
      return new Mistake(said, made, null);
    }

    private static Mistake ofRate(BigDecimal said, BigDecimal made) {
      return new Mistake(said, made, Finding.Unit.PERCENT);
    }
  }

  static List<ComparisonClaim> in(ClaimWords words, Passage passage) {
    String signs = passage.signs();
    List<Quantity> all = passage.quantities();
    List<ComparisonClaim> found = new ArrayList<>();
    int change = -1;
    for (int i = 0; i < all.size(); i++) {
      int from = all.get(i).place() + 1;
      int to = Math.min(signs.length(), from + LONGEST);
      change = change < from ? words.tellsOfChange.first(signs, from, signs.length()) : change;
      if (change >= to) {
        continue;
      }
      ComparisonClaim comparison = null;
      Matcher compared = words.compared.at(signs, from, to);
      Matcher times = compared == null ? words.times.at(signs, from, to) : null;
      if (compared != null) {
        comparison = comparison(words, signs, all, i, compared);
      } else if (times != null) {
        comparison = multiplied(words, signs, all, i, times);
      }
      if (comparison != null) {
        // a difference is not compared itself
        while (i + 1 < all.size() && all.get(i + 1).place() < comparison.end()) {
          i++;
        }
        if (comparison.isExact()) {
          found.add(comparison);
        }
      }
    }
    return found;
  }

  private static @Nullable ComparisonClaim comparison(
      ClaimWords words, String signs, List<Quantity> all, int index, Matcher compared) {
    Quantity now = all.get(index);
    Quantity last = within(all, index, compared.start("last"), compared.end("last"));
    Quantity before = index == 0 ? null : all.get(index - 1);
    boolean beside = before != null && isBeside(signs, before.place(), now.place());
    if (words.theirs.matcher(clause(signs, now.place())).find()) {
      if (last != null || before == null || !beside) {
        return null;
      }
      last = now;
      now = before;
    } else if (compared.start("last") == compared.end("last")) {
      // 2020年公开9条，2021年公开12条，增长33.3%
      if (before == null
          || !beside
          || !words.theirs.matcher(clause(signs, before.place())).find()
          || !words.ours.matcher(clause(signs, now.place())).find()) {
        return null;
      }
      last = before;
    }
    Quantity by =
        compared.start("by") < 0
            ? null
            : within(all, index, compared.start("by"), compared.end("by"));
    String printed = compared.start("rate") >= 0 ? compared.group("rate") : compared.group("only");
    int end = compared.end();
    Percentage rate =
        printed == null
            ? null
            : new Percentage(
                Objects.requireNonNull(
                    Percentage.number(printed.substring(0, printed.length() - 1))),
                end - printed.length(),
                end,
                compared.start("about") >= 0 && compared.end("about") > compared.start("about")
                    || Percentage.isAboutBehind(signs, end));
    return new ComparisonClaim(
        now, last, compared.start("up") >= 0, by, rate, null, clauseStart(signs, now.place()), end);
  }

  /** 是上年（9件）的2倍, 上年9件，今年18件，翻了一番. */
  private static @Nullable ComparisonClaim multiplied(
      ClaimWords words, String signs, List<Quantity> all, int index, Matcher times) {
    Multiple multiple = multiple(times);
    if (multiple == null) {
      return null;
    }
    Quantity now = all.get(index);
    String than =
        switch (multiple.kind()) {
          case TIMES -> "last";
          case MORE -> "than";
          case DOUBLED -> "over";
        };
    Quantity last =
        times.start(than) < 0 ? null : within(all, index, times.start(than), times.end(than));
    Quantity before = index == 0 ? null : all.get(index - 1);
    if (last == null
        && before != null
        && isBeside(signs, before.place(), now.place())
        && words.theirs.matcher(clause(signs, before.place())).find()
        && words.ours.matcher(clause(signs, now.place())).find()) {
      last = before;
    }
    boolean told = multiple.kind() == Multiple.Kind.TIMES || times.end(than) > times.start(than);
    return last == null && !told || words.theirs.matcher(clause(signs, now.place())).find()
        ? null
        : new ComparisonClaim(now, last, true, null, null, multiple, now.place(), times.end());
  }

  private static @Nullable Multiple multiple(Matcher times) {
    if (times.start("doubled") >= 0) {
      int often = "一二三123".indexOf(times.group("doubled").replace('两', '二')) % 3 + 1;
      return new Multiple(Multiple.Kind.DOUBLED, BigDecimal.valueOf(often));
    }
    boolean more = times.start("more") >= 0;
    BigDecimal said = Percentage.number(times.group(more ? "more" : "times"));
    return said == null
        ? null
        : new Multiple(more ? Multiple.Kind.MORE : Multiple.Kind.TIMES, said);
  }

  private static @Nullable Quantity within(List<Quantity> all, int index, int from, int to) {
    for (int i = index + 1; i < all.size() && all.get(i).place() < to; i++) {
      if (all.get(i).place() >= from) {
        return all.get(i);
      }
    }
    return null;
  }

  private static int clauseStart(String signs, int place) {
    return CLAUSE_ENDS.behindLast(signs, Math.max(0, place - FARTHEST), place);
  }

  private static String clause(String signs, int place) {
    return signs.substring(clauseStart(signs, place), place);
  }

  private static boolean isBeside(String signs, int before, int place) {
    return place - before < FARTHEST && !Boundaries.SENTENCE.isIn(signs, before, place);
  }

  private boolean isExact() {
    boolean alike =
        by == null || by.counts(PIECES).equals(now.counts(PIECES)) || by.unit().isEmpty();
    boolean lastAlike =
        last == null || last.counts(PIECES).equals(now.counts(PIECES)) || last.unit().isEmpty();
    return alike
        && lastAlike
        && !now.approximate()
        && (last == null || !last.approximate())
        && (by == null || !by.approximate())
        && (rate == null || !rate.about());
  }

  /** What its own numbers say of each other; null where they agree, or there are not enough. */
  @Nullable Mistake withinItself() {
    if (last != null) {
      return beside(last.number());
    }
    if (by == null || rate == null) {
      return null;
    }
    BigDecimal before = up ? now.number().subtract(by.number()) : now.number().add(by.number());
    if (before.signum() <= 0) {
      return before.signum() == 0 ? null : Mistake.ofCount(by.number(), now.number());
    }
    return rate.isOf(by.number(), before)
        ? null
        : Mistake.ofRate(rate.number(), rate.computed(by.number(), before));
  }

  /** What it says wrongly where last year's number was this; null where it is right. */
  @Nullable Mistake beside(BigDecimal before) {
    BigDecimal more = now.number().subtract(before);
    BigDecimal size = more.abs();
    boolean otherWay = more.signum() != 0 && more.signum() > 0 != up;
    if (by != null && (by.number().compareTo(size) != 0 || otherWay)) {
      return Mistake.ofCount(signed(by.number()), more);
    }
    if (rate != null && before.signum() > 0 && (otherWay || !rate.isOf(size, before))) {
      return Mistake.ofRate(signed(rate.number()), rate.computed(more, before));
    }
    if (times != null && before.signum() > 0 && !times.isOf(now.number(), before)) {
      return new Mistake(times.shown(), times.made(now.number(), before), Finding.Unit.TIMES);
    }
    return null;
  }

  private BigDecimal signed(BigDecimal size) {
    return up ? size : size.negate();
  }
}
