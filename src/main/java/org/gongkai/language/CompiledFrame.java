package org.gongkai.language;

import java.util.List;
import java.util.Set;

/** A frame as what is said of a number is held against it: its concepts by their numbers. */
record CompiledFrame(
    Frame frame,
    List<ConceptSet> sure,
    List<ConceptSet> maybe,
    List<ConceptSet> none,
    List<ConceptSet> done,
    ConceptSet may,
    ConceptSet inherits,
    ConceptSet unless,
    ConceptSet except,
    ConceptSet with,
    ConceptSet beside,
    ConceptSet doubt,
    ConceptSet act,
    ConceptSet through,
    ConceptSet after,
    int context) {

  static final int NO_CONTEXT = -1;

  static CompiledFrame of(Frame frame, Concepts concepts) {
    return new CompiledFrame(
        frame,
        sets(frame.sure(), concepts),
        sets(frame.maybe(), concepts),
        sets(frame.none(), concepts),
        sets(frame.done(), concepts),
        concepts.set(frame.may()),
        concepts.set(frame.inherits()),
        concepts.set(frame.unless()),
        concepts.set(frame.except()),
        concepts.set(frame.with()),
        concepts.set(frame.beside()),
        concepts.set(frame.doubt()),
        concepts.set(frame.act()),
        concepts.set(frame.through()),
        concepts.set(frame.after()),
        frame.context() == null ? NO_CONTEXT : concepts.number(frame.context()));
  }

  private static List<ConceptSet> sets(List<Set<String>> written, Concepts concepts) {
    return written.stream().map(concepts::set).toList();
  }

  /** Whether everything that is said is of a set, or can stand beside it. */
  boolean explains(ConceptSet set, ConceptSet said, ConceptSet idle) {
    return said.hasAll(set) && set.with(may).with(idle).hasAll(said);
  }

  /** Whether one of its sets explains everything that is said. */
  boolean isSaid(ConceptSet said, ConceptSet idle) {
    for (ConceptSet set : sure) {
      if (explains(set, said, idle)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has the number of all that others count. */
  boolean isOfAll() {
    return !frame.of().isEmpty();
  }
}
