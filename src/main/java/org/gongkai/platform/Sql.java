package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL as it stands, on the connection of the transaction where there is one. A value is bound
 * to a name, {@code :region} in the statement, never written into it; a name that is not bound and
 * a value that no name asks for are errors. A {@link LocalDate} of {@code MIN} or {@code MAX} is an
 * infinite date; an {@link Instant} is a {@code timestamptz}; an array of strings is a {@code
 * text[]}, one of primitives what it is in SQL.
 */
@Singleton
public final class Sql {

  /** Makes a value of the row that the result stands at. Columns are read by their names. */
  @FunctionalInterface
  public interface Row<T> {
    @Nullable T read(ResultSet row) throws SQLException;
  }

  /** What needs the connection itself, such as COPY. */
  @FunctionalInterface
  public interface Work {
    void on(Connection connection) throws SQLException;
  }

  /** A name, or what looks like one. */
  private static final Pattern NAME = Pattern.compile("'[^']*'|--[^\n]*|::|:(?<name>[a-zA-Z]\\w*)");

  /** How many rows of a cursor are in memory. */
  private static final int FETCHED = 500;

  private final DataSource database;
  private final Jdbi jdbi;
  private final ThreadLocal<@Nullable Outgoing> outgoing = new ThreadLocal<>();

  public Sql(DataSource database) {
    this.database = database;
    this.jdbi = Jdbi.create(database);
    // Transactions begin and end where methods are marked, never in a handle.
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
  }

  /** A statement to bind names in and to run once. */
  public Statement statement(String sql) {
    return new Statement(sql);
  }

  /** One statement with the values of its names. */
  public final class Statement {

    private final String sql;
    private final List<Bound> values = new ArrayList<>();

    private record Bound(String name, Argument value) {}

    private Statement(String sql) {
      this.sql = sql;
    }

    /** The value of a name, wherever it stands in the statement. */
    public Statement bind(String name, @Nullable Object value) {
      values.add(
          new Bound(
              name,
              (position, statement, context) ->
                  statement.setObject(position, bound(statement.getConnection(), value))));
      return this;
    }

    public <T> List<T> list(Row<T> reader) {
      return run(
          handle -> bindTo(handle.createQuery(sql)).map((row, context) -> reader.read(row)).list());
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Row<T> reader) {
      return list(reader).stream().findFirst();
    }

    /** Runs a statement that changes something and says how many rows it was. */
    public int update() {
      return run(handle -> bindTo(handle.createUpdate(sql)).execute());
    }

    /**
     * Runs a statement that changes something, of which nobody asks how many rows it was: within
     * {@link Sql#together} not before something is asked, or all of it ends.
     */
    public void send() {
      @Nullable Outgoing others = outgoing.get();
      if (others == null) {
        update();
      } else {
        others.add(this);
      }
    }

    /**
     * Rows that are read a few at a time, as they are wanted: for results that need not fit into
     * memory. It belongs in a transaction and is to be closed before that ends.
     */
    public <T> Cursor<T> cursor(Row<T> reader) {
      sendNow();
      Handle handle = failing(jdbi::open);
      try {
        return new Cursor<>(
            handle,
            failing(
                () ->
                    bindTo(handle.createQuery(sql))
                        .setFetchSize(FETCHED)
                        .map((row, context) -> reader.read(row))
                        .iterator()));
      } catch (RuntimeException e) {
        handle.close();
        throw e;
      }
    }

    private <S extends SqlStatement<S>> S bindTo(S statement) {
      values.forEach(value -> statement.bind(value.name(), value.value()));
      return statement;
    }
  }

  /**
   * Does work in the transaction at hand whose statements are sent together, in their order: one
   * answer is waited for instead of one each. They go out before another statement is run here, and
   * at the end; what asks the database past this class calls {@link #sendNow} before.
   */
  public <T> T together(Supplier<T> work) {
    if (outgoing.get() != null) {
      return work.get();
    }
    outgoing.set(new Outgoing());
    try {
      T result = work.get();
      sendNow();
      return result;
    } finally {
      outgoing.remove();
    }
  }

