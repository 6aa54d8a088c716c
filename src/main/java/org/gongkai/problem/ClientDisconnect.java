package org.gongkai.problem;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;

/** Tells a client that has gone from a failure of the service: nobody has to look at it. */
final class ClientDisconnect {

  /** What the operating system says has no class of its own. */
  private static final Set<String> WORDS =
      Set.of(
          "Connection reset by peer",
          "Connection reset",
          "Broken pipe",
          "Connection was closed",
          "Connection has been closed",
          "Stream was closed");

  private ClientDisconnect() {}

  static boolean isCauseOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return false; // it is the database that has gone
      }
      if (is(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Throwable cause) {
    return switch (cause) {
      case HttpClosedException closed -> true;
      case StreamResetException reset -> true;
      case ClosedByInterruptException ours -> false;
      case ClosedChannelException closed -> true;
      case IOException io -> io.getMessage() != null && isSaidOfIt(io.getMessage());
      default -> false;
    };
  }

  private static boolean isSaidOfIt(String message) {
    return WORDS.stream().anyMatch(message::endsWith);
  }
}
