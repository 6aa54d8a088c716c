package org.gongkai.journal;

/**
 * The right to be at work on a request, to be closed when the work is done. It ends by itself
 * unless the work begins soon, and is kept up from then on.
 */
public interface Lease extends AutoCloseable {

  /** Of a request that nobody can repeat: it has no name. */
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
   * To be asked before each part of the work.
   *
   * @throws org.gongkai.problem.ProblemException {@code request-in-flight} where the lease could
   *     not be kept up and another execution may have taken it over
   */
  void requireHeld();

  @Override
  void close();
}
