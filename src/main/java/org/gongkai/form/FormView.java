package org.gongkai.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.rule.WrittenRule;
import org.jspecify.annotations.Nullable;

/** An edition of the form as it is shown, with labels in both languages. */
@Schema(
    name = "FormEdition",
    description = "One edition of the official form. / 报告格式的一个版本。",
    requiredProperties = {
      "edition",
      "version",
      "document",
      "firstYear",
      "title",
      "sections",
      "narrative",
      "rules"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record FormView(
    @Schema(description = "Id of the edition: the year of its notice", examples = "2021")
        String edition,
    @Schema(description = "Counts changes of its file", examples = "1") int version,
    @Schema(description = "The official document", examples = "国办公开办函〔2021〕30号") String document,
    @Schema(description = "First report year that it is meant for", examples = "2021")
        int firstYear,
    @Schema(description = "Last one; absent while it is in force", examples = "2020")
        @Nullable Integer lastYear,
    @Schema(description = "What it is called") Text title,
    @Schema(description = "Its tables, in order") List<SectionView> sections,
    @Schema(description = "Its parts that are text") List<Part> narrative,
    @Schema(description = "The rules that figures must satisfy") List<WrittenRule> rules) {

  @Schema(
      name = "FormSection",
      description = "A table of the form. / 一张表。",
      requiredProperties = {"id", "title", "columns", "rows", "cells"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SectionView(
      @Schema(
              description = "Id of the section, by which reports name it",
              examples = "applications")
          String id,
      @Schema(description = "Its heading") Text title,
      @Schema(description = "The note printed with it") @Nullable Text note,
      @Schema(description = "Its columns, in order") List<Column> columns,
      @Schema(description = "Its rows, in order, headings included") List<Row> rows,
      @Schema(description = "Its cells") List<CellView> cells) {

    static SectionView of(Section section) {
      return new SectionView(
          section.id(),
          section.title(),
          section.note(),
          section.columns(),
          section.rows(),
          section.cells().values().stream().map(CellView::of).toList());
    }
  }

  @Schema(name = "FormCell", description = "A place for one figure. / 一个单元格。")
  record CellView(
      @Schema(description = "Its name everywhere", examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "What numbers it takes", examples = "count") CellKind kind,
      @Schema(description = "Whether rollups add it; a total is computed", examples = "true")
          boolean leaf,
      @Schema(description = "Headings, row and column as printed") Text label) {

    static CellView of(Cell cell) {
      return new CellView(cell.path(), cell.column().kind(), cell.leaf(), cell.label());
    }
  }

  static FormView of(Form form) {
    return new FormView(
        form.edition(),
        form.version(),
        form.document(),
        form.firstYear(),
        form.lastYear(),
        form.title(),
        form.sections().values().stream().map(SectionView::of).toList(),
        form.narrative(),
        form.rules().stream().map(WrittenRule::of).toList());
  }

  /** An edition in the list of editions. */
  @Schema(
      name = "FormSummary",
      description = "An edition, without its tables. / 版本概要。",
      requiredProperties = {"edition", "document", "title"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Summary(
      @Schema(description = "Id of the edition: the year of its notice", examples = "2021")
          String edition,
      @Schema(description = "Counts changes of its file", examples = "1") int version,
      @Schema(description = "The official document", examples = "国办公开办函〔2021〕30号") String document,
      @Schema(description = "First report year that it is meant for", examples = "2021")
          int firstYear,
      @Schema(description = "Last one; absent while it is in force", examples = "2020")
          @Nullable Integer lastYear,
      @Schema(description = "What it is called") Text title) {

    static Summary of(Form form) {
      return new Summary(
          form.edition(),
          form.version(),
          form.document(),
          form.firstYear(),
          form.lastYear(),
          form.title());
    }
  }
}
