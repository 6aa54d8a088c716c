package org.gongkai.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Jurisdiction;
import org.gongkai.registry.Registry;

/**
 * Who calls, and a refusal where the caller may not. Every refusal is the same problem, word for
 * word, so that it does not tell whether what was asked for exists.
 */
@Singleton
public class Access implements Jurisdiction {

  /** Where the identity of a request carries its {@link Caller}. */
  static final String CALLER = "gongkai.caller";

  /** Where it carries the {@link Allowance}. */
  static final String ALLOWANCE = "gongkai.allowance";

  private final SecurityIdentity identity;
  private final Registry registry;

  Access(SecurityIdentity identity, Registry registry) {
    this.identity = identity;
    this.registry = registry;
  }

  /**
   * Whoever sent the request at hand.
   *
   * @throws ProblemException {@code unauthenticated} where neither key nor token was sent
   */
  public Caller current() {
    Caller caller = identity.getAttribute(CALLER);
    if (caller == null) {
      throw ProblemException.of(ProblemType.UNAUTHENTICATED);
    }
    return caller;
  }

  /**
   * Lets pass the organ itself, offices whose region it belongs to, and administrators.
   *
   * @param region where the organ was in the report's year
   */
  public void requireFiling(String organ, String region) {
    require(mayFile(organ, region));
  }

  /** Whether {@link #requireFiling} would let the caller pass. */
  public boolean mayFile(String organ, String region) {
    return permissions().mayFile(organ, region);
  }

  /**
   * Lets pass the organ itself, offices whose region it belongs to, and administrators; readers too
   * where the report is published.
   *
   * @param region where the organ was in the report's year
   */
  public void requireReadingReport(String organ, String region, boolean published) {
    require(permissions().mayReadReport(organ, region, published));
  }

  /** Lets pass whoever may see the sums of a region; no organ. */
  public void requireReadingRegion(String region) {
    require(permissions().mayReadRegion(region));
  }

  @Override
  public void requireRegistering(String region) {
    require(permissions().mayRegister(region));
  }

  /** The reports that a list may show to the caller, whatever state they are in. */
  public Visibility visibleReports() {
    return permissions().reports(false);
  }

  /** The published reports that a list may show to the caller. */
  public Visibility visiblePublishedReports() {
    return permissions().reports(true);
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
