package org.gongkai.registry;

/** Says where the caller may act. */
public interface Jurisdiction {

  /**
   * Lets pass when the caller may register organs of this region and regions below it.
   *
   * @throws org.gongkai.problem.ProblemException {@code forbidden} otherwise
   */
  void requireRegistering(String region);

  /** Says, for the record, which organ the request at hand is about. */
  void about(String organ);
}
