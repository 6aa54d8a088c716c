package org.gongkai.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.breakdown.NumberSelector;
import org.gongkai.problem.Language;
import org.gongkai.reconciliation.ComparedView.ComparisonKind;
import org.gongkai.tally.Sum;
import org.jspecify.annotations.Nullable;

/**
 * A cell on both sides, before it is known what its difference follows from.
 *
 * @param of what is added up in it
 * @param reported what the government states
 * @param decimals with which the government writes it
 * @param summed what its organs state
 * @param standing what else is known of it
 */
record ReconciledCell(
    NumberSelector of, Sum reported, int decimals, Sum summed, Standing standing) {

  /**
   * What is known of a cell beside its two sides.
   *
   * @param computed whether it is a total or a heading
   * @param comparable whether both sides have the cell in their layout, wholly enough to compare
   * @param reports that the sum stands on
   * @param otherLayout reports that are laid out without the cell
   * @param parts the ways in which it is added up from other cells, by their paths
   */
  record Standing(
      boolean computed,
      boolean comparable,
      long reports,
      long otherLayout,
      List<List<String>> parts) {}

  static String path(String section, String row, @Nullable String column) {
    return section + "." + row + "." + column;
  }

  String path() {
    return of.row() == null
        ? path(of.section(), of.channel() == null ? "" : of.channel(), of.unit())
        : path(of.section(), of.row(), of.column());
  }

  boolean differs() {
    if (!standing.comparable() || isRounded()) {
      return false;
    }
    return isStatedOnBothSides()
        ? Objects.requireNonNull(reported.number()).compareTo(summed.number()) != 0
        : (reported.number() == null) != (summed.number() == null);
  }

  private boolean isStatedOnBothSides() {
    return reported.number() != null && summed.number() != null;
  }

  /**
   * Whether the sum is what is stated only when it is rounded to the decimals that the government
   * writes. Something is never rounded away to nothing.
   */
  private boolean isRounded() {
    return isStatedOnBothSides()
        && Objects.requireNonNull(reported.number()).signum() != 0
        && reported.number().compareTo(summed.number()) != 0
        && Objects.requireNonNull(summed.number())
                .setScale(decimals, RoundingMode.HALF_UP)
                .compareTo(reported.number())
            == 0;
  }

  /** Where some of the organs lay the sum out without it, so that a difference says nothing. */
  ReconciledCell notComparable() {
    Standing none =
        new Standing(
            standing.computed(),
            false,
            standing.reports(),
            standing.otherLayout(),
            standing.parts());
    return new ReconciledCell(of, reported, decimals, summed, none);
  }

  /** What it adds to the differences above it. */
  DifferenceCauses.Cell difference() {
    BigDecimal left = reported.number() == null ? BigDecimal.ZERO : reported.number();
    BigDecimal right = summed.number() == null ? BigDecimal.ZERO : summed.number();
    BigDecimal difference = differs() ? left.subtract(right) : null;
    return new DifferenceCauses.Cell(path(), difference, standing.parts());
  }

  /**
   * As it is shown.
   *
   * @param causes the paths of the cells that its difference follows from, its own where it is one
   * @param effects how many differences follow from which
   * @param address where it is taken apart
   */
  ComparedView view(
      Set<String> causes, Map<String, Long> effects, String address, Language language) {
    boolean effect = differs() && !causes.contains(path());
    return new ComparedView(
        path(),
        kind(effect),
        of.section(),
        of.row(),
        of.column(),
        of.channel(),
        of.unit(),
        of.label().in(language),
        reported.number(),
        reported.blank(),
        summed.number(),
        summed.blank(),
        isStatedOnBothSides()
            ? Objects.requireNonNull(reported.number()).subtract(summed.number())
            : null,
        standing.computed(),
        isRounded() ? decimals : null,
        standing.reports(),
        standing.otherLayout(),
        differs() && !effect ? effects.getOrDefault(path(), 0L) : null,
        effect ? List.copyOf(causes) : null,
        address);
  }

  private ComparisonKind kind(boolean effect) {
    if (!standing.comparable()) {
      return ComparisonKind.OTHER_LAYOUT;
    }
    if (!differs()) {
      return ComparisonKind.EQUAL;
    }
    return effect ? ComparisonKind.EFFECT : ComparisonKind.CAUSE;
  }
}
