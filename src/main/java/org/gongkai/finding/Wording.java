package org.gongkai.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.CellKind;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Layouts;
import org.gongkai.form.Scope;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/** Puts findings into words, by the labels of the form that they are about. */
final class Wording {

  private static final int LONGEST_QUOTE = 60;
  private static final int MOST_POSSIBLE = 12;

  private static final Text POINTS = new Text(" 个百分点", " percentage points");

  private final Forms forms;
  private final Language language;

  Wording(Forms forms, Language language) {
    this.forms = forms;
    this.language = language;
  }

  /**
   * History outlives the rules: of one that its file has no more, or whose edition is gone, the id
   * has to do.
   */
  FindingView view(Finding finding) {
    Optional<Form> form = forms.form(finding.edition());
    Optional<Rule> rule = form.flatMap(f -> f.rule(finding.rule()));
    Places places =
        new Places(form.orElseGet(() -> List.copyOf(forms.all()).getLast()), forms.channels());
    return new FindingView(
        finding.id(),
        finding.rule(),
        finding.version(),
        finding.severity(),
        message(finding, rule, places),
        cells(finding, places),
        finding.left(),
        finding.right(),
        finding.difference(),
        finding.unit() == null ? null : finding.unit().code(),
        rule.map(r -> r.basis().in(language)).orElse(null),
        rule.map(r -> r.hint().in(language)).orElse(null),
        finding.suggestion() == null
            ? null
            : new SuggestionWording(places, language).view(finding.suggestion()),
        finding.possible(),
        finding.more(),
        null,
        null);
  }

