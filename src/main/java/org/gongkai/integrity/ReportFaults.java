package org.gongkai.integrity;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.platform.CanonicalJson;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.ProblemException;
import org.gongkai.report.Revision;
import org.gongkai.tally.RollupStore;

/**
 * What is wrong with reports: each revision is read again and held against its digest, and against
 * the figures that were made of it, as they are added up.
 */
@Singleton
class ReportFaults {

  /** So many revisions have their figures compared at a time. */
  private static final int TOGETHER = 100;

  private static final int LONGEST_SECONDS = 600;

  private final ReportFaultStore store;
  private final RollupStore rollups;
  private final FigureFaults figures;
  private final StrictJson json;
  private final ContentReader contents;
  private final StatementTimeout timeout;

  ReportFaults(
      ReportFaultStore store,
      RollupStore rollups,
      FigureFaults figures,
      StrictJson json,
      ContentReader contents,
      StatementTimeout timeout) {
    this.store = store;
    this.rollups = rollups;
    this.figures = figures;
    this.json = json;
    this.contents = contents;
    this.timeout = timeout;
  }

  /** Looks at the reports after one, up to another, as they are in one snapshot. */
  void each(long after, long last, Consumer<Fault> taking) {
    QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .run(
            () -> {
              rollups.beginSnapshotOfReports();
              timeout.lengthen();
              store.eachFault(after, last, taking);
              Map<Revision.Key, Content> read = new HashMap<>();
              store.eachDocument(
                  after,
                  last,
                  stored -> {
                    read(stored, read, taking);
                    if (read.size() >= TOGETHER) {
                      compare(read, taking);
                    }
                  });
              compare(read, taking);
            });
  }

  private void read(
      ReportFaultStore.Stored stored, Map<Revision.Key, Content> into, Consumer<Fault> taking) {
    if (stored.document().isEmpty()) {
      return; // of a draft that was discarded
    }
    String where = "report " + stored.report();
    try {
      JsonNode root = json.read(stored.document());
      byte[] digest = CanonicalJson.digest(root);
      if (!stored.masked() && !Arrays.equals(digest, stored.digest())) {
        taking.accept(
            new Fault(
                where,
                "document-of-another-digest",
                "revision %d: %s"
                    .formatted(stored.number(), HexFormat.of().formatHex(stored.digest()))));
      }
      if (stored.handedIn()) {
        into.put(new Revision.Key(stored.report(), stored.number()), contents.read(root));
      }
    } catch (ProblemException e) {
      taking.accept(
          new Fault(
              where,
              "document-is-not-readable",
              "revision %d: %s".formatted(stored.number(), e.type().code())));
    }
  }

  private void compare(Map<Revision.Key, Content> read, Consumer<Fault> taking) {
    for (Revision.Key key : figures.differing(read)) {
      taking.accept(
          new Fault(
              "report " + key.report(),
              "figures-are-not-the-document",
              "revision " + key.number()));
    }
    read.clear();
  }
}
