package org.gongkai.language;

import java.util.Arrays;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/** Concepts by their numbers. What says nothing is never among them. */
final class ConceptSet {

  static final ConceptSet NONE = new ConceptSet(new long[0]);

  private static final int SHIFT = 6;

  private final long[] bits;

  private ConceptSet(long[] bits) {
    this.bits = bits;
  }

  static ConceptSet of(int concept) {
    return NONE.with(concept);
  }

  /** What words say. */
  static ConceptSet of(List<Token> words) {
    int most = -1;
    for (int i = 0; i < words.size(); i++) {
      most = Math.max(most, words.get(i).concept());
    }
    if (most <= Concepts.FILLER_NUMBER) {
      return NONE;
    }
    long[] bits = new long[(most >> SHIFT) + 1];
    for (int i = 0; i < words.size(); i++) {
      int concept = words.get(i).concept();
      bits[concept >> SHIFT] |= 1L << concept;
    }
    bits[0] &= ~(1L << Concepts.FILLER_NUMBER);
    return new ConceptSet(bits);
  }

  boolean has(int concept) {
    int place = concept >> SHIFT;
    return place < bits.length && (bits[place] & 1L << concept) != 0;
  }

  boolean hasAll(ConceptSet others) {
    for (int i = 0; i < others.bits.length; i++) {
      if ((others.bits[i] & ~at(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  boolean hasOneOf(ConceptSet others) {
    int shared = Math.min(bits.length, others.bits.length);
    for (int i = 0; i < shared; i++) {
      if ((bits[i] & others.bits[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    for (long some : bits) {
      if (some != 0) {
        return false;
      }
    }
    return true;
  }

  int size() {
    int size = 0;
    for (long some : bits) {
      size += Long.bitCount(some);
    }
    return size;
  }

  /** The first one from a number on; less than 0 where there is none. */
  int next(int from) {
    int place = from >> SHIFT;
    long rest = place < bits.length ? bits[place] & -1L << from : 0;
    while (rest == 0 && ++place < bits.length) {
      rest = bits[place];
    }
    return rest == 0 ? -1 : (place << SHIFT) + Long.numberOfTrailingZeros(rest);
  }

  ConceptSet with(int concept) {
    long[] more = Arrays.copyOf(bits, Math.max(bits.length, (concept >> SHIFT) + 1));
    more[concept >> SHIFT] |= 1L << concept;
    return new ConceptSet(more);
  }

  ConceptSet with(ConceptSet others) {
    ConceptSet longer = bits.length < others.bits.length ? others : this;
    ConceptSet shorter = bits.length < others.bits.length ? this : others;
    long[] all = longer.bits.clone();
    for (int i = 0; i < shorter.bits.length; i++) {
      all[i] |= shorter.bits[i];
    }
    return new ConceptSet(all);
  }

  ConceptSet without(ConceptSet others) {
    long[] rest = bits.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] &= ~others.at(i);
    }
    return new ConceptSet(rest);
  }

  /** Those that are among others. */
  ConceptSet among(ConceptSet others) {
    long[] some = bits.clone();
    for (int i = 0; i < some.length; i++) {
      some[i] &= others.at(i);
    }
    return new ConceptSet(some);
  }

  private long at(int place) {
    return place < bits.length ? bits[place] : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConceptSet set && hasAll(set) && set.hasAll(this);
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int concept = next(0); concept >= 0; concept = next(concept + 1)) {
      hash = 31 * hash + concept;
    }
    return hash;
  }
}
