package org.gongkai.recognition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.registry.OrganCode;
import org.jspecify.annotations.Nullable;

/** Whose report a document may be and of which year, by what it says itself. */
final class ReporterProposals {

  private static final Pattern CODE =
      Pattern.compile("(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])");

  /** A code beside a name, with what it is called. */
  private static final Pattern CODE_BESIDE =
      Pattern.compile("[(\\[【（]?(?:统一社会信用代码|机构代码|组织机构代码|代码)?[:：]?" + CODE.pattern() + "[)\\]】）]?");

  private static final Pattern MADE_BY =
      Pattern.compile(
          "(?:本(?:年度)?报告)(?:系|是)?由(?<name>[^，。；：、]{3,30}?)(?:根据|按照|依据|依照|编制|编写|撰写|制作|起草|负责)");
  private static final Pattern PERIOD =
      Pattern.compile("(?<year>20[0-9]{2})年0?1月0?1日起?[，,]?[至到—–-]+(?:20[0-9]{2}年)?12月31日");
  private static final Pattern SIGNED = Pattern.compile("^\\D*(20[0-9]{2})");
  private static final int LONGEST_CARD = 120;

  private final PrintedWords words;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> indexed = new LinkedHashSet<>();
  private final Set<String> codes = new LinkedHashSet<>();
  private final Map<Integer, Integer> years = new LinkedHashMap<>();

  private ReporterProposals(PrintedWords words) {
    this.words = words;
  }

  /** Names, codes and years, best first. */
  record Proposed(List<String> names, List<String> codes, List<Integer> years) {}

  static Proposed of(
      PrintedDocument document,
      List<Strand> strands,
      NarrativeSplitter.Split split,
      PrintedWords words) {
    ReporterProposals its = new ReporterProposals(words);
    its.title(split.title());
    ReportSignature signature = split.signature();
    if (signature != null && !signature.name().isEmpty()) {
      its.name(signature.name());
    }
    for (ReportTitle title : ReportTitle.all(strands, words)) {
      its.title(title);
    }
    for (String text : split.parts().values()) {
      its.sentences(text);
    }
    for (Block block : document.blocks()) {
      switch (block) {
        case Paragraph paragraph -> its.line(paragraph.text(), null);
        case Matrix matrix -> its.cells(matrix);
      }
    }
    if (signature != null && its.years.isEmpty()) {
      Matcher signed = SIGNED.matcher(LabelText.joined(signature.date()));
      if (signed.find()) {
        its.vote(Integer.parseInt(signed.group(1)) - 1, 1);
      }
    }
    return its.proposed();
  }

  private Proposed proposed() {
    List<String> ordered = new ArrayList<>();
    codes.stream().filter(OrganCode::isCheckedCreditCode).forEach(ordered::add);
    codes.stream().filter(c -> !OrganCode.isCheckedCreditCode(c)).forEach(ordered::add);
    indexed.stream().filter(i -> !ordered.contains(i)).forEach(ordered::add);
    List<Integer> byVotes =
        years.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    return new Proposed(List.copyOf(names), ordered, byVotes);
  }

  private void title(@Nullable ReportTitle title) {
    if (title != null) {
      name(title.name());
      if (title.year() != null) {
        vote(title.year(), 10);
      }
    }
  }

  private void name(String name) {
    String joined = CODE_BESIDE.matcher(LabelText.joined(name)).replaceAll("");
    if (joined.length() > 2) {
      names.add(joined);
    }
  }

  private void vote(int year, int votes) {
    years.merge(year, votes, Integer::sum);
  }

  private void sentences(String text) {
    String joined = LabelText.joined(text);
    Matcher made = MADE_BY.matcher(joined);
    while (made.find()) {
      name(made.group("name"));
    }
    Matcher period = PERIOD.matcher(joined);
    while (period.find()) {
      vote(Integer.parseInt(period.group("year")), 5);
    }
  }

  private void cells(Matrix matrix) {
    for (Matrix.Cell cell : matrix.cells()) {
      Matrix.Cell next = matrix.at(cell.row(), cell.column() + cell.columnSpan());
      line(cell.text(), next == null ? null : next.text());
    }
  }

  /**
   * A line of the page, as of its index card: a name and what it says, or this in the cell beside.
   */
  private void line(String text, @Nullable String beside) {
    if (text.length() > LONGEST_CARD) {
      return;
    }
    Matcher code = CODE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    while (code.find()) {
      codes.add(code.group());
    }
    String joined = LabelText.joined(text);
    String index = said(words.cardIndex(), joined, beside);
    if (index != null && index.matches("[0-9A-Za-z/_-]{6,60}")) {
      indexed.add(index);
      Matcher inIndex = Pattern.compile("^[0-9A-HJ-NPQRTUWXY]{18}").matcher(index);
      if (inIndex.find()) {
        codes.add(inIndex.group());
      }
    }
    String organ = said(words.cardOrgan(), CODE_BESIDE.matcher(joined).replaceAll(""), beside);
    if (organ != null && ReportTitle.isName(organ, words)) {
      name(organ);
    }
  }

  private static @Nullable String said(Pattern name, String joined, @Nullable String beside) {
    Matcher matcher = Pattern.compile("(?:" + name.pattern() + ")[】\\]]?[:：]?").matcher(joined);
    if (!matcher.lookingAt()) {
      return null;
    }
    String rest = joined.substring(matcher.end());
    return !rest.isEmpty() ? rest : beside == null ? null : LabelText.joined(beside);
  }
}
