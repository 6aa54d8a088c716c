package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** Shows regions to callers. */
@ApplicationScoped
class RegionCatalogue {

  private final RegionQuery query;
  private final Registry registry;
  private final Clock clock;

  RegionCatalogue(RegionQuery query, Registry registry, Clock clock) {
    this.query = query;
    this.registry = registry;
    this.clock = clock;
  }

  RegionView.Page page(
      String parent, String level, String text, String asOf, String limit, String cursor) {
    String above = Parameters.text("parent", parent).orElse("");
    if (!above.isEmpty()) {
      registry.requireRegion(above, "?parent");
    }
    RegionQuery.Filter filter =
        new RegionQuery.Filter(
            above,
            Parameters.choice("level", level, RegionLevel.class).map(RegionLevel::code).orElse(""),
            Parameters.text("q", text).orElse(""),
            Parameters.date("asOf", asOf).orElseGet(() -> LocalDate.now(clock)));
    int size = Parameters.number("limit", limit, 100, 1, 1000);
    List<Region> regions = query.page(filter, OrganCatalogue.cursor(cursor), size + 1);
    boolean more = regions.size() > size;
    List<RegionView> items = regions.stream().limit(size).map(RegionView::of).toList();
    return new RegionView.Page(query.total(filter), more ? items.getLast().code() : null, items);
  }

  RegionView.Detail region(String code, Language language) {
    if (!RegionForm.CODE.matcher(code).matches()) {
      throw ProblemException.invalid(new Violation("path:code", RegionForm.BAD_CODE));
    }
    Region region =
        registry
            .region(code)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        ProblemType.NOT_FOUND, "没有该代码的行政区划。", "No region has this code."));
    return RegionView.Detail.of(
        region,
        query.ancestors(code),
        query.children(code, LocalDate.now(clock)),
        Warning.WarningView.of(warnings(region), language));
  }

  String tag(String code) {
    return query.tag(code).orElse("\"0\"");
  }

  /** A zone's townships keep the digits of the district that they were taken from. */
  private static List<Warning> warnings(Region region) {
    String parent = region.parent();
    if (parent == null
        || region.level() != RegionLevel.TOWNSHIP
        || region.code().startsWith(parent)) {
      return List.of();
    }
    return List.of(
        new Warning(
            "township-prefix",
            new Text(
                    "乡级代码的前 6 位与上级区划代码 %s 不同，请核对。",
                    "The first 6 digits are not the code of the region above, %s. Check them.")
                .with(parent)));
  }
}
