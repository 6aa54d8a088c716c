package org.gongkai.rollup;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.access.Access;
import org.gongkai.form.Forms;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Digests;
import org.gongkai.platform.SnapshotCache;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.problem.Language;
import org.gongkai.table.TableAnswers;
import org.gongkai.table.TableRequest;
import org.gongkai.tally.By;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.jspecify.annotations.Nullable;

/**
 * Answers who asks for a rollup: with nothing but a 304 where the caller's is of the state that the
 * sums are in, else with one of a single snapshot, tagged with its state.
 */
@ApplicationScoped
class RollupResponder {

  private static final int DIGEST = 9;

  /** Of the code of a district, and of all above it. */
  private static final int DISTRICT_DIGITS = 6;

  private static final long MOST_STATES = 5000;

  /** Of sums of the past or organ by organ, which are added up from the reports. */
  private static final int LONGEST_SECONDS = 330;

  private final RollupStore store;
  private final StatementTimeout timeout;
  private final TableAnswers answers;
  private final RollupBuilder.Maker maker;
  private final OrganRollups organs;
  private final AnswerSpace space;
  private final RollupColumns columns;
  private final Access access;
  private final MeterRegistry metrics;
  private final String wording;

  /** In which state answers were, until something is committed. */
  private final SnapshotCache<RollupQuery, RollupStore.State> states =
      new SnapshotCache<>(MOST_STATES);

  RollupResponder(
      RollupStore store,
      StatementTimeout timeout,
      TableAnswers answers,
      RollupBuilder.Maker maker,
      OrganRollups organs,
      AnswerSpace space,
      RollupColumns columns,
      Forms forms,
      Access access,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.store = store;
    this.timeout = timeout;
    this.answers = answers;
    this.maker = maker;
    this.organs = organs;
    this.space = space;
    this.columns = columns;
    this.access = access;
    this.metrics = metrics;
    // all that an answer has beside the sums: labels, rows, indicators
    this.wording = version + " " + forms.digest();
  }

  /** What is asked for, and how it is made. */
  private record Question(
      RollupQuery query,
      RollupTable.Asked asked,
      TableRequest request,
      OrganRows.Wanted rows,
      List<String> sections,
      RollupBuilder.Making make) {

    Language language() {
      return request.wanted().language();
    }
  }

  /**
   * Answers.
   *
   * @param sections that the rollup is made of
   * @param make makes the rollup, within a snapshot
   */
  Response answer(
      RollupQuery query,
      RollupParameters asked,
      HttpHeaders headers,
      List<String> sections,
      RollupBuilder.Making make) {
    boolean compared = asked.comparesYears();
    RollupTable.Asked of =
        new RollupTable.Asked(
            asked.subject(), query.to(), asked.kinds, asked.asOf, asked.shape(), compared);
    TableRequest request = asked.request(headers);
    OrganRows.Wanted rows =
        OrganRows.Wanted.of(asked, query.from(), query.to(), request.wanted().language());
    return answer(
        compared
            ? new Question(
                YearOnYear.withYearBefore(query),
                of,
                request,
                rows,
                sections,
                (sums, both, in) -> YearOnYear.of(make.of(sums, both, in), query))
            : new Question(query, of, request, rows, sections, make));
  }

  private Response answer(Question question) {
    long begin = System.nanoTime();
    Response answer = made(question);
    metrics
        .timer(
            "gongkai.rollup.answers",
            "level",
            levelOf(question.query().region()),
            "by",
            question.query().by().code())
        .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    return answer;
  }

  /** By the shape of its code, as the national standard builds them. */
  private static String levelOf(String region) {
    return region.length() > DISTRICT_DIGITS
        ? "township"
        : region.equals("000000")
            ? "nation"
            : region.endsWith("0000") ? "province" : region.endsWith("00") ? "city" : "district";
  }

  private Response made(Question question) {
    RollupQuery query = question.query();
    RollupStore.@Nullable State known = states.known(query, access.snapshot());
    if (known != null) {
      Optional<Supplier<Response>> ready = withoutMaking(known, question);
      if (ready.isPresent()) {
        return ready.get().get();
      }
    }
    if (query.by() != By.ORGAN) {
      return written(
          question, () -> question.make().of(maker.from(query), query, question.language()));
    }
    return space.make(
        () -> {
          try (SpilledRows room = organs.room()) {
            return written(
                question,
                () ->
                    organs.make(
                        question.query(),
                        question.sections(),
                        question.rows(),
                        question.make(),
                        room));
          }
        });
  }

  /** Made in a transaction and written down after it. */
  private Response written(Question question, Supplier<RollupView> make) {
    Supplier<Response> answer =
        QuarkusTransaction.requiringNew()
            .timeout(LONGEST_SECONDS)
            .call(
                () -> {
                  if (question.query().isKept()) {
                    boolean wholly =
                        question.request().ifNoneMatch() == null
                            && !answers.isRemembered(question.request());
                    return of(store.beginSnapshot(question.query(), wholly), question, make);
                  }
                  store.beginSnapshotOfReports();
                  timeout.lengthen();
                  return inThisSnapshot(question, make);
                });
    return answer.get();
  }

  private Supplier<Response> inThisSnapshot(Question question, Supplier<RollupView> make) {
    if (question.query().asOf() != null || question.query().isOfGovernments()) {
      RollupTable rollup = table(question, make.get());
      return () -> answers.of(rollup, question.request());
    }
    return of(store.state(question.query()), question, make);
  }

  private Supplier<Response> of(
      RollupStore.State state, Question question, Supplier<RollupView> make) {
    states.remember(question.query(), access.snapshot(), state);
    return withoutMaking(state, question)
        .orElseGet(
            () -> {
              RollupTable rollup = table(question, make.get());
              String stamp = stamp(question.query(), state);
              return () -> answers.of(stamp, state.changed(), rollup, question.request());
            });
  }

  private Optional<Supplier<Response>> withoutMaking(RollupStore.State state, Question question) {
    String stamp = stamp(question.query(), state);
    return answers.withoutMaking(stamp, state.changed(), question.request());
  }

  private RollupTable table(Question question, RollupView rollup) {
    return new RollupTable(rollup, question.asked(), columns, question.language());
  }

  private String stamp(RollupQuery query, RollupStore.State state) {
    String of = state.changes() + " " + state.changed() + " " + query + " " + wording;
    byte[] digest = Digests.sha256(of.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, DIGEST);
  }
}
