package org.gongkai.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.form.Content;
import org.gongkai.journal.Auditing;
import org.gongkai.problem.Language;
import org.gongkai.problem.LineProblems;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.ProblemView;
import org.gongkai.receipt.Receipt;
import org.gongkai.report.Admissions;
import org.gongkai.report.Backlog;
import org.gongkai.report.Filing;
import org.gongkai.report.FilingResult;
import org.gongkai.report.FilingState;
import org.gongkai.report.ReportChecks;
import org.gongkai.report.Submission;
import org.jboss.logging.Logger;

/**
 * Files lines of many, each as a filing by organ and year: it is kept or refused whatever becomes
 * of the others, and sent again it changes nothing.
 *
 * <p>To commit each by itself would be to wait for the disk at each, and to ask the database the
 * same of each. So some share a transaction and its statements; where something unforeseen happens
 * to one of them, nothing of it is kept and each is filed by itself.
 */
@Singleton
class Bulk {

  private static final Logger LOG = Logger.getLogger(Bulk.class);

  private static final String ACTION = "fileReports";

  /** The part of all connections that filings in bulk use at once: one in so many. */
  private static final int SHARE = 4;

  private final Submission.Reader reader;
  private final ReportChecks reportChecks;
  private final Filing filing;
  private final Backlog backlog;
  private final Auditing auditing;
  private final LineProblems problems;
  private final ObjectMapper mapper;
  private final int mostRefused;

  /**
   * However many file in bulk, they leave most connections to everybody else, and none of them
   * waits for a connection until it is told that there is none.
   */
  private final Semaphore turns;

  Bulk(
      Submission.Reader reader,
      ReportChecks reportChecks,
      Filing filing,
      Backlog backlog,
      Auditing auditing,
      LineProblems problems,
      ObjectMapper mapper,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
      @ConfigProperty(name = "gongkai.bulk.most-refused") int mostRefused) {
    this.reader = reader;
    this.reportChecks = reportChecks;
    this.filing = filing;
    this.backlog = backlog;
    this.auditing = auditing;
    this.problems = problems;
    this.mapper = mapper;
    this.mostRefused = mostRefused;
    this.turns = new Semaphore(Math.max(1, connections / SHARE), true);
  }

  /**
   * What is to be done with every line.
   *
   * @param wanted the state to be in afterwards, or null for submitted, or as it is
   * @param reason what corrections are for, or null
   */
  record Order(FilingState wanted, String reason, Language language, String instance) {}

  /**
   * A line of the body, as far as it is known.
   *
   * @param number from 1
   * @param submitted what it says, or null
   * @param report what the rules say of that alone, or null
   * @param problem why it is refused, or null
   * @param region where its organ is, where it is refused and that is known
   */
  record Line(
      long number,
      byte[] json,
      Submission submitted,
      Submission.Examined report,
      RuntimeException problem,
      String region) {

    private Line refused(RuntimeException why, String where) {
      return new Line(number, json, submitted, null, why, where);
    }
  }

  /** What of lines has become so far. */
  BulkProgress begin() {
    return new BulkProgress(mostRefused);
  }

  Line read(long number, byte[] json) {
    try {
      return new Line(number, json, reader.read(json, number), null, null, null);
    } catch (RuntimeException e) {
      return new Line(number, json, null, null, e, null);
    }
  }

  /** Refuses lines that the caller may not file, before anything of them is examined. */
  List<Line> admit(List<Line> lines, Order order) {
    List<Line> read = lines.stream().filter(line -> line.submitted() != null).toList();
    if (read.isEmpty()) {
      return lines;
    }
    Map<Long, Admissions.Admission.Refused> refusals = new HashMap<>();
    List<Optional<Admissions.Admission.Refused>> found =
        inTurn(() -> filing.refusals(contents(read), order.wanted()));
    for (int i = 0; i < found.size(); i++) {
      long number = read.get(i).number();
      found.get(i).ifPresent(refused -> refusals.put(number, refused));
    }
    return lines.stream().map(line -> refused(line, refusals.get(line.number()))).toList();
  }

  private static List<Content> contents(List<Line> read) {
    return read.stream().map(line -> line.submitted().content()).toList();
  }

  private static Line refused(Line line, Admissions.Admission.Refused why) {
    return why == null ? line : line.refused(why.problem(), why.region());
  }

  /** Applies the rules to those that are left: what takes long and asks the database nothing. */
  List<Line> examine(List<Line> lines) {
    return lines.stream().map(this::examine).toList();
  }

  private Line examine(Line line) {
    if (line.problem() != null) {
      return line;
    }
    try {
      Submission.Examined examined = reportChecks.examine(line.submitted());
      return new Line(line.number(), line.json(), line.submitted(), examined, null, null);
    } catch (RuntimeException | VirtualMachineError e) {
      return line.refused(isExhaustion(e) ? exhausted(e) : (RuntimeException) e, null);
    }
  }

