package org.gongkai.language;

import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/** What rules a number from elsewhere than its own clause. */
final class Situation {

  static final int NOTHING = -1;

  /** What applications are counted in. */
  private static final String CASE = "件";

  private final int thing;
  private final int act;
  private final ConceptSet before;
  private final Clauses its;
  private final int place;
  private final String unit;
  private final boolean outcomes;
  private final boolean ofUnnamed;
  private final RoleConcepts roles;
  private @Nullable ConceptSet beside;

  /**
   * Of a number at a place.
   *
   * @param thing what was named last, or less than 0
   * @param act what was done last, or less than 0
   * @param before concepts of the sentence that stand before it
   * @param unit that it is counted in
   * @param outcomes whether so many outcomes are told that they can be those of applications only
   * @param ofUnnamed whether it is a part of something that was not named
   */
  Situation(
      int thing,
      int act,
      ConceptSet before,
      Clauses its,
      int place,
      String unit,
      boolean outcomes,
      boolean ofUnnamed,
      RoleConcepts roles) {
    this.thing = thing;
    this.act = act;
    this.before = before;
    this.its = its;
    this.place = place;
    this.unit = unit;
    this.outcomes = outcomes;
    this.ofUnnamed = ofUnnamed;
    this.roles = roles;
  }

  int thing() {
    return thing;
  }

  int act() {
    return act;
  }

  /** Concepts of the sentence that stand before it. */
  ConceptSet before() {
    return before;
  }

  /** Whether it is a part of something else, as far as the sentence tells. */
  boolean unsure() {
    return ofUnnamed || new Narrowing(its).isOfAPart(place, roles.topic);
  }

  boolean allows(CompiledFrame frame) {
    return frame.frame().units().contains(unit)
        && (frame.act().isEmpty() || act < 0 || frame.act().has(act))
        && follows(frame)
        && (!before.hasOneOf(frame.unless()) || addsUp() && frame.frame().whole())
        && (frame.with().isEmpty() || its.said().hasOneOf(frame.with()))
        && (frame.except().isEmpty() || !beside().hasOneOf(frame.except()));
  }

  /** Whether its clause adds up what was listed before it. */
  private boolean addsUp() {
    return its.marks().addsUp(place, roles.totals);
  }

  /**
   * Concepts of a bracket behind it that has no number of its own, and of the rest of its item that
   * leads to none.
   */
  private ConceptSet beside() {
    ConceptSet some = beside;
    if (some == null) {
      some = its.besideNumber(place);
      beside = some;
    }
    return some;
  }

  /** Whether what must have been done last was. */
  boolean follows(CompiledFrame frame) {
    return frame.after().isEmpty() || act >= 0 && frame.after().has(act);
  }

  /** Whether nothing else can be meant, as far as the words around tell. */
  boolean isSure(CompiledFrame frame) {
    return !(frame.frame().whole() && (its.marks().isListed(place) || isOfASite() || isByASite()))
        && !its.said().hasOneOf(frame.doubt())
        && !isOfAnApplication(frame)
        && !unsure();
  }

  /** 收到申请3件，其中2件已在网站上公开: what was applied for, and not what a channel published. */
  private boolean isOfAnApplication(CompiledFrame frame) {
    return thing == roles.application
        && unit.equals(CASE)
        && !frame.sure().isEmpty()
        && frame.sure().getFirst().hasOneOf(roles.sharing);
  }

  /** 网站公开812条，主动公开779条: can be of the site, too. */
  private boolean isOfASite() {
    return before.hasOneOf(roles.main) && its.marks().hasNumber(0, place) && !addsUp();
  }

  /** 依托门户网站，以重点领域为抓手，主动公开信息12条: can be of the site, of which nothing else is said. */
  private boolean isByASite() {
    if (!before.hasOneOf(roles.main)) {
      return false;
    }
    Marks marks = its.marks();
    int own = marks.clauseStart(place);
    for (Token token : its.tokens()) {
      if (token.end() > own) {
        break;
      }
      if (roles.main.has(token.concept())) {
        int start = marks.clauseStart(token.start());
        ConceptSet said =
            ConceptSet.of(its.words().between(start, marks.clauseEnd(token.end() - 1)));
        if (marks.hasOneOf(start, token.start(), roles.grammar.means.by())
            && !said.hasOneOf(roles.acts)
            && !said.hasOneOf(roles.severalWays)
            && said.among(roles.channelNames).size() == 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it is about what the frame is about; the clause may name that itself. */
  boolean isAbout(CompiledFrame frame, ConceptSet set, ConceptSet said) {
    int context = frame.context();
    return context < 0
        || context == thing
        || set.has(context)
        || said.has(context)
        || outcomes && context == roles.application;
  }

  /** Whether the sentence speaks of what the frame is about. */
  boolean mentions(CompiledFrame frame) {
    for (ConceptSet set : frame.sure()) {
      if (its.said().hasAll(set)) {
        return true;
      }
    }
    return false;
  }
}
