package org.gongkai.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Things that need one of several sets of concepts, each found by the rarest concept of the set:
 * most of what is said names none of those that are rare.
 */
final class ByConcept<T> {

  private record Entry<T>(T thing, int place) {}

  private final List<List<Entry<T>>> byConcept = new ArrayList<>();

  ByConcept(List<T> things, Function<T, List<ConceptSet>> sets) {
    Map<Integer, Integer> often = new HashMap<>();
    for (T thing : things) {
      for (ConceptSet set : sets.apply(thing)) {
        for (int concept = set.next(0); concept >= 0; concept = set.next(concept + 1)) {
          often.merge(concept, 1, Integer::sum);
        }
      }
    }
    for (int i = 0; i < things.size(); i++) {
      ConceptSet under = ConceptSet.NONE;
      for (ConceptSet set : sets.apply(things.get(i))) {
        int rarest = rarest(set, often);
        if (!under.has(rarest)) {
          under = under.with(rarest);
          while (byConcept.size() <= rarest) {
            byConcept.add(new ArrayList<>());
          }
          byConcept.get(rarest).add(new Entry<>(things.get(i), i));
        }
      }
    }
  }

  private static int rarest(ConceptSet set, Map<Integer, Integer> often) {
    int rarest = set.next(0);
    for (int concept = rarest; concept >= 0; concept = set.next(concept + 1)) {
      rarest = often.getOrDefault(concept, 0) < often.getOrDefault(rarest, 0) ? concept : rarest;
    }
    return rarest;
  }

  /** Each of which a set can be among what is said: in no order, and once for each set. */
  void each(ConceptSet said, Consumer<T> consumer) {
    for (int concept = said.next(0);
        concept >= 0 && concept < byConcept.size();
        concept = said.next(concept + 1)) {
      List<Entry<T>> its = byConcept.get(concept);
      for (int i = 0; i < its.size(); i++) {
        consumer.accept(its.get(i).thing());
      }
    }
  }

  /** Those of which a set can be among what is said, as they are written, each once. */
  List<T> some(ConceptSet said) {
    List<Entry<T>> some = null;
    boolean several = false;
    for (int concept = said.next(0);
        concept >= 0 && concept < byConcept.size();
        concept = said.next(concept + 1)) {
      List<Entry<T>> its = byConcept.get(concept);
      if (!its.isEmpty()) {
        some = some == null ? new ArrayList<>() : some;
        several |= !some.isEmpty();
        some.addAll(its);
      }
    }
    if (some == null) {
      return List.of();
    }
    if (several) {
      some.sort((a, b) -> Integer.compare(a.place(), b.place()));
    }
    List<T> things = new ArrayList<>(some.size());
    int last = -1;
    for (Entry<T> entry : some) {
      if (entry.place() != last) {
        things.add(entry.thing());
        last = entry.place();
      }
    }
    return things;
  }
}
