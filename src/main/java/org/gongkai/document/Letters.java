package org.gongkai.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.finding.FindingView;
import org.gongkai.rule.Severity;

/** What is written around a report: notices of corrections, sheets to explain findings, letters. */
final class Letters {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINESE);

  private final Phrases phrases;

  Letters(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * That a published report was corrected, and in what.
   *
   * @param report what the report is called
   * @param changes a sentence each
   * @param reason as its author says, or empty
   */
  Paper correction(
      String report, String organ, List<String> changes, String reason, Instant madeAt) {
    Map<String, String> values =
        reason.isBlank()
            ? Map.of("report", report, "count", Integer.toString(changes.size()))
            : Map.of("report", report, "count", Integer.toString(changes.size()), "reason", reason);
    Letter letter = begin("correction", values);
    for (int i = 0; i < changes.size(); i++) {
      letter.say(Paper.Part.BODY, (i + 1) + "．" + changes.get(i));
    }
    return letter.end(values, organ, LocalDate.ofInstant(madeAt, ZONE));
  }

  /** A table of what is to be explained or corrected, with room for the answer. */
  Paper explanation(String report, String organ, List<FindingView> findings, LocalDate today) {
    List<FindingView> wanted =
        findings.stream().filter(f -> f.severity() != Severity.INFO).toList();
    Map<String, String> values =
        Map.of("report", report, "organ", organ, "count", Integer.toString(wanted.size()));
    Letter letter = begin("explanation", values);
    PaperGrid.Builder grid = heads(List.of("序号", "规则", "问题", "依据", "说明或更正情况"));
    int row = 1;
    for (FindingView finding : wanted) {
      text(grid, row, 0, Integer.toString(row));
      text(grid, row, 1, finding.rule());
      String hint = finding.hint() == null ? "" : "\n" + finding.hint();
      text(grid, row, 2, finding.message() + hint);
      text(grid, row, 3, finding.basis() == null ? "" : finding.basis());
      text(grid, row, 4, "");
      row++;
    }
    if (!wanted.isEmpty()) {
      letter.pieces.add(grid.build(letter.title, List.of(60, 110, 380, 220, 230), 1));
    }
    return letter.end(values, "", today);
  }

  /**
   * A letter to organs that still have to file.
   *
   * @param organs each with what it must do until when
   */
  Paper reminder(String region, int year, Map<String, String> organs, LocalDate today) {
    Map<String, String> values =
        Map.of(
            "region",
            region,
            "year",
            Integer.toString(year),
            "count",
            Integer.toString(organs.size()));
    Letter letter = begin("reminder", values);
    PaperGrid.Builder grid = heads(List.of("序号", "机关", "事项"));
    int row = 1;
    for (Map.Entry<String, String> organ : organs.entrySet()) {
      text(grid, row, 0, Integer.toString(row));
      text(grid, row, 1, organ.getKey());
      text(grid, row, 2, organ.getValue());
      row++;
    }
    if (!organs.isEmpty()) {
      letter.pieces.add(grid.build(letter.title, List.of(80, 380, 540), 1));
    }
    return letter.end(values, "", today);
  }

  private static PaperGrid.Builder heads(List<String> heads) {
    PaperGrid.Builder grid = new PaperGrid.Builder();
    for (int c = 0; c < heads.size(); c++) {
      grid.cell(0, c, 1, 1, PaperGrid.Kind.COLUMN_HEAD, heads.get(c));
    }
    return grid;
  }

  private static void text(PaperGrid.Builder grid, int row, int column, String text) {
    grid.cell(row, column, 1, 1, PaperGrid.Kind.TEXT, text);
  }

  private Letter begin(String kind, Map<String, String> values) {
    Phrases.LetterPhrases words = phrases.letters().get(kind);
    if (words == null) {
      throw new IllegalStateException("no letter " + kind);
    }
    String title = Phrases.filled(words.title(), values);
    Letter letter = new Letter(words, title, new ArrayList<>());
    letter.say(Paper.Part.TITLE, title);
    letter.say(Paper.Part.ADDRESSEE, Phrases.joined(words.addressee(), values));
    letter.say(Paper.Part.BODY, Phrases.joined(words.opening(), values));
    return letter;
  }

  private record Letter(Phrases.LetterPhrases words, String title, List<Paper.Piece> pieces) {

    void say(Paper.Part part, String text) {
      pieces.addAll(OfficialForm.words(part, text));
    }

    Paper end(Map<String, String> values, String signer, LocalDate day) {
      say(Paper.Part.BODY, Phrases.joined(words.closing(), values));
      say(Paper.Part.SIGNATURE, signer);
      say(Paper.Part.SIGNATURE, DAY.format(day));
      return new Paper(title, pieces, null);
    }
  }
}
