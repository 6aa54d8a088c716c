package org.gongkai.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.access.Access;
import org.gongkai.journal.Auditing;
import org.gongkai.platform.BackgroundThreads;
import org.gongkai.problem.Language;
import org.gongkai.problem.LineProblems;
import org.gongkai.report.Backlog;
import org.gongkai.report.Filing;
import org.gongkai.report.FilingCounter;
import org.gongkai.report.FilingResult;
import org.gongkai.report.FilingState;
import org.gongkai.report.ReportChecks;
import org.gongkai.report.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines of many reports in, each as a filing by organ and year: it is kept or refused
 * whatever becomes of the others, and sent again it changes nothing. Lines are read, admitted and
 * examined before the transaction that some of them share.
 */
@Singleton
class Bulk {

  static final String ACTION = "fileReports";

  /** The part of all connections that filings in bulk use at once: one in so many. */
  private static final int SHARE = 4;

  private final Access access;
  private final Submission.Reader reader;
  private final ReportChecks reportChecks;
  private final Filing filing;
  private final BulkFiling bulkFiling;
  private final Backlog backlog;
  private final Auditing auditing;
  private final LineProblems problems;
  private final FilingCounter counter;
  private final ObjectMapper mapper;
  private final int maxRefused;

  /**
   * However many file in bulk, they leave most connections to everybody else, and none of them
   * waits for a connection until it is told that there is none.
   */
  private final Semaphore turns;

  /**
   * Reading and examining keep the processor busy for as long as there are lines. Whoever reads a
   * rollup meanwhile needs it a dozen times for a moment, and each time would wait behind these: so
   * half of the processor is left to others, and these let others go first.
   */
  private final ExecutorService examiners =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
          BackgroundThreads.of("bulk-"));

  /** Pages of text in every line take long. */
  private final RoundRobinExecutor roundRobin = new RoundRobinExecutor(examiners);

  Bulk(
      Access access,
      Submission.Reader reader,
      ReportChecks reportChecks,
      Filing filing,
      BulkFiling bulkFiling,
      Backlog backlog,
      Auditing auditing,
      LineProblems problems,
      FilingCounter counter,
      ObjectMapper mapper,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
      BulkSettings settings) {
    this.access = access;
    this.reader = reader;
    this.reportChecks = reportChecks;
    this.filing = filing;
    this.bulkFiling = bulkFiling;
    this.backlog = backlog;
    this.auditing = auditing;
    this.problems = problems;
    this.counter = counter;
    this.mapper = mapper;
    this.maxRefused = settings.maxRefused();
    this.turns = new Semaphore(Math.max(1, connections / SHARE), true);
  }

  /**
   * What is to be done with every line.
   *
   * @param wanted the state to be in afterwards, or null for submitted, or as it is
   * @param reason what corrections are for, or null
   */
  record Order(
      @Nullable FilingState wanted, @Nullable String reason, Language language, String instance) {}

  /** A line of the body, as far as it is known. */
  sealed interface Line {

    /** From 1. */
    long number();

    byte[] json();
  }

  /** A line that can be filed, as far as it is known. */
  record ReadLine(long number, byte[] json, Submission submission) implements Line {}

  /** A line that is refused already. */
  record RefusedLine(long number, byte[] json, FilingResult.Refused why) implements Line {

    private RefusedLine(long number, byte[] json, RuntimeException problem) {
      this(number, json, new FilingResult.Refused(problem, null));
    }
  }

  /** What of lines has become so far. */
  BulkProgress begin() {
    return new BulkProgress(maxRefused);
  }

  /** Reads and examines some lines ahead of those that are filed. */
  Prefetch<List<Line>> ahead(Callable<List<Line>> source, Order order) {
    String caller = access.current().identity();
    return new Prefetch<>(
        work -> roundRobin.submit(caller, work),
        source,
        lines -> admit(lines, order),
        this::examine);
  }

  @PreDestroy
  void stop() {
    examiners.shutdown();
  }

  Line read(long number, byte[] json) {
    try {
      return new ReadLine(number, json, reader.read(json, number));
    } catch (RuntimeException e) {
      return new RefusedLine(number, json, e);
    }
  }

  /** Refuses lines that the caller may not file, before anything of them is examined. */
  private List<Line> admit(List<Line> lines, Order order) {
    List<ReadLine> read =
        lines.stream().filter(ReadLine.class::isInstance).map(ReadLine.class::cast).toList();
    if (read.isEmpty()) {
      return lines;
    }
    List<Optional<FilingResult.Refused>> found =
        inTurn(
            () ->
                filing.refusals(
                    read.stream().map(line -> line.submission().content()).toList(),
                    order.wanted()));
    counter.count(found.stream().flatMap(Optional::stream).toList());
    Map<Long, Line> refused = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      ReadLine line = read.get(i);
      found
          .get(i)
          .ifPresent(
              why -> refused.put(line.number(), new RefusedLine(line.number(), line.json(), why)));
    }
    return lines.stream().map(line -> refused.getOrDefault(line.number(), line)).toList();
  }

  /** Applies the rules to those that are left: what takes long and asks the database nothing. */
  private List<Line> examine(List<Line> lines) {
    return lines.stream()
        .map(line -> line instanceof ReadLine read ? examine(read) : line)
        .toList();
  }

  private Line examine(ReadLine line) {
    try {
      Submission examined = reportChecks.examine(line.submission());
      return new ReadLine(line.number(), line.json(), examined);
    } catch (RuntimeException | VirtualMachineError e) {
      return new RefusedLine(
          line.number(),
          line.json(),
          ResourceExhaustion.is(e) ? ResourceExhaustion.problem(e) : (RuntimeException) e);
    }
  }

  /** Files some lines, in their turn, and says of each, in their order, what became of it. */
  List<BulkLine> file(List<Line> lines, Order order, BulkProgress progress) {
    backlog.awaitRoom(); // not in its turn, which others could use
    List<FilingResult> results = inTurn(() -> bulkFiling.file(lines, order));
    List<BulkLine> answers = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Line line = lines.get(i);
      answers.add(
          switch (results.get(i)) {
            case FilingResult.Filed filed ->
                progress.add(BulkLine.of(line.number(), filed), filed.region());
            case FilingResult.Refused refused ->
                progress.add(refused(line, refused, order), refused.region());
          });
    }
    return answers;
  }

  /** Tells the audit what was refused, once for all lines. */
  void end(BulkProgress progress) {
    inTurn(
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      auditing.refused(ACTION, progress.refusals());
                      return true;
                    }));
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private BulkLine refused(Line line, FilingResult.Refused refused, Order order) {
    JsonNode sent = lenient(line.json());
    String organ = sent.path("organ").textValue();
    Integer year = sent.path("year").isInt() ? sent.path("year").intValue() : null;
    return BulkLine.refused(
        line.number(),
        organ,
        year,
        problems.of(refused.problem(), order.language(), order.instance()));
  }

  /** The organ of a line, as far as a line that is no report says it. */
  private JsonNode lenient(byte[] json) {
    try {
      JsonNode sent = mapper.readTree(new String(json, StandardCharsets.UTF_8));
      return sent == null ? mapper.missingNode() : sent;
    } catch (JsonProcessingException e) {
      return mapper.missingNode();
    }
  }
}
