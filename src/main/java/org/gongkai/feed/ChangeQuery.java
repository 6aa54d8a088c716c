package org.gongkai.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.access.Visibility;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Reads the feed: changes by position, which rise from 1 and may leave numbers out. */
@ApplicationScoped
public class ChangeQuery {

  /**
   * The page and the newest position are of one moment, so that an empty page says up to which
   * position there is nothing. Regions are an array: the index on the region takes arrays.
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

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  private static final String NEWEST = "SELECT coalesce(max(position), 0) AS newest FROM change";

  /**
   * Which changes.
   *
   * @param organ its code, or null for all
   * @param kind null for all
   * @param region with all below it, or null for all
   * @param open only changes that readers may see
   * @param visible the region, with all below it, that the caller may see; null for all
   */
  record Filter(
      @Nullable String organ,
      @Nullable String kind,
      @Nullable String region,
      boolean open,
      @Nullable String visible) {

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

    /** Narrows the filter to changes that readers may see: of published reports. */
    Filter forReaders() {
      return new Filter(organ, kind, region, true, visible);
    }
  }

  /**
   * @param change null where nothing is new
   */
  private record Line(long newest, @Nullable ChangeView change) {

    static Line of(ResultSet row) throws SQLException {
      boolean none = row.getObject("position") == null;
      return new Line(row.getLong("newest"), none ? null : ChangeQuery.change(row));
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
    long newest = lines.getFirst().newest();
    long next = items.size() == size ? items.getLast().position() : newest;
    return new ChangeView.Page(items, Math.max(after, next), newest);
  }

  /** The newest position; 0 while the feed is empty. */
  public long newest() {
    return sql.statement(NEWEST).first(row -> row.getLong("newest")).orElse(0L);
  }

  /** Reads a row with the columns of the table {@code change}. */
  public static ChangeView change(ResultSet row) throws SQLException {
    Long report = row.getObject("report", Long.class);
    Long importId = row.getObject("import", Long.class);
    String organ = row.getString("organ");
    return new ChangeView(
        row.getLong("position"),
        Sql.instant(row, "at"),
        row.getString("kind"),
        report,
        importId,
        organ,
        row.getObject("year", Integer.class),
        Parameters.choice(row.getString("scope"), Scope.class).orElse(null),
        row.getString("region"),
        row.getString("moved_from"),
        row.getString("moved_to"),
        row.getObject("revision", Integer.class),
        row.getString("state"),
        href(report, importId, organ));
  }

  private static String href(
      @Nullable Long report, @Nullable Long importId, @Nullable String organ) {
    if (importId != null) {
      return "/api/v1/imports/" + importId;
    }
    return report == null ? "/api/v1/organs/" + organ : "/api/v1/reports/" + report;
  }

  /** Whether a text can be a position: a whole number from 0, of 18 digits at most. */
  public static boolean isPosition(String text) {
    return POSITION.matcher(text).matches();
  }

  /**
   * Reads a position from a query parameter.
   *
   * @param otherwise the position where the parameter is absent
   * @throws ProblemException {@code invalid-request} where it is none
   */
  public static long position(String parameter, @Nullable String value, long otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (!isPosition(value)) {
      throw ProblemException.invalid(
          Violation.at(
              "?" + parameter,
              "须为上一次答复中的 next：非负整数。",
              "Must be the next of the answer before: a whole number from 0."));
    }
    return Long.parseLong(value);
  }
}
