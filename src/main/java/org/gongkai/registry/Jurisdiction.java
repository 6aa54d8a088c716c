package org.gongkai.registry;

/** Says where the caller may act, and who it is. */
public interface Jurisdiction {

  /**
   * Lets pass when the caller may register organs of this region and regions below it.
   *
   * @throws org.gongkai.problem.ProblemException {@code forbidden} otherwise
   */
  void requireRegistering(String region);

  /** Says, for the record, which organ the request at hand is about. */
  void about(String organ);

  /**
   * Lets pass the organ itself, and whoever may register organs of its region.
   *
   * @throws org.gongkai.problem.ProblemException {@code forbidden} otherwise
   */
  void requireSeeing(String organ, String region);

  /** How what is written down names the caller. */
  String authorName();
}
