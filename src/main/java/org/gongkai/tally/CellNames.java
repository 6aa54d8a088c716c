package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.gongkai.report.CellSums;
import org.jspecify.annotations.Nullable;

/**
 * The paths and sections of cells by their numbers, which never change; read again when one is not
 * known.
 */
@Singleton
class CellNames {

  private record Names(
      @Nullable String[] paths, @Nullable String[] sections, Map<String, int[]> bySection) {}

  private final TallyStore store;
  private volatile Names known = new Names(new String[0], new String[0], Map.of());

  CellNames(TallyStore store) {
    this.store = store;
  }

  /** The section that a cell is in. */
  String section(int cell) {
    return Objects.requireNonNull(having(cell).sections()[cell], "cell");
  }

  String path(int cell) {
    return Objects.requireNonNull(having(cell).paths()[cell], "cell");
  }

  /** Whether a cell is in one of some sections. */
  IntPredicate in(Collection<String> some) {
    Names names = known;
    BitSet wanted = new BitSet(names.paths().length);
    for (String section : some) {
      for (int cell : names.bySection().getOrDefault(section, new int[0])) {
        wanted.set(cell);
      }
    }
    return cell -> cell < names.paths().length ? wanted.get(cell) : some.contains(section(cell));
  }

  /** What one row says, as those who make answers know it: by section and path. */
  Map<String, Tally> bySection(CellChanges said) {
    Map<String, Tally> sections = new HashMap<>();
    said.each(
        (cell, added) -> {
          if (!added.isZero()) {
            sections.computeIfAbsent(section(cell), s -> Tally.empty()).add(path(cell), added);
          }
        });
    return sections;
  }

  /** The same of sums. */
  Map<String, Tally> bySection(CellSums sums) {
    Map<String, Tally> sections = new HashMap<>();
    for (int cell = 0; cell < sums.size(); cell++) {
      if (sums.isAnything(cell)) {
        sections
            .computeIfAbsent(section(cell), s -> Tally.empty())
            .add(path(cell), Tally.Added.of(sums, cell));
      }
    }
    return sections;
  }

  private Names having(int cell) {
    Names names = known;
    if (cell < names.paths().length && names.paths()[cell] != null) {
      return names;
    }
    names = read();
    known = names;
    return names;
  }

  private Names read() {
    List<TallyStore.NamedCell> cells = store.cells();
    int size = 1 + cells.stream().mapToInt(TallyStore.NamedCell::id).max().orElse(0);
    @Nullable String[] paths = new String[size];
    @Nullable String[] sections = new String[size];
    Map<String, int[]> bySection = new HashMap<>();
    for (TallyStore.NamedCell cell : cells) {
      paths[cell.id()] = cell.path();
      sections[cell.id()] = cell.section();
      bySection.merge(cell.section(), new int[] {cell.id()}, CellNames::both);
    }
    bySection.values().forEach(Arrays::sort);
    return new Names(paths, sections, bySection);
  }

  private static int[] both(int[] some, int[] more) {
    int[] both = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, both, some.length, more.length);
    return both;
  }
}
