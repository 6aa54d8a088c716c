package org.gongkai.webhook;

/** An address that is not called. */
final class TargetRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final Failure failure;

  TargetRefused(Failure failure) {
    this(failure, null);
  }

  /**
   * @param cause null where we refuse by our own rules
   */
  TargetRefused(Failure failure, Throwable cause) {
    super(failure.code(), cause, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
