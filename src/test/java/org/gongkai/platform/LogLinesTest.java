package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** What came from outside never looks like a line of the log. */
@QuarkusTest
class LogLinesTest {

  private static final String FORGED =
      "x\n2026-01-01 00:00:00,000 ERROR [org.gongkai.forged] (main) a forged line";

  private static String written(ExtFormatter formatter, Throwable thrown) {
    ExtLogRecord record =
        new ExtLogRecord(
            Level.INFO,
            "Made by %s\u001b[2J\u202E\u2028\u0085",
            ExtLogRecord.FormatStyle.PRINTF,
            "t");
    record.setParameters(new Object[] {FORGED});
    record.setLoggerName("org.gongkai.test");
    record.setThrown(thrown);
    return formatter.format(record);
  }

  @Test
  void aMessageIsOneLine() {
    String line = written(new EscapingLogFormatter(new PatternFormatter("%d %s%e%n")), null);
    assertThat(line.strip().lines()).hasSize(1);
    assertThat(line)
        .contains("Made by x\\n2026-01-01 00:00:00,000 ERROR")
        .contains("\\u001b[2J\\u202e\\u2028\\u0085")
        .endsWith(System.lineSeparator());
  }

  @Test
  void whatAnExceptionSaysIsSetOffLineByLine() {
    Throwable thrown = new IllegalStateException("odd " + FORGED, new Exception("\u001b[31m"));
    String[] lines =
        written(new EscapingLogFormatter(new PatternFormatter("%d %s%e%n")), thrown).split("\n");
    assertThat(lines.length).isGreaterThan(3);
    for (int i = 1; i < lines.length; i++) {
      assertThat(lines[i]).startsWith("    ").doesNotContain("\u001b");
    }
    assertThat(lines)
        .anyMatch(line -> line.contains("Caused by: java.lang.Exception: \\u001b[31m"));
  }

  @Test
  void everyHandlerOfTheServiceThatWritesTextEscapes() {
    List<Handler> all = new ArrayList<>();
    for (Handler handler : LogContext.getLogContext().getLogger("").getHandlers()) {
      collect(handler, all);
    }
    assertThat(all).anyMatch(h -> h.getFormatter() instanceof EscapingLogFormatter);
    assertThat(all).noneMatch(h -> h.getFormatter() instanceof PatternFormatter);
  }

  private static void collect(Handler handler, List<Handler> all) {
    all.add(handler);
    if (handler instanceof ExtHandler outer) {
      for (Handler inner : outer.getHandlers()) {
        collect(inner, all);
      }
    }
  }

  /** Whoever looks for what became of a report finds the line by its number. */
  @Test
  void aLineOfAFilingSaysOfWhichReportAndRequestItIs() {
    City city = City.found();
    String organ = city.organ(city.district());
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    ExtHandler handler = new Lines(lines);
    Logger logger = Logger.getLogger("org.gongkai.report.ReportAnswers");
    logger.setLevel(Level.DEBUG);
    logger.addHandler(handler);
    try {
      long id =
          Api.id(
              Api.file(admin().header("X-Request-Id", "proxy-7"), Sample.huancui(organ))
                  .statusCode(201));
      JsonNode line = Sample.json(lines.element());
      assertThat(line.at("/mdc/report").asText()).isEqualTo(Long.toString(id));
      assertThat(line.at("/mdc/request").asText()).isEqualTo("proxy-7");
      assertThat(line.at("/mdc/caller").asText()).isNotBlank();
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(null);
    }
  }

  /** Keeps lines as they are written where logs are JSON. */
  private static final class Lines extends ExtHandler {

    private final BlockingQueue<String> lines;

    private Lines(BlockingQueue<String> lines) {
      this.lines = lines;
      setLevel(Level.ALL);
      setFormatter(new JsonFormatter());
    }

    @Override
    protected void doPublish(ExtLogRecord record) {
      lines.add(getFormatter().format(record));
    }
  }
}
