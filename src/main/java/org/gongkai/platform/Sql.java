package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs SQL as it stands, on the connection of the transaction where there is one. Values are bound,
 * never written into the statement; a {@link LocalDate} of {@code MIN} or {@code MAX} is an
 * infinite date; an array of strings is a {@code text[]}, one of primitives what it is in SQL.
 */
@Singleton
public final class Sql {

  /** Makes a value of the row that the result stands at. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What needs the connection itself, such as COPY. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final DataSource database;

  public Sql(DataSource database) {
    this.database = database;
  }

  public <T> List<T> list(String sql, Row<T> reader, Object... values) {
    return work(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
              List<T> rows = new ArrayList<>();
              while (result.next()) {
                rows.add(reader.read(result));
              }
              return rows;
            }
          }
        });
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, Row<T> reader, Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** Runs a statement that changes something and says how many rows it was. */
  public int update(String sql, Object... values) {
    return work(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
          }
        });
  }

  public <T> T work(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * A connection for what must hold longer than a transaction, such as a lock of a session; to be
   * closed by the caller. Not to be opened within a transaction, whose own it would be.
   */
  public Connection open() {
    try {
      return database.getConnection();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, bound(statement.getConnection(), values[i]));
    }
  }

  /** Arrays of primitive numbers and of bytes the driver knows by itself. */
  private static Object bound(Connection connection, Object value) throws SQLException {
    return switch (value) {
      case String[] texts -> connection.createArrayOf("text", texts);
      case BigDecimal[] numbers -> connection.createArrayOf("numeric", numbers);
      case null, default -> value;
    };
  }

  /** What the database objected to; {@code problem} says which problem that is for a caller. */
  static final class SqlFailure extends RuntimeException {
    SqlFailure(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
