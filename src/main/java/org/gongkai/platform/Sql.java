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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** How many rows of a cursor are in memory. */
  private static final int FETCHED = 500;

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

  /**
   * Rows that are read a few at a time, as they are wanted: for results that need not fit into
   * memory. It belongs in a transaction and is to be closed before that ends.
   */
  public <T> Cursor<T> cursor(String sql, Row<T> reader, Object... values) {
    Connection connection = open();
    try {
      PreparedStatement statement = connection.prepareStatement(sql);
      statement.setFetchSize(FETCHED);
      bind(statement, values);
      return new Cursor<>(connection, statement.executeQuery(), reader);
    } catch (SQLException e) {
      close(connection);
      throw new SqlFailure(e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The rows of a result, one after the other. */
  public static final class Cursor<T> implements AutoCloseable {

    private final Connection connection;
    private final ResultSet result;
    private final Row<T> reader;
    private T next;

    private Cursor(Connection connection, ResultSet result, Row<T> reader) {
      this.connection = connection;
      this.result = result;
      this.reader = reader;
      advance();
    }

    private void advance() {
      try {
        next = result.next() ? reader.read(result) : null;
      } catch (SQLException e) {
        close();
        throw new SqlFailure(e);
      }
    }

    /** The next row, which stays the next one; null where there is none. */
    public T peek() {
      return next;
    }

    /** The next row; null where there is none. */
    public T next() {
      T here = next;
      if (here != null) {
        advance();
      }
      return here;
    }

    /** The rows that are left. */
    public Stream<T> stream() {
      return Stream.iterate(next(), Objects::nonNull, before -> next());
    }

    @Override
    public void close() {
      try {
        result.getStatement().close();
      } catch (SQLException e) {
        throw new SqlFailure(e);
      } finally {
        Sql.close(connection);
      }
    }
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

  private Connection open() {
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
