package org.gongkai.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Scope;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.recognition.Recognised.FoundScope;
import org.jspecify.annotations.Nullable;

/** What a file is taken over into. */
@Schema(
    name = "ImportTarget",
    description =
        "What a file is taken over into: a new draft of an organ and year, or a correction of a"
            + " report. / 导入文件采用为草稿或更正。")
record DraftForm(
    @Schema(
            description = "Code of the organ; the one that is proposed, where there is exactly one",
            examples = "113710020043609788")
        @Nullable String organ,
    @Schema(
            description = "The report year; the one that is proposed, where there is exactly one",
            examples = "2021")
        @Nullable Integer year,
    @Schema(
            description =
                "Whose figures it gives; the scope that is proposed, or `organ` where none is")
        @Nullable Scope scope,
    @Schema(
            description =
                "Instead of the others, the id of a report that the file corrects, as `PUT"
                    + " /reports/{id}` does; with `If-Match`",
            examples = "42")
        @Nullable Long report,
    @Schema(description = "Of a correction, what it is for", maxLength = 200, examples = "按公布的文本更正")
        @Nullable String reason,
    @Schema(
            description =
                "Which of the numbers of publications that the text states go into the report:"
                    + " none, those that are certain (`publications` of the file with `sure`), or"
                    + " all",
            defaultValue = "none")
        @Nullable PublicationChoice publications) {

  static final DraftForm NOTHING = new DraftForm(null, null, null, null, null, null);

  /** Refuses one that names a report in two ways. */
  void requireOne() {
    if (report != null && (organ != null || year != null || scope != null)) {
      throw ProblemException.invalid(
          Violation.at(
              "/report",
              "report 与 organ、year、scope 只能填其一。",
              "Either the report, or organ, year and scope."));
    }
    if (report == null && reason != null) {
      throw ProblemException.invalid(
          Violation.at("/reason", "只有更正才说明理由。", "Only a correction has a reason."));
    }
  }

  PublicationChoice chosenPublications() {
    return publications == null ? PublicationChoice.NONE : publications;
  }

  String requiredOrgan(ImportedFile file) {
    String chosen = organ == null ? file.organ() : organ;
    if (chosen == null) {
      throw ProblemException.invalid(
          Violation.at(
              "/organ",
              "必填：文件的机关不能唯一确定。",
              "Required: the file does not leave exactly one organ that it can be of."));
    }
    return chosen;
  }

  /** The one that was said, or is proposed. */
  Scope chosenScope(ImportedFile file) {
    if (scope != null) {
      return scope;
    }
    FoundScope proposed = file.scope();
    return proposed == null ? Scope.ORGAN : proposed.scope();
  }

  int requiredYear(ImportedFile file) {
    Integer chosen = year == null ? file.year() : year;
    if (chosen == null) {
      throw ProblemException.invalid(
          Violation.at(
              "/year",
              "必填：文件的年度不能唯一确定。",
              "Required: the file does not leave exactly one year that it can be of."));
    }
    return chosen;
  }
}
