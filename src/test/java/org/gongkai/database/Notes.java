package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Committed writes whose survival is asked for later, made in the database of a running service.
 *
 * @param url of the database
 * @param password of the service's role
 */
public record Notes(String url, String password) {

  public static Notes of(Path dataDirectory) throws IOException {
    PostgresCluster cluster = new PostgresCluster(dataDirectory.resolve("cluster"));
    int port = PostmasterFile.read(cluster.data()).orElseThrow().port();
    return new Notes("jdbc:postgresql://127.0.0.1:" + port + "/gongkai", cluster.password());
  }

  void write(String note) throws SQLException {
    try (Connection connection = connect();
        var create = connection.createStatement();
        var insert = connection.prepareStatement("INSERT INTO note VALUES (?)")) {
      create.execute("CREATE TABLE IF NOT EXISTS note (text text NOT NULL)");
      insert.setString(1, note);
      insert.execute();
    }
  }

  List<String> read() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT text FROM note")) {
      List<String> notes = new ArrayList<>();
      while (rows.next()) {
        notes.add(rows.getString(1));
      }
      return notes;
    }
  }

  /** Connections of the service that are within a transaction. */
  public int openTransactions() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'gongkai'"
                    + " AND state LIKE 'idle in transaction%'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "gongkai", password);
  }
}
