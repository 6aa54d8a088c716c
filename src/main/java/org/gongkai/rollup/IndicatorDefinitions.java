package org.gongkai.rollup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Column;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/** Defines the indicators in the words of the form: its rows name the articles of the law. */
@Singleton
class IndicatorDefinitions {

  static final String SHARE = "channelShare";

  private static final String TOTAL = "total";

  private static final Text REGULATIONS =
      new Text("《政府信息公开条例》%s", "Regulations on Open Government Information (政府信息公开条例), %s");

  private static final Text OVER = new Text("%s ÷ %s", "%s ÷ %s");
  private static final Text IN_BRACKETS = new Text("（%s）", "(%s)");

  private static final Text SHARE_LABEL = new Text("公开数量占比", "Share of items published");

  private static final Text SHARE_DEFINITION =
      new Text(
          "按件（条、篇）计的各渠道公开数量中，某一渠道所占的比例；同一信息在两个渠道公开的，在两个渠道各计一次。",
          "The share of one channel in the items published through all of them; an item published"
              + " on two channels is counted in both.");

  private static final Text SHARE_FORMULA =
      new Text("该渠道公开数量 ÷ 各渠道公开数量之和", "Items of the channel ÷ items of all channels");

  private static final Text SHARE_FORM =
      new Text("各渠道公开数量（publications）", "Publications by channel (publications)");

  private static final String SHARE_ARTICLE = "第二十三条";

  /** As many as there are ways to choose methods, in two languages. */
  private static final long MOST_KNOWN = 64;

  private record Asked(Set<String> methods, Language language) {}

  private final Indicators indicators;
  private final Forms forms;

  /** They never change, and are asked for with each organ. */
  private final Cache<Asked, List<IndicatorDefinition>> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

  IndicatorDefinitions(Indicators indicators, Forms forms) {
    this.indicators = indicators;
    this.forms = forms;
  }

  /**
   * Of all indicators.
   *
   * @param methods that are asked for
   */
  List<IndicatorDefinition> all(Set<String> methods, Language language) {
    return known.get(
        new Asked(Set.copyOf(methods), language),
        asked ->
            Stream.concat(
                    indicators.all(methods).stream().map(indicator -> of(indicator, language)),
                    Stream.of(share(language)))
                .toList());
  }

  private IndicatorDefinition of(Indicators.Indicator indicator, Language language) {
    List<IndicatorDefinition.MethodView> methods =
        indicators.methodsOf(indicator.id()).stream()
            .map(m -> new IndicatorDefinition.MethodView(m.id(), m.label().in(language)))
            .toList();
    return new IndicatorDefinition(
        indicator.id(),
        indicator.label().in(language),
        indicator.method(),
        methods.isEmpty() ? null : methods,
        indicator.definition().in(language),
        OVER.with(
                sum(indicator, indicator.numerator(), indicator.column()),
                sum(indicator, indicator.denominator(), TOTAL))
            .in(language),
        cells(indicator.section(), indicator.numerator(), indicator.column()),
        cells(indicator.section(), indicator.denominator(), TOTAL),
        article(indicator).map(a -> REGULATIONS.with(a).in(language)).orElse(null),
        forms.sections(indicator.section()).findFirst().orElseThrow().title().in(language));
  }

  private static IndicatorDefinition share(Language language) {
    return new IndicatorDefinition(
        SHARE,
        SHARE_LABEL.in(language),
        null,
        null,
        SHARE_DEFINITION.in(language),
        SHARE_FORMULA.in(language),
        null,
        null,
        REGULATIONS.with(SHARE_ARTICLE).in(language),
        SHARE_FORM.in(language));
  }

  private static List<String> cells(String section, List<String> rows, String column) {
    return rows.stream().map(row -> section + "." + row + "." + column).toList();
  }

  /** The rows as they are printed, with the column where that is not the total. */
  private Text sum(Indicators.Indicator indicator, List<String> rows, String column) {
    List<Text> parts = rows.stream().map(row -> cell(indicator, row, column)).toList();
    Text sum =
        new Text(
            parts.stream().map(Text::zh).collect(Collectors.joining(" + ")),
            parts.stream().map(Text::en).collect(Collectors.joining(" + ")));
    return parts.size() == 1 ? sum : IN_BRACKETS.with(sum);
  }

  private Text cell(Indicators.Indicator indicator, String id, String column) {
    Text row = rows(indicator.section(), id).findFirst().orElseThrow().label();
    if (indicator.column().equals(TOTAL)) {
      return row;
    }
    Text of =
        forms
            .sections(indicator.section())
            .flatMap(section -> section.columns().stream())
            .filter(c -> c.id().equals(column))
            .map(Column::label)
            .findFirst()
            .orElseThrow();
    return new Text(row.zh() + "·" + of.zh(), row.en() + " · " + of.en());
  }

  /** Of the rows of the numerator and what stands below them, else as the file says. */
  private Optional<String> article(Indicators.Indicator indicator) {
    if (indicator.article() != null) {
      return Optional.of(indicator.article());
    }
    Set<String> articles = new LinkedHashSet<>();
    for (String id : indicator.numerator()) {
      forms
          .sections(indicator.section())
          .flatMap(section -> section.rows().stream())
          .filter(row -> row.id().equals(id) || row.isBelow(id))
          .map(Row::article)
          .filter(article -> article != null)
          .forEach(articles::add);
    }
    return articles.isEmpty() ? Optional.empty() : Optional.of(String.join("、", articles));
  }

  private Stream<Row> rows(String section, String id) {
    return forms
        .sections(section)
        .flatMap(s -> s.rows().stream())
        .filter(row -> row.id().equals(id));
  }
}
