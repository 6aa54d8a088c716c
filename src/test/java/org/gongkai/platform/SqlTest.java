package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Statements that are sent together. */
@QuarkusTest
class SqlTest {

  private static final String TABLE =
      "CREATE TEMPORARY TABLE sent (place integer, text text) ON COMMIT DROP";

  private static final String ADD = "INSERT INTO sent VALUES (:place, :text)";

  @Inject Sql sql;

  private void add(int place, String text) {
    sql.statement(ADD).bind("place", place).bind("text", text).send();
  }

  private List<String> texts() {
    return sql.statement("SELECT text FROM sent ORDER BY place").list(row -> row.getString("text"));
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              sql.statement(TABLE).update();
              return work.get();
            });
  }

  @Test
  void eachHasItsOwnValuesAndTheyAreSentInTheirOrder() {
    List<String> seen =
        inTransaction(
            () -> {
              sql.together(
                  () -> {
                    add(1, "one");
                    add(2, "two");
                    sql.statement("UPDATE sent SET text = text || :text WHERE place = :place")
                        .bind("text", " and more")
                        .bind("place", 2)
                        .send();
                  });
              return texts();
            });
    assertThat(seen).containsExactly("one", "two and more");
  }

  @Test
  void castsAndQuotedTextsHaveNoNames() {
    List<String> seen =
        inTransaction(
            () -> {
              sql.together(
                  () -> {
                    sql.statement("INSERT INTO sent VALUES ('1'::integer, 'at :place' || :text)")
                        .bind("text", "!")
                        .send();
                    add(2, "two");
                  });
              return texts();
            });
    assertThat(seen).containsExactly("at :place!", "two");
  }

  @Test
  void whatIsAskedMeanwhileSeesThem() {
    assertThat(
            inTransaction(
                () ->
                    sql.together(
                        () -> {
                          add(1, "one");
                          return texts();
                        })))
        .containsExactly("one");
  }

  @Test
  void outsideTheyAreRunAtOnce() {
    assertThat(
            inTransaction(
                () -> {
                  add(1, "one");
                  return texts();
                }))
        .containsExactly("one");
  }

  @Test
  void afterAFailureNothingIsLeftToBeSent() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        sql.together(
                            () -> {
                              add(1, "one");
                              throw new IllegalStateException("no more");
                            })))
        .hasMessage("no more");
    assertThat(inTransaction(this::texts)).isEmpty();
  }

  @Test
  void aNameWithoutAValueAndAValueWithoutANameAreErrors() {
    assertThatThrownBy(
            () ->
                sql.statement("SELECT :one::integer + :other::integer AS sum")
                    .bind("one", 1)
                    .list(row -> row.getInt("sum")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                sql.statement("SELECT :one::integer AS one")
                    .bind("one", 1)
                    .bind("other", 2)
                    .list(row -> row.getInt("one")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                sql.statement("SELECT :one::integer AS one")
                    .bind("other", 2)
                    .list(row -> row.getInt("one")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aValueStandsWhereverItsNameDoesAndMayBeNull() {
    assertThat(
            sql.statement("SELECT :a::text || :b::text || :a::text AS all, :c::text AS none")
                .bind("a", "x")
                .bind("b", "y")
                .bind("c", null)
                .list(row -> row.getString("all") + row.getString("none")))
        .containsExactly("xyxnull");
  }

  @Test
  void rowsOfACursorAreReadAsTheyAreWanted() {
    List<Integer> read =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  try (Sql.Cursor<Integer> rows =
                      sql.statement("SELECT i FROM generate_series(1, :last) AS i")
                          .bind("last", 2000)
                          .cursor(row -> row.getInt("i"))) {
                    assertThat(rows.peek()).isEqualTo(1);
                    assertThat(rows.next()).isEqualTo(1);
                    return rows.stream().toList();
                  }
                });
    assertThat(read).hasSize(1999).startsWith(2, 3).endsWith(2000);
  }

  @Test
  void whatIsAskedTogetherIsAnsweredInOrder() {
    List<String> seen =
        inTransaction(
            () -> {
              Pipeline pipeline = sql.pipeline();
              pipeline.add(sql.statement("SET LOCAL jit = off; SET LOCAL enable_sort = off"));
              add(1, "one");
              Supplier<List<String>> some =
                  pipeline.list(
                      sql.statement("SELECT :text || text AS text FROM sent").bind("text", "the "),
                      row -> row.getString("text"));
              pipeline.add(sql.statement("UPDATE sent SET text = :text").bind("text", "two"));
              Supplier<List<String>> none =
                  pipeline.list(
                      sql.statement("SELECT text FROM sent WHERE place = :place").bind("place", 7),
                      row -> row.getString("text"));
              Supplier<List<String>> later =
                  pipeline.list(sql.statement("SELECT text FROM sent"), row -> row.getString(1));
              pipeline.add(sql.statement("RESET enable_sort"));
              pipeline.send();
              assertThat(none.get()).isEmpty();
              return List.of(some.get().getFirst(), later.get().getFirst());
            });
    assertThat(seen).containsExactly("the one", "two");
  }

  @Test
  void rowsOfWhatHasNoneAreAnError() {
    Pipeline pipeline = sql.pipeline();
    pipeline.list(sql.statement("SET LOCAL jit = off"), row -> row.getString(1));
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          pipeline.send();
                          return true;
                        }))
        .hasMessageContaining("no rows");
  }

  private String snapshot() {
    return sql.statement("SELECT " + SnapshotSql.as("snapshot"))
        .first(row -> row.getString("snapshot"))
        .orElseThrow();
  }

  @Test
  void whatIsSeenIsTheSameUntilSomethingIsCommitted() {
    SnapshotCache<String, String> remembered = new SnapshotCache<>(10);
    String before = snapshot();
    assertThat(remembered.of("key", before, () -> "read")).isEqualTo("read");
    assertThat(remembered.of("key", before, () -> "read again")).isEqualTo("read");
    assertThat(remembered.of("key", null, () -> "by whom nothing is known")).startsWith("by whom");
    inTransaction(
        () -> {
          add(1, "one"); // in a table of its own, which nobody else sees
          return true;
        });
    String after = snapshot();
    assertThat(after).isNotEqualTo(before);
    assertThat(remembered.known("key", after)).isNull();
    assertThat(remembered.of("key", after, () -> "read anew")).isEqualTo("read anew");
    assertThat(remembered.known("key", before)).isNull();
  }
}
