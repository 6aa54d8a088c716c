package org.gongkai.language;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.language.Concepts.Token;
import org.gongkai.language.FrameReader.Bound;
import org.jspecify.annotations.Nullable;

/** Chooses the frame that explains most of what is said of a number. */
final class FrameChoice {

  /** So many signs that no word explains make nothing uncertain. */
  static final int UNEXPLAINED = 1;

  /** With more, nothing is understood. */
  static final int MOST_UNEXPLAINED = 6;

  private final ReportLanguage language;

  FrameChoice(ReportLanguage language) {
    this.language = language;
  }

  /**
   * The frame of a number.
   *
   * @param said of the number
   * @param words that say most of it
   */
  Optional<Bound> of(ConceptSet said, Stretch words, Situation situation, int place, Clauses its) {
    if (words.unexplained() > MOST_UNEXPLAINED || said.isEmpty()) {
      return Optional.empty();
    }
    ReportLanguage.Choice best = best(said, words, situation);
    return best == null
        ? Optional.empty()
        : Optional.of(
            new Bound(
                best.frame().frame(),
                place,
                place + 1,
                isSure(best, words, situation, its),
                words.narrowed()));
  }

  private ReportLanguage.@Nullable Choice best(
      ConceptSet said, Stretch words, Situation situation) {
    int act = situation.act();
    Best best = new Best(said, act < 0 ? said : said.with(act), words, situation);
    language.eachChoice(best.withAct, best);
    return best.found;
  }

  /** The best of those that explain everything that is said. */
  private static final class Best implements Consumer<ReportLanguage.Choice> {

    private final ConceptSet said;

    /** With what was done last. */
    private final ConceptSet withAct;

    private final Stretch words;
    private final Situation situation;
    private ReportLanguage.@Nullable Choice found;

    Best(ConceptSet said, ConceptSet withAct, Stretch words, Situation situation) {
      this.said = said;
      this.withAct = withAct;
      this.words = words;
      this.situation = situation;
    }

    @Override
    public void accept(ReportLanguage.Choice choice) {
      CompiledFrame frame = choice.frame();
      int act = situation.act();
      boolean inherits = act >= 0 && frame.inherits().has(act);
      if (choice.isBetterThan(found)
          && choice.explainsAll(inherits ? withAct : said)
          && situation.isAbout(frame, choice.set(), said)
          && !(words.named() && frame.frame().whole())
          && situation.allows(frame)) {
        found = choice;
      }
    }
  }

  private boolean isSure(
      ReportLanguage.Choice choice, Stretch words, Situation situation, Clauses its) {
    return choice.sure()
        && words.unexplained() <= UNEXPLAINED
        && situation.isSure(choice.frame())
        && !(words.continues() && opensWithNoun(words))
        && !joinsItems(words, its)
        && !(words.narrowed()
            && choice.frame().frame().whole()
            && situation.before().hasOneOf(language.roles().main))
        && !(situation.before().has(language.roles().ofWhich)
            && isOfSome(choice.frame(), words, its));
  }

  /** 美篇、微信12条: of both. */
  private boolean opensWithNoun(Stretch words) {
    for (Token token : words.tokens()) {
      if (!token.isFiller()) {
        return language.roles().nouns.has(token.concept());
      }
    }
    return false;
  }

  /** 政务信息、政务微博共12条: of both. */
  private boolean joinsItems(Stretch words, Clauses its) {
    RoleConcepts roles = language.roles();
    Token before = null;
    for (Token token : words.tokens()) {
      if (before != null
          && before.concept() == roles.item
          && roles.channelNames.has(token.concept())
          && its.marks().joins(before.end(), token.start(), roles.grammar.and)) {
        return true;
      }
      before = token;
    }
    return false;
  }

  /** 其中，防汛新闻发布会14场: what is described can be a part. */
  private boolean isOfSome(CompiledFrame frame, Stretch words, Clauses its) {
    return words.narrowed()
        || language.isUnmarked(frame) && its.explained().isStrangeInFrontOf(words);
  }
}