  /** What is left of memory or stack when that is at its end, also where it comes wrapped. */
  private static boolean isExhaustion(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof VirtualMachineError) {
        return true;
      }
    }
    return false;
  }

  private static ProblemException exhausted(Throwable thrown) {
    LOG.errorf("Lines of a filing in bulk were given up: %s", thrown);
    return ProblemException.of(ProblemType.SERVICE_UNAVAILABLE).withHeader("Retry-After", "30");
  }

  /** Files some lines, in their turn, and says of each, in their order, what became of it. */
  List<BulkLine> file(List<Line> lines, Order order, BulkProgress progress) {
    backlog.awaitRoom(); // not in its turn, which others could use
    FilingResult.Verdict[] verdicts = inTurn(() -> verdicts(lines, order));
    List<BulkLine> answers = new ArrayList<>();
    for (int i = 0; i < verdicts.length; i++) {
      Line line = lines.get(i);
      FilingResult.Verdict verdict = verdicts[i];
      BulkLine answer =
          verdict.filed() == null
              ? refused(line, problems.of(verdict.problem(), order.language(), order.instance()))
              : taken(line.number(), verdict.filed());
      answers.add(progress.add(answer, verdict.region()));
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

  private FilingResult.Verdict[] verdicts(List<Line> lines, Order order) {
    try {
      return together(lines, order);
    } catch (RuntimeException | VirtualMachineError e) {
      if (isExhaustion(e)) {
        // nor would there be more room for each by itself
        return lines.stream()
            .map(line -> FilingResult.Verdict.refused(exhausted(e), null))
            .toArray(FilingResult.Verdict[]::new);
      }
      if (lines.size() == 1) {
        return new FilingResult.Verdict[] {
          FilingResult.Verdict.refused((RuntimeException) e, null)
        };
      }
      return lines.stream()
          .flatMap(line -> List.of(verdicts(List.of(line), order)).stream())
          .toArray(FilingResult.Verdict[]::new);
    }
  }

  private FilingResult.Verdict[] together(List<Line> lines, Order order) {
    FilingResult.Verdict[] verdicts = new FilingResult.Verdict[lines.size()];
    for (int i = 0; i < verdicts.length; i++) {
      if (lines.get(i).problem() != null) {
        verdicts[i] = FilingResult.Verdict.refused(lines.get(i).problem(), lines.get(i).region());
      }
    }
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (List<Integer> wave : waves(lines)) {
                List<Submission.Examined> reports =
                    wave.stream().map(i -> lines.get(i).report()).toList();
                List<FilingResult.Verdict> some =
                    filing.put(reports, order.wanted(), order.reason());
                for (int i = 0; i < some.size(); i++) {
                  verdicts[wave.get(i)] = some.get(i);
                }
              }
              auditing.done(ACTION, parts(verdicts));
            });
    return verdicts;
  }

  /** In each an organ stands once, so that what comes later of it sees what came before. */
  private static Collection<List<Integer>> waves(List<Line> lines) {
    Map<String, Integer> met = new HashMap<>();
    Map<Integer, List<Integer>> waves = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Submission.Examined report = lines.get(i).report();
      if (report != null) {
        int wave = met.merge(report.submitted().content().organ(), 1, Integer::sum);
        waves.computeIfAbsent(wave, w -> new ArrayList<>()).add(i);
      }
    }
    return waves.values();
  }

  private static List<Auditing.Part> parts(FilingResult.Verdict[] verdicts) {
    return java.util.Arrays.stream(verdicts)
        .map(FilingResult.Verdict::filed)
        .filter(Objects::nonNull)
        .filter(filingResult -> filingResult.outcome() != FilingResult.Outcome.UNCHANGED)
        .map(
            filingResult ->
                new Auditing.Part(
                    status(filingResult),
                    filingResult.organ(),
                    filingResult.region(),
                    filingResult.id()))
        .toList();
  }

  private static int status(FilingResult filingResult) {
    return filingResult.outcome() == FilingResult.Outcome.CREATED ? 201 : 200;
  }

  private static BulkLine taken(long line, FilingResult filingResult) {
    return new BulkLine(
        line,
        status(filingResult),
        filingResult.outcome().name().toLowerCase(Locale.ROOT),
        filingResult.organ(),
        filingResult.year(),
        filingResult.id(),
        filingResult.state().code(),
        filingResult.revision(),
        filingResult.receipt().map(Receipt::number).orElse(null),
        filingResult.assessment().unexplained(),
        null);
  }

  private BulkLine refused(Line line, ProblemView problem) {
    JsonNode sent = lenient(line.json());
    String organ = sent.path("organ").textValue();
    Integer year = sent.path("year").isInt() ? sent.path("year").intValue() : null;
    int status = problem.status();
    return new BulkLine(
        line.number(), status, "refused", organ, year, null, null, null, null, null, problem);
  }

  /** Whose line it is, as far as that can be read of a line that is no report. */
  private JsonNode lenient(byte[] json) {
    try {
      JsonNode sent = mapper.readTree(new String(json, StandardCharsets.UTF_8));
      return sent == null ? mapper.missingNode() : sent;
    } catch (JsonProcessingException e) {
      return mapper.missingNode();
    }
  }
}
