package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.access.Access;
import org.gongkai.calendar.ReportYears;
import org.gongkai.form.Scope;
import org.gongkai.platform.Moments;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.Region;
import org.gongkai.registry.RegionLevel;
import org.gongkai.report.Basis;
import org.gongkai.tally.By;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/** Reads what a rollup is asked for, and lets pass who may see it. */
@Singleton
public class RollupQueryReader {

  private static final int LONGEST_SERIES = 20;

  /** The first year of reports on the form of 2019. */
  private static final Optional<Integer> FIRST_YEAR = Optional.of(2019);

  private final Access access;
  private final Moments moments;
  private final ReportYears years;

  RollupQueryReader(Access access, Moments moments, ReportYears years) {
    this.years = years;
    this.access = access;
    this.moments = moments;
  }

  /**
   * Which reports are added up, as it was sent; null where nothing was.
   *
   * @param takenApart whether the answer is divided by organs, or is one organ's, whatever the
   *     rollup itself is divided by
   */
  public record Which(
      String basis, @Nullable List<String> kinds, @Nullable String asOf, boolean takenApart) {}

  /** What is asked of a rollup. */
  RollupQuery read(RollupParameters asked) {
    Region found = access.readableRegion("region", asked.region);
    Optional<Integer> year = begunYear("year", asked.year);
    Optional<Integer> from = begunYear("from", asked.from);
    Optional<Integer> to = begunYear("to", asked.to);
    if (year.isPresent() && (from.isPresent() || to.isPresent())) {
      throw ProblemException.invalid(
          Violation.at("?year", "year 与 from、to 不能同时使用。", "Either year, or from and to."));
    }
    By by = Parameters.choice("by", asked.by, By.class).orElse(By.NONE);
    int first =
        year.or(() -> from)
            .or(() -> by == By.YEAR ? FIRST_YEAR : Optional.empty())
            .orElseThrow(RollupQueryReader::noYear);
    int last =
        year.or(() -> to)
            .or(() -> by == By.YEAR ? lastYear(first) : Optional.empty())
            .orElseThrow(RollupQueryReader::noYear);
    if (last < first || last - first >= LONGEST_SERIES) {
      throw ProblemException.invalid(
          Violation.at("?to", "须不早于 from，且不超过 20 年。", "Not before from, and 20 years at most."));
    }
    boolean large = found.level() == RegionLevel.NATION || found.level() == RegionLevel.PROVINCE;
    if (by == By.ORGAN && large) {
      throw ProblemException.invalid(
          Violation.at("?by", "organ 适用于市级及以下的行政区划。", "organ is for a city and below."));
    }
    Which which = new Which(asked.basis, asked.kinds, asked.asOf, false);
    return query(found, first, last, by, which, scope(asked, by));
  }

  /** The question after one year of a region that the caller may read. */
  public RollupQuery ofYear(Region region, int year, By by, Which which) {
    years.requireBegun("?year", year);
    return query(region, year, year, by, which, Scope.ORGAN);
  }

  private static Scope scope(RollupParameters asked, By by) {
    Scope scope = Parameters.choice("scope", asked.scope, Scope.class).orElse(Scope.ORGAN);
    if (scope != Scope.ORGAN && (by == By.ORGAN || asked.kinds != null && !asked.kinds.isEmpty())) {
      throw ProblemException.invalid(
          Violation.at(
              by == By.ORGAN ? "?by" : "?kind",
              "仅用于各机关报告的汇总（scope=organ）；每个地区只计一份政府报告。",
              "For the reports of organs only (scope=organ); of governments, one report counts in each"
                  + " region."));
    }
    return scope;
  }

  private RollupQuery query(Region region, int first, int last, By by, Which which, Scope scope) {
    if (which.asOf() != null) {
      access.requireKey(
          "查询过去某一时点的汇总（asOf）须持密钥。", "Sums of the past (asOf) are for callers with a key.");
    }
    OffsetDateTime asOf =
        moments.past("asOf", which.asOf()).map(then -> then.atOffset(ZoneOffset.UTC)).orElse(null);
    Set<OrganKind> kinds = kinds(which.kinds());
    boolean single =
        which.takenApart()
            || by == By.ORGAN
            || scope != Scope.ORGAN
            || asOf != null
            || !kinds.isEmpty()
            || isSmall(region, by);
    Basis basis = basis(which.basis(), single);
    return new RollupQuery(region.code(), first, last, by, basis, kinds, asOf, scope);
  }

  /**
   * Whose reports are counted. The public sees what is published. Readers see what a single organ
   * reports once it is published, unless their key says otherwise, and so they do where an answer
   * can be narrowed down to one organ: by its kind, by the moment before and after it reported, in
   * a township, which often has one, by the levels of a district, of which one is that of its
   * townships, or as it is a government's own.
   *
   * @param single whether it can
   */
  Basis basis(String asked, boolean single) {
    Optional<Basis> wanted = Parameters.choice("basis", asked, Basis.class);
    if (access.isPublic()) {
      if (wanted.filter(basis -> basis != Basis.PUBLISHED).isPresent()) {
        access.requireKey(
            "未持密钥只能查看已发布的数据（basis=published）。",
            "Without a key there is what is published (basis=published).");
      }
      return Basis.PUBLISHED;
    }
    if (!single || access.current().seesUnpublished()) {
      return wanted.orElse(Basis.SUBMITTED);
    }
    if (wanted.filter(basis -> basis != Basis.PUBLISHED).isPresent()) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN,
          "查询用户只能查看已发布的（basis=published）单个机关数据，包括按机关、乡镇、区县内的层级（by=level）、机关类型（kind）"
              + "、时点（asOf）或政府报告（scope）可推算出单个机关的数据；其他口径须由密钥的 unpublished 另行授权。",
          "Readers see on `basis=published` only what tells the figures of a single organ: by organ,"
              + " of townships, by level of a district, by `kind` or `asOf`, of a government's own report (`scope`); a key with"
              + " `unpublished` sees more.");
    }
    return Basis.PUBLISHED;
  }

  /** Whether sums are of townships, each of which, and all of which, may be one organ's. */
  static boolean isSmall(Region region, By by) {
    return region.level() == RegionLevel.TOWNSHIP
        || (by == By.REGION || by == By.LEVEL) && region.level() == RegionLevel.DISTRICT;
  }

  private static Set<OrganKind> kinds(@Nullable List<String> asked) {
    Set<OrganKind> kinds = EnumSet.noneOf(OrganKind.class);
    for (String kind : asked == null ? List.<String>of() : asked) {
      Parameters.choice("kind", kind, OrganKind.class).ifPresent(kinds::add);
    }
    return kinds;
  }

  /** The last year that is over, or the one that the series begins with. */
  private Optional<Integer> lastYear(int first) {
    return Optional.of(Math.max(first, years.current() - 1));
  }

  /** The one report year that is asked for, of which somebody could have filed. */
  public int begunYear(String asked) {
    int year = Parameters.requiredYear("year", asked);
    years.requireBegun("?year", year);
    return year;
  }

  private Optional<Integer> begunYear(String name, String asked) {
    Optional<Integer> year = Parameters.year(name, asked);
    year.ifPresent(y -> years.requireBegun("?" + name, y));
    return year;
  }

  private static ProblemException noYear() {
    return ProblemException.invalid(
        Violation.at("?year", "必填：year，或者 from 和 to。", "Required: year, or from and to."));
  }
}
