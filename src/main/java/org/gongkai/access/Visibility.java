package org.gongkai.access;

/** Which organs a list may show to the caller; each list turns it into a filter. */
public sealed interface Visibility {

  record Everything() implements Visibility {}

  /** Organs of this region and of those below it. */
  record WithinRegion(String region) implements Visibility {}

  record OnlyOrgan(String organ) implements Visibility {}

  record Nothing() implements Visibility {}
}
