package org.gongkai.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.matrix.Place;
import org.gongkai.problem.Language;
import org.gongkai.problem.LineProblems;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemView;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Recognised.FoundScope;
import org.gongkai.report.FindingViews;
import org.gongkai.report.ReportChecks;
import org.gongkai.report.Submission;
import org.jspecify.annotations.Nullable;

/** Shapes files of imports for callers, in their language, with what the rules say of them now. */
@Singleton
class ImportViews {

  private final Submission.Reader reader;
  private final ReportChecks checks;
  private final FindingViews findings;
  private final LineProblems problems;
  private final Map<String, Text> labels = new HashMap<>();

  ImportViews(
      Submission.Reader reader,
      ReportChecks checks,
      FindingViews findings,
      LineProblems problems,
      Forms forms) {
    this.reader = reader;
    this.checks = checks;
    this.findings = findings;
    this.problems = problems;
    for (Form form : forms.all()) {
      form.sections().values().stream()
          .flatMap(section -> section.cells().values().stream())
          .forEach((Cell cell) -> labels.put(cell.path(), cell.label()));
    }
  }

  /** How a caller wants things said. */
  record Wording(Language language, String instance) {}

  /** Without what was recognised. */
  ImportedFileView brief(ImportedFile file, Wording wording) {
    return view(file, null, wording);
  }

  /** With what was recognised, and findings. */
  ImportedFileView whole(ImportedFile file, Wording wording) {
    return view(file, file.result() instanceof ReadingOutcome.Read read ? read : null, wording);
  }

  private ImportedFileView view(
      ImportedFile file, ReadingOutcome.@Nullable Read whole, Wording wording) {
    Language language = wording.language();
    ReadingOutcome result = file.result();
    ProblemView problem =
        result instanceof ReadingOutcome.Refused refused
            ? problems.of(refused.problem(), language, wording.instance())
            : null;
    ReadingOutcome.Read read = result instanceof ReadingOutcome.Read some ? some : null;
    ObjectNode report = whole == null ? null : report(file, whole);
    Judged judged = report == null ? Judged.NOT : judged(report, wording);
    ImportedFile.Found found = file.found();
    return new ImportedFileView(
        file.number(),
        file.name(),
        file.state(),
        file.bytes(),
        file.digest().isEmpty() ? null : file.digest(),
        read == null ? null : read.kind(),
        problem,
        new ImportedFileView.FoundView(found.cells(), found.likely(), found.leftOver()),
        read == null ? null : proposals(file, read),
        file.report(),
        report == null ? null : members(report),
        judged.editions(),
        whole == null ? null : cells(whole, language),
        whole == null ? null : texts(whole),
        whole == null ? null : publications(whole),
        whole == null ? null : leftOver(whole, language),
        whole == null ? null : notices(whole, language),
        judged.findings(),
        judged.hindrance());
  }

  /** As it would be filed, as far as there is no choice. */
  static ObjectNode report(ImportedFile file, ReadingOutcome.Read read) {
    FoundScope scope = read.scope();
    return report(read, file.organ(), file.year(), scope == null ? null : scope.scope());
  }

  /**
   * As it is filed.
   *
   * @param scope null: of the organ
   */
  static ObjectNode report(
      ReadingOutcome.Read read,
      @Nullable String organ,
      @Nullable Integer year,
      @Nullable Scope scope) {
    ObjectNode found = read.recognised().report();
    ObjectNode report = found.objectNode();
    if (organ != null) {
      report.put("organ", organ);
    }
    if (year != null) {
      report.put("year", year);
    }
    if (scope != null) {
      report.put("scope", scope.code());
    }
    found
        .properties()
        .forEach(
            member -> {
              if (!List.of("organ", "year", "scope").contains(member.getKey())) {
                report.set(member.getKey(), member.getValue());
              }
            });
    return report;
  }

  private static Map<String, Object> members(ObjectNode report) {
    Map<String, Object> members = new LinkedHashMap<>();
    report.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  /** What the rules say, or why nothing can be kept; neither, where organ or year are not known. */
  private record Judged(
      @Nullable Map<String, String> editions,
      @Nullable List<FindingView> findings,
      @Nullable ProblemView hindrance) {

    static final Judged NOT = new Judged(null, null, null);
  }

  private Judged judged(ObjectNode report, Wording wording) {
    if (!report.has("organ") || !report.has("year")) {
      return Judged.NOT;
    }
    try {
      Submission submission = reader.read(bytes(report));
      ReportChecks.Trial trial = checks.tryOut(submission);
      return new Judged(
          submission.content().editions(),
          findings.of(trial.assessment(), wording.language()),
          null);
    } catch (ProblemException e) {
      return new Judged(null, null, problems.of(e, wording.language(), wording.instance()));
    }
  }

  static byte[] bytes(ObjectNode report) {
    return report.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ImportedFileView.ProposalsView proposals(
      ImportedFile file, ReadingOutcome.Read read) {
    return new ImportedFileView.ProposalsView(
        read.organs().stream()
            .map(o -> new ImportedFileView.OrganView(o.code(), o.name(), o.region()))
            .toList(),
        file.years(),
        scope(read.scope()),
        read.recognised().organNames());
  }

  private static ImportedFileView.@Nullable ScopeView scope(@Nullable FoundScope found) {
    return found == null
        ? null
        : new ImportedFileView.ScopeView(found.scope(), found.certainty(), found.words());
  }

  private List<ImportedFileView.CellView> cells(ReadingOutcome.Read read, Language language) {
    return read.recognised().cells().stream()
        .map(
            cell ->
                new ImportedFileView.CellView(
                    cell.path(),
                    label(cell.path(), language),
                    cell.value(),
                    place(cell.place()),
                    cell.certainty()))
        .toList();
  }

  /** A cell as the form prints it. */
  String label(String path, Language language) {
    Text label = labels.get(path);
    return label == null ? path : label.in(language);
  }

  private static List<ImportedFileView.TextView> texts(ReadingOutcome.Read read) {
    return read.recognised().texts().stream()
        .map(
            text ->
                new ImportedFileView.TextView(
                    text.path(), text.heading(), place(text.place()), text.certainty()))
        .toList();
  }

  private static List<ImportedFileView.PublicationView> publications(ReadingOutcome.Read read) {
    return read.recognised().publications().stream()
        .map(
            found ->
                new ImportedFileView.PublicationView(
                    found.channel(),
                    found.unit(),
                    found.count(),
                    found.approximate(),
                    found.path(),
                    found.words(),
                    found.certainty()))
        .toList();
  }

  private static List<ImportedFileView.LeftOverView> leftOver(
      ReadingOutcome.Read read, Language language) {
    return read.recognised().leftOver().stream()
        .map(
            piece ->
                new ImportedFileView.LeftOverView(
                    piece.text(), place(piece.place()), piece.reason().in(language)))
        .toList();
  }

  private static List<String> notices(ReadingOutcome.Read read, Language language) {
    List<Text> notices = new ArrayList<>(read.notices());
    notices.addAll(read.recognised().notices());
    return notices.stream().map(notice -> notice.in(language)).distinct().toList();
  }

  private static ImportedFileView.PlaceView place(Place place) {
    return new ImportedFileView.PlaceView(
        place.page(), place.paragraph(), place.table(), place.row(), place.column());
  }
}
