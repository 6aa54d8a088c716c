package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the checks cost: filing with every rule beside filing with none but those without which a
 * form is none, on the same data, by the same service, which is started anew for each. Reports of
 * each length are filed after those of the shorter one.
 */
final class CheckMeasure {

  private static final String PART = "f checks";
  private static final int MOST_ROUNDS = 3;

  /** The clock of the kernel has ticks of 10 ms: this many take some four seconds. */
  private static final int MOST_A_ROUND = 600;

  private static final int LONG_TEXT = 10_000;
  private static final int MOST_OF_LONG_TEXTS = 150;

  private final Path directory;
  private final Flags flags;
  private final Progress progress;
  private final Path bareRules;
  private final int[] lengths;

  /**
   * The reports that are there already have the length that was asked for.
   *
   * @param lengths characters of the texts, the shortest first
   */
  CheckMeasure(Path directory, Flags flags, Progress progress, int... lengths) throws IOException {
    this.directory = directory;
    this.flags = flags;
    this.progress = progress;
    this.lengths = lengths.clone();
    this.bareRules = BareRules.write(directory.resolve("bare-rules"));
  }

  private record Round(double perSecond, double cpu, double databaseCpu) {}

  /** Of all rounds with texts of one length. */
  private static final class Found {

    private final List<Round> checked = new ArrayList<>();
    private final List<Round> bare = new ArrayList<>();
  }

  List<Figure> measure() throws IOException, SQLException, InterruptedException {
    Map<Integer, Found> found = new LinkedHashMap<>();
    for (int length : lengths) {
      found.put(length, new Found());
    }
    int rounds = Math.min(MOST_ROUNDS, flags.rounds());
    for (int round = 1; round <= rounds; round++) {
      int toCome = 2 * (rounds - round + 1);
      round(toCome, Map.of("GONGKAI_FORMS_DIRECTORY", bareRules.toString()))
          .forEach((length, its) -> found.get(length).bare.add(its));
      round(toCome - 1, Map.of()).forEach((length, its) -> found.get(length).checked.add(its));
      for (int length : lengths) {
        progress.say(
            "checks of %,d characters, round %d of %d: %.2f ms a report with all rules, %.2f with"
                + " the least",
            length,
            round,
            rounds,
            found.get(length).checked.getLast().cpu(),
            found.get(length).bare.getLast().cpu());
      }
    }
    List<Figure> figures = new ArrayList<>();
    found.forEach((length, its) -> figures.addAll(figures(length, its)));
    return figures;
  }

  private List<Figure> figures(int length, Found found) {
    return List.of(
        Figure.of(
                PART,
                "processor per report of %,d characters, service and database".formatted(length),
                median(found.checked, Round::cpu),
                "ms")
            .beside("the least rules", median(found.bare, Round::cpu))
            .ratioAtMost(2),
        Figure.of(
                PART,
                "of it the database, %,d characters".formatted(length),
                median(found.checked, Round::databaseCpu),
                "ms")
            .with("the least rules", median(found.bare, Round::databaseCpu)),
        Figure.of(
                PART,
                "reports of %,d characters over HTTP, %d callers"
                    .formatted(length, flags.clients()),
                median(found.checked, Round::perSecond),
                "/s")
            .beside("the least rules", median(found.bare, Round::perSecond))
            .ratioAtLeast(0.5));
  }

  private static double median(List<Round> rounds, Function<Round, Double> figure) {
    return Median.of(rounds.stream().map(figure).toList());
  }

  private Map<Integer, Round> round(int roundsToCome, Map<String, String> settings)
      throws IOException, SQLException, InterruptedException {
    Map<Integer, Round> found = new LinkedHashMap<>();
    try (Service service = Service.start(directory, flags.heap(), settings);
        Database database = Database.of(service)) {
      FilingOrder order = FilingOrder.of(database, flags.organs());
      int share = order.share(2 * lengths.length * roundsToCome);
      for (int length : lengths) {
        found.put(length, measure(service, order, length, share));
      }
    }
    return found;
  }

  /** Trials warm up what reads and checks, half of the filings the rest. */
  private Round measure(Service service, FilingOrder order, int length, int share)
      throws IOException, InterruptedException {
    int most = length < LONG_TEXT ? MOST_A_ROUND : MOST_OF_LONG_TEXTS;
    int number = Math.max(1, Math.min(most, share));
    Callers callers = new Callers(service, flags.withNarrative(length));
    callers.tryOut(Math.min(most, flags.organs()));
    callers.file(order, number);
    ProcessCost before = ProcessCost.of(service);
    Callers.Filed filed = callers.file(order, number);
    ProcessCost after = ProcessCost.of(service);
    return new Round(
        filed.perSecond(),
        (double) after.millisSince(before) / number,
        (double) (after.databaseMillis() - before.databaseMillis()) / number);
  }
}
