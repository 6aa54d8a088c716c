package org.gongkai.narrative;

import java.math.BigDecimal;
import java.util.Set;
import org.gongkai.language.Frame;
import org.gongkai.language.FrameReader;
import org.jspecify.annotations.Nullable;

/** Makes statements of a part of the text, with their places in it. */
final class StatementMaker {

  private final Lexicon lexicon;
  private final String part;
  private final Passage passage;

  StatementMaker(Lexicon lexicon, String part, Passage passage) {
    this.lexicon = lexicon;
    this.part = part;
    this.passage = passage;
  }

  /** That a number is of a frame, or of the channel that the frame is of. */
  Statement counted(
      Sentence sentence, Quantity quantity, Frame frame, boolean certain, boolean narrowed) {
    boolean published = lexicon.isPublished(frame);
    Lexicon.Channel channel = published ? lexicon.channel(frame).orElse(null) : null;
    String unit = !published ? quantity.unit() : channel == null ? "item" : channel.unit();
    return new Statement(
        published ? null : frame,
        channel == null ? null : channel.id(),
        Set.of(),
        unit,
        quantity.number(),
        certain,
        !quantity.approximate(),
        narrowed,
        part,
        quantity.place(),
        clause(sentence, quantity),
        quantity.end());
  }

  /** That another number is of what a statement is of. */
  Statement alike(Statement other, Sentence sentence, Quantity quantity, boolean certain) {
    return new Statement(
        other.frame(),
        other.channel(),
        other.sharing(),
        other.unit(),
        quantity.number(),
        certain,
        !quantity.approximate(),
        false,
        part,
        quantity.place(),
        clause(sentence, quantity),
        quantity.end());
  }

  /** That a number is of all that was published. */
  Statement ofAll(Sentence sentence, Quantity quantity, boolean certain) {
    return shared(sentence, quantity, Set.of(), certain);
  }

  /** That a number is of several channels together. */
  Statement shared(Sentence sentence, Quantity quantity, Set<String> channels, boolean certain) {
    return new Statement(
        null,
        null,
        channels,
        "item",
        quantity.number(),
        certain,
        !quantity.approximate(),
        false,
        part,
        quantity.place(),
        clause(sentence, quantity),
        quantity.end());
  }

  /** That there is none. */
  Statement none(Sentence sentence, FrameReader.Bound none, boolean certain) {
    Lexicon.Channel channel = lexicon.channel(none.frame()).orElse(null);
    return uncounted(
        channel == null ? none.frame() : null,
        channel,
        BigDecimal.ZERO,
        certain,
        true,
        sentence.start() + none.start(),
        sentence.start() + none.end());
  }

  /** That all are so. */
  Statement whole(
      Sentence sentence,
      FrameReader.Whole whole,
      BigDecimal number,
      boolean certain,
      boolean plain) {
    return uncounted(
        whole.frame(),
        null,
        number,
        certain,
        plain,
        sentence.start() + whole.start(),
        sentence.start() + whole.end());
  }

  private Statement uncounted(
      @Nullable Frame frame,
      Lexicon.@Nullable Channel channel,
      BigDecimal number,
      boolean certain,
      boolean plain,
      int start,
      int end) {
    return new Statement(
        frame,
        channel == null ? null : channel.id(),
        Set.of(),
        channel == null ? "" : channel.unit(),
        number,
        certain,
        plain,
        false,
        part,
        start,
        passage.origin(start),
        passage.originEnd(end));
  }

  private int clause(Sentence sentence, Quantity quantity) {
    int from = sentence.clauseStart(quantity.place() - sentence.start());
    return passage.origin(sentence.start() + from);
  }
}
