package org.gongkai.database;

/**
 * The service cannot start for a reason that the operator can do something about.
 *
 * <p>It is raised before logging is set up, so {@code Gongkai} prints the message itself: first in
 * Chinese, then in English, without a stack trace, because what helps here is what to do next.
 */
public final class StartupRefused extends RuntimeException {

  StartupRefused(String chinese, String english) {
    super(chinese + System.lineSeparator() + english);
  }

  StartupRefused(String chinese, String english, Throwable cause) {
    super(chinese + System.lineSeparator() + english, cause);
  }
}
