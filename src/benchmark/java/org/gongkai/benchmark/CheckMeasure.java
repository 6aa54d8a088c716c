package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the checks cost: filing with every rule beside filing with none but those without which a
 * form is none, on the same data, by the same service, which is started anew for each.
 */
final class CheckMeasure {

  private static final String PART = "f checks";
  private static final int MOST_ROUNDS = 3;
  private static final int MOST_A_ROUND = 1000;

  private static final int LONG_TEXT = 10_000;
  private static final int MOST_OF_LONG_TEXTS = 300;

  private final Path directory;
  private final Flags flags;
  private final Progress progress;
  private final Path bareRules;
  private final int characters;

  /** The reports that are there already have the length that was asked for. */
  CheckMeasure(Path directory, Flags flags, int characters, Progress progress) throws IOException {
    this.directory = directory;
    this.characters = characters;
    this.flags = flags.withNarrative(characters);
    this.progress = progress;
    this.bareRules = BareRules.write(directory.resolve("bare-rules"));
  }

  private record Round(double perSecond, double cpu, double databaseCpu) {}

  List<Figure> measure() throws IOException, SQLException, InterruptedException {
    List<Round> checked = new ArrayList<>();
    List<Round> bare = new ArrayList<>();
    int rounds = Math.min(MOST_ROUNDS, flags.rounds());
    for (int round = 1; round <= rounds; round++) {
      int toCome = 2 * (rounds - round + 1);
      bare.add(round(toCome, Map.of("GONGKAI_FORMS_DIRECTORY", bareRules.toString())));
      checked.add(round(toCome - 1, Map.of()));
      progress.say(
          "checks of %,d characters, round %d of %d: %.2f ms a report with all rules, %.2f with the least",
          characters, round, rounds, checked.getLast().cpu(), bare.getLast().cpu());
    }
    return List.of(
        Figure.of(
                PART,
                "processor per report of %,d characters, service and database"
                    .formatted(characters),
                Median.of(checked.stream().map(Round::cpu).toList()),
                "ms")
            .beside("the least rules", Median.of(bare.stream().map(Round::cpu).toList()))
            .ratioAtMost(2),
        Figure.of(
                PART,
                "of it the database, %,d characters".formatted(characters),
                Median.of(checked.stream().map(Round::databaseCpu).toList()),
                "ms")
            .with("the least rules", Median.of(bare.stream().map(Round::databaseCpu).toList())),
        Figure.of(
                PART,
                "reports of %,d characters over HTTP, %d callers"
                    .formatted(characters, flags.clients()),
                Median.of(checked.stream().map(Round::perSecond).toList()),
                "/s")
            .beside("the least rules", Median.of(bare.stream().map(Round::perSecond).toList()))
            .ratioAtLeast(0.5));
  }

  /** Trials warm up what reads and checks, half of the filings the rest. */
  private Round round(int roundsToCome, Map<String, String> settings)
      throws IOException, SQLException, InterruptedException {
    try (Service service = Service.start(directory, flags.heap(), settings);
        Database database = Database.of(service)) {
      FilingOrder order = FilingOrder.of(database, flags.organs());
      int most = characters < LONG_TEXT ? MOST_A_ROUND : MOST_OF_LONG_TEXTS;
      int number = Math.max(1, Math.min(most, order.share(3 * roundsToCome)));
      Callers callers = new Callers(service, flags);
      callers.tryOut(Math.min(2 * most, flags.organs()));
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
}
