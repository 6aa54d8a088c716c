package org.gongkai.platform;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements that are sent together, in their order, and answered together: one answer is waited
 * for instead of one each. Where others use the processor, each answer that is waited for is a
 * place in their queue.
 *
 * <p>The driver waits all the same before each statement that it knows to have a column of any
 * length, lest both sides wait for the other to read. Texts that are short are of type {@code name}
 * therefore, of which PostgreSQL has 63 bytes; sums are {@code bigint}, and there are no arrays.
 */
public final class Pipeline {

  private final Sql sql;
  private final List<Sql.Statement> asked = new ArrayList<>();
  private final List<Answer<?>> answers = new ArrayList<>();

  Pipeline(Sql sql) {
    this.sql = sql;
  }

  /** Adds one that sets something, or several in one text. */
  public void add(Sql.Statement statement) {
    asked.add(statement);
  }

  /**
   * Adds one that has rows.
   *
   * @return gives them once all have been sent
   */
  public <T> Supplier<List<T>> list(Sql.Statement statement, Sql.Row<T> reader) {
    Answer<T> answer = new Answer<>(reader);
    asked.add(statement);
    answers.add(answer);
    return answer::rows;
  }

  /** Sends them all. */
  public void send() {
    sql.run(List.copyOf(asked), this::answered);
  }

  private boolean answered(PreparedStatement ready) throws SQLException {
    boolean hasRows = ready.execute();
    for (Answer<?> answer : answers) {
      while (!hasRows) {
        if (ready.getUpdateCount() < 0) {
          throw new IllegalStateException("A statement has no rows");
        }
        hasRows = ready.getMoreResults();
      }
      try (ResultSet rows = ready.getResultSet()) {
        answer.read(rows);
      }
      hasRows = ready.getMoreResults();
    }
    return true;
  }

  /** The rows of one of several statements, when they have come. */
  private static final class Answer<T> {

    private final Sql.Row<T> reader;
    private @Nullable List<T> rows;

    private Answer(Sql.Row<T> reader) {
      this.reader = reader;
    }

    void read(ResultSet result) throws SQLException {
      List<T> read = new ArrayList<>();
      while (result.next()) {
        read.add(reader.read(result));
      }
      rows = read;
    }

    List<T> rows() {
      return Objects.requireNonNull(rows, "not sent yet");
    }
  }
}