  private String message(Finding finding, Optional<Rule> rule, Places places) {
    String place = places.labelOf(finding, rule).in(language);
    String label = rule.map(r -> r.label().in(language)).orElse(finding.rule());
    String left = printed(finding.left(), finding.unit());
    String right = printed(finding.right(), finding.unit());
    String difference = differing(finding);
    return switch (finding.kind()) {
      case BROKEN -> filled(FindingTexts.BROKEN, place, label, left, right, difference);
      case IN_DOUBT -> {
        String missing = plain(Objects.requireNonNull(finding.difference()).abs());
        yield filled(FindingTexts.IN_DOUBT, place, label, missing, left, right);
      }
      case BELOW -> filled(FindingTexts.BELOW, place, label, left, right, difference);
      case YEARS -> filled(FindingTexts.YEARS, place, label, left, right, difference);
      case JUMP -> filled(FindingTexts.JUMP, place, left, right);
      case MALFORMED -> {
        CellKind kind = places.kindOf(finding.section(), finding.place());
        yield filled(FindingTexts.MALFORMED, place, quote(finding), wanted(kind).in(language))
            + advice(finding, places);
      }
      case BLANK ->
          filled(
              FindingTexts.BLANK,
              place,
              finding.cells().size(),
              new BlankNames(places, language).of(finding));
      case OTHER_YEAR -> filled(FindingTexts.OTHER_YEAR, place, left, quote(finding), right);
      case TEXT_DIFFERS ->
          isOfSum(finding)
              ? filled(
                  FindingTexts.TEXT_DIFFERS_FROM_SUM,
                  heading(finding, places, place),
                  left,
                  quote(finding),
                  right)
              : filled(FindingTexts.TEXT_DIFFERS, place, left, quote(finding), right);
      case TEXT_MAY_DIFFER ->
          filled(FindingTexts.TEXT_MAY_DIFFER, place, left, quote(finding), right);
      case TOLD_TWICE ->
          filled(
              FindingTexts.TOLD_TWICE,
              place,
              left,
              quote(finding.cells().getFirst()),
              right,
              quote(finding.cells().getLast()));
      case LIST_DIFFERS ->
          filled(FindingTexts.LIST_DIFFERS, place, quote(finding), left, right, difference);
      case UNLISTED -> filled(FindingTexts.UNLISTED, told(finding));
      case NAMED_YEAR -> filled(FindingTexts.NAMED_YEAR, place, left, quote(finding), right);
      case PRIVATE -> filled(FindingTexts.PRIVATE, place, quote(finding));
      case SECRET -> filled(FindingTexts.SECRET, place, quote(finding));
      case LEFT_OVER -> filled(FindingTexts.LEFT_OVER, place, quote(finding));
      case OTHER_UNIT -> filled(FindingTexts.OTHER_UNIT, place, right, left, quote(finding));
      case YEARS_OF_MERGER ->
          filled(FindingTexts.YEARS_OF_MERGER, place, label, left, right, difference);
      case BEYOND_MERGER ->
          filled(
              FindingTexts.BEYOND_MERGER,
              place,
              label,
              left,
              right,
              ofOthers(finding),
              possible(finding));
      case MERGER_LEFT_OUT ->
          filled(FindingTexts.MERGER_LEFT_OUT, place, left, ofOthers(finding), right);
      case UNLIKE_PEERS ->
          finding.right() == null
              ? filled(FindingTexts.UNLIKE_UNNAMED_PEERS, place, left)
              : filled(FindingTexts.UNLIKE_PEERS, place, left, right);
      case PUBLISHED_DIFFERS ->
          filled(
              FindingTexts.PUBLISHED_DIFFERS,
              finding.cells().size() + (finding.more() == null ? 0 : finding.more()));
      case RESERVED -> filled(FindingTexts.RESERVED, place, stated(finding));
      case COPIED -> {
        if (finding.left() == null) {
          yield filled(FindingTexts.COPIED_UNNAMED, place, quote(finding));
        }
        CellState other = finding.cells().getLast();
        Text copied = other.organ() == null ? FindingTexts.COPIED_YEAR : FindingTexts.COPIED_ORGAN;
        yield filled(copied, place, left, Objects.requireNonNull(other.year()), quote(finding));
      }
      case NAMES_ANOTHER -> filled(FindingTexts.NAMES_ANOTHER, place, quote(finding));
      case NAMES_NOBODY -> filled(FindingTexts.NAMES_NOBODY, place, quote(finding));
      case FORMER_NAME -> filled(FindingTexts.FORMER_NAME, place, quote(finding));
      case OUT_OF_ORDER ->
          filled(
              FindingTexts.OUT_OF_ORDER,
              place,
              quote(finding),
              Objects.requireNonNull(finding.cells().getLast().stated()).toString());
      case WRONG_HEADING -> filled(FindingTexts.WRONG_HEADING, place, quote(finding));
      case SIGNED_THEN ->
          filled(
              FindingTexts.SIGNED_THEN,
              place,
              quote(finding),
              plain(finding.left()),
              plain(finding.right()));
      case RATE_DIFFERS -> filled(FindingTexts.RATE_DIFFERS, place, left, quote(finding), right);
      case GROWTH_DIFFERS ->
          filled(FindingTexts.GROWTH_DIFFERS, place, left, quote(finding), right);
      case OUT_OF_FORCE -> filled(FindingTexts.OUT_OF_FORCE, place, quote(finding));
      case UNTOLD ->
          filled(
              FindingTexts.UNTOLD,
              place,
              joined(finding.cells().stream().map(c -> places.labelOf(c.path()).in(language))),
              label);
      case EMPTY -> filled(FindingTexts.EMPTY, place);
      case OTHER_PERIOD -> filled(FindingTexts.OTHER_PERIOD, place, quote(finding));
      case UNREADABLE -> {
        String signs = SignNames.in(finding.cells(), language);
        yield signs.isEmpty()
            ? filled(FindingTexts.UNREADABLE, place, quote(finding))
            : filled(FindingTexts.UNSEEN, place, quote(finding), signs);
      }
      case NOT_SOLE ->
          filled(
              FindingTexts.NOT_SOLE,
              place,
              scope(Objects.requireNonNull(finding.cells().getFirst().stated()).asText()));
      case OLD_LAYOUT -> {
        String used = Objects.requireNonNull(finding.cells().getFirst().stated()).asText();
        yield filled(
                FindingTexts.OLD_LAYOUT,
                place,
                used,
                right,
                Objects.requireNonNull(finding.edition()))
            + layouts(forms.layouts().difference(finding.section(), used, finding.edition()));
      }
    };
  }

  /** Whether the number of the table is that of several cells, which no single one has. */
  private static boolean isOfSum(Finding finding) {
    BigDecimal sum = finding.right();
    for (CellState cell : finding.cells()) {
      JsonNode stated = cell.stated();
      if (sum != null && stated != null && cell.path().equals(finding.place())) {
        return stated.isNumber() && stated.decimalValue().compareTo(sum) != 0;
      }
    }
    return false;
  }

