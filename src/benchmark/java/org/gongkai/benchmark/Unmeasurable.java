package org.gongkai.benchmark;

/** Why a run cannot go on, for the person who started it. */
final class Unmeasurable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unmeasurable(String why) {
    super(why);
  }

  Unmeasurable(String why, Throwable cause) {
    super(why, cause);
  }
}
