package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.problem.Language;
import org.gongkai.registry.Region;
import org.gongkai.registry.RegionLevel;
import org.gongkai.registry.Registry;
import org.gongkai.table.TableRow;
import org.gongkai.tally.By;
import org.gongkai.tally.ComputedSums;
import org.gongkai.tally.Coverage;
import org.gongkai.tally.GovernmentSums;
import org.gongkai.tally.PartialTallies;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.gongkai.tally.StoredSums;
import org.gongkai.tally.SumKey;
import org.gongkai.tally.Tallies;
import org.jspecify.annotations.Nullable;

/** An answer in the making: its rows begin with what all rows have. */
final class RollupBuilder {

  private final RollupQuery rollupQuery;
  private final Map<SumKey, Coverage> coverage;
  private final Map<String, String> names;
  private final @Nullable String regionName;
  private final List<RollupRow> rows = new ArrayList<>();
  private final Map<String, Map<String, Long>> layouts = new TreeMap<>();

  private RollupBuilder(
      RollupQuery rollupQuery,
      @Nullable String regionName,
      Map<SumKey, Coverage> coverage,
      Map<String, String> names) {
    this.rollupQuery = rollupQuery;
    this.regionName = regionName;
    this.coverage = coverage;
    this.names = names;
  }

  /** The rows so far. */
  List<RollupRow> rows() {
    return rows;
  }

  /** Counts what the reports of a place leave blank, and those in another layout. */
  void lacking(SumKey key, long blank, long otherLayout) {
    coverage.compute(
        key, (p, known) -> (known == null ? Coverage.NONE : known).with(blank, otherLayout));
  }

  /** Counts the editions that reports follow in a section. */
  void layouts(String section, Map<String, Long> reports) {
    Map<String, Long> known = layouts.computeIfAbsent(section, s -> new TreeMap<>());
    reports.forEach(
        (edition, number) -> {
          if (number > 0) {
            known.merge(edition, number, Long::sum);
          }
        });
  }

  /** Begins a row; its cells follow. */
  TableRow row(SumKey key) {
    RollupRow row = start(key);
    rows.add(row);
    return row.cells();
  }

  /** A row that is not among the others. */
  RollupRow start(SumKey key) {
    return rollupQuery.by().hasPlaces()
        ? new RollupRow(
            key.code(),
            names.get(key.code()),
            coverage.getOrDefault(key, Coverage.NONE),
            key.year(),
            new TableRow())
        : new RollupRow(null, null, null, key.year(), new TableRow());
  }

  RollupView view(@Nullable List<RollupRow> totals) {
    Coverage whole = coverage.values().stream().reduce(Coverage.NONE, Coverage::plus);
    boolean oneSum = rollupQuery.by() == By.NONE && rollupQuery.from() == rollupQuery.to();
    List<RollupView.PlaceCoverage> places =
        coverage.entrySet().stream()
            .map(
                e ->
                    new RollupView.PlaceCoverage(
                        e.getKey().code(),
                        names.get(e.getKey().code()),
                        e.getKey().year(),
                        e.getValue()))
            .toList();
    return new RollupView(
        rollupQuery.region(),
        regionName,
        rollupQuery.basis(),
        rollupQuery.by(),
        rollupQuery.scope(),
        whole.isComplete(),
        whole,
        oneSum ? null : places,
        layouts.isEmpty() ? null : layouts,
        rows,
        totals,
        null);
  }

  /** Makes a rollup of sums. */
  @FunctionalInterface
  interface Making {
    RollupView of(Tallies sums, RollupQuery rollupQuery, Language language);
  }

  /** Begins answers with coverage and names, of the snapshot at hand. */
  @Singleton
  static class Maker {

    private final RollupStore store;
    private final StoredSums kept;
    private final ComputedSums counted;
    private final GovernmentSums governments;
    private final Registry registry;

    Maker(
        RollupStore store,
        StoredSums kept,
        ComputedSums counted,
        GovernmentSums governments,
        Registry registry) {
      this.store = store;
      this.kept = kept;
      this.counted = counted;
      this.governments = governments;
      this.registry = registry;
    }

    /** Where the sums of a query come from. */
    Tallies from(RollupQuery rollupQuery) {
      return rollupQuery.isOfGovernments() ? governments : rollupQuery.isKept() ? kept : counted;
    }

    RollupBuilder begin(Tallies sums, RollupQuery rollupQuery, Language language) {
      Map<SumKey, Coverage> coverage = sums.coverage(rollupQuery);
      Set<String> codes = new LinkedHashSet<>();
      coverage.keySet().forEach(key -> codes.add(key.code()));
      String region = rollupQuery.region();
      return switch (rollupQuery.by()) {
        case NONE, YEAR, REGION -> {
          codes.add(region);
          Map<String, String> names = store.regionNames(List.copyOf(codes));
          yield new RollupBuilder(rollupQuery, names.get(region), coverage, names);
        }
        case ORGAN -> {
          // they come one after the other, with their names
          PartialTallies organs = (PartialTallies) sums;
          yield new RollupBuilder(rollupQuery, organs.regionName(), coverage, organs.names());
        }
        case LEVEL -> new RollupBuilder(rollupQuery, name(region), coverage, levelNames(language));
      };
    }

    private @Nullable String name(String region) {
      return registry.region(region).map(Region::name).orElse(null);
    }

    private static Map<String, String> levelNames(Language language) {
      Map<String, String> names = new LinkedHashMap<>();
      for (RegionLevel level : RegionLevel.values()) {
        names.put(level.code(), level.label().in(language));
      }
      return names;
    }
  }
}
