package org.gongkai.language;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules a number from elsewhere than its own clause.
 *
 * @param thing what was named last, or null
 * @param act what was done last, or null
 * @param before concepts of the sentence that stand before it
 * @param anywhere concepts of the sentence
 * @param beside concepts of a bracket behind it that has no number of its own, and of the rest of
 *     its item that leads to none
 * @param unit that it is counted in
 * @param sums whether its clause adds up what was listed before it
 * @param enumerated whether it is one of several that are listed
 * @param outcomes whether so many outcomes are told that they can be those of applications only
 * @param unsure whether it is a part of something that was not named
 */
record Situation(
    @Nullable String thing,
    @Nullable String act,
    Set<String> before,
    Set<String> anywhere,
    Set<String> beside,
    String unit,
    boolean sums,
    boolean enumerated,
    boolean outcomes,
    boolean unsure) {

  boolean allows(Frame frame) {
    return frame.units().contains(unit)
        && (frame.act().isEmpty() || act == null || frame.act().contains(act))
        && follows(frame)
        && (sums && frame.whole() || frame.unless().stream().noneMatch(before::contains))
        && (frame.with().isEmpty() || frame.with().stream().anyMatch(anywhere::contains))
        && frame.except().stream().noneMatch(beside::contains);
  }

  /** Whether what must have been done last was. */
  boolean follows(Frame frame) {
    return frame.after().isEmpty() || act != null && frame.after().contains(act);
  }

  /** Whether nothing else can be meant, as far as the words around tell. */
  boolean isSure(Frame frame) {
    return !unsure
        && !(enumerated && frame.whole())
        && frame.doubt().stream().noneMatch(anywhere::contains);
  }

  /** Whether it is about what the frame is about; the clause may name that itself. */
  boolean isAbout(Frame frame, Set<String> set, Set<String> said) {
    return frame.context() == null
        || set.contains(frame.context())
        || said.contains(frame.context())
        || frame.context().equals(thing)
        || outcomes && frame.context().equals(Language.APPLICATION);
  }

  /** Whether the sentence speaks of what the frame is about. */
  boolean mentions(Frame frame) {
    return frame.sure().stream().anyMatch(anywhere::containsAll);
  }
}