  /** What the labels of the cells of a sum begin with, of those that stand under one heading. */
  private String heading(Finding finding, Places places, String first) {
    String heading = first;
    String top = first.split(" / ", 2)[0] + " / ";
    for (CellState cell : finding.cells()) {
      String label = places.labelOf(cell).in(language) + " / ";
      while (label.startsWith(top) && !label.startsWith(heading + " / ")) {
        heading = heading.substring(0, heading.lastIndexOf(" / "));
      }
    }
    return heading;
  }

  /** What the two editions have differently, and what that is to a sum. */
  private String layouts(Layouts.Difference difference) {
    if (difference.isNone()) {
      return "";
    }
    Text text =
        difference.changed().isEmpty() ? FindingTexts.ROWS_DIVIDED : FindingTexts.ROWS_CHANGED;
    return filled(
        text,
        joined(
            Stream.concat(difference.changed().stream(), difference.divided().stream())
                .map(label -> label.in(language))));
  }

  private String filled(Text text, Object... values) {
    return text.in(language).formatted(values);
  }

  /** A scope in the words of the hint of its rule. */
  private String scope(String code) {
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.code().equals(code))
        .findFirst()
        .map(scope -> Objects.requireNonNull(FindingTexts.SCOPES.get(scope)).in(language))
        .orElse(code);
  }

  private String advice(Finding finding, Places places) {
    return CellAdvice.on(
            Objects.requireNonNull(finding.cells().getFirst().stated()),
            places.kindOf(finding.section(), finding.place()),
            places.columnOf(finding.section(), finding.place()).orElse(null))
        .map(text -> text.in(language))
        .orElse("");
  }

  private static Text wanted(CellKind kind) {
    return switch (kind) {
      case COUNT ->
          new Text("不小于 0 的整数（最大 9007199254740991）", "a whole number from 0 to 9007199254740991");
      case SIGNED -> new Text("整数，减少的填负数", "a whole number, negative for a decrease");
      case MONEY ->
          new Text(
              "不小于 0 的数字，最多 6 位小数，不带单位",
              "a number of 0 or more with 6 decimals at the most, without a unit");
    };
  }

  private String stated(Finding finding) {
    return joined(
        finding.cells().stream().map(cell -> Objects.requireNonNull(cell.stated()).asText()));
  }

  /** The figures of other organs, each behind the organ's name, if it is known, and code. */
  private String ofOthers(Finding finding) {
    return joined(
        finding.cells().stream()
            .filter(cell -> cell.organ() != null)
            .map(cell -> organ(cell) + " " + Objects.requireNonNull(cell.stated()).asText()));
  }

  private static @Nullable String organ(CellState cell) {
    return cell.organName() == null ? cell.organ() : cell.organName() + " " + cell.organ();
  }

  private String possible(Finding finding) {
    return joined(
        Objects.requireNonNull(finding.possible()).stream()
            .limit(MOST_POSSIBLE)
            .map(Wording::plain));
  }

  private String joined(Stream<String> values) {
    return values.collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
  }

  private static String quote(Finding finding) {
    return quote(finding.cells().getFirst());
  }

  private static String quote(CellState cell) {
    JsonNode stated = cell.stated();
    String json = Objects.requireNonNull(stated).toString();
    return json.length() <= LONGEST_QUOTE
        ? json
        : json.substring(0, json.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…";
  }

  private List<FindingView.CellView> cells(Finding finding, Places places) {
    return finding.cells().stream().map(cell -> cell(cell, places, language)).toList();
  }

  static FindingView.CellView cell(CellState cell, Places places, Language language) {
    return new FindingView.CellView(
        cell.path(),
        places.labelOf(cell).in(language),
        cell.year(),
        cell.organ(),
        cell.stated(),
        cell.at());
  }

  private static long told(Finding finding) {
    long listed = finding.cells().stream().filter(cell -> cell.at() != null).count();
    return finding.more() == null ? listed : listed + finding.more();
  }

  /** A number as the text prints it. */
  private String printed(@Nullable BigDecimal number, Finding.@Nullable Unit unit) {
    String digits = plain(number);
    return switch (unit) {
      case null -> digits;
      case PERCENT -> digits + "%";
      case TIMES -> digits + (language == Language.ZH ? "倍" : " times");
    };
  }

  /** What one percentage is more than another is no percentage. */
  private String differing(Finding finding) {
    BigDecimal difference = finding.difference();
    return difference != null && finding.unit() == Finding.Unit.PERCENT
        ? plain(difference) + POINTS.in(language)
        : printed(difference, finding.unit());
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