  /** Sends what {@link #together} has gathered so far. */
  public void sendNow() {
    @Nullable Outgoing others = outgoing.get();
    if (others != null) {
      others.flush();
    }
  }

  /** Statements that wait to be sent. */
  private final class Outgoing {

    private final List<Statement> waiting = new ArrayList<>();

    void add(Statement statement) {
      waiting.add(statement);
    }

    /** In one text, in which the names of each have a number before them. */
    void flush() {
      if (waiting.isEmpty()) {
        return;
      }
      List<Statement> some = List.copyOf(waiting);
      waiting.clear();
      StringBuilder text = new StringBuilder();
      Map<String, Statement.Bound> values = new LinkedHashMap<>();
      for (int i = 0; i < some.size(); i++) {
        String before = "s" + i + "_";
        text.append(i == 0 ? "" : ";\n").append(renamed(some.get(i).sql, before));
        some.get(i).values.forEach(value -> values.put(before + value.name(), value));
      }
      run(
          handle -> {
            Update all = handle.createUpdate(text.toString());
            values.forEach((name, value) -> all.bind(name, value.value()));
            return all.execute();
          });
    }
  }

  /** Neither casts nor quoted texts have names in them. */
  private static String renamed(String sql, String before) {
    return NAME.matcher(sql)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group("name") == null
                        ? found.group()
                        : ":" + before + found.group("name")));
  }

  /** The rows of a result, one after the other. */
  public static final class Cursor<T> implements AutoCloseable {

    private final Handle handle;
    private final ResultIterator<T> rows;
    private @Nullable T next;

    private Cursor(Handle handle, ResultIterator<T> rows) {
      this.handle = handle;
      this.rows = rows;
      advance();
    }

    private void advance() {
      next = failing(() -> rows.hasNext() ? rows.next() : null);
    }

    /** The next row, which stays the next one; null where there is none. */
    public @Nullable T peek() {
      return next;
    }

    /** The next row; null where there is none. */
    public @Nullable T next() {
      @Nullable T here = next;
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
      failing(
          () -> {
            try (handle) {
              rows.close();
            }
            return null;
          });
    }
  }

  /**
   * Plans every statement of the transaction at hand for its values. A plan that is kept is made
   * for any region; one that suits a township is ten times too slow for the nation, and the other
   * way round.
   */
  public void planEachTime() {
    statement("SET LOCAL plan_cache_mode = force_custom_plan").update();
  }

  /** The instant in a column of type {@code timestamptz}; null where it is null. */
  @SuppressWarnings("NullAway") // like the getters of JDBC, whose columns are known to the caller
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  public void work(Work work) {
    sendNow();
    try (Connection connection = database.getConnection()) {
      work.on(connection);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private <T> T run(Function<Handle, T> work) {
    sendNow();
    return failing(
        () -> {
          try (Handle handle = jdbi.open()) {
            return work.apply(handle);
          }
        });
  }

  /**
   * What the database objected to, without what the library adds to it: the statement and its
   * values, which do not belong in a log.
   */
  private static <T> T failing(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw new SqlFailure(cause);
      }
      throw e;
    }
  }

  /** Arrays of primitive numbers and of bytes the driver knows by itself. */
  private static @Nullable Object bound(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case String[] texts -> connection.createArrayOf("text", texts);
      case UUID[] ids -> connection.createArrayOf("uuid", ids);
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case Instant[] instants -> connection.createArrayOf("timestamptz", texts(instants));
      case BigDecimal[] numbers -> connection.createArrayOf("numeric", numbers);
      case null, default -> value;
    };
  }

  private static Object[] texts(Instant[] instants) {
    return Arrays.stream(instants).map(at -> at == null ? null : at.toString()).toArray();
  }

  /** What the database objected to; {@code problem} says which problem that is for a caller. */
  static final class SqlFailure extends RuntimeException {
    SqlFailure(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
