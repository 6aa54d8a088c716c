package org.gongkai.platform;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * How long a database may say nothing before its connection is given up: a little longer than it
 * may be at a statement. The database ends a statement that takes too long, but one that has
 * stalled, or whose machine is gone without a word, does nothing at all.
 */
@Singleton
class NetworkTimeout implements AgroalPoolInterceptor {

  private static final Logger LOG = Logger.getLogger(NetworkTimeout.class);
  private static final Duration MORE = Duration.ofSeconds(5);

  /** As it is in force for this connection, whoever has set it; in milliseconds. */
  private static final String STATEMENT_TIMEOUT =
      "SELECT setting::bigint AS millis FROM pg_settings WHERE name = 'statement_timeout'";

  private volatile int usual;

  @Override
  public void onConnectionCreate(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STATEMENT_TIMEOUT)) {
      row.next();
      long millis = row.getLong("millis");
      // without a limit for statements there is none for silence
      usual = millis == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, millis + MORE.toMillis());
      limit(connection, usual);
    } catch (SQLException e) {
      LOG.warnf("A connection has no limit to silence: %s", e.getMessage());
    }
  }

  /** Whoever has it next wants the usual limit, whatever the last one wanted. */
  @Override
  public void onConnectionReturn(Connection connection) {
    try {
      if (!connection.isClosed() && connection.getNetworkTimeout() != usual) {
        limit(connection, usual);
      }
    } catch (SQLException e) {
      LOG.debugf(e, "A connection that is of no use any more");
    }
  }

  /** Lets the database be silent while it is at statements that may take so long. */
  void lengthen(Connection connection, Duration statement) throws SQLException {
    if (usual > 0) {
      limit(connection, (int) Math.max(usual, statement.plus(MORE).toMillis()));
    }
  }

  private static void limit(Connection connection, int millis) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, millis);
  }
}
