package org.gongkai.benchmark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a run can be told.
 *
 * @param districts how many districts have organs; no more than there are
 * @param years from 2019 on
 * @param narrative characters of text in a report
 * @param heap the service's {@code -Xmx}, or that of a plain start
 * @param clients how many file at once
 * @param bulk how many bulk requests at once
 * @param millis for each kind of rollup in each round
 * @param seconds of each mixed load
 * @param tenth whether the same is done at a tenth of the size first
 * @param part what is measured: {@code all}, or {@code changing}, {@code checks}, {@code waiting}
 *     or {@code sentences} alone
 * @param page a page that has the newest table; null: none
 * @param keep where the data is kept and found again; null: thrown away
 */
record Flags(
    int districts,
    int organs,
    int years,
    int narrative,
    long seed,
    String heap,
    int clients,
    int bulk,
    int rounds,
    int millis,
    int seconds,
    boolean tenth,
    String part,
    Path keep,
    Path out,
    Path page) {

  static final String DEFAULT = "default";

  static final int FIRST_YEAR = 2019;

  /** Of the reports that are filed while it is measured; no sum that is checked has it in. */
  static final int FILING_YEAR = 2024;

  /** What {@code part} may be. */
  static final Set<String> PARTS = Set.of("all", "changing", "checks", "sentences", "waiting");

  private static final int ROUNDS_OF_A_TENTH = 3;

  private static final Set<String> KNOWN =
      Set.of(
          "districts",
          "organs",
          "years",
          "scale",
          "narrative",
          "seed",
          "heap",
          "clients",
          "bulk",
          "rounds",
          "millis",
          "seconds",
          "tenth",
          "part",
          "keep",
          "out",
          "page");

  static final String USAGE =
      """
      ./mvnw benchmark [--name value]…
        --districts 3000    districts that have organs; no more than the registry has
        --organs 150000     organs, a tenth of them of cities and provinces
        --years 5           report years from 2019, 5 at most
        --scale 1           what the number of organs is multiplied by; 0.2 ends within 15 minutes on two
                            cores, 1 takes an hour and a half
        --narrative 400     characters of text in a report
        --seed 1            the same data for the same seed
        --heap default      the service's largest heap, such as 1g; default: what a plain start has
        --clients 8         callers at once, filing and in the mixed load
        --bulk 2            bulk requests at once
        --rounds 5          rounds of each comparison
        --millis 1000       time for each kind of rollup in each round; 300 below a scale of 1
        --seconds 30        length of the mixed load
        --tenth true        the same at a tenth of the organs first
        --part all          or checks: only what the checks of a filing and longer texts cost; or
                            waiting: only rollups while all reports wait to be folded, and while they
                            come in; or
                            changing: only what is read of a year whose reports change; or
                            sentences: only how much of what sentences state is understood
        --page FILE         writes the table also between the marks of this page, such as
                            deploy/PERFORMANCE.md
        --keep DIRECTORY    keep the data there, and go on with what is there already
        --out target/benchmark  directory of the result
      """;

  static Flags read(String... arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!KNOWN.contains(name) || i + 1 == arguments.length) {
        throw new Unmeasurable("Not understood: %s%n%s".formatted(arguments[i], USAGE));
      }
      given.put(name, arguments[i + 1]);
    }
    double scale = value(given, "scale", 1.0, Double::parseDouble);
    int years = number(given, "years", 5);
    if (years < 1 || FIRST_YEAR + years > FILING_YEAR) {
      throw new Unmeasurable("--years is 1 to 5");
    }
    return new Flags(
        number(given, "districts", 3000),
        (int) Math.max(60, Math.round(number(given, "organs", 150_000) * scale)),
        years,
        number(given, "narrative", 400),
        number(given, "seed", 1),
        given.getOrDefault("heap", DEFAULT),
        number(given, "clients", 8),
        number(given, "bulk", 2),
        number(given, "rounds", 5),
        number(given, "millis", scale < 1 ? 300 : 1000),
        number(given, "seconds", 30),
        value(given, "tenth", true, Flags::yesOrNo),
        value(given, "part", "all", Flags::part),
        given.containsKey("keep") ? Path.of(given.get("keep")).toAbsolutePath() : null,
        Path.of(given.getOrDefault("out", "target/benchmark")).toAbsolutePath(),
        given.containsKey("page") ? Path.of(given.get("page")).toAbsolutePath() : null);
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    return value(given, name, otherwise, Integer::parseInt);
  }

  private static <T> T value(
      Map<String, String> given, String name, T otherwise, Function<String, T> read) {
    String value = given.get(name);
    try {
      return value == null ? otherwise : read.apply(value);
    } catch (IllegalArgumentException e) {
      throw new Unmeasurable("Not understood: --%s %s%n%s".formatted(name, value, USAGE), e);
    }
  }

  private static boolean yesOrNo(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(value);
    };
  }

  private static String part(String value) {
    if (!PARTS.contains(value)) {
      throw new IllegalArgumentException(value);
    }
    return value;
  }

  /** By which the same is measured again: all that decides what is measured. */
  String command() {
    return ("./mvnw benchmark --organs %d --districts %d --years %d --narrative %d --seed %d"
            + " --heap %s --clients %d --bulk %d --rounds %d --millis %d --seconds %d --tenth %s"
            + " --part %s")
        .formatted(
            organs, districts, years, narrative, seed, heap, clients, bulk, rounds, millis, seconds,
            tenth, part);
  }

  /** The same regions with a tenth of the organs, and fewer rounds: it is only compared with. */
  Flags atATenth() {
    Path beside = keep == null ? null : keep.resolveSibling(keep.getFileName() + "-tenth");
    int itsRounds = Math.min(rounds, ROUNDS_OF_A_TENTH);
    return with(Math.max(60, organs / 10), narrative, clients, itsRounds, false, beside);
  }

  /** The same with longer or shorter texts. */
  Flags withNarrative(int characters) {
    return with(organs, characters, clients, rounds, tenth, keep);
  }

  /** The same with another number of callers. */
  Flags withClients(int number) {
    return with(organs, narrative, number, rounds, tenth, keep);
  }

  /** The same but for what is ever changed. */
  private Flags with(
      int itsOrgans,
      int itsNarrative,
      int itsClients,
      int itsRounds,
      boolean itsTenth,
      Path itsKeep) {
    return new Flags(
        districts,
        itsOrgans,
        years,
        itsNarrative,
        seed,
        heap,
        itsClients,
        bulk,
        itsRounds,
        millis,
        seconds,
        itsTenth,
        part,
        itsKeep,
        out,
        page);
  }

  int lastYear() {
    return FIRST_YEAR + years - 1;
  }

  long reports() {
    return (long) organs * years;
  }
}
