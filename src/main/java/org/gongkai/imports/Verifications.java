package org.gongkai.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.access.Access;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Findings;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.platform.Digests;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.reading.Reading;
import org.gongkai.reading.StoredRevisions;
import org.gongkai.recognition.Recognised;
import org.gongkai.report.ReportProblems;
import org.jspecify.annotations.Nullable;

/** Holds what was published of a report against what is stored, and keeps what was found. */
@ApplicationScoped
class Verifications {

  private final Reading reports;
  private final StoredRevisions revisions;
  private final Access access;
  private final FileReading reading;
  private final PublishedComparison comparison;
  private final VerificationStore store;
  private final Clock clock;
  private final ImportSettings settings;

  Verifications(
      Reading reports,
      StoredRevisions revisions,
      Access access,
      FileReading reading,
      PublishedComparison comparison,
      VerificationStore store,
      Clock clock,
      ImportSettings settings) {
    this.reports = reports;
    this.revisions = revisions;
    this.access = access;
    this.reading = reading;
    this.comparison = comparison;
    this.store = store;
    this.clock = clock;
    this.settings = settings;
  }

  /** One with what it compares, where that is kept. */
  record Shown(Verification verification, PublishedComparison.@Nullable Compared compared) {}

  /**
   * Holds a file against a revision.
   *
   * @param number of the revision; 0 for the one that is published
   */
  Shown verify(long id, int number, InputStream body, String name) throws IOException {
    StoredRevisions.Stored revision = revisions.stored(id, number);
    byte[] file = body.readNBytes((int) settings.maxFileSize().asLongValue() + 1);
    if (file.length > settings.maxFileSize().asLongValue()) {
      throw ProblemException.of(
          ProblemType.PAYLOAD_TOO_LARGE,
          Unreadable.TOO_LARGE.with(String.valueOf(settings.maxFileSize().asLongValue() >> 20)));
    }
    if (file.length == 0) {
      throw ProblemException.invalid(
          Violation.at("", "请求体为空：须为文件。", "The body is empty; send a file."));
    }
    Recognised found = read(file);
    PublishedComparison.Compared compared = comparison.compare(revision.document(), found);
    Verification made =
        new Verification(
            id,
            0,
            revision.number(),
            name,
            HexFormat.of().formatHex(Digests.sha256(file)),
            access.current().authorName(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            compared.counts(),
            written(found));
    Finding finding = compared.finding();
    int its = store.insert(made, finding == null ? null : Findings.write(List.of(finding)));
    return new Shown(store.one(id, its).orElseThrow(), compared);
  }

  private Recognised read(byte[] file) {
    try {
      return reading
          .now(file)
          .orElseThrow(
              () ->
                  ProblemException.of(
                          ProblemType.SERVICE_UNAVAILABLE,
                          "正在读取其他文件，请稍后重试。",
                          "Other files are being read; try again in a moment.")
                      .withHeader("Retry-After", "3"))
          .recognised();
    } catch (UnreadableFile e) {
      throw Unreadable.problem(e);
    }
  }

  List<Verification> all(long id) {
    return store.all(reports.readableId(id));
  }

  Shown one(long id, int number) {
    Verification verification =
        store.one(reports.readableId(id), number).orElseThrow(ReportProblems::notFound);
    String found = verification.found();
    if (found == null) {
      return new Shown(verification, null);
    }
    StoredRevisions.Stored revision = revisions.stored(id, verification.revision());
    return new Shown(verification, comparison.compare(revision.document(), recognised(found)));
  }

  private static String written(Recognised found) {
    try {
      return ReadingOutcome.JSON.writeValueAsString(found);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recognised recognised(String stored) {
    try {
      return ReadingOutcome.JSON.readValue(stored, Recognised.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
