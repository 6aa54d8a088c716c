package org.gongkai.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.SnapshotCache;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Jurisdiction;
import org.gongkai.registry.Region;
import org.gongkai.registry.Registry;
import org.jspecify.annotations.Nullable;

/**
 * Knows the caller and refuses what the caller may not do. All refusals are the same problem, word
 * for word, so that none reveals whether something exists.
 */
@Singleton
public class Access implements Jurisdiction {

  /** Where the identity of a request carries its {@link Caller}. */
  public static final String CALLER = "gongkai.caller";

  /** Where it carries the {@link Allowance}. */
  static final String ALLOWANCE = "gongkai.allowance";

  /** Where it carries {@link #snapshot}. */
  static final String SNAPSHOT = "gongkai.snapshot";

  private static final long MOST_REGIONS = 5000;

  private record Inside(String region, String ancestor) {}

  private final SecurityIdentity identity;
  private final Registry registry;
  private final AuditSubject auditSubject;
  private final SnapshotCache<String, Optional<Region>> regions = new SnapshotCache<>(MOST_REGIONS);
  private final SnapshotCache<Inside, Boolean> inside = new SnapshotCache<>(MOST_REGIONS);

  Access(SecurityIdentity identity, Registry registry, AuditSubject auditSubject) {
    this.identity = identity;
    this.registry = registry;
    this.auditSubject = auditSubject;
  }

  /**
   * The caller of the request at hand; one that stands for everybody, where the public reads.
   *
   * @throws ProblemException {@code unauthenticated} where neither key nor token was sent
   */
  public Caller current() {
    Caller caller = identity.getAttribute(CALLER);
    if (caller == null && isPublic()) {
      return PublicReading.EVERYBODY;
    }
    if (caller == null) {
      throw ProblemException.of(ProblemType.UNAUTHENTICATED);
    }
    return caller;
  }

  /**
   * What the look-up of the caller saw of the database, for {@link SnapshotCache}; null where
   * nothing was looked up.
   */
  public @Nullable String snapshot() {
    return identity.getAttribute(SNAPSHOT);
  }

  /** Whether the request has no key, and reads what is open to everybody. */
  public boolean isPublic() {
    return identity.isAnonymous() && identity.hasRole(PublicReading.ROLE);
  }

  /**
   * Refuses the public what is open to callers with a key only.
   *
   * @throws ProblemException {@code unauthenticated}
   */
  public void requireKey(String zh, String en) {
    if (isPublic()) {
      throw ProblemException.of(ProblemType.UNAUTHENTICATED, zh, en)
          .withHeader("WWW-Authenticate", KeyMechanism.CHALLENGE);
    }
  }

  /**
   * Lets pass the organ itself, offices whose region it belongs to, and administrators.
   *
   * @param organ its code
   * @param region code of the region where the organ was in the report's year
   * @throws ProblemException {@code forbidden} for other callers
   */
  public void requireFiling(String organ, String region) {
    auditSubject.note(organ, region);
    require(mayFile(organ, region));
  }

  /**
   * Lets pass offices whose region the organ belongs to, and administrators: those who accept,
   * return and publish.
   *
   * @param organ its code
   * @param region code of the region where the organ was in the report's year
   * @throws ProblemException {@code forbidden} for other callers
   */
  public void requireReviewing(String organ, String region) {
    auditSubject.note(organ, region);
    require(permissions().mayReview(region));
  }

  /** Notes for the audit log which report the request concerns. */
  public void noteReport(long report) {
    auditSubject.noteReport(report);
  }

  /**
   * Decides on many filings, by organ and region, as {@link #requireFiling} does on one. Looks each
   * region up once.
   */
  public BiPredicate<String, String> filing() {
    Permissions permissions = permissionsForMany();
    return (organ, region) -> {
      auditSubject.note(organ, region);
      return permissions.mayFile(organ, region);
    };
  }

  /**
   * What the caller of the request at hand may do, for whoever acts for it later, on another thread
   * perhaps. Each region is looked up once.
   */
  public Rights rights() {
    return permissionsForMany();
  }

