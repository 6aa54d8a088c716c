package org.gongkai.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.difference.ContentDiff;
import org.gongkai.difference.Differences;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.matrix.FileKind;
import org.gongkai.recognition.Certainty;
import org.gongkai.recognition.Recognised;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was published against a revision. A cell differs where the file states another one;
 * what was not found in the file is not known to be otherwise, and is listed apart.
 */
@Singleton
class PublishedComparison {

  static final String RULE = "PUB-DIFF";

  private final ContentDiff diff;
  private final StoredDocumentReader documents;
  private final Forms forms;

  PublishedComparison(ContentDiff diff, StoredDocumentReader documents, Forms forms) {
    this.diff = diff;
    this.documents = documents;
    this.forms = forms;
  }

  /**
   * What a comparison has found.
   *
   * @param differences cells that were found and state something else, parts of the text that say
   *     something else, and no others
   * @param sure the cells among them that were found for sure
   * @param missing paths of cells that the revision states and that were not found
   */
  record Compared(
      Content stored,
      Differences differences,
      List<Differences.Cell> sure,
      List<String> missing,
      int found) {

    Verification.Counts counts() {
      return new Verification.Counts(
          found, sure.size(), missing.size(), differences.narrative().size());
    }

    /** For the list of findings; null where nothing surely differs. */
    @Nullable Finding finding() {
      if (sure.isEmpty()) {
        return null;
      }
      List<CellState> cells = new ArrayList<>();
      for (Differences.Cell cell : sure) {
        cells.add(CellState.of(cell.path(), stated(cell.from())));
      }
      String first = sure.getFirst().path();
      String section = CellPath.section(first);
      return new Finding(
          RULE,
          1,
          stored.edition(section),
          Severity.WARNING,
          FindingKind.PUBLISHED_DIFFERS,
          section,
          "published",
          cells,
          null,
          null);
    }

    private static Figure stated(@Nullable Figure figure) {
      return figure == null ? new Figure.Blank() : figure;
    }
  }

  /**
   * @param document of the revision, as it is stored
   * @param found what was recognised in the file
   */
  Compared compare(String document, Recognised found) {
    Content stored = documents.read(document);
    ObjectNode published =
        ImportViews.report(
            new ReadingOutcome.Read(FileKind.TEXT, found, List.of(), null, List.of()),
            stored.organ(),
            stored.year(),
            stored.scope());
    Content shown = documents.read(published.toString());
    Map<String, Certainty> cells = new LinkedHashMap<>();
    found.cells().forEach(cell -> cells.put(cell.path(), cell.certainty()));
    Differences all = diff.of(stored, shown);
    Differences differences =
        new Differences(
            all.editions(),
            List.of(),
            List.of(),
            all.cells().stream().filter(cell -> cells.containsKey(cell.path())).toList(),
            List.of(),
            all.narrative().stream()
                .filter(part -> isStated(part.part(), stored))
                .map(PublishedComparison::words)
                .filter(Objects::nonNull)
                .toList());
    List<Differences.Cell> sure =
        differences.cells().stream()
            .filter(cell -> cells.get(cell.path()) == Certainty.SURE)
            .filter(cell -> !Objects.equals(cell.from(), cell.to()))
            .toList();
    List<String> missing = new ArrayList<>();
    stored
        .figures()
        .forEach(
            (path, figure) -> {
              if (!(figure instanceof Figure.Blank) && !cells.containsKey(path)) {
                missing.add(path);
              }
            });
    return new Compared(stored, differences, sure, missing, cells.size());
  }

  /**
   * What every paper has in one line, as its title and headings, is the form's own where the report
   * states none.
   */
  private boolean isStated(String part, Content stored) {
    return stored.narrative().containsKey(part)
        || forms.inForce(stored.year()).narrative().stream()
            .noneMatch(its -> its.id().equals(part) && !its.role().isText());
  }

  /** A page breaks lines where it likes: what differs in blanks only is the same. */
  private static Differences.@Nullable Narrative words(Differences.Narrative part) {
    List<Differences.TextChange> changes =
        part.changes().stream()
            .filter(change -> !bare(change.from()).equals(bare(change.to())))
            .toList();
    return changes.isEmpty() ? null : new Differences.Narrative(part.part(), part.label(), changes);
  }

  private static String bare(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\s\\u00a0\\u3000]+", "");
  }
}
