package org.gongkai.breakdown;

import jakarta.ws.rs.core.UriBuilder;
import org.gongkai.registry.OrganKind;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/** Where a number can be seen taken apart. */
public record ContributionAddress(UriBuilder uri) {

  /**
   * The address of a number of a rollup.
   *
   * @param region that the number is of
   */
  public static ContributionAddress of(RollupQuery rollupQuery, String region, NumberSelector of) {
    UriBuilder uri = UriBuilder.fromPath("/api/v1/rollups/contributions");
    rollupQuery.kinds().stream()
        .map(OrganKind::code)
        .sorted()
        .forEach(k -> uri.queryParam("kind", k));
    return new ContributionAddress(uri)
        .with("region", region)
        .with("year", rollupQuery.from())
        .with("basis", rollupQuery.basis().code())
        .with("asOf", rollupQuery.asOf())
        .with("section", of.section())
        .with("row", of.row())
        .with("column", of.column())
        .with("channel", of.channel())
        .with("unit", of.unit());
  }

  public ContributionAddress with(String name, @Nullable Object value) {
    return value == null ? this : new ContributionAddress(uri.clone().queryParam(name, value));
  }

  @Override
  public String toString() {
    return uri.build().toString();
  }
}
