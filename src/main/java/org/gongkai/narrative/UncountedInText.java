package org.gongkai.narrative;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.language.Frame;
import org.gongkai.language.FrameReader;
import org.jspecify.annotations.Nullable;

/** What a sentence states without a number: that there is none, or that all are so. */
final class UncountedInText {

  private static final Set<String> RECEIVED = Set.of("received");

  private final FrameReader frames;
  private final CasesInText cases;
  private final StatementMaker maker;
  private final String ofWhich;
  private final boolean area;

  UncountedInText(
      Lexicon lexicon, FrameReader frames, CasesInText cases, StatementMaker maker, boolean area) {
    this.frames = frames;
    this.cases = cases;
    this.maker = maker;
    this.ofWhich = lexicon.ofWhich;
    this.area = area;
  }

  /** What is said of all that a number of the sentence counts. */
  void addWholes(
      Sentence sentence, List<Quantity> quantities, boolean doubtful, List<Statement> said) {
    for (FrameReader.Whole whole : frames.wholes(sentence.words())) {
      if (isOwn(sentence, whole.start())) {
        addWhole(sentence, whole, quantities, doubtful, said);
      }
    }
  }

  /** Of what there is none. */
  void addNone(Sentence sentence, boolean doubtful, List<Statement> said) {
    for (FrameReader.Bound none : frames.none(sentence.words())) {
      if (isOwn(sentence, none.start())
          && cases.isDenied(none.frame(), sentence.words(), none.start(), none.end())) {
        said.add(maker.none(sentence, none, none.sure() && !doubtful));
      }
    }
  }

  private boolean isOwn(Sentence sentence, int place) {
    return sentence.isSaidOfTheYear(place) && !sentence.isOfOthers(place, area);
  }

  private void addWhole(
      Sentence sentence,
      FrameReader.Whole whole,
      List<Quantity> quantities,
      boolean doubtful,
      List<Statement> said) {
    BigDecimal number = BigDecimal.ZERO;
    boolean plain = true;
    String with = whole.with();
    if (with != null) {
      Statement listed = listed(sentence, quantities, said, whole, with);
      if (listed == null) {
        return;
      }
      number = whole.of().isEmpty() ? BigDecimal.ZERO : listed.number();
      plain = whole.of().isEmpty() || listed.plain();
    } else if (whole.of().isEmpty() && whole.ofOne() && !isReceivedBefore(sentence, whole, said)) {
      return;
    } else if (!whole.of().isEmpty()) {
      int place = sentence.start() + whole.start();
      int nearest = last(quantities, place);
      Statement counted = counted(said, whole, place);
      if (counted == null
          || said.stream().noneMatch(s -> s.place() == nearest)
          || whole.ofOne() && counted.number().compareTo(BigDecimal.ONE) != 0) {
        return;
      }
      number = counted.number();
      plain = counted.plain();
    }
    boolean certain =
        whole.sure()
            && !doubtful
            && cases.isCertain(whole.frame(), sentence.words(), whole.start());
    said.add(maker.whole(sentence, whole, number, certain, plain));
  }

  /** 收到申请3件，已按时办结: said of what was received right before it. */
  private boolean isReceivedBefore(
      Sentence sentence, FrameReader.Whole whole, List<Statement> said) {
    int place = sentence.start() + whole.start();
    Statement last =
        said.stream()
            .filter(s -> s.place() < place && !isOfReceived(s))
            .max(Comparator.comparingInt(Statement::place))
            .orElse(null);
    return last != null
        && !(said.stream()
                .anyMatch(s -> isOfReceived(s) && isBetween(s.place(), last.place(), place))
            && isSaid(ofWhich, sentence, last.place(), place))
        && last.frame() != null
        && last.certain()
        && last.number().signum() > 0
        && isOf(last.frame(), "received");
  }

  private static boolean isBetween(int place, int from, int to) {
    return place > from && place < to;
  }

  /** 8件，其中企业1件，均已答复: of those alone, perhaps. */
  private static boolean isSaid(String word, Sentence sentence, int from, int to) {
    int at = sentence.words().indexOf(word, from - sentence.start());
    return at >= 0 && at < to - sentence.start();
  }

  /** 16件，自然人15件、法人1件，均已答复: who asked changes nothing. */
  private static boolean isOfReceived(Statement statement) {
    return statement.frame() != null && statement.frame().of().equals(RECEIVED);
  }

  /** The one that it is said of, where nothing but its like is counted between: 复议7件、诉讼9件，均维持. */
  private @Nullable Statement listed(
      Sentence sentence,
      List<Quantity> quantities,
      List<Statement> said,
      FrameReader.Whole whole,
      String with) {
    if (!cases.canBeSaidOf(with, sentence.words().substring(whole.start(), whole.end()))) {
      return null;
    }
    for (Quantity quantity : quantities.reversed()) {
      int place = quantity.place() - sentence.start();
      if (place >= whole.start()) {
        continue;
      }
      boolean near =
          sentence
              .words()
              .substring(place, whole.start())
              .chars()
              .noneMatch(c -> "；;)".indexOf(c) >= 0);
      Statement counted =
          said.stream()
              .filter(s -> s.place() == quantity.place())
              .filter(s -> s.frame() != null && s.frame().open() && s.frame().context() == null)
              .findFirst()
              .orElse(null);
      if (!near || counted == null) {
        return null;
      }
      if (Objects.requireNonNull(counted.frame()).id().equals(with)) {
        return counted;
      }
    }
    return null;
  }

  /**
   * What it is said of all of: the last one, or one before it with the same number,
   * 收到4件，答复4件，均为自然人.
   */
  private static @Nullable Statement counted(
      List<Statement> said, FrameReader.Whole whole, int before) {
    List<Statement> counts =
        said.stream()
            .filter(s -> s.place() < before && s.frame() != null && !s.frame().cells().isEmpty())
            .sorted(Comparator.comparingInt(Statement::place).reversed())
            .toList();
    for (Statement one : counts) {
      if (one.number().compareTo(counts.getFirst().number()) != 0) {
        return null;
      }
      if (whole.of().stream().anyMatch(of -> isOf(Objects.requireNonNull(one.frame()), of))) {
        return one;
      }
    }
    return null;
  }

  /** The place of the last one before a place. */
  private static int last(List<Quantity> quantities, int before) {
    return quantities.stream()
        .mapToInt(Quantity::place)
        .filter(place -> place < before)
        .max()
        .orElse(-1);
  }

  /** Whether a frame is this one or says the same in other words: received, received.new. */
  private static boolean isOf(Frame frame, String whole) {
    return frame.id().equals(whole) || frame.of().isEmpty() && frame.id().startsWith(whole + ".");
  }
}
