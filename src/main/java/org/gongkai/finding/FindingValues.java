package org.gongkai.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.CellKind;
import org.gongkai.form.Forms;
import org.gongkai.form.Layouts;
import org.gongkai.form.Scope;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/** What a message can say of a finding, in one language. */
final class FindingValues {

  private static final int LONGEST_QUOTE = 60;
  private static final int MOST_POSSIBLE = 12;

  private static final Text QUOTED = new Text("“%s”", "\"%s\"");
  private static final Text POINTS = new Text(" 个百分点", " percentage points");

  private final Finding finding;
  private final Optional<Rule> rule;
  private final Places places;
  private final Forms forms;
  private final Language language;

  /**
   * Of a finding.
   *
   * @param rule that it is of; empty where its file has it no more
   */
  FindingValues(
      Finding finding, Optional<Rule> rule, Places places, Forms forms, Language language) {
    this.finding = finding;
    this.rule = rule;
    this.places = places;
    this.forms = forms;
    this.language = language;
  }

  Finding finding() {
    return finding;
  }

  Language language() {
    return language;
  }

  String place() {
    return places.labelOf(finding, rule).in(language);
  }

  String label() {
    return rule.map(r -> r.label().in(language)).orElse(finding.rule());
  }

  /** What is wrong where the rule does not hold. */
  String concern() {
    return rule.map(r -> r.concern().in(language)).orElse(finding.rule());
  }

  String left() {
    return printed(finding.left());
  }

  String right() {
    return printed(finding.right());
  }

  /** What one percentage is more than another is no percentage. */
  String difference() {
    BigDecimal difference = finding.difference();
    return difference != null && finding.unit() == Finding.Unit.PERCENT
        ? plain(difference) + POINTS.in(language)
        : printed(difference);
  }

  /** What blanks must make up. */
  String missing() {
    return plain(Objects.requireNonNull(finding.difference()).abs());
  }

  /** A number as the text prints it. */
  private String printed(@Nullable BigDecimal number) {
    String digits = plain(number);
    return switch (finding.unit()) {
      case null -> digits;
      case PERCENT -> digits + "%";
      case TIMES -> digits + (language == Language.ZH ? "倍" : " times");
    };
  }

  /** With a minus that is one: a hyphen breaks from its number at the end of a line. */
  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString().replace('-', '\u2212');
  }

  String quote() {
    return quote(finding.cells().getFirst());
  }

  String lastQuote() {
    return quote(finding.cells().getLast());
  }

  /** Words as they stand in the report, between the quotation marks of the language. */
  private String quote(CellState cell) {
    JsonNode stated = Objects.requireNonNull(cell.stated());
    if (!stated.isTextual()) {
      return shortened(stated.toString());
    }
    return QUOTED.in(language).formatted(shortened(visible(stated.asText())));
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST_QUOTE
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…";
  }

  /** In one line, with the codes of signs that are not seen. */
  private static String visible(String words) {
    StringBuilder line = new StringBuilder(words.length());
    words
        .chars()
        .forEach(
            sign -> {
              if (sign == '\n' || sign == '\r' || sign == '\t') {
                line.append(' ');
              } else if (Character.isISOControl(sign)) {
                line.append("\\u%04x".formatted(sign));
              } else {
                line.append((char) sign);
              }
            });
    return line.toString();
  }

  /** What kind of number belongs there. */
  String wanted() {
    Text wanted =
        switch (kind()) {
          case COUNT ->
              new Text(
                  "不小于 0 的整数（最大 9007199254740991）", "a whole number from 0 to 9007199254740991");
          case SIGNED -> new Text("整数，减少的填负数", "a whole number, negative for a decrease");
          case MONEY ->
              new Text(
                  "不小于 0 的数字，最多 6 位小数，不带单位",
                  "a number of 0 or more with 6 decimals at the most, without a unit");
        };
    return wanted.in(language);
  }

  private CellKind kind() {
    return places.kindOf(finding.section(), finding.place());
  }

  /** What to write instead, as a sentence of its own; nothing where that cannot be told. */
  String advice() {
    return CellAdvice.on(
            Objects.requireNonNull(finding.cells().getFirst().stated()),
            kind(),
            places.columnOf(finding.section(), finding.place()).orElse(null))
        .map(text -> text.in(language))
        .orElse("");
  }

  int cells() {
    return finding.cells().size();
  }

  /** Cells, with those that are not listed. */
  int allCells() {
    return cells() + (finding.more() == null ? 0 : finding.more());
  }

  /** Places of the text that are quoted, with those that are not listed. */
  long told() {
    long listed = finding.cells().stream().filter(cell -> cell.at() != null).count();
    return finding.more() == null ? listed : listed + finding.more();
  }

  /** The names of cells that state nothing. */
  String blanks() {
    return new BlankNames(places, language).of(finding);
  }

  /** Whether the number of the table is that of several cells that are added. */
  boolean isOfSum() {
    return places.isOfSum(finding);
  }

  /** The edition that a section was filled in by. */
  String editionUsed() {
    return finding.cells().getFirst().text();
  }

  String edition() {
    return Objects.requireNonNull(finding.edition());
  }

  /** What the two editions have differently, and what that is to a sum. */
  String layouts() {
    Layouts.Difference difference =
        forms.layouts().difference(finding.section(), editionUsed(), edition());
    if (difference.isNone()) {
      return "";
    }
    Text text =
        difference.changed().isEmpty() ? FindingTexts.ROWS_DIVIDED : FindingTexts.ROWS_CHANGED;
    return text.in(language)
        .formatted(
            joined(
                Stream.concat(difference.changed().stream(), difference.divided().stream())
                    .map(label -> label.in(language))));
  }

  /** The scope of a report in the words of the hint of its rule. */
  String scope() {
    String code = finding.cells().getFirst().text();
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.code().equals(code))
        .findFirst()
        .map(scope -> Objects.requireNonNull(FindingTexts.SCOPES.get(scope)).in(language))
        .orElse(code);
  }

  /** What the cells state. */
  String stated() {
    return joined(finding.cells().stream().map(cell -> cell.text()));
  }

  /** The year of the report that the last cell is of. */
  int year() {
    return Objects.requireNonNull(finding.cells().getLast().year());
  }

  /** The names of parts of the text. */
  String parts() {
    return joined(finding.cells().stream().map(c -> places.labelOf(c.path()).in(language)));
  }

  /** Whether each sign of the quotes can be shown. */
  boolean canBeShown() {
    return SignNames.in(finding.cells(), Language.ZH).isEmpty();
  }

  /** Signs that cannot be shown, by their names. */
  String signs() {
    return SignNames.in(finding.cells(), language);
  }

  /** The figures of other organs, each behind the organ's name, if it is known, and code. */
  String ofOthers() {
    return joined(
        finding.cells().stream()
            .filter(cell -> cell.organ() != null)
            .map(cell -> organ(cell) + " " + cell.text()));
  }

  private static @Nullable String organ(CellState cell) {
    return cell.organName() == null ? cell.organ() : cell.organName() + " " + cell.organ();
  }

  /** Numbers of which one would be right. */
  String possible() {
    return joined(
        Objects.requireNonNull(finding.possible()).stream()
            .limit(MOST_POSSIBLE)
            .map(FindingValues::plain));
  }

  private String joined(Stream<String> values) {
    return values.collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
  }
}
