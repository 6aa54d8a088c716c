package org.gongkai.rollup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.Language;
import org.gongkai.table.SpilledList;
import org.gongkai.table.TableColumn;
import org.gongkai.tally.Coverage;
import org.gongkai.tally.OrganSums;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the rows of organs as they were written. Of a city in which one report has changed,
 * those of all other organs are the same to the byte.
 */
@Singleton
class OrganRows {

  /** A city of 600 organs has 9 MB of the longest table. */
  private static final long MOST_BYTES = 16L << 20;

  private static final int BYTES = 400;
  private static final int BYTES_OF_LINE = 200;

  /**
   * What rows are asked for, beside the sums that they are of: neither region nor basis, as each
   * organ is asked for by what its sums are made of.
   */
  record Wanted(
      String subject,
      @Nullable List<String> rows,
      @Nullable List<String> columns,
      @Nullable List<String> channels,
      int from,
      int to,
      boolean compared,
      Language language) {

    static Wanted of(RollupParameters asked, int from, int to, Language language) {
      return new Wanted(
          asked.subject(),
          asked.rows(),
          asked.columns(),
          asked.channels(),
          from,
          to,
          asked.comparesYears(),
          language);
    }
  }

  /**
   * What an answer has of one organ.
   *
   * @param columns that its rows have
   */
  record Written(
      SpilledList.Written rows,
      SpilledList.Written totals,
      SpilledList.Written places,
      List<TableColumn> columns,
      Coverage coverage,
      @Nullable Map<String, Map<String, Long>> layouts) {

    private int length() {
      return rows.json().length + totals.json().length + places.json().length;
    }
  }

  private record Key(Wanted wanted, String organ) {}

  private record Known(OrganSums.State state, Written written) {

    private int weight() {
      int lines = state.expected().size() + state.counted().size();
      return BYTES + BYTES_OF_LINE * lines + written.length();
    }
  }

  private final Cache<Key, Known> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Known known) -> known.weight())
          .build();

  /** The rows of an organ as it is; null where they are not known. */
  @Nullable Written find(Wanted wanted, OrganSums.Organ organ) {
    Known known = remembered.getIfPresent(new Key(wanted, organ.code()));
    return known == null || !known.state().equals(organ.state()) ? null : known.written();
  }

  void remember(Wanted wanted, OrganSums.Organ organ, Written written) {
    remembered.put(new Key(wanted, organ.code()), new Known(organ.state(), written));
  }
}
