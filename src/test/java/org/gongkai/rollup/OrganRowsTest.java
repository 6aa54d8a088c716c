package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.gongkai.Seeds;
import org.gongkai.form.Scope;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.problem.Language;
import org.gongkai.registry.OrganKind;
import org.gongkai.report.Basis;
import org.gongkai.table.TableRow;
import org.gongkai.tally.By;
import org.gongkai.tally.ComputedSums;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered of organs is, to the byte, what would be made anew. */
@QuarkusTest
class OrganRowsTest {

  private static final RollupFilter ALL = new RollupFilter(Set.of(), Set.of());

  @Inject ComputedSums sums;
  @Inject AnswerSpace space;
  @Inject ObjectMapper json;
  @Inject RollupStore store;
  @Inject Rollups tables;
  @Inject IndicatorRollups indicators;
  @Inject RollupColumns columns;

  /** For the whole of a test. */
  private final OrganRows remembered = new OrganRows();

  private final City city = City.found();

  /** A rollup of organs, of the years 2020 and 2021. */
  private record Question(
      String subject,
      List<String> rows,
      boolean compared,
      Language language,
      String region,
      Basis basis,
      Set<OrganKind> kinds) {

    RollupQuery query() {
      int from = compared ? 2019 : 2020;
      return new RollupQuery(region, from, 2021, By.ORGAN, basis, kinds, null, Scope.ORGAN);
    }

    OrganRows.Wanted wanted() {
      return new OrganRows.Wanted(subject, rows, null, null, 2020, 2021, compared, language);
    }
  }

  private RollupBuilder.Making making(Question question) {
    RollupFilter wanted =
        question.rows() == null ? ALL : new RollupFilter(Set.copyOf(question.rows()), Set.of());
    RollupBuilder.Making plain =
        switch (question.subject()) {
          case "publications" -> (all, of, in) -> tables.publications(all, of, wanted, in);
          case "indicators" ->
              (all, of, in) -> indicators.indicators(all, of, indicators.methods(List.of()), in);
          default -> (all, of, in) -> tables.table(all, of, question.subject(), wanted, in);
        };
    RollupQuery asked = question.query().ofYears(2020, 2021);
    return question.compared()
        ? (all, of, in) -> YearOnYear.of(plain.of(all, of, in), asked)
        : plain;
  }

  private String written(RollupTable table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    json.writeValue(out, table.json());
    return out.toString(StandardCharsets.UTF_8);
  }

  /** As JSON and as a table, of the snapshot at hand. */
  private String made(Question question, OrganRows known, AtomicInteger madeAnew) {
    List<String> sections =
        question.subject().equals("indicators")
            ? indicators.sections()
            : List.of(question.subject());
    RollupBuilder.Making making = making(question);
    OrganRollups rollups = new OrganRollups(sums, known, space, json);
    try (SpilledRows room = rollups.room()) {
      RollupView view =
          rollups.make(
              question.query(),
              sections,
              question.wanted(),
              (all, of, in) -> {
                madeAnew.incrementAndGet();
                return making.of(all, of, in);
              },
              room);
      RollupTable table =
          new RollupTable(
              view,
              new RollupTable.Asked(
                  question.subject(), 2021, null, null, RollupShape.NESTED, question.compared()),
              columns,
              question.language());
      StringBuilder all = new StringBuilder(written(table));
      for (TableRow row : Objects.requireNonNull(table.wide().rows())) {
        row.all().forEach((column, cell) -> all.append(column.id()).append(cell));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many were made anew, the whole among them, of which nothing is remembered. */
  private int compare(Question question) {
    AtomicInteger anew = new AtomicInteger();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              store.beginSnapshotOfReports();
              assertThat(made(question, remembered, anew))
                  .as("%s", question)
                  .isEqualTo(made(question, new OrganRows(), new AtomicInteger()));
            });
    return anew.get();
  }

  static LongStream seeds() {
    return Seeds.of(3, 33, 333);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverChangesNothingIsAsItWas(long seed) {
    Random random = new Random(seed);
    RandomLives lives = new RandomLives(city);
    lives.grow(random);
    for (int round = 0; round < Seeds.number(2, 30); round++) {
      lives.write(15, random);
      for (Question question : questions(lives.regions(), random)) {
        compare(question);
      }
    }
  }

  private List<Question> questions(List<String> regions, Random random) {
    List<Question> all = new ArrayList<>();
    for (String subject : List.of("applications", "disclosure", "publications", "indicators")) {
      for (boolean compared : new boolean[] {false, true}) {
        for (Language language : Language.values()) {
          String region = regions.get(random.nextInt(regions.size()));
          for (String where : List.of(city.code(), region)) {
            all.add(
                new Question(
                    subject,
                    subject.equals("applications") && random.nextBoolean()
                        ? List.of("received")
                        : null,
                    compared,
                    language,
                    where,
                    Basis.values()[random.nextInt(Basis.values().length)],
                    random.nextInt(3) == 0 ? Set.of(OrganKind.DEPARTMENT) : Set.of()));
          }
        }
      }
    }
    return all;
  }

  @Test
  void onlyWhatHasChangedIsMadeAnew() {
    List<String> organs = new ArrayList<>(city.organs(city.district(), 9));
    for (String organ : organs) {
      Api.filed(Sample.huancui(organ));
    }
    Question question =
        new Question(
            "applications", null, false, Language.ZH, city.code(), Basis.SUBMITTED, Set.of());
    assertThat(compare(question)).isEqualTo(1 + organs.size());
    assertThat(compare(question)).isEqualTo(1);
    Api.put(organs.get(4), 2021, RandomTreeTest.report(organs.get(4), new Random(8)))
        .statusCode(200);
    assertThat(compare(question)).isEqualTo(2);
    assertThat(compare(question)).isEqualTo(1);
  }
}
