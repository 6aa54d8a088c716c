package org.gongkai.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.access.Access;
import org.gongkai.access.AuditedPart;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.LineProblems;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.ProblemView;
import org.gongkai.report.Admissions;
import org.gongkai.report.Filing;
import org.gongkai.report.FilingContext;
import org.gongkai.report.FilingResult;
import org.gongkai.report.FilingState;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportChecks;
import org.gongkai.report.ReportView;
import org.gongkai.report.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what was recognised into reports, on the way of every filing: as drafts, and as
 * corrections of the report that the caller names. Nothing is handed in by it.
 */
@Singleton
class Takeover {

  private final ImportedFileStore files;
  private final Submission.Reader reader;
  private final Filing filing;
  private final ReportAnswers answers;
  private final ReportChecks checks;
  private final LineProblems problems;
  private final Access access;

  Takeover(
      ImportedFileStore files,
      Submission.Reader reader,
      Filing filing,
      ReportAnswers answers,
      ReportChecks checks,
      LineProblems problems,
      Access access) {
    this.files = files;
    this.reader = reader;
    this.filing = filing;
    this.answers = answers;
    this.checks = checks;
    this.problems = problems;
    this.access = access;
  }

  /** Into what the form says. */
  Response take(ImportedFile file, DraftForm form, Preconditions conditions, HttpHeaders headers) {
    form.requireOne();
    ReadingOutcome.Read read = required(file);
    Response answer =
        form.report() == null
            ? draft(file, read, form, headers)
            : correct(read, form.report(), form, conditions, headers);
    if (answer.getEntity() instanceof ReportView report) {
      QuarkusTransaction.requiringNew()
          .run(() -> files.taken(file.importId(), file.number(), report.id()));
    }
    return answer;
  }

  private static ReadingOutcome.Read required(ImportedFile file) {
    if (file.result() instanceof ReadingOutcome.Read read) {
      return read;
    }
    throw ProblemException.of(
            ProblemType.STATE_CONFLICT,
            "该文件尚未读取，或者没有读取结果可以采用。",
            "The file is not read yet, or there is nothing of it to take over.")
        .with("state", language -> file.state().code());
  }

  private Response draft(
      ImportedFile file, ReadingOutcome.Read read, DraftForm form, HttpHeaders headers) {
    FilingContext.Key key =
        new FilingContext.Key(
            form.requiredOrgan(file), form.requiredYear(file), form.chosenScope(file));
    Admissions.Permit permit = filing.requireFiling(key, FilingState.DRAFT);
    return filing.create(
        permit,
        submission(read, key, form.chosenPublications()),
        FilingState.DRAFT,
        answers.to(headers));
  }

  private Response correct(
      ReadingOutcome.Read read,
      long report,
      DraftForm form,
      Preconditions conditions,
      HttpHeaders headers) {
    String reason = Parameters.reason("reason", form.reason()).orElse(null);
    Admissions.Permit permit = filing.requireCorrecting(report);
    conditions.requireMatchGiven();
    return filing.correct(
        permit,
        report,
        submission(read, permit.report(), form.chosenPublications()),
        null,
        conditions,
        reason,
        answers.to(headers));
  }

  private Submission submission(
      ReadingOutcome.Read read, FilingContext.Key key, PublicationChoice publications) {
    ObjectNode report = ImportViews.report(read, key.organ(), key.year(), key.scope());
    publications.into(report, read.recognised().publications());
    return reader.read(ImportViews.bytes(report));
  }

  /** A file that can be taken over, with what it says. */
  private record Turn(ImportedFile file, Submission submission) {}

  /** All whose organ, year and scope leave no choice, each as if it were alone. */
  DraftBatchView takeAll(Import of, PublicationChoice publications, ImportViews.Wording wording) {
    Map<Integer, DraftBatchView.Item> items = new TreeMap<>();
    List<AuditedPart> parts = new ArrayList<>();
    Map<String, Integer> met = new HashMap<>();
    Map<Integer, List<Turn>> waves = new TreeMap<>();
    for (ImportedFile file : files.takeable(of.id())) {
      if (file.isOfDoubtfulScope()) {
        continue;
      }
      try {
        ReadingOutcome.Read read = required(file);
        FilingContext.Key key = key(file);
        Submission submission = checks.examine(submission(read, key, publications));
        // in each wave an organ stands once, so that its second file sees what became of the first
        int wave = met.merge(key.organ(), 1, Integer::sum);
        waves.computeIfAbsent(wave, w -> new ArrayList<>()).add(new Turn(file, submission));
      } catch (ProblemException e) {
        refuse(file, e, null, wording, items, parts);
      }
    }
    for (List<Turn> wave : waves.values()) {
      List<FilingResult> results =
          filing.create(wave.stream().map(Turn::submission).toList(), FilingState.DRAFT);
      for (int i = 0; i < results.size(); i++) {
        ImportedFile file = wave.get(i).file();
        switch (results.get(i)) {
          case FilingResult.Filed filed -> {
            files.taken(file.importId(), file.number(), filed.id());
            items.put(file.number(), DraftBatchView.Item.of(file, filed));
            parts.add(
                new AuditedPart(
                    file.number(), 201, null, filed.organ(), filed.region(), filed.id()));
          }
          case FilingResult.Refused refused ->
              refuse(file, refused.problem(), refused.region(), wording, items, parts);
        }
      }
    }
    access.noteParts(parts);
    return DraftBatchView.of(List.copyOf(items.values()), of.counts());
  }

  private static FilingContext.Key key(ImportedFile file) {
    DraftForm nothing = DraftForm.NOTHING;
    return new FilingContext.Key(
        nothing.requiredOrgan(file), nothing.requiredYear(file), nothing.chosenScope(file));
  }

  private void refuse(
      ImportedFile file,
      RuntimeException why,
      @Nullable String region,
      ImportViews.Wording wording,
      Map<Integer, DraftBatchView.Item> items,
      List<AuditedPart> parts) {
    ProblemView problem = problems.of(why, wording.language(), wording.instance());
    items.put(file.number(), DraftBatchView.Item.refused(file, problem));
    parts.add(
        new AuditedPart(
            file.number(), problem.status(), problem.code(), file.organ(), region, null));
  }
}
