package org.gongkai.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.journal.Auditing;
import org.gongkai.report.Filing;
import org.gongkai.report.FilingResult;
import org.gongkai.report.Submission;

/**
 * Files some lines in one transaction. To commit each by itself would be to wait for the disk at
 * each, and to ask the database the same of each. Where something unforeseen happens to one of
 * them, nothing of it is kept and each is filed by itself.
 */
@Singleton
class BulkFiling {

  /** A line to file, by its place among the others. */
  private record Turn(int line, Submission submission) {}

  private final Filing filing;
  private final Auditing auditing;

  BulkFiling(Filing filing, Auditing auditing) {
    this.filing = filing;
    this.auditing = auditing;
  }

  /** What becomes of each line, in their order. */
  List<FilingResult> file(List<Bulk.Line> lines, Bulk.Order order) {
    try {
      return together(lines, order);
    } catch (RuntimeException | VirtualMachineError e) {
      if (ResourceExhaustion.is(e)) {
        // nor would there be more room for each by itself
        return lines.stream().map(line -> refused(ResourceExhaustion.problem(e))).toList();
      }
      return lines.size() == 1
          ? List.of(refused((RuntimeException) e))
          : lines.stream().flatMap(line -> file(List.of(line), order).stream()).toList();
    }
  }

  private static FilingResult refused(RuntimeException problem) {
    return new FilingResult.Refused(problem, null);
  }

  private List<FilingResult> together(List<Bulk.Line> lines, Bulk.Order order) {
    FilingResult[] results = new FilingResult[lines.size()];
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      switch (lines.get(i)) {
        case Bulk.ReadLine line -> turns.add(new Turn(i, line.submission()));
        case Bulk.RefusedLine line -> results[i] = line.why();
      }
    }
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (List<Turn> wave : waves(turns)) {
                List<Submission> reports = wave.stream().map(Turn::submission).toList();
                List<FilingResult> some = filing.put(reports, order.wanted(), order.reason());
                for (int i = 0; i < some.size(); i++) {
                  results[wave.get(i).line()] = some.get(i);
                }
              }
              auditing.done(Bulk.ACTION, parts(results));
            });
    return List.of(results);
  }

  /** In each an organ stands once, so that what comes later of it sees what came before. */
  private static Collection<List<Turn>> waves(List<Turn> turns) {
    Map<String, Integer> met = new HashMap<>();
    Map<Integer, List<Turn>> waves = new TreeMap<>();
    for (Turn turn : turns) {
      int wave = met.merge(turn.submission().content().organ(), 1, Integer::sum);
      waves.computeIfAbsent(wave, w -> new ArrayList<>()).add(turn);
    }
    return waves.values();
  }

  private static List<Auditing.Part> parts(FilingResult... results) {
    return Arrays.stream(results)
        .filter(FilingResult.Filed.class::isInstance)
        .map(FilingResult.Filed.class::cast)
        .filter(filed -> filed.outcome() != FilingResult.Outcome.UNCHANGED)
        .map(
            filed ->
                new Auditing.Part(
                    BulkLine.status(filed), filed.organ(), filed.region(), filed.id()))
        .toList();
  }
}
