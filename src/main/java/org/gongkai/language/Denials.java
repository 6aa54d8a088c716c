package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;
import org.gongkai.language.FrameReader.Bound;
import org.jspecify.annotations.Nullable;

/** Of what a sentence says that there is none. One word of none can deny several matters. */
final class Denials {

  private final ReportLanguage language;
  private final Course course;
  private final FrameChoice choice;
  private final Causes causes;
  private final ConceptSet denying;

  Denials(ReportLanguage language, Course course, FrameChoice choice, Causes causes) {
    this.language = language;
    this.course = course;
    this.choice = choice;
    this.causes = causes;
    this.denying = ConceptSet.of(language.roles().none);
  }

  /** A frame, and the set of it that is said. */
  private record Denied(CompiledFrame frame, ConceptSet set) {}

  List<Bound> in(Clauses its) {
    RoleConcepts roles = language.roles();
    List<Bound> bound = new ArrayList<>();
    int until = 0;
    for (Token token : its.tokens()) {
      if (token.concept() == roles.zero) {
        addZero(its, token, bound);
      } else if (isNone(token, its)
          && token.start() >= until
          && !its.marks().leadsToNumber(token.start())) {
        Stretch following = causes.inShort(following(token, its), its);
        ConceptSet said = following.said().with(its.words().rightBefore(token, roles.when));
        Situation situation = course.at(its, token.start(), "");
        int unexplained = following.unexplained();
        if (isAmongPublished(its, token, situation)) {
          unexplained += FrameChoice.UNEXPLAINED + 1;
        }
        int known = bound.size();
        add(said, situation, unexplained, token.start(), following.end(), bound);
        if (bound.size() == known && its.isBare(following, roles.undergone)) {
          addBefore(its, token, following, situation, bound);
        }
        until = following.end();
      }
    }
    return bound;
  }

  private boolean isNone(Token token, Clauses its) {
    RoleConcepts roles = language.roles();
    return token.concept() == roles.none
        || token.concept() == roles.notExisting && its.words().begin(token.end(), roles.caused);
  }

  /** The words that are denied; 未发生复议，提起诉讼的情况 denies both. */
  private Stretch following(Token none, Clauses its) {
    Stretch words = its.following(none);
    Marks marks = its.marks();
    int comma = words.end();
    if (comma >= marks.length() || !marks.isComma(comma)) {
      return words;
    }
    int end = marks.clauseEnd(comma);
    boolean both =
        words.said().hasOneOf(language.roles().together)
            && marks.endsWith(end, language.roles().grammar.occasions)
            && !marks.endsWith(comma, language.roles().grammar.occasions)
            && !marks.hasNumber(comma, end)
            && !its.words().say(comma, end, language.roles().none);
    return both ? its.from(none.end(), end) : words;
  }

  /** 申请我局均未收到: the matter stands before the word of none, and the organ can between them. */
  private void addBefore(
      Clauses its, Token none, Stretch following, Situation situation, List<Bound> into) {
    Stretch words = its.before(none.start(), 0);
    if (words.tokens().isEmpty()) {
      return;
    }
    Token first = words.tokens().getFirst();
    if (first.concept() == language.roles().allOf) { // 申请，我局均未收到
      words = its.before(first.start(), 0);
      first = words.tokens().isEmpty() ? first : words.tokens().getFirst();
    }
    if (its.isOfNumber(first, none.start())
        || Causes.tellsApart(first.start(), none.start(), its.marks())) {
      return;
    }
    int organs = its.explained().organsBetween(first.start(), none.start());
    Stretch matter = causes.inShort(words, its);
    int unexplained = matter.equals(words) ? words.unexplained() - organs : matter.unexplained();
    add(
        matter.said().with(following.said()),
        situation,
        unexplained,
        none.start(),
        following.end(),
        into);
  }

  /** 公布许可28项、处罚18项、无强制: of what was published, there may be some that were not. */
  private boolean isAmongPublished(Clauses its, Token none, Situation situation) {
    int start = none.start();
    return start > 1
        && its.marks().isAnd(start - 1)
        && its.marks().isNumber(start - 2)
        && language.roles().spread.has(situation.act());
  }

  /** 答复数为0: nothing else that can be denied, but a number that is 0. */
  private void addZero(Clauses its, Token zero, List<Bound> into) {
    Stretch before = its.before(zero.start(), 0);
    Situation situation = course.at(its, zero.start(), "");
    int known = into.size();
    add(before.said(), situation, before.unexplained(), zero.start(), zero.end(), into);
    if (into.size() == known && !its.explained().isStrangeInFrontOf(before)) {
      choice
          .of(before.said(), before, situation, zero.start(), its)
          .map(one -> new Bound(one.frame(), zero.start(), zero.end(), one.sure(), one.narrowed()))
          .ifPresent(into::add);
    }
  }

  /** Adds the frames that are denied together, if they explain everything that is said. */
  void add(
      ConceptSet words,
      Situation situation,
      int unexplained,
      int start,
      int end,
      List<Bound> into) {
    ConceptSet said = withoutAskers(words).without(denying);
    if (unexplained > FrameChoice.MOST_UNEXPLAINED || said.isEmpty()) {
      return;
    }
    List<Denied> frames = new ArrayList<>();
    ConceptSet explained = ConceptSet.NONE;
    for (CompiledFrame frame : language.ofNone(said)) {
      ConceptSet set = denied(frame, said, situation);
      if (set != null) {
        frames.add(new Denied(frame, set));
        explained = explained.with(set).with(frame.may()).with(frame.beside());
      }
    }
    if (explained.hasAll(said)) {
      boolean sure = unexplained <= FrameChoice.UNEXPLAINED && !situation.unsure();
      for (Denied one : frames) {
        if (!isPartOfAnother(one.set(), frames)) {
          into.add(new Bound(one.frame().frame(), start, end, sure, false));
        }
      }
    }
  }

  private static boolean isPartOfAnother(ConceptSet set, List<Denied> all) {
    for (Denied other : all) {
      if (other.set().size() > set.size() && other.set().hasAll(set)) {
        return true;
      }
    }
    return false;
  }

  /** Who did not ask changes nothing, where nobody else is left who did. */
  private ConceptSet withoutAskers(ConceptSet words) {
    RoleConcepts roles = language.roles();
    ConceptSet asking = words.among(roles.askers);
    return asking.size() > 1 || !roles.few.hasAll(asking) ? words.without(roles.askers) : words;
  }

  /** The largest set of a frame that is denied; null where none is. */
  private @Nullable ConceptSet denied(CompiledFrame frame, ConceptSet said, Situation situation) {
    ConceptSet largest = null;
    if (situation.follows(frame)) {
      for (ConceptSet set : frame.none()) {
        if ((largest == null || set.size() >= largest.size())
            && said.hasAll(set)
            && situation.isAbout(frame, set, said)
            && isAllAbout(frame, set, said)) {
          largest = set;
        }
      }
    }
    return largest;
  }

  /** What is said only as the cause of something else is not itself denied. */
  private boolean isAllAbout(CompiledFrame frame, ConceptSet set, ConceptSet said) {
    return set.with(frame.may()).hasAll(said.among(language.roles().about));
  }
}
