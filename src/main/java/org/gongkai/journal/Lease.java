package org.gongkai.journal;

/**
 * The right to execute a request. Close it when the work is done. It expires unless {@link #begin}
 * comes soon; from then on it is renewed.
 */
public interface Lease extends AutoCloseable {

  /** For a request without a key, which nobody can repeat. */
  Lease UNNAMED =
      new Lease() {
        @Override
        public void begin() {}

        @Override
        public void requireHeld() {}

        @Override
        public void close() {}
      };

  /** The work begins. */
  void begin();

  /**
   * Call this before each part of the work.
   *
   * @throws org.gongkai.problem.ProblemException {@code request-in-flight} where renewal failed, so
   *     that another execution may have taken it over
   */
  void requireHeld();

  @Override
  void close();
}
