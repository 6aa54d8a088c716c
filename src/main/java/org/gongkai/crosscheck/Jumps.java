package org.gongkai.crosscheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.finding.Finding;
import org.gongkai.rule.Rule;

/**
 * Tells jumps from what only looks like one: last year may have been the odd one out, and what
 * happened to every organ of a kind (a power handed down, a law changed) is no mistake of one.
 */
final class Jumps {

  /** With less than this it cannot be said what is usual. */
  private static final int FEWEST_YEARS = 3;

  private Jumps() {}

  /** A peer's number of last year and of this year. */
  public record Growth(BigDecimal before, BigDecimal now) {

    /** One is added to both, so that what begins at 0 has a growth too. */
    private double factor() {
      return (now.doubleValue() + 1) / (before.doubleValue() + 1);
    }
  }

  static boolean isJump(Rule.Jump rule, BigDecimal before, BigDecimal now) {
    BigDecimal larger = before.abs().max(now.abs());
    BigDecimal smaller = before.abs().min(now.abs());
    return larger.compareTo(rule.threshold()) > 0
        && larger.compareTo(smaller.multiply(rule.factor())) > 0;
  }

  /**
   * Whether a jump from last year is none beside what the organ stated before.
   *
   * @param earlier what it stated in the years before last year
   */
  public static boolean isUsualInYears(Rule.Jump rule, Finding jump, List<BigDecimal> earlier) {
    List<BigDecimal> years = new ArrayList<>(earlier);
    years.add(last(jump));
    return years.size() >= FEWEST_YEARS && !isJump(rule, median(years), now(jump));
  }

  /**
   * Whether a jump from last year is none beside what happened to others.
   *
   * @param peers of the same kind and region, as far as they state something in either year
   */
  public static boolean isUsualAmongPeers(Rule.Jump rule, Finding jump, List<Growth> peers) {
    if (rule.peers() == null || peers.size() < rule.peers()) {
      return false;
    }
    double[] growth = peers.stream().mapToDouble(Growth::factor).sorted().toArray();
    double expected = (last(jump).doubleValue() + 1) * coarse(growth[growth.length / 2]) - 1;
    return !isJump(rule, BigDecimal.valueOf(Math.max(0, expected)), now(jump));
  }

  private static BigDecimal last(Finding jump) {
    return Objects.requireNonNull(jump.right());
  }

  private static BigDecimal now(Finding jump) {
    return Objects.requireNonNull(jump.left());
  }

  /**
   * The nearest power of two: trials of many numbers find out where a jump begins, and must not
   * find out how much a peer has grown.
   */
  private static double coarse(double growth) {
    return growth > 0 && Double.isFinite(growth)
        ? Math.pow(2, Math.rint(Math.log(growth) / Math.log(2)))
        : 0;
  }

  /** The middle one, or the smaller one of both that are. */
  private static BigDecimal median(List<BigDecimal> numbers) {
    return numbers.stream().sorted().toList().get((numbers.size() - 1) / 2);
  }
}
