package org.gongkai.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.difference.SideBySideView;

/** Two reports beside each other on paper. */
final class SideBySidePaper {

  private final Phrases phrases;

  SideBySidePaper(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * Lays it out.
   *
   * @param view in Chinese
   * @param first what the first report is called
   * @param second what the second one is called
   */
  Paper of(SideBySideView view, String first, String second) {
    return new Making(view, first, second).paper();
  }

  private final class Making {

    private final SideBySideView view;
    private final SideBySideGrids grids;
    private final Map<String, String> values;
    private final List<Paper.Piece> pieces = new ArrayList<>();

    private Making(SideBySideView view, String first, String second) {
      this.view = view;
      boolean sameOrgan = view.first().organ().equals(view.second().organ());
      boolean sameYear = view.first().year() == view.second().year();
      boolean sameReport = view.first().report() == view.second().report();
      this.grids =
          new SideBySideGrids(
              head(view.first(), sameOrgan, sameYear, sameReport),
              head(view.second(), sameOrgan, sameYear, sameReport));
      this.values = Map.of("first", first, "second", second, "share", share(view.repetition()));
    }

    private static String head(
        SideBySideView.ReportSide side, boolean sameOrgan, boolean sameYear, boolean sameReport) {
      if (sameReport) {
        return "第" + side.revision() + "稿";
      }
      if (sameOrgan && sameYear) {
        return switch (side.scope()) {
          case ORGAN -> "本机关";
          case LEVEL -> "本级政府";
          case AREA -> "全行政区域";
        };
      }
      String year = side.year() + "年";
      return sameOrgan ? year : sameYear ? side.name() : side.name() + year;
    }

    private Paper paper() {
      Phrases.LetterPhrases words = Objects.requireNonNull(phrases.letters().get("comparison"));
      String title = Phrases.filled(words.title(), values);
      say(Paper.Part.TITLE, title);
      say(Paper.Part.BODY, Phrases.joined(words.opening(), values));
      for (SideBySideView.SectionView section : view.sections()) {
        say(Paper.Part.HEADING, section.label());
        if (section.firstEdition() != null
            && section.secondEdition() != null
            && !section.firstEdition().equals(section.secondEdition())) {
          say(
              Paper.Part.NOTE,
              grids.first()
                  + "："
                  + section.firstEdition()
                  + "年版式；"
                  + grids.second()
                  + "："
                  + section.secondEdition()
                  + "年版式。");
        }
        pieces.add(isMatrix(section) ? grids.matrix(section) : grids.list(section));
      }
      if (!view.publications().isEmpty()) {
        say(Paper.Part.HEADING, "信息发布渠道");
        pieces.add(grids.channels(view.publications()));
      }
      if (!view.texts().isEmpty()) {
        say(Paper.Part.HEADING, "文字");
        say(Paper.Part.BODY, Phrases.joined(words.closing(), values));
      }
      for (SideBySideView.TextView text : view.texts()) {
        say(Paper.Part.SUBHEADING, text.label() + "（" + rate(text.repetition()) + "）");
        pieces.add(grids.sentences(text));
      }
      return new Paper(title, pieces, null);
    }

    private void say(Paper.Part part, String text) {
      pieces.addAll(OfficialForm.words(part, text));
    }

    /** Whether all rows have the same columns, so that these can stand beside each other. */
    private static boolean isMatrix(SideBySideView.SectionView section) {
      Map<String, List<String>> columns = new LinkedHashMap<>();
      section
          .cells()
          .forEach(c -> columns.computeIfAbsent(c.row(), r -> new ArrayList<>()).add(c.column()));
      return columns.values().stream().distinct().count() == 1;
    }
  }

  private static String rate(SideBySideView.RepetitionView repetition) {
    return (repetition.share() == null ? "" : "重复率") + share(repetition);
  }

  private static String share(SideBySideView.RepetitionView repetition) {
    return repetition.share() == null
        ? "没有可比的文字"
        : repetition.share().movePointRight(2).toPlainString() + "%";
  }
}
