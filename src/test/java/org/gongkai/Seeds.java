package org.gongkai;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How many random cases a test tries: few at every change, many at night ({@code -Pnightly} or
 * {@code -Dseeds=many}).
 */
public final class Seeds {

  private static final boolean MANY = "many".equals(System.getProperty("seeds"));

  private Seeds() {}

  /** The first of them, or all. */
  public static LongStream of(long... seeds) {
    return MANY ? Arrays.stream(seeds) : LongStream.of(seeds[0]);
  }

  /** From 0 up to before one of these. */
  public static LongStream upTo(long few, long many) {
    return LongStream.range(0, MANY ? many : few);
  }

  /**
   * All of what may be chosen at night; else the one whose turn it is, so that each is tried with
   * some of the other choices, not with all.
   *
   * @param turn counts what it is chosen for
   */
  public static <T> List<T> inTurn(List<T> all, int turn) {
    return MANY ? all : List.of(all.get(turn % all.size()));
  }

  /** How many of something that takes long. */
  public static int number(int few, int many) {
    return MANY ? many : few;
  }
}
