package org.gongkai.registry;

/** The caller, and where it may register. */
public interface Jurisdiction {

  /**
   * Lets pass when the caller may register organs of this region and regions below it.
   *
   * @throws org.gongkai.problem.ProblemException {@code forbidden} otherwise
   */
  void requireRegistering(String region);

  /** Notes for the audit log which organ the request concerns. */
  void about(String organ);

  /**
   * Lets pass the organ itself, and callers who may register organs of its region.
   *
   * @throws org.gongkai.problem.ProblemException {@code forbidden} otherwise
   */
  void requireSeeing(String organ, String region);

  /** The caller's name as author in records. */
  String authorName();
}
