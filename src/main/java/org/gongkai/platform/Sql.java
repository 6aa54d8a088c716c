package org.gongkai.platform;

import static java.util.stream.Collectors.joining;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
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

  /** Also where the statements before were looking up by keys alone. */
  private static final String PLAN_EACH_TIME =
      "SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL enable_seqscan = on";

  /** How many rows of a cursor are in memory. */
  private static final int FETCHED = 500;

  /** More than there are statements; a few are put together of parts. */
  private static final int MOST_TEXTS = 2000;

  private final DataSource database;
  private final LoadingCache<String, Text> texts =
      Caffeine.newBuilder().maximumSize(MOST_TEXTS).build(Text::of);
  private final ThreadLocal<@Nullable Outgoing> outgoing = new ThreadLocal<>();

  public Sql(DataSource database) {
    this.database = database;
  }

  /**
   * A statement as the driver takes it: with a question mark for each name.
   *
   * @param names in their places, some of them several times
   * @param different how many names that are
   */
  private record Text(String sql, List<String> names, int different) {

    /** Neither casts nor quoted texts have names in them. */
    static Text of(String statement) {
      List<String> names = new ArrayList<>();
      String sql =
          NAME.matcher(statement)
              .replaceAll(
                  found -> {
                    String name = found.group("name");
                    if (name == null) {
                      return Matcher.quoteReplacement(found.group());
                    }
                    names.add(name);
                    return "?";
                  });
      return new Text(sql, List.copyOf(names), new HashSet<>(names).size());
    }
  }

  /** Does something with a statement that is ready to be run. */
  @FunctionalInterface
  interface Running<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  /** A statement to bind names in and to run once. */
  public Statement statement(String sql) {
    return new Statement(sql);
  }

  /** One statement with the values of its names. */
  public final class Statement {

    private final Text text;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Statement(String sql) {
      this.text = texts.get(sql);
    }

    /** The value of a name, wherever it stands in the statement. */
    public Statement bind(String name, @Nullable Object value) {
      values.put(name, value);
      return this;
    }

    public <T> List<T> list(Row<T> reader) {
      return run(
          List.of(this),
          ready -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = ready.executeQuery()) {
              while (result.next()) {
                rows.add(reader.read(result));
              }
            }
            return rows;
          });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Row<T> reader) {
      return list(reader).stream().findFirst();
    }

    /** Runs a statement that changes something and says how many rows it was. */
    public int update() {
      return run(List.of(this), Sql::changed);
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
      return new Cursor<>(Sql.this, this, reader);
    }

    /** Sets the values from a place on; it returns the place behind them. */
    private int bindTo(PreparedStatement ready, int first) throws SQLException {
      if (text.different() != values.size()) {
        throw new IllegalStateException(
            "The names are " + text.names() + ", values are there of " + values.keySet());
      }
      int place = first;
      for (String name : text.names()) {
        @Nullable Object value = values.get(name);
        if (value == null && !values.containsKey(name)) {
          throw new IllegalStateException("There is no value of " + name);
        }
        ready.setObject(place++, bound(ready.getConnection(), value));
      }
      return place;
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

  /** The same for work that has no result. */
  public void together(Runnable work) {
    together(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /** Statements that are sent together. */
  public Pipeline pipeline() {
    return new Pipeline(this);
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

    /** In one text. */
    void flush() {
      if (!waiting.isEmpty()) {
        List<Statement> some = List.copyOf(waiting);
        waiting.clear();
        run(some, Sql::changed);
      }
    }
  }

  /** The rows of a result, one after the other. */
  public static final class Cursor<T> implements AutoCloseable {

    private final Connection connection;
    private final Row<T> reader;
    private @Nullable PreparedStatement statement;
    private @Nullable ResultSet rows;
    private @Nullable T next;

    private Cursor(Sql sql, Sql.Statement asked, Row<T> reader) {
      this.reader = reader;
      try {
        this.connection = sql.database.getConnection();
      } catch (SQLException e) {
        throw new SqlFailure(e);
      }
      try {
        PreparedStatement ready = connection.prepareStatement(asked.text.sql());
        this.statement = ready;
        ready.setFetchSize(FETCHED);
        asked.bindTo(ready, 1);
        this.rows = ready.executeQuery();
        advance();
      } catch (SQLException e) {
        close();
        throw new SqlFailure(e);
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }

    private void advance() {
      ResultSet all = Objects.requireNonNull(rows);
      try {
        next = all.next() ? reader.read(all) : null;
      } catch (SQLException e) {
        throw new SqlFailure(e);
      }
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
      try (Connection ours = connection;
          @Nullable PreparedStatement its = statement;
          @Nullable ResultSet result = rows) {
        rows = null;
        statement = null;
      } catch (SQLException e) {
        throw new SqlFailure(e);
      }
    }
  }

  /**
   * Plans every statement of the transaction at hand for its values. A plan that is kept is made
   * for any region; one that suits a township is ten times too slow for the nation, and the other
   * way round.
   */
  public void planEachTime() {
    statement(PLAN_EACH_TIME).update();
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

  /** Statements are one text for the driver, which sends them together. */
  <T> T run(List<Statement> some, Running<T> running) {
    sendNow();
    String text =
        some.size() == 1
            ? some.getFirst().text.sql()
            : some.stream().map(statement -> statement.text.sql()).collect(joining(";\n"));
    try (Connection connection = database.getConnection();
        PreparedStatement ready = connection.prepareStatement(text)) {
      int place = 1;
      for (Statement statement : some) {
        place = statement.bindTo(ready, place);
      }
      return running.with(ready);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static int changed(PreparedStatement ready) throws SQLException {
    ready.execute();
    return ready.getUpdateCount();
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
