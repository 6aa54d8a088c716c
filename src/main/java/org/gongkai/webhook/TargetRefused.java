package org.gongkai.webhook;

/** An address that is not called. */
final class TargetRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final Failure failure;

  TargetRefused(Failure failure) {
    super(failure.code(), null, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
