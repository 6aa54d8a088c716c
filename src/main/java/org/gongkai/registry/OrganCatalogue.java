package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** Shows organs to callers. */
@ApplicationScoped
class OrganCatalogue {

  private static final String NATION = "000000";

  private final OrganQuery query;
  private final Registry registry;
  private final Clock clock;

  OrganCatalogue(OrganQuery query, Registry registry, Clock clock) {
    this.query = query;
    this.registry = registry;
    this.clock = clock;
  }

  OrganView.Page page(
      String region,
      String text,
      String kind,
      String year,
      String limit,
      String cursor,
      Language language) {
    OrganQuery.Filter filter = filter(region, text, kind, year);
    int size = Parameters.number("limit", limit, 100, 1, 1000);
    String after = cursor(cursor);
    List<OrganQuery.Row> rows = query.page(filter, after, size + 1);
    boolean more = rows.size() > size;
    List<OrganView> items =
        rows.stream().limit(size).map(row -> OrganView.of(row, language)).toList();
    return new OrganView.Page(query.total(filter), more ? items.getLast().code() : null, items);
  }

  OrganView.Detail organ(String code, Language language) {
    OrganCode.objectionTo(code)
        .ifPresent(
            why -> {
              throw ProblemException.invalid(new Violation("path:code", why));
            });
    List<OrganQuery.Row> rows = query.versions(code);
    if (rows.isEmpty()) {
      throw ProblemException.of(
          ProblemType.NOT_FOUND, "没有登记该代码的行政机关。", "No organ is registered under this code.");
    }
    LocalDate today = LocalDate.now(clock);
    OrganQuery.Row current = at(rows, today);
    List<Warning> warnings = new ArrayList<>(new OrganCode(code).warnings());
    retiredRegion(current).ifPresent(warnings::add);
    List<String> namesakes = query.namesakes(code);
    if (!namesakes.isEmpty()) {
      warnings.add(Warning.sameName(namesakes));
    }
    return OrganView.Detail.of(
        OrganView.of(current, language),
        !current.validFrom().isAfter(today) && current.version().covers(today),
        rows.stream().map(row -> OrganView.of(row, language)).toList(),
        query.predecessors(code),
        Warning.WarningView.of(warnings, language));
  }

  String tag(String code) {
    return query.tag(code);
  }

  private OrganQuery.Filter filter(String region, String text, String kind, String year) {
    String within = Parameters.text("region", region).orElse(NATION);
    registry.requireRegion(within, "?region");
    String ofKind =
        Parameters.choice("kind", kind, OrganKind.class).map(OrganKind::code).orElse("");
    Optional<Integer> inYear = Parameters.year("year", year);
    LocalDate today = LocalDate.now(clock);
    return new OrganQuery.Filter(
        within,
        Parameters.text("q", text).orElse(""),
        ofKind,
        inYear.map(y -> LocalDate.of(y, 1, 1)).orElse(today),
        inYear.map(y -> LocalDate.of(y, 12, 31)).orElse(today));
  }

  static String cursor(String cursor) {
    return Parameters.text("cursor", cursor)
        .map(
            c -> {
              if (OrganCode.objectionTo(c).isPresent()) {
                throw Paging.noCursor();
              }
              return c;
            })
        .orElse("");
  }

  /** The version of today, or the one that ended last, or the first to come. */
  private static OrganQuery.Row at(List<OrganQuery.Row> rows, LocalDate day) {
    TreeMap<LocalDate, OrganQuery.Row> byDay = new TreeMap<>();
    rows.forEach(row -> byDay.put(row.validFrom(), row));
    Map.Entry<LocalDate, OrganQuery.Row> current = byDay.floorEntry(day);
    return current == null ? byDay.firstEntry().getValue() : current.getValue();
  }

  private Optional<Warning> retiredRegion(OrganQuery.Row row) {
    return registry
        .region(row.version().region())
        .filter(region -> region.validTo().isBefore(row.version().validTo()))
        .map(
            region ->
                new Warning(
                    "retired-region",
                    new Text(
                            "行政区划 %s（%s）已于 %s 停用，请更正所属行政区划。",
                            "Region %s (%s) was retired on %s; say which one the organ belongs to"
                                + " now.")
                        .with(region.code(), region.name(), region.validTo())));
  }
}
