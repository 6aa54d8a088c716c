package org.gongkai.finding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** Puts suggestions into words. */
final class SuggestionWording {

  private static final Text SHOULD_BE = new Text("%s 应为 %s", "%s should be %s");
  private static final Text AT_LEAST = new Text("%s 不应小于 %s", "%s should be %s at least");
  private static final Map<Suggestion.Mistake, Text> MISTAKES =
      Map.of(
          Suggestion.Mistake.NUMBER, new Text("%s？", "%s?"),
          Suggestion.Mistake.DIGITS, new Text("%s？数字次序可能颠倒。", "%s? The digits may be transposed."),
          Suggestion.Mistake.SWAPPED,
              new Text("%s？两格的数字可能互换。", "%s? The two cells may be swapped."),
          Suggestion.Mistake.SHIFTED,
              new Text("%s？本行可能错了一列。", "%s? The row may be shifted by a column."),
          Suggestion.Mistake.ZERO_TOTAL,
              new Text("%s？此处总计填的是 0，而各项不是 0。", "%s? It was left at 0, but its parts are not 0."),
          Suggestion.Mistake.ZERO_TOTAL_OF_BLANKS,
              new Text(
                  "%s：此处总计填的是 0，而填有数字的各项之和大于 0，另有单元格没有数字。",
                  "%s: it was left at 0, but its parts add up to more, and some of them state no"
                      + " number."));

  /** Behind what one finding's totals should be: how many there are. */
  private static final Text ZERO_LINE =
      new Text(
          "“%s”共有 %s 格总计填的是 0，而各项不是 0，须一并改正。",
          " In \"%s\" %s totals were left at 0, but their parts are not 0; correct them together.");

  private static final Text ZERO_TOTALS =
      new Text(
          "本表共有 %s 格总计填的是 0，而各项不是 0，须一并改正。",
          " In this table %s totals were left at 0, but their parts are not 0; correct them"
              + " together.");

  private final Places places;
  private final Language language;

  SuggestionWording(Places places, Language language) {
    this.places = places;
    this.language = language;
  }

  FindingView.SuggestionView view(Suggestion suggestion) {
    String all =
        Stream.concat(named(SHOULD_BE, suggestion.cells()), named(AT_LEAST, suggestion.atLeast()))
            .collect(Collectors.joining(language == Language.ZH ? "，" : ", "));
    return new FindingView.SuggestionView(
        suggestion.mistake(),
        filled(Objects.requireNonNull(MISTAKES.get(suggestion.mistake())), all)
            + zeroTotals(suggestion),
        views(suggestion.cells()),
        suggestion.atLeast() == null ? null : views(suggestion.atLeast()));
  }

  private Stream<String> named(Text text, @Nullable List<CellState> cells) {
    return cells == null
        ? Stream.empty()
        : cells.stream()
            .map(
                c ->
                    filled(
                        text,
                        places.labelOf(c.path()).in(language),
                        Objects.requireNonNull(c.stated())));
  }

  private List<FindingView.CellView> views(List<CellState> cells) {
    return cells.stream().map(cell -> Wording.cell(cell, places, language)).toList();
  }

  /** That there are others. */
  private String zeroTotals(Suggestion suggestion) {
    Integer totals = suggestion.totals();
    if (totals == null || totals < 2) {
      return "";
    }
    return suggestion.line() == null
        ? filled(ZERO_TOTALS, totals)
        : filled(ZERO_LINE, places.labelOfLine(suggestion.line()).in(language), totals);
  }

  private String filled(Text text, Object... values) {
    return text.in(language).formatted(values);
  }
}
