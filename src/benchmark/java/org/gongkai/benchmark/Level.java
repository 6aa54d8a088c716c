package org.gongkai.benchmark;

import java.util.Locale;

/** How far up a region is. */
enum Level {
  NATION,
  PROVINCE,
  CITY,
  DISTRICT;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
