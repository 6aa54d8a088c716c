package org.gongkai.rollup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.form.CellPath;
import org.gongkai.form.Scope;
import org.gongkai.registry.Region;
import org.gongkai.report.Basis;
import org.gongkai.tally.By;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.gongkai.tally.StoredSums;
import org.gongkai.tally.SumKey;
import org.gongkai.tally.Tally;

/** Which data there are, for builders of dashboards. */
@Path("/api/v1/availability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rollups")
class AvailabilityResource {

  private final Access access;
  private final RollupQueryReader queries;
  private final RollupStore rollups;
  private final AvailabilityStore store;
  private final StoredSums sums;
  private final SectionRows.All sections;

  AvailabilityResource(
      Access access,
      RollupQueryReader queries,
      RollupStore rollups,
      AvailabilityStore store,
      StoredSums sums,
      SectionRows.All sections) {
    this.access = access;
    this.queries = queries;
    this.rollups = rollups;
    this.store = store;
    this.sums = sums;
    this.sections = sections;
  }

  @GET
  @RolesAllowed({"reader", "office", "admin"})
  @Operation(
      operationId = "getAvailability",
      summary = "Which years, regions and cells exist / 可查询的数据范围",
      description =
          "The years that have reports, the regions directly below that have some, and the cells in"
              + " which anything is said, and which editions of the form the sections follow.")
  @APIResponse(
      responseCode = "200",
      description = "What there is",
      content = @Content(schema = @Schema(implementation = AvailabilityView.class)))
  @APIResponse(responseCode = "422", description = "`unknown-region`: not registered")
  public AvailabilityView get(
      @Parameter(description = "Code of the region", required = true, example = "371002")
          @QueryParam("region")
          String region,
      @Parameter(
              description =
                  "Whose reports are counted; for readers whose key has not `unpublished`,"
                      + " `published` of districts and townships",
              schema =
                  @Schema(
                      implementation = Basis.class,
                      title = "Basis",
                      defaultValue = "submitted"))
          @QueryParam("basis")
          String basis) {
    Region found = access.readableRegion("region", region);
    Basis counted = queries.basis(basis, RollupQueryReader.isSmall(found, By.REGION));
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              rollups.beginSnapshot();
              return view(found, counted);
            });
  }

  private AvailabilityView view(Region region, Basis basis) {
    Map<String, Map<Integer, Long>> reports = store.reports(region.code(), basis);
    Map<String, String> names = rollups.regionNames(List.copyOf(reports.keySet()));
    List<AvailabilityView.RegionYears> below = new ArrayList<>();
    reports.forEach(
        (code, years) -> {
          if (!code.equals(region.code())) {
            below.add(new AvailabilityView.RegionYears(code, names.get(code), years(years)));
          }
        });
    List<AvailabilityView.CellYears> cells = new ArrayList<>();
    store
        .cells(region.code(), basis)
        .forEach(
            (path, years) -> {
              if (!path.contains(Tally.EDITION_MARK)) {
                String section = CellPath.section(path);
                cells.add(new AvailabilityView.CellYears(path, section, new TreeSet<>(years)));
              }
            });
    cells.sort(Comparator.comparing(AvailabilityView.CellYears::path));
    Map<Integer, Long> own = reports.getOrDefault(region.code(), Map.of());
    return new AvailabilityView(
        region.code(),
        region.name(),
        basis,
        years(own),
        below,
        cells,
        layouts(region, basis, own.keySet()));
  }

  private List<AvailabilityView.SectionLayouts> layouts(
      Region region, Basis basis, Set<Integer> years) {
    List<AvailabilityView.SectionLayouts> layouts = new ArrayList<>();
    if (years.isEmpty()) {
      return layouts;
    }
    RollupQuery rollupQuery =
        new RollupQuery(
            region.code(),
            Collections.min(years),
            Collections.max(years),
            By.NONE,
            basis,
            Set.of(),
            null,
            Scope.ORGAN);
    for (String section : new TreeSet<>(sections.ids())) {
      SectionLayouts rows = sections.of(section).layouts();
      Map<SumKey, Tally> tallies = new TreeMap<>();
      tallies.putAll(sums.tallies(rollupQuery, section));
      tallies.forEach(
          (place, tally) -> {
            Map<String, Long> editions = new TreeMap<>(rows.editions(tally));
            editions.values().removeIf(none -> none == 0);
            layouts.add(
                new AvailabilityView.SectionLayouts(
                    section, place.year(), editions, rows.otherLayout(tally, place.year())));
          });
    }
    return layouts;
  }

  private static List<AvailabilityView.YearReports> years(Map<Integer, Long> reports) {
    return reports.entrySet().stream()
        .map(year -> new AvailabilityView.YearReports(year.getKey(), year.getValue()))
        .toList();
  }
}