  /** What one caller may do to reports. */
  public interface Rights {

    /** Whether {@link #requireFiling} would let the caller pass. */
    boolean mayFile(String organ, String region);

    /** Whether {@link #requireReviewing} would. */
    boolean mayReview(String region);

    /** How revisions, receipts and logs name the caller. */
    String author();
  }

  /** Decides on many reports, by region, as {@link #requireReviewing} does on one. */
  public Predicate<String> reviewing() {
    return permissionsForMany()::mayReview;
  }

  private Permissions permissionsForMany() {
    Map<String, Boolean> covered = new HashMap<>();
    return new Permissions(
        current(),
        (region, own) -> covered.computeIfAbsent(region, r -> registry.isWithin(r, own)));
  }

  /** Whether {@link #requireFiling} would let the caller pass. */
  public boolean mayFile(String organ, String region) {
    return permissions().mayFile(organ, region);
  }

  /**
   * Lets pass the organ itself, offices whose region it belongs to, and administrators; readers too
   * where the report is published.
   *
   * @param organ its code
   * @param region code of the region where the organ was in the report's year
   * @throws ProblemException {@code forbidden} for other callers
   */
  public void requireReadingReport(String organ, String region, boolean published) {
    auditSubject.note(organ, region);
    require(permissions().mayReadReport(organ, region, published));
  }

  /**
   * Lets pass callers who may see the sums of a region; never an organ.
   *
   * @throws ProblemException {@code forbidden} for other callers
   */
  public void requireReadingRegion(String region) {
    auditSubject.note(null, region);
    Permissions permissions = new Permissions(current(), this::isWithin);
    require(permissions.mayReadRegion(region));
  }

  /**
   * The region that a parameter names, where the caller may see its sums.
   *
   * @param parameter name of the query parameter
   * @param asked its value, null where it is absent
   * @throws ProblemException {@code invalid-request} where the parameter is absent, {@code
   *     forbidden}, {@code unknown-region}
   */
  public Region readableRegion(String parameter, @Nullable String asked) {
    String place = "?" + parameter;
    String region =
        Parameters.text(parameter, asked)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        Violation.at(place, "必填：行政区划代码。", "Required: code of a region.")));
    requireReadingRegion(region);
    return regions
        .of(region, snapshot(), () -> registry.region(region))
        .orElseThrow(() -> Registry.unknownRegion(place));
  }

  @Override
  public void requireRegistering(String region) {
    auditSubject.note(null, region);
    require(permissions().mayRegister(region));
  }

  @Override
  public void about(String organ) {
    auditSubject.note(organ, null);
  }

  @Override
  public void requireSeeing(String organ, String region) {
    requireFiling(organ, region);
  }

  @Override
  public String authorName() {
    return current().authorName();
  }

  /** The reports that a list may show to the caller, in any state. */
  public Visibility visibleReports() {
    return permissions().reports(false);
  }

  /** The published reports that a list may show to the caller. */
  public Visibility visiblePublishedReports() {
    return permissions().reports(true);
  }

  /** Notes for the audit log what became of each of the many things that the request names. */
  public void noteParts(List<AuditedPart> parts) {
    auditSubject.noteParts(parts);
  }

  /** Notes for the audit log which organ and region the request concerns. */
  public void note(String organ, String region) {
    auditSubject.note(organ, region);
  }

  /** Notes for the audit log which organ or region the request concerns. */
  void note(@Nullable String organ, Optional<String> region) {
    auditSubject.note(organ, region.orElse(null));
  }

  private boolean isWithin(String region, String ancestor) {
    return inside.of(
        new Inside(region, ancestor), snapshot(), () -> registry.isWithin(region, ancestor));
  }

  Permissions permissions() {
    return new Permissions(current(), registry::isWithin);
  }

  private static void require(boolean permitted) {
    if (!permitted) {
      throw ProblemException.of(ProblemType.FORBIDDEN);
    }
  }
}
