package org.gongkai.narrative;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.language.Frame;

/** What statements that stand together make uncertain of each other. */
final class Doubts {

  private static final Pattern ADDED_UP = Pattern.compile("截[至止].{0,40}累计");
  private static final int LONGEST = 100;

  private Doubts() {}

  /** What is told of one of several accounts is no sum. */
  static void ofSeveral(Set<String> channels, List<Statement> said) {
    said.replaceAll(s -> s.channel() != null && channels.contains(s.channel()) ? s.doubted() : s);
  }

  /** Two numbers of the same are those of parts: of new applications, and of those carried over. */
  static void ofWhatIsSaidTwice(List<Statement> said) {
    Map<Frame, Set<BigDecimal>> numbers = new HashMap<>();
    for (Statement statement : said) {
      if (statement.frame() != null && statement.certain()) {
        numbers
            .computeIfAbsent(statement.frame(), f -> new HashSet<>())
            .add(statement.number().stripTrailingZeros());
      }
    }
    said.replaceAll(
        s ->
            s.frame() != null && numbers.getOrDefault(s.frame(), Set.of()).size() > 1
                ? s.doubted()
                : s);
  }

  /** 均在法定期限内答复。结转下年度3件: of those that were due, where some are told to be left. */
  static void ofNoneLeft(List<Statement> said) {
    if (said.stream().noneMatch(Doubts::saysThatNoneIsLeft)) {
      return;
    }
    Set<List<List<String>>> left = new HashSet<>();
    for (Statement statement : said) {
      if (statement.frame() != null && statement.number().signum() > 0) {
        left.add(statement.frame().cells());
      }
    }
    said.replaceAll(
        s ->
            saysThatNoneIsLeft(s) && left.contains(Objects.requireNonNull(s.frame()).cells())
                ? s.doubted()
                : s);
  }

  private static boolean saysThatNoneIsLeft(Statement said) {
    return said.frame() != null && said.frame().isOfAllOnly() && said.number().signum() == 0;
  }

  /** 复议后起诉1件，已审结的3件均维持: what is more than all of them is not of them. */
  static void ofPartsThatExceed(List<Statement> said) {
    if (said.size() < 2) {
      return; // nothing exceeds itself
    }
    Map<String, BigDecimal> wholes = new HashMap<>();
    for (Statement statement : said) {
      if (statement.frame() != null) {
        wholes.merge(statement.frame().id(), statement.number(), BigDecimal::max);
      }
    }
    said.replaceAll(s -> s.frame() != null && exceeds(s, s.frame(), wholes) ? s.doubted() : s);
  }

  /** Applications that were received can be fewer than those that were answered. */
  private static boolean exceeds(Statement part, Frame frame, Map<String, BigDecimal> wholes) {
    return (frame.of().size() == 1 || frame.open())
        && frame.of().stream()
            .anyMatch(of -> wholes.getOrDefault(of, part.number()).compareTo(part.number()) < 0);
  }

  /**
   * 网站发布410条。一是政务类12条: a total that is less than one of its channels is that of a part; and
   * 市直部门公开75条，县区公开98条: one that a larger one follows in its sentence, and that one, too.
   */
  static void ofPartsOfAll(List<Statement> said, Passage passage) {
    BigDecimal largest = BigDecimal.ZERO;
    int last = -1;
    for (int i = 0; i < said.size(); i++) {
      Statement one = said.get(i);
      if (!one.isOfPublications() || !one.certain()) {
        continue;
      }
      if (one.channel() == null) {
        boolean exceeds =
            last >= 0
                && said.get(last).number().compareTo(one.number()) < 0
                && !Boundaries.SENTENCE.isIn(passage.signs(), said.get(last).place(), one.place());
        if (exceeds) {
          said.set(last, said.get(last).doubted());
        }
        if (exceeds || one.number().compareTo(largest) < 0) {
          said.set(i, one.doubted());
        }
        last = i;
      } else if (one.unit().equals("item")) {
        largest = largest.max(one.number());
      }
    }
  }

  /** 截至年底累计公开1386条。本年度公开47条: told beside a smaller one, it is of all years. */
  static void ofAllYears(List<Statement> said, Passage passage) {
    BigDecimal least = null;
    for (Statement statement : said) {
      if (statement.isOfAll()) {
        least = least == null ? statement.number() : least.min(statement.number());
      }
    }
    if (least != null) {
      BigDecimal smallest = least;
      said.replaceAll(
          s ->
              s.isOfAll()
                      && s.number().compareTo(smallest) > 0
                      && isAddedUp(s.place(), passage.signs())
                  ? s.doubted()
                  : s);
    }
  }

  private static boolean isAddedUp(int place, String signs) {
    return ADDED_UP.matcher(Boundaries.sentenceBefore(signs, place, LONGEST)).find();
  }
}
