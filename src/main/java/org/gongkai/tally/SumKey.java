package org.gongkai.tally;

import java.util.Comparator;

/**
 * What a sum is of: a region or an organ, in a year. They are in order of their codes, then of
 * years.
 *
 * @param code of the region or organ
 */
public record SumKey(String code, int year) implements Comparable<SumKey> {

  private static final Comparator<SumKey> ORDER =
      Comparator.comparing(SumKey::code).thenComparingInt(SumKey::year);

  @Override
  public int compareTo(SumKey other) {
    return ORDER.compare(this, other);
  }
}
