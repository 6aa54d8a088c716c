package org.gongkai.tally;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.gongkai.form.Scope;
import org.gongkai.registry.OrganKind;
import org.gongkai.report.Basis;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param region code of the region; organs of the regions below it are in
 * @param from first report year
 * @param to last report year
 * @param kinds kinds of organ that are counted; empty: all
 * @param asOf the instant as of which it is wanted, or null for now
 * @param scope organ: the sums of organs; else what governments report themselves
 */
public record RollupQuery(
    String region,
    int from,
    int to,
    By by,
    Basis basis,
    Set<OrganKind> kinds,
    @Nullable OffsetDateTime asOf,
    Scope scope) {

  public RollupQuery {
    kinds = Set.copyOf(kinds);
  }

  /** The instant as of which it is wanted, or null for now. */
  public @Nullable Instant instant() {
    return asOf == null ? null : asOf.toInstant();
  }

  /** The same of other report years. */
  public RollupQuery ofYears(int first, int last) {
    return new RollupQuery(region, first, last, by, basis, kinds, asOf, scope);
  }

  /** The same as of an instant. */
  public RollupQuery asOf(Instant instant) {
    return new RollupQuery(
        region, from, to, by, basis, kinds, instant.atOffset(ZoneOffset.UTC), scope);
  }

  /** The codes of the kinds that are counted. */
  public String[] kindCodes() {
    return (kinds.isEmpty() ? EnumSet.allOf(OrganKind.class) : kinds)
        .stream().map(OrganKind::code).toArray(String[]::new);
  }

  /** Whether it is of what governments report themselves. */
  public boolean isOfGovernments() {
    return scope != Scope.ORGAN;
  }

  /** Whether sums of it are kept: those of organs, of now, down to regions. */
  public boolean isKept() {
    return asOf == null && by != By.ORGAN && !isOfGovernments();
  }
}
