package org.gongkai.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.access.Visibility;
import org.gongkai.platform.Sql;

/** Reads the feed. */
@ApplicationScoped
public class ChangeQuery {

  /**
   * The page and the newest position are of one moment, so that an empty page says for certain how
   * far there is nothing. Regions are an array, which an index on the region can be asked with.
   */
  private static final String PAGE =
      """
      SELECT newest.newest, page.*
      FROM (SELECT coalesce(max(position), 0) AS newest FROM change) newest
      LEFT JOIN (
        SELECT c.*
        FROM change c
        WHERE c.position > :after
          AND (:organ::text IS NULL OR c.organ = :organ)
          AND (:kind::text IS NULL OR c.kind = :kind)
          AND (NOT :open OR c.kind = 'report.published' OR c.published)
          AND (:region::text IS NULL
            OR c.region = ANY (ARRAY(SELECT w.region FROM region_within w WHERE w.within = :region)))
          AND (:visible::text IS NULL
            OR c.region = ANY (ARRAY(SELECT w.region FROM region_within w WHERE w.within = :visible)))
        ORDER BY c.position
        LIMIT :limit
      ) page ON true
      ORDER BY page.position
      """;

  private static final String NEWEST = "SELECT coalesce(max(position), 0) AS newest FROM change";

  /**
   * Which changes.
   *
   * @param organ its code, or null for all
   * @param region with all below it, or null for all
   * @param open only what is told to readers
   * @param visible the region, with all below it, that the caller may see; null for all
   */
  record Filter(String organ, String kind, String region, boolean open, String visible) {

    static Filter of(Optional<String> kind, Optional<String> region) {
      return new Filter(null, kind.orElse(null), region.orElse(null), false, null);
    }

    /** Narrows the filter to what the caller may see; empty where that is nothing. */
    Optional<Filter> seenBy(Visibility visibility) {
      return switch (visibility) {
        case Visibility.Everything all -> Optional.of(this);
        case Visibility.WithinRegion own ->
            Optional.of(new Filter(organ, kind, region, open, own.region()));
        case Visibility.OnlyOrgan own ->
            Optional.of(new Filter(own.organ(), kind, region, open, visible));
        case Visibility.Nothing nothing -> Optional.empty();
      };
    }

    /** Narrows the filter to what is told to readers. */
    Filter forReaders() {
      return new Filter(organ, kind, region, true, visible);
    }
  }

  private record Line(long newest, ChangeView change) {

    static Line of(ResultSet row) throws SQLException {
      boolean none = row.getObject("position") == null;
      return new Line(row.getLong("newest"), none ? null : ChangeView.of(row));
    }
  }

  private final Sql sql;

  ChangeQuery(Sql sql) {
    this.sql = sql;
  }

  ChangeView.Page page(Filter filter, long after, int size) {
    List<Line> lines =
        sql.statement(PAGE)
            .bind("after", after)
            .bind("organ", filter.organ())
            .bind("kind", filter.kind())
            .bind("open", filter.open())
            .bind("region", filter.region())
            .bind("visible", filter.visible())
            .bind("limit", size)
            .list(Line::of);
    List<ChangeView> items = lines.stream().map(Line::change).filter(Objects::nonNull).toList();
    long next = items.size() == size ? items.getLast().position() : lines.getFirst().newest();
    return new ChangeView.Page(items, Math.max(after, next));
  }

  /** The last position that there is. */
  public long newest() {
    return sql.statement(NEWEST).first(row -> row.getLong("newest")).orElse(0L);
  }
}
