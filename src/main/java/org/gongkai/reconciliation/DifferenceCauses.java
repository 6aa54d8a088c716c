package org.gongkai.reconciliation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells differences that are news from those that only follow from others: one lost application
 * shows in its cell, and again in every total above it.
 */
final class DifferenceCauses {

  /**
   * A cell on both sides.
   *
   * @param difference null where both are equal; a side that states nothing counts as 0 here
   * @param parts the ways in which it is added up from others: each a list of their paths
   */
  record Cell(String path, @Nullable BigDecimal difference, List<List<String>> parts) {

    boolean differs() {
      return difference != null;
    }
  }

  /**
   * Two sums that a rule of the form wants equal: what came in and what became of it.
   *
   * @param left paths of what came in
   * @param right paths of what became of it
   */
  record Balance(List<String> left, List<String> right) {}

  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final List<Balance> balances;
  private final Map<String, Set<String>> known = new HashMap<>();

  private DifferenceCauses(List<Cell> cells, List<Balance> balances) {
    this.balances = balances;
    cells.forEach(cell -> this.cells.put(cell.path(), cell));
  }

  /**
   * Finds for each cell that differs what its difference follows from.
   *
   * @return by path the paths of the causes, in the order of the cells; the cell itself where it is
   *     one
   */
  static Map<String, Set<String>> of(List<Cell> cells, List<Balance> balances) {
    DifferenceCauses causes = new DifferenceCauses(cells, balances);
    Map<String, Set<String>> all = new LinkedHashMap<>();
    cells.stream().filter(Cell::differs).forEach(cell -> all.put(cell.path(), causes.of(cell)));
    return all;
  }

  private Set<String> of(Cell cell) {
    Set<String> found = known.get(cell.path());
    if (found == null) {
      found = find(cell);
      known.put(cell.path(), found);
    }
    return found;
  }

  /** A difference follows where it is exactly that of the parts that differ. */
  private Set<String> find(Cell cell) {
    for (List<String> way : cell.parts()) {
      List<Cell> differing = differing(way);
      BigDecimal sum =
          differing.stream().map(Cell::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (!differing.isEmpty() && sum.compareTo(cell.difference()) == 0) {
        Set<String> causes = new LinkedHashSet<>();
        differing.forEach(part -> causes.addAll(of(part)));
        return causes;
      }
    }
    return Set.of(
        balances.stream()
            .filter(balance -> balance.left().contains(cell.path()))
            .flatMap(balance -> acrossFrom(balance).stream())
            .findFirst()
            .orElse(cell.path()));
  }

  /**
   * The one cell of the right side that differs as the one of the left side does: the same
   * applications are missing where they came in and where they were dealt with. A total that is
   * wrong by itself explains nothing.
   */
  private Optional<String> acrossFrom(Balance balance) {
    List<Cell> left = differing(balance.left());
    List<Cell> right = differing(balance.right());
    if (left.size() != 1
        || right.size() != 1
        || Objects.requireNonNull(left.getFirst().difference())
                .compareTo(right.getFirst().difference())
            != 0) {
      return Optional.empty();
    }
    Cell term = right.getFirst();
    Set<String> causes = of(term);
    boolean isWrongTotal = causes.contains(term.path()) && !term.parts().isEmpty();
    return causes.size() == 1 && !isWrongTotal ? causes.stream().findFirst() : Optional.empty();
  }

  private List<Cell> differing(List<String> paths) {
    return paths.stream().map(cells::get).filter(part -> part != null && part.differs()).toList();
  }
}
