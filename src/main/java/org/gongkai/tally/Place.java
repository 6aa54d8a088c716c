package org.gongkai.tally;

import java.util.Comparator;

/**
 * What a sum is of: a region or an organ, in a year. They are in order of their codes, then of
 * years.
 *
 * @param code of the region or organ
 */
public record Place(String code, int year) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::code).thenComparingInt(Place::year);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
