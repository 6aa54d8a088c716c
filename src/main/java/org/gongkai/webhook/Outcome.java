package org.gongkai.webhook;

/** What has become of one attempt to deliver. */
sealed interface Outcome {

  record Answered(int code) implements Outcome {}

  record Unanswered(Failure why) implements Outcome {}

  default boolean isSuccess() {
    return this instanceof Answered(int code) && code >= 200 && code < 300;
  }

  /** The receiver wants no more of them. */
  default boolean isGone() {
    return this instanceof Answered(int code) && code == 410;
  }

  /** HTTP status of the answer; null where there was none. */
  default Integer status() {
    return this instanceof Answered(int code) ? (Integer) code : null;
  }

  /** Why it failed; null where it did not. */
  default Failure failure() {
    return switch (this) {
      case Answered answered -> isSuccess() ? null : Failure.STATUS;
      case Unanswered unanswered -> unanswered.why();
    };
  }
}
