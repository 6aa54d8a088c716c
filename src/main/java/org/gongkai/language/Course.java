package org.gongkai.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/** The course of a text: what was named and done last, for clauses that name nothing themselves. */
final class Course {

  /** More outcomes are those of applications, whatever was named before. */
  private static final int SEVERAL = 2;

  private static final SignSet JOINS = SignSet.of("、和及与或");

  /** So many signs can join two kinds of cases. */
  private static final int JOINT = 3;

  private final RoleConcepts roles;
  private int subject;
  private int named;
  private int done = Situation.NOTHING;
  private boolean isNamed;

  /** The sentence that is read, and where it says that there is none of something. */
  private String sentence = "";

  private final BitSet none = new BitSet();

  /** Sentences that nothing was asked of but whether they name something. */
  private final List<String> unread = new ArrayList<>();

  private final Function<String, Clauses> reader;

  /**
   * Begins a part.
   *
   * @param subject what the part is about, or less than 0
   * @param reader of sentences that were passed over
   */
  Course(RoleConcepts roles, int subject, Function<String, Clauses> reader) {
    this.roles = roles;
    this.reader = reader;
    this.subject = subject;
    this.named = subject;
  }

  /** Forgets what was named, as at a new heading. */
  void begin(int about) {
    subject = about;
    named = about;
    done = Situation.NOTHING;
  }

  /** Goes on behind sentences before a heading, of which it does not matter what they say. */
  void passedOver(List<String> sentences) {
    unread.addAll(sentences);
  }

  /** Notes that a number is 0: what the sentence goes on with is of something else. */
  void none(String of, int place) {
    if (!of.equals(sentence)) {
      sentence = of;
      none.clear();
    }
    none.set(place);
  }

  /** 复议5件、诉讼0件，其中维持2件: whether a case is one of which there is none, beside others. */
  private boolean isNone(Token token, int thing, Clauses its) {
    if (none.isEmpty()
        || thing < 0
        || thing == token.concept()
        || !roles.caused.has(thing)
        || !roles.caused.has(token.concept())
        || !its.isOf(sentence)) {
      return false;
    }
    int number = its.marks().nextNumber(token.end());
    return none.get(number) && !its.words().saySomething(token.end(), number);
  }

  /** Goes on behind a sentence. */
  void passed(Clauses its) {
    for (Token token : its.tokens()) {
      if (isThing(token) && isNamed(its, token, its.marks().length())) {
        named = token.concept();
        isNamed = true;
      } else if (token.concept() == roles.apply) {
        isNamed = true;
      } else if (isAct(token)) {
        done = token.concept();
      }
    }
  }

  /** What was named last, or less than 0. */
  int named() {
    return named;
  }

  /** Whether a sentence, and what went before it, names nothing but these matters. */
  boolean speaksOnlyOf(ConceptSet matters, Clauses its) {
    return (named < 0 || matters.has(named))
        && its.said().among(roles.things).without(matters).isEmpty();
  }

  /** What rules words at a place. */
  Situation at(Clauses its, int place, String unit) {
    return at(its, place, unit, true);
  }

  /** What rules a number at a place; one that is not 0 is no part of what there is none of. */
  Situation at(Clauses its, int place, String unit, boolean zero) {
    int thing = named;
    int act = done;
    List<Token> tokens = its.tokens();
    Token last = null;
    int passed = 0;
    while (passed < tokens.size() && tokens.get(passed).end() <= place) {
      Token token = tokens.get(passed++);
      if (isThing(token) && isNamed(its, token, place) && (zero || !isNone(token, thing, its))) {
        thing = isJoined(its, last, token) ? Situation.NOTHING : token.concept();
        last = token;
      }
      act = isAct(token) ? token.concept() : act;
    }
    int outcomes = its.count(roles.outcomes);
    boolean ofUnnamed =
        outcomes <= SEVERAL
            && !tokens.isEmpty()
            && tokens.getFirst().concept() == roles.ofWhich
            && !wasNamed();
    boolean amongApplications = roles.application == subject;
    return new Situation(
        thing,
        act,
        ConceptSet.of(tokens.subList(0, passed)),
        its,
        place,
        unit,
        outcomes > (amongApplications ? 1 : SEVERAL),
        ofUnnamed,
        roles);
  }

  /** 行政复议、行政诉讼案件7件，维持4件: what is told of both is of neither. */
  private boolean isJoined(Clauses its, @Nullable Token first, Token second) {
    if (first == null
        || first.concept() == second.concept()
        || !roles.caused.has(first.concept())
        || !roles.caused.has(second.concept())) {
      return false;
    }
    int from = first.end();
    int to = second.start();
    return to - from <= JOINT
        && !its.marks().hasNumber(from, to)
        && its.marks().joins(from, to, JOINS)
        && its.marks().clauseEnd(from - 1) >= to;
  }

  /** Whether anything was named before. */
  private boolean wasNamed() {
    while (!isNamed && !unread.isEmpty()) {
      Clauses its = reader.apply(unread.removeLast());
      for (Token token : its.tokens()) {
        isNamed |=
            token.concept() == roles.apply
                || isThing(token) && isNamed(its, token, its.marks().length());
      }
    }
    return isNamed;
  }

  private boolean isThing(Token token) {
    return roles.things.has(token.concept());
  }

  private boolean isAct(Token token) {
    return roles.acts.has(token.concept());
  }

  /** What stands aside, or is what applications are about, is not what is spoken of. */
  private boolean isNamed(Clauses its, Token token, int place) {
    return !its.isAside(token, place)
        && !(token.concept() == roles.otherThing && its.isBehind(token, roles.topic));
  }
}
