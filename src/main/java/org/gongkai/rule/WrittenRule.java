package org.gongkai.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the files of the form write it and the catalogue shows it: every key that any kind of
 * rule has, null or empty where this one has none. A {@link Rule} is made of it.
 */
@Schema(
    name = "Rule",
    description = "A relation that figures, or the text, must satisfy. / 勾稽关系。",
    requiredProperties = {"id", "severity", "label", "concern", "basis", "relation"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WrittenRule(
    @Schema(description = "Its id; never translated", examples = "T3-BAL") String id,
    @Schema(description = "Counts its changes", examples = "1") int version,
    @Schema(description = "What follows when it is broken", examples = "error") Severity severity,
    @Schema(description = "Section that it is about; absent for all", examples = "applications")
        @Nullable String section,
    @Schema(description = "What it says") Text label,
    @Schema(description = "What is wrong where it does not hold; stands above its findings")
        Text concern,
    @Schema(description = "What it rests on in law and form") Text basis,
    @Schema(description = "What to look at") Text hint,
    @Schema(description = "How the figures relate", examples = "sum") Relation relation,
    @Schema(description = "Whether it holds for each row or for each column", examples = "column")
        Rule.@Nullable Each each,
    @Schema(
            description = "Rows that it holds for; all where it names none",
            examples = "[\"rules\"]")
        List<String> rows,
    @Schema(
            description =
                "Terms of the left side: rows where it holds for each column, columns where it"
                    + " holds for each row; `name.*` for every leaf below, `-` subtracted,"
                    + " `previous` of last year's report",
            examples = "[\"received\", \"carriedOver\"]")
        List<String> left,
    @Schema(
            description = "Terms of the right side; of `at-least` 0 where there is none",
            examples = "[\"outcomes.total\", \"carriedForward\"]")
        List<String> right,
    @Schema(description = "How many times last year is a jump", examples = "5")
        @Nullable BigDecimal factor,
    @Schema(description = "What one of both years must exceed for a jump", examples = "20")
        @Nullable BigDecimal threshold,
    @Schema(description = "First report year that it holds for; 0 for all", examples = "0")
        int firstYear,
    @Schema(
            description =
                "How many organs of the same kind and region it takes to compare with them",
            examples = "5")
        @Nullable Integer peers,
    @Schema(description = "Organs for which it does not hold") List<Rule.Reporters> openTo,
    @Schema(description = "Share of a text that must be the same, 0 to 1", examples = "0.9")
        @Nullable BigDecimal share,
    @Schema(
            description = "How many Chinese characters a text must have to be compared",
            examples = "200")
        @Nullable Integer shortest,
    @Schema(description = "A report that keeps it, and one that breaks it")
        @Nullable RuleExamples examples) {

  public WrittenRule {
    rows = given(rows);
    left = given(left);
    right = given(right);
    openTo = given(openTo);
  }

  /** As it is shown. */
  public static WrittenRule of(Rule rule) {
    return switch (rule) {
      case Rule.Sum sum -> sides(sum, 0);
      case Rule.AtLeast atLeast -> sides(atLeast, 0);
      case Rule.Years years -> sides(years, years.firstYear());
      case Rule.Jump jump -> numbers(jump, jump.factor(), jump.threshold(), jump.peers());
      case Rule.Peers peers -> numbers(peers, peers.factor(), peers.threshold(), peers.peers());
      case Rule.Reserved reserved ->
          written(
              reserved,
              reserved.section(),
              Rule.Each.ROW,
              reserved.rows(),
              null,
              null,
              null,
              null,
              0,
              null,
              reserved.openTo(),
              null,
              null);
      case Rule.Likeness likeness ->
          written(
              likeness,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              0,
              null,
              null,
              likeness.share(),
              likeness.shortest());
      case Rule.Filled filled ->
          written(
              filled,
              null,
              null,
              filled.parts(),
              null,
              null,
              null,
              null,
              0,
              null,
              null,
              null,
              null);
      case Rule.Plain plain ->
          written(plain, null, null, null, null, null, null, null, 0, null, null, null, null);
    };
  }

  /** A file may leave a list out. */
  private static <T> List<T> given(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static WrittenRule sides(Rule.TwoSided rule, int firstYear) {
    return written(
        rule,
        rule.section(),
        rule.each(),
        rule.rows(),
        rule.left(),
        rule.right(),
        null,
        null,
        firstYear,
        null,
        null,
        null,
        null);
  }

  private static WrittenRule numbers(
      Rule rule, BigDecimal factor, BigDecimal threshold, @Nullable Integer peers) {
    return written(
        rule, null, null, null, null, null, factor, threshold, 0, peers, null, null, null);
  }

  private static WrittenRule written(
      Rule rule,
      @Nullable String section,
      Rule.@Nullable Each each,
      @Nullable List<String> rows,
      @Nullable List<String> left,
      @Nullable List<String> right,
      @Nullable BigDecimal factor,
      @Nullable BigDecimal threshold,
      int firstYear,
      @Nullable Integer peers,
      @Nullable List<Rule.Reporters> openTo,
      @Nullable BigDecimal share,
      @Nullable Integer shortest) {
    return new WrittenRule(
        rule.id(),
        rule.version(),
        rule.severity(),
        section,
        rule.label(),
        rule.concern(),
        rule.basis(),
        rule.hint(),
        rule.relation(),
        each,
        given(rows),
        given(left),
        given(right),
        factor,
        threshold,
        firstYear,
        peers,
        given(openTo),
        share,
        shortest,
        rule.examples());
  }
}
