package org.gongkai.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.language.Clauses.Stretch;
import org.gongkai.language.Concepts.Token;
import org.gongkai.language.FrameReader.Bound;
import org.jspecify.annotations.Nullable;

/** Of what a sentence says that there is none. One word of none can deny several matters. */
final class Denials {

  private final Language language;
  private final Course course;
  private final FrameChoice choice;
  private final Causes causes;

  Denials(Language language, Course course, FrameChoice choice, Causes causes) {
    this.language = language;
    this.course = course;
    this.choice = choice;
    this.causes = causes;
  }

  List<Bound> in(Clauses its) {
    List<Bound> bound = new ArrayList<>();
    int until = 0;
    for (Token token : its.tokens()) {
      if (token.concept().equals(Language.ZERO)) {
        addZero(its, token, bound);
      } else if (token.concept().equals(Language.NONE)
          && token.start() >= until
          && !its.leadsToNumber(token.start())) {
        Stretch following = causes.inShort(its.following(token), its);
        Set<String> said = following.said();
        said.addAll(its.rightBefore(token, language.roles().when()));
        Situation situation = course.at(its, token.start(), "");
        add(said, situation, following.unexplained(), token.start(), following.end(), bound);
        until = following.end();
      }
    }
    return bound;
  }

  /** 答复数为0: nothing else that can be denied, but a number that is 0. */
  private void addZero(Clauses its, Token zero, List<Bound> into) {
    Stretch before = its.before(zero.start(), 0);
    Situation situation = course.at(its, zero.start(), "");
    int known = into.size();
    add(before.said(), situation, before.unexplained(), zero.start(), zero.end(), into);
    if (into.size() == known && !its.isStrangeInFrontOf(before)) {
      choice
          .of(before.said(), before, situation, zero.start(), its)
          .map(one -> new Bound(one.frame(), zero.start(), zero.end(), one.sure(), one.narrowed()))
          .ifPresent(into::add);
    }
  }

  /** Adds the frames that are denied together, if they explain everything that is said. */
  void add(
      Set<String> words,
      Situation situation,
      int unexplained,
      int start,
      int end,
      List<Bound> into) {
    Set<String> said = withoutAskers(words);
    said.remove(Language.NONE);
    if (unexplained > FrameChoice.MOST_UNEXPLAINED || said.isEmpty()) {
      return;
    }
    Map<Frame, Set<String>> frames = new LinkedHashMap<>();
    Set<String> explained = new HashSet<>();
    for (Frame frame : language.ofNone(said)) {
      Set<String> set = denied(frame, said, situation);
      if (set != null) {
        frames.put(frame, set);
        explained.addAll(set);
        explained.addAll(frame.may());
        explained.addAll(frame.beside());
      }
    }
    if (explained.containsAll(said)) {
      boolean sure = unexplained <= FrameChoice.UNEXPLAINED && !situation.unsure();
      frames.forEach(
          (frame, set) -> {
            if (!isPartOfAnother(set, frames)) {
              into.add(new Bound(frame, start, end, sure, false));
            }
          });
    }
  }

  private static boolean isPartOfAnother(Set<String> set, Map<Frame, Set<String>> frames) {
    return frames.values().stream()
        .anyMatch(other -> other.size() > set.size() && other.containsAll(set));
  }

  /** Who did not ask changes nothing, where nobody else is left who did. */
  private Set<String> withoutAskers(Set<String> words) {
    Set<String> said = new HashSet<>(words);
    Set<String> asking = new HashSet<>(words);
    asking.retainAll(language.roles().askers());
    if (asking.size() > 1 || !language.roles().few().containsAll(asking)) {
      said.removeAll(language.roles().askers());
    }
    return said;
  }

  /** The largest set of a frame that is denied; null where none is. */
  private @Nullable Set<String> denied(Frame frame, Set<String> said, Situation situation) {
    Set<String> largest = null;
    if (situation.follows(frame)) {
      for (Set<String> set : frame.none()) {
        if ((largest == null || set.size() >= largest.size())
            && said.containsAll(set)
            && situation.isAbout(frame, set, said)
            && isAllAbout(frame, set, said)) {
          largest = set;
        }
      }
    }
    return largest;
  }

  /** What is said only as the cause of something else is not itself denied. */
  private boolean isAllAbout(Frame frame, Set<String> set, Set<String> said) {
    return language.roles().about().stream()
        .allMatch(one -> !said.contains(one) || set.contains(one) || frame.may().contains(one));
  }
}
