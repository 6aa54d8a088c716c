package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.language.Clauses.Stretch;
import org.gongkai.language.Concepts.Token;
import org.gongkai.language.FrameReader.Whole;

/** Of what a sentence says that all are so: 收到6件，均已办结. */
final class Wholes {

  private final Language language;
  private final Course course;
  private final FrameChoice choice;

  Wholes(Language language, Course course, FrameChoice choice) {
    this.language = language;
    this.course = course;
    this.choice = choice;
  }

  List<Whole> in(Clauses its) {
    List<Whole> wholes = new ArrayList<>();
    for (Token token : its.tokens()) {
      if (token.concept().equals(Language.ALL_OF) && !its.leadsToNumber(token.start())) {
        add(its, token, its.following(token), false, wholes);
      } else if (its.beginsClause(token) && !its.leadsToNumber(token.start())) {
        add(its, token, its.from(token), !its.opensBracketOfNumber(token), wholes);
      }
    }
    return wholes;
  }

  private void add(Clauses its, Token all, Stretch following, boolean ofOne, List<Whole> into) {
    Set<String> said = following.said();
    List<Frame> frames = language.ofAll(said);
    if (frames.isEmpty()) {
      return;
    }
    Situation situation = course.at(its, all.start(), "");
    boolean sure = following.unexplained() <= FrameChoice.UNEXPLAINED && !situation.unsure();
    boolean rest = its.saysBefore(all.end(), Language.ANOTHER); // 其余均为自然人: not those before
    for (Frame frame : frames) {
      boolean counted = !rest && isCounted(frame, said, situation);
      if (counted || !ofOne && isOver(frame, said, situation)) {
        Set<String> of = counted ? frame.of() : Set.of();
        into.add(new Whole(frame, of, ofOne, all.start(), following.end(), sure));
      }
    }
  }

  /** Whether it is said of so many as there are. */
  private boolean isCounted(Frame frame, Set<String> said, Situation situation) {
    return !frame.of().isEmpty()
        && frame.sure().stream()
            .anyMatch(
                set -> choice.explains(set, frame, said) && situation.isAbout(frame, set, said));
  }

  /** Whether none is left. */
  private static boolean isOver(Frame frame, Set<String> said, Situation situation) {
    return frame.done().contains(said)
        && situation.isAbout(frame, said, said)
        && !situation.mentions(frame);
  }
}
