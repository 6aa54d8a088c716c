package org.gongkai.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Nineteen readers and one writer of twenty, all at once: rollups of all levels, and filing. */
final class MixedMeasure {

  private static final String PART = "d mixed";
  private static final int ONE_WRITE_IN = 20;

  private final Service service;
  private final Flags flags;
  private final Nation nation;
  private final FilingOrder order;

  MixedMeasure(Service service, Flags flags, Nation nation, FilingOrder order) {
    this.service = service;
    this.flags = flags;
    this.nation = nation;
    this.order = order;
  }

  private enum Kind {
    READ("rollup, 200"),
    NAMED("rollup, 304"),
    FILING("filing"),
    CORRECTION("correction");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  List<Figure> measure() throws IOException, InterruptedException {
    Map<Kind, Latencies> together = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      together.put(kind, new Latencies());
    }
    long begin = System.nanoTime();
    long end = begin + flags.seconds() * 1_000_000_000L;
    new Callers(service, flags)
        .all((connection, caller) -> new Mix(connection, caller).callUntil(end, together));
    double seconds = (System.nanoTime() - begin) / 1e9;
    long requests = together.values().stream().mapToLong(Latencies::count).sum();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.of(
            PART,
            "requests, 95 %% reads, %d callers".formatted(flags.clients()),
            requests / seconds,
            "/s"));
    together.forEach(
        (kind, latencies) -> {
          if (latencies.count() > 0) {
            figures.add(Figure.of(PART, kind.label + ", rate", latencies.count() / seconds, "/s"));
            figures.add(Figure.of(PART, kind.label + ", p50", latencies.median(), "ms"));
            figures.add(Figure.of(PART, kind.label + ", p99", latencies.p99(), "ms").below(50));
          }
        });
    return figures;
  }

  /** One caller's calls. */
  private final class Mix {

    private final Connection connection;
    private final Random random;
    private final ReportWriter writer = new ReportWriter(flags.narrative());
    private final Map<String, String> tags = new HashMap<>();
    private final List<RollupQuestion> questions = RollupQuestion.all();
    private final Map<Kind, Latencies> own = new EnumMap<>(Kind.class);

    Mix(Connection connection, int caller) {
      this.connection = connection;
      this.random = new Random(flags.seed() + caller);
    }

    Latencies callUntil(long end, Map<Kind, Latencies> together) throws IOException {
      for (Kind kind : Kind.values()) {
        own.put(kind, new Latencies());
      }
      while (System.nanoTime() < end) {
        if (random.nextInt(ONE_WRITE_IN) == 0) {
          write();
        } else {
          read();
        }
      }
      synchronized (together) {
        own.forEach((kind, latencies) -> together.get(kind).add(latencies));
      }
      return new Latencies();
    }

    private void read() throws IOException {
      RollupQuestion question = questions.get(random.nextInt(questions.size()));
      int years = flags.years() + 1;
      int year = Flags.FIRST_YEAR + random.nextInt(years);
      int asked = year > flags.lastYear() ? Flags.FILING_YEAR : year;
      String path = question.path(nation.any(question.level(), random), asked);
      String tag = random.nextBoolean() ? tags.get(path) : null;
      long begin = System.nanoTime();
      Answer answer = connection.send(Request.get(path, tag));
      long took = System.nanoTime() - begin;
      own.get(answer.status() == 304 ? Kind.NAMED : Kind.READ).add(took);
      if (answer.status() != 304) {
        tags.put(path, answer.expecting(200).tag());
      }
    }

    private void write() throws IOException {
      int filed = order.filedOverHttp();
      boolean corrects = random.nextBoolean();
      int organ = corrects ? random.nextInt(filed) : order.nextOverHttp();
      long seed = corrects ? flags.seed() + 1 + random.nextInt(1000) : flags.seed();
      byte[] body = writer.write(AnnualReport.of(seed, organ, Flags.FILING_YEAR));
      String path =
          "/api/v1/organs/%s/reports/%d".formatted(Nation.codeOf(organ), Flags.FILING_YEAR);
      Request request = Request.send("PUT", path, Callers.JSON, body);
      long begin = System.nanoTime();
      Answer answer = connection.send(request);
      long took = System.nanoTime() - begin;
      own.get(corrects ? Kind.CORRECTION : Kind.FILING)
          .add(answer.expecting(corrects ? 200 : 201) == null ? 0 : took);
    }
  }
}
