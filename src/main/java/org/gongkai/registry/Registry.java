package org.gongkai.registry;

import static org.gongkai.problem.ProblemType.UNKNOWN_ORGAN;
import static org.gongkai.problem.ProblemType.UNKNOWN_REGION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/**
 * Look-ups for other rooms. Each is one indexed query without a cache, so that all instances give
 * the same answer.
 */
@ApplicationScoped
public class Registry {

  private final RegistryStore store;
  private final Clock clock;

  Registry(RegistryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The organ as it was in the year; empty if it existed on no day of it or has no such code. */
  public Optional<OrganInYear> organInYear(String organ, int year) {
    return store.organInYear(organ, year);
  }

  /**
   * Where the organ is today; where it was at last, if it has ended; where it will be first, if it
   * has not begun. Empty where there is no such organ.
   */
  public Optional<String> regionToday(String organ) {
    return store.regionOn(organ, LocalDate.now(clock));
  }

  /**
   * The region whose office is in charge of an organ's reports for a year: until the year is over,
   * where the organ is today, whatever move lies ahead; then where it was in that year.
   */
  public String regionInCharge(OrganInYear organ) {
    return isOver(organ.year()) ? organ.region() : regionToday(organ.code()).orElse(organ.region());
  }

  /** Whether the year is over in Asia/Shanghai. */
  public boolean isOver(int year) {
    return year < LocalDate.now(clock).getYear();
  }

  /** Whether an organ was ever registered under this code, closed ones included. */
  public boolean organExists(String organ) {
    return store.organExists(organ);
  }

  /** The region with this code, retired ones included. */
  public Optional<Region> region(String code) {
    return store.region(code);
  }

  /**
   * Where an organ is that a caller names, as {@link #regionToday}.
   *
   * @param place of the code in what the caller sent
   * @throws ProblemException {@code unknown-organ}
   */
  public String regionOfNamed(String organ, String place) {
    return regionToday(organ)
        .orElseThrow(() -> ProblemException.invalid(UNKNOWN_ORGAN, List.of(unknown(organ, place))));
  }

  /**
   * An organ that a caller names, as it was in the year.
   *
   * @param above what leads to the members of what the caller sent, {@code /} or {@code ?}
   * @throws ProblemException {@code unknown-organ}
   */
  public OrganInYear named(String organ, int year, String above) {
    return organInYear(organ, year).orElseThrow(() -> unknown(organ, year, above));
  }

  /** The problem that there is no such organ, or that it did not exist in the year. */
  public ProblemException unknown(String organ, int year, String above) {
    Violation violation =
        organExists(organ)
            ? Violation.at(
                above + "year",
                "该行政机关在 " + year + " 年不存在。",
                "The organ did not exist in " + year + ".")
            : unknown(organ, above + "organ");
    return ProblemException.invalid(UNKNOWN_ORGAN, List.of(violation));
  }

  private static Violation unknown(String organ, String place) {
    return Violation.at(
        place, "没有登记代码为 " + organ + " 的行政机关。", "No organ is registered under " + organ + ".");
  }

  /**
   * Lets a region pass that a caller names.
   *
   * @param place of the code in what the caller sent
   * @throws ProblemException {@code unknown-region}
   */
  public void requireRegion(String code, String place) {
    if (region(code).isEmpty()) {
      throw unknownRegion(place);
    }
  }

  /** The problem that there is no such region. */
  public static ProblemException unknownRegion(String place) {
    return ProblemException.invalid(
        UNKNOWN_REGION, List.of(new Violation(place, UNKNOWN_REGION.description())));
  }

  /** Whether a region is the other one or lies below it, at any depth. */
  public boolean isWithin(String region, String ancestor) {
    return store.isWithin(region, ancestor);
  }
}
