package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.language.Concepts.Token;
import org.gongkai.language.FrameReader.Whole;

/** Of what a sentence says that all are so: 收到6件，均已办结. */
final class Wholes {

  private final ReportLanguage language;
  private final Course course;

  Wholes(ReportLanguage language, Course course) {
    this.language = language;
    this.course = course;
  }

  List<Whole> in(Clauses its) {
    List<Whole> wholes = new ArrayList<>();
    Ellipsis ellipsis = new Ellipsis(its);
    for (Token token : its.tokens()) {
      if (token.concept() == language.roles().allOf && !its.marks().leadsToNumber(token.start())) {
        add(its, token, its.following(token), false, wholes);
      } else if (token.concept() != language.roles().ofWhich // 12件(含重复申请): only of some
          && ellipsis.beginsClause(token)
          && !its.marks().leadsToNumber(token.start())) {
        add(its, token, its.from(token), !ellipsis.opensBracketOfNumber(token), wholes);
      }
    }
    return wholes;
  }

  private void add(Clauses its, Token all, Stretch following, boolean ofOne, List<Whole> into) {
    ConceptSet said = following.said();
    List<CompiledFrame> frames = language.ofAll(said);
    if (frames.isEmpty()) {
      return;
    }
    Situation situation = course.at(its, all.start(), "");
    boolean known = following.unexplained() <= FrameChoice.UNEXPLAINED;
    boolean ofAll = all.concept() == language.roles().allOf;
    // 其余均为自然人: not those before
    boolean rest = its.saysBefore(all.end(), language.roles().another);
    boolean over =
        !rest
            && (!ofOne
                || following.unexplained() == 0
                    && new Ellipsis(its).followsNumber(all, language.roles().ofApplications));
    for (CompiledFrame frame : frames) {
      boolean counted = !rest && isCounted(frame, said, situation);
      boolean listed = !rest && ofAll && isListed(frame, said, situation);
      if (counted || listed || over && isOver(frame, said, situation)) {
        boolean none = !counted && frame.done().contains(said);
        Frame written = frame.frame();
        Set<String> of = none ? Set.of() : written.of();
        String with = listed || none && written.open() ? written.context() : null;
        boolean sure = known && situation.isSure(frame);
        // 均在法定期限内答复: of none but those that were received right before it
        boolean next = ofOne || none && written.isOfAllOnly();
        into.add(new Whole(written, of, with, next, all.start(), following.end(), sure));
      }
    }
  }

  /** Whether it is said of what was listed before that which was named last: 复议7件、诉讼9件，均维持. */
  private boolean isListed(CompiledFrame frame, ConceptSet said, Situation situation) {
    ConceptSet together = language.roles().together;
    return frame.context() >= 0
        && situation.thing() >= 0
        && frame.context() != situation.thing()
        && together.has(frame.context())
        && together.has(situation.thing())
        && (frame.done().contains(said) && !situation.mentions(frame)
            || frame.isOfAll() && frame.isSaid(said, language.roles().idle));
  }

  /** Whether it is said of so many as there are. */
  private boolean isCounted(CompiledFrame frame, ConceptSet said, Situation situation) {
    if (frame.isOfAll()) {
      for (ConceptSet set : frame.sure()) {
        if (frame.explains(set, said, language.roles().idle)
            && situation.isAbout(frame, set, said)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether none is left. */
  private static boolean isOver(CompiledFrame frame, ConceptSet said, Situation situation) {
    return frame.done().contains(said)
        && situation.isAbout(frame, said, said)
        && !situation.mentions(frame);
  }
}
