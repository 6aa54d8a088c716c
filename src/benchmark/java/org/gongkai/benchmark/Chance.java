package org.gongkai.benchmark;

import java.util.List;

/** The same numbers for the same seed, organ and year, in whatever order they are asked for. */
final class Chance {

  private long state;

  Chance(long seed, int organ, int year) {
    state = mixed(mixed(seed) + 31L * organ) + year;
  }

  /** From 0 to the limit, both included. */
  long upTo(long limit) {
    state += 0x9E3779B97F4A7C15L;
    return Math.floorMod(mixed(state), limit + 1);
  }

  boolean oneIn(int number) {
    return upTo(number - 1L) == 0;
  }

  <T> T of(List<T> some) {
    return some.get((int) upTo(some.size() - 1L));
  }

  /** SplitMix64. */
  private static long mixed(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
