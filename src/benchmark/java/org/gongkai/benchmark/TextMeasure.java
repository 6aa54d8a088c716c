package org.gongkai.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a longer text costs: reports are validated by one caller, of which nothing is kept. */
final class TextMeasure {

  private static final String PART = "f text";
  private static final int[] CHARACTERS = {1_000, 5_000, 20_000, 50_000, 100_000, 200_000};
  private static final int FROM = 20_000;
  private static final int TO = 200_000;
  private static final int EACH = 12;
  private static final int WARM_UP = 300;
  private static final double LINEAR = 1.3;

  private final Service service;
  private final Flags flags;

  TextMeasure(Service service, Flags flags) {
    this.service = service;
    this.flags = flags;
  }

  List<Figure> measure() throws IOException, SQLException {
    Map<Integer, Latencies> found = new LinkedHashMap<>();
    try (Connection connection = service.connect()) {
      validate(connection, FROM / 10, WARM_UP, new Latencies());
      for (int characters : CHARACTERS) {
        found.put(characters, new Latencies());
      }
      for (int round = 0; round < flags.rounds(); round++) {
        for (int characters : CHARACTERS) {
          found.get(characters).nextRound();
          validate(connection, characters, EACH, found.get(characters));
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    found.forEach(
        (characters, latencies) ->
            figures.add(
                Figure.of(
                    PART,
                    "validation, %,d characters, p50".formatted(characters),
                    latencies.median(),
                    "ms")));
    double each = found.get(FROM).median() / FROM;
    figures.add(
        Figure.of(
                PART,
                "1,000 characters of %,d".formatted(TO),
                1000 * found.get(TO).median() / TO,
                "ms")
            .beside("of %,d".formatted(FROM), 1000 * each)
            .ratioBelow(LINEAR));
    return figures;
  }

  private void validate(Connection connection, int characters, int times, Latencies latencies)
      throws IOException, SQLException {
    ReportWriter writer = new ReportWriter(characters);
    for (int i = 0; i < times; i++) {
      byte[] body = writer.write(AnnualReport.of(flags.seed(), i, Flags.FILING_YEAR));
      Request request = Request.send("POST", "/api/v1/validations", Callers.JSON, body);
      latencies.time(() -> connection.send(request).expecting(200));
    }
  }
}
