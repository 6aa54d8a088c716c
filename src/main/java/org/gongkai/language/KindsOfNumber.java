package org.gongkai.language;

import java.util.Optional;
import org.gongkai.language.Concepts.Token;
import org.gongkai.language.FrameReader.Bound;

/** Which numbers of a sentence are those of kinds, and what their sum is of: 动态64条，公告10条，合计74条. */
public final class KindsOfNumber {

  private final RoleConcepts roles;
  private final ReadSentences sentences;
  private final Course course;
  private final FrameChoice choice;

  KindsOfNumber(RoleConcepts roles, ReadSentences sentences, Course course, FrameChoice choice) {
    this.roles = roles;
    this.sentences = sentences;
    this.course = course;
    this.choice = choice;
  }

  /** Whether the clause of a number adds up what was listed before it. */
  public boolean addsUp(String sentence, int place) {
    return sentences.read(sentence).marks().addsUp(place, roles.totals);
  }

  /**
   * Whether words between two numbers only name another kind of what the first counts: 动态64条，公告10条.
   */
  public boolean isKindBehind(String sentence, int before, int place) {
    Clauses its = sentences.read(sentence);
    ConceptSet said = its.from(before + 1, place).said();
    return its.marks().goesOn(before, place)
        && !said.hasOneOf(roles.acts)
        && !said.hasOneOf(roles.nouns)
        && !said.hasOneOf(roles.weak);
  }

  /** Whether the words before a number name a kind, and not all that was published: 公开动态64条. */
  public boolean countsAKind(String sentence, int place, int from) {
    Clauses its = sentences.read(sentence);
    Stretch words = its.before(place, from);
    Token last = null;
    for (Token token : words.tokens()) {
      last = token.isFiller() ? last : token;
    }
    return last != null
        && !words.said().has(roles.item)
        && (last.concept() == roles.piece
            || last.end() < place && !its.marks().begins(last.end(), roles.totals));
  }

  /** What the sum of kinds is of, of which a clause lists the first: 网站公开动态3条，公告2条，合计5条. */
  public Optional<Frame> ofSum(String sentence, int place, int from, String unit) {
    Clauses its = sentences.read(sentence);
    Stretch words = its.before(place, from);
    ConceptSet channels = its.said().among(roles.channelNames);
    if (!words.said().hasOneOf(roles.spread)
        || !roles.main.hasAll(channels)
        || !words.said().hasAll(channels)) {
      return Optional.empty();
    }
    ConceptSet all = words.said().without(ConceptSet.NONE.with(roles.piece)).with(roles.item);
    return choice.of(all, words, course.at(its, place, unit), place, its).map(Bound::frame);
  }
}
