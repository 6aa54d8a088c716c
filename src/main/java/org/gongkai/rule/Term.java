package org.gongkai.rule;

/**
 * One term of a side of a rule.
 *
 * @param name a row or a column, by the rule's {@code each}
 * @param previous whether it is taken from last year's report
 * @param negative whether it is subtracted
 */
public record Term(String name, boolean previous, boolean negative) {

  private static final String PREVIOUS = "previous ";

  /** Reads {@code name}, {@code -name} or {@code previous name}. */
  public static Term of(String written) {
    boolean negative = written.startsWith("-");
    String rest = negative ? written.substring(1) : written;
    boolean previous = rest.startsWith(PREVIOUS);
    return new Term(previous ? rest.substring(PREVIOUS.length()) : rest, previous, negative);
  }
}
