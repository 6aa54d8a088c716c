package org.gongkai.rollup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.form.Forms;
import org.gongkai.platform.Digests;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.problem.Language;

/**
 * Answers who asks for a rollup: with nothing but a 304 where the caller's is of the state that the
 * sums are in, else with one of a single moment, tagged with the state of that moment.
 */
@ApplicationScoped
class RollupDesk {

  private static final int DIGEST = 9;

  /** Of sums of the past or organ by organ, which are added up from the reports. */
  private static final int LONGEST_SECONDS = 330;

  private final RollupStore store;
  private final StatementTimeout timeout;
  private final RollupAnswers answers;
  private final String wording;

  RollupDesk(
      RollupStore store,
      StatementTimeout timeout,
      RollupAnswers answers,
      Forms forms,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.store = store;
    this.timeout = timeout;
    this.answers = answers;
    // all that an answer has beside the sums: labels, rows, indicators
    this.wording = version + " " + forms.digest();
  }

  /**
   * Answers.
   *
   * @param make makes the rollup, within a moment that is held
   */
  Response answer(
      Wish wish,
      RollupParameters asked,
      HttpHeaders headers,
      BiFunction<Wish, Language, RollupView> make) {
    return asked.comparesYears()
        ? answerAs(
            YearOnYear.withYearBefore(wish),
            asked,
            headers,
            (both, language) -> YearOnYear.of(make.apply(both, language), wish.from()))
        : answerAs(wish, asked, headers, make);
  }

  private Response answerAs(
      Wish wish,
      RollupParameters asked,
      HttpHeaders headers,
      BiFunction<Wish, Language, RollupView> make) {
    Language language = Language.of(headers.getAcceptableLanguages());
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(
            () -> {
              if (wish.isKept()) {
                store.holdTheMoment();
              } else {
                store.holdTheMomentOfReports();
                timeout.lengthen();
              }
              return inThisMoment(wish, asked, headers, () -> make.apply(wish, language));
            });
  }

  private Response inThisMoment(
      Wish wish, RollupParameters asked, HttpHeaders headers, Supplier<RollupView> make) {
    if (wish.asOf() != null) {
      return answers.of(make.get(), asked, headers);
    }
    RollupStore.State state = store.state(wish);
    String stamp = stamp(wish, state);
    if (answers.isKnown(stamp, asked, headers)) {
      return answers.of(stamp, state.changed(), RollupDesk::unneeded, asked, headers);
    }
    RollupView rollup = make.get();
    return answers.of(stamp, state.changed(), () -> rollup, asked, headers);
  }

  private static RollupView unneeded() {
    throw new IllegalStateException("Of an answer that is known none is made.");
  }

  private String stamp(Wish wish, RollupStore.State state) {
    String of = state.changes() + " " + state.changed() + " " + wish + " " + wording;
    byte[] digest = Digests.sha256(of.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, DIGEST);
  }
}
