package org.gongkai.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a caller saves who names what it has: the whole answer and 304, turn by turn. */
final class NotModifiedMeasure {

  private static final int TURNS = 200;

  private final Service service;
  private final Flags flags;
  private final Nation nation;

  NotModifiedMeasure(Service service, Flags flags, Nation nation) {
    this.service = service;
    this.flags = flags;
    this.nation = nation;
  }

  List<Figure> measure() throws IOException, SQLException {
    List<Figure> figures = new ArrayList<>();
    for (String by : List.of("none", "region")) {
      figures.addAll(ask(new RollupQuestion(Level.NATION, "applications", by), Nation.CODE));
      figures.addAll(
          ask(
              new RollupQuestion(Level.PROVINCE, "applications", by),
              nation.provinces().getFirst()));
    }
    return figures;
  }

  private List<Figure> ask(RollupQuestion question, String region)
      throws IOException, SQLException {
    Latencies whole = new Latencies();
    Latencies named = new Latencies();
    Latencies caller = new Latencies();
    Request trivial = Request.get("/api/v1/caller");
    try (Connection connection = service.connect()) {
      String path = question.path(region, flags.lastYear());
      Request asWhole = Request.get(path);
      Request asNamed = Request.get(path, connection.send(asWhole).expecting(200).tag());
      for (int round = 0; round < flags.rounds(); round++) {
        whole.nextRound();
        named.nextRound();
        caller.nextRound();
        long end = System.nanoTime() + 2_000_000L * flags.millis();
        for (int i = 0; i < TURNS && System.nanoTime() < end; i++) {
          whole.time(() -> connection.send(asWhole).expecting(200));
          named.time(() -> connection.send(asNamed).expecting(304));
          caller.time(() -> connection.send(trivial).expecting(200));
        }
      }
    }
    return List.of(
        Figure.of("b 304", question.label() + ", 304, p50", named.median(), "ms")
            .beside("GET /caller", caller.median())
            .ratioAtMost(1.5),
        Figure.of("b 304", question.label() + ", 200, p50", whole.median(), "ms"));
  }
}
