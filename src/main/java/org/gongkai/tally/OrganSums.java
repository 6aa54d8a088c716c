package org.gongkai.tally;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The sums of organs one after the other, by code: a few at a time, however many there are. Each
 * statement is read by a cursor of its own, all within one transaction.
 */
public final class OrganSums implements AutoCloseable {

  /** How much of what is expected and what is said is read ahead, and at once what it is called. */
  private static final int AT_ONCE = 1000;

  private final RollupStore store;
  private final RollupQuery query;
  private final @Nullable String regionName;
  private final Sql.Cursor<SumRows.Covered> expected;
  private final RevisionCellCache.Reading said;
  private final CellNames cells;
  private final Queue<Organ> ahead = new ArrayDeque<>();

  /** Takes over what is expected and what is said, both in the order of places. */
  OrganSums(
      RollupStore store,
      RollupQuery query,
      @Nullable String regionName,
      Sql.Cursor<SumRows.Covered> expected,
      RevisionCellCache.Reading said,
      CellNames cells) {
    this.store = store;
    this.query = query;
    this.regionName = regionName;
    this.expected = expected;
    this.said = said;
    this.cells = cells;
  }

  /**
   * What the sums of an organ are made of, with its name: where that is equal, they are.
   *
   * @param name null where it has none any more
   * @param counted its reports, whose revisions never change
   */
  public record State(
      @Nullable String name, List<SumRows.Covered> expected, List<SumRows.Counted> counted) {}

  /** One organ, with all of its years. */
  public final class Organ {

    private final String code;
    private final State state;
    private final List<CellChanges> said;

    private Organ(String code, State state, List<CellChanges> said) {
      this.code = code;
      this.state = state;
      this.said = said;
    }

    public String code() {
      return code;
    }

    public State state() {
      return state;
    }

    /** Its sums. */
    public PartialTallies sums() {
      PartialTallies sums = of(state.name() == null ? Map.of() : Map.of(code, state.name()));
      for (SumRows.Covered line : state.expected()) {
        sums.coverage().merge(line.key(), line.coverage(), Coverage::plus);
      }
      for (int i = 0; i < said.size(); i++) {
        SumRows.Counted report = state.counted().get(i);
        sums.coverage().merge(report.key(), report.coverage(), Coverage::plus);
        cells
            .bySection(said.get(i))
            .forEach(
                (section, tally) ->
                    sums.bySection()
                        .computeIfAbsent(section, s -> new HashMap<>())
                        .merge(report.key(), tally, Tally::plus));
      }
      return sums;
    }
  }

  /** The sums of no organ. */
  public PartialTallies ofNone() {
    return of(Map.of());
  }

  private PartialTallies of(Map<String, String> names) {
    return new PartialTallies(new TreeMap<>(), new HashMap<>(), regionName, names);
  }

  /** The next organ; null when all have been read. */
  public @Nullable Organ next() {
    if (ahead.isEmpty()) {
      read();
    }
    return ahead.poll();
  }

  /** What is read of an organ. */
  private record Lines(List<SumRows.Covered> expected, List<SumRows.ReportCells> said) {

    State state(@Nullable String name) {
      return new State(
          name, List.copyOf(expected), said.stream().map(SumRows.ReportCells::counted).toList());
    }
  }

  private void read() {
    Map<String, Lines> read = new TreeMap<>();
    int lines = 0;
    while (lines < AT_ONCE) {
      String code = first(expected.peek(), said.peek());
      if (code == null) {
        break;
      }
      Lines here = new Lines(new ArrayList<>(), new ArrayList<>());
      while (isOf(code, expected.peek())) {
        here.expected().add(Objects.requireNonNull(expected.next()));
      }
      while (isOf(code, said.peek())) {
        here.said().add(Objects.requireNonNull(said.next()));
      }
      read.put(code, here);
      lines += here.expected().size() + here.said().size();
    }
    if (!read.isEmpty()) {
      Map<String, String> names = store.organNames(List.copyOf(read.keySet()), query.to());
      read.forEach(
          (code, here) ->
              ahead.add(
                  new Organ(
                      code,
                      here.state(names.get(code)),
                      here.said().stream().map(SumRows.ReportCells::cells).toList())));
    }
  }

  private static @Nullable String first(SumRows.@Nullable Line one, SumRows.@Nullable Line other) {
    return Stream.of(one, other)
        .filter(Objects::nonNull)
        .map(line -> line.key().code())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean isOf(String code, SumRows.@Nullable Line line) {
    return line != null && line.key().code().equals(code);
  }

  @Override
  public void close() {
    try (expected;
        said) {
      // both, whatever happens to the other
    }
  }
}
