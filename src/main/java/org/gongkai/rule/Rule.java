package org.gongkai.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionLevel;
import org.jspecify.annotations.Nullable;

/**
 * A relation that figures, or the text, must satisfy, as the form's file states it. Each kind of
 * rule has the fields that it decides by; {@link Relation} tells apart those that decide by the
 * same ones.
 */
public sealed interface Rule {

  /** What every rule says. */
  Head head();

  /** How the figures, or the text, relate. */
  Relation relation();

  /** The same rule with other words. */
  Rule with(Head head);

  default String id() {
    return head().id();
  }

  /** Counts changes of the rule; findings name it. */
  default int version() {
    return head().version();
  }

  default Severity severity() {
    return head().severity();
  }

  default Text label() {
    return head().label();
  }

  /** What is wrong where it does not hold; stands above its findings. */
  default Text concern() {
    return head().concern();
  }

  /** What the rule rests on in law and form. */
  default Text basis() {
    return head().basis();
  }

  /** What the clerk should look at. */
  default Text hint() {
    return head().hint();
  }

  default @Nullable RuleExamples examples() {
    return head().examples();
  }

  /**
   * Whether both decide the same of every report. Words and examples decide nothing; whatever else
   * a rule comes to say does.
   */
  default boolean meansTheSameAs(Rule other) {
    return with(head().decisive()).equals(other.with(other.head().decisive()));
  }

  /**
   * What every rule says, of whatever kind.
   *
   * @param label what holds where it is kept
   * @param concern what is wrong, or in doubt, where it is not: a finding under what should hold
   *     reads as if it did
   * @param examples a report that keeps it and one that breaks it
   */
  record Head(
      String id,
      int version,
      Severity severity,
      Text label,
      Text concern,
      Text basis,
      Text hint,
      @Nullable RuleExamples examples) {

    private static final Text NO_WORDS = new Text("", "");

    /** Without what decides nothing. */
    private Head decisive() {
      return new Head(id, 0, severity, NO_WORDS, NO_WORDS, NO_WORDS, NO_WORDS, null);
    }
  }

  /**
   * Two sides are compared, each of them terms that are added up. A term is a row where the rule
   * holds for each column, a column where it holds for each row.
   */
  sealed interface TwoSided extends Rule {

    String section();

    Each each();

    /** The rows that it holds for; all of them when empty. */
    List<String> rows();

    List<String> left();

    List<String> right();

    default boolean holdsIn(int year) {
      return switch (this) {
        case Sum sum -> true;
        case AtLeast atLeast -> true;
        case Years years -> years.firstYear() <= year;
      };
    }
  }

  /** Both sides are equal, within one report. */
  record Sum(
      Head head,
      String section,
      Each each,
      List<String> rows,
      List<String> left,
      List<String> right)
      implements TwoSided {

    @Override
    public Relation relation() {
      return Relation.SUM;
    }

    @Override
    public Sum with(Head other) {
      return new Sum(other, section, each, rows, left, right);
    }
  }

  /**
   * The left side is not less than the right one, within one report. Neither side tells what the
   * other must be, so nothing is suggested by it.
   *
   * @param right 0 where it is empty
   */
  record AtLeast(
      Head head,
      String section,
      Each each,
      List<String> rows,
      List<String> left,
      List<String> right)
      implements TwoSided {

    @Override
    public Relation relation() {
      return Relation.AT_LEAST;
    }

    @Override
    public AtLeast with(Head other) {
      return new AtLeast(other, section, each, rows, left, right);
    }
  }

  /**
   * Both sides are equal, with terms of last year's report ({@code previous}).
   *
   * @param firstYear the first report year that it holds for; 0 for all
   */
  record Years(
      Head head,
      String section,
      Each each,
      List<String> rows,
      List<String> left,
      List<String> right,
      int firstYear)
      implements TwoSided {

    @Override
    public Relation relation() {
      return Relation.YEARS;
    }

    @Override
    public Years with(Head other) {
      return new Years(other, section, each, rows, left, right, firstYear);
    }
  }

  /**
   * This year is many times last year, or the other way round.
   *
   * @param factor how many times is a jump
   * @param threshold what one of both years must exceed
   * @param peers how many organs of the same kind and region it takes to compare with them; null
   *     where they are not asked
   */
  record Jump(Head head, BigDecimal factor, BigDecimal threshold, @Nullable Integer peers)
      implements Rule {

    public Jump {
      factor = plain(factor);
      threshold = plain(threshold);
    }

    @Override
    public Relation relation() {
      return Relation.JUMP;
    }

    @Override
    public Jump with(Head other) {
      return new Jump(other, factor, threshold, peers);
    }
  }

  /**
   * A number is far from what is usual among organs of the same kind and region.
   *
   * @param factor how many times the largest of theirs
   * @param threshold what the number must exceed
   * @param peers how many of them it takes
   */
  record Peers(Head head, BigDecimal factor, BigDecimal threshold, int peers) implements Rule {

    public Peers {
      factor = plain(factor);
      threshold = plain(threshold);
    }

    @Override
    public Relation relation() {
      return Relation.PEERS;
    }

    @Override
    public Peers with(Head other) {
      return new Peers(other, factor, threshold, peers);
    }
  }

  /**
   * Only some organs state more than 0 in these rows.
   *
   * @param openTo organs for which it does not hold
   */
  record Reserved(Head head, String section, List<String> rows, List<Reporters> openTo)
      implements Rule {

    @Override
    public Relation relation() {
      return Relation.RESERVED;
    }

    @Override
    public Reserved with(Head other) {
      return new Reserved(other, section, rows, openTo);
    }
  }

  /**
   * A part of the text is not that of another report.
   *
   * @param relation {@link Relation#COPIED} or {@link Relation#ALIKE}
   * @param share of a text that must be the same, from 0 to 1
   * @param shortest how many Chinese characters a text must have to be compared
   */
  record Likeness(Head head, Relation relation, BigDecimal share, int shortest) implements Rule {

    public Likeness {
      share = plain(share);
    }

    @Override
    public Likeness with(Head other) {
      return new Likeness(other, relation, share, shortest);
    }
  }

  /** Parts of the text say something. */
  record Filled(Head head, List<String> parts) implements Rule {

    @Override
    public Relation relation() {
      return Relation.FILLED;
    }

    @Override
    public Filled with(Head other) {
      return new Filled(other, parts);
    }
  }

  /** Decides by nothing but its relation, for every cell, every part of the text or the whole. */
  record Plain(Head head, Relation relation) implements Rule {

    @Override
    public Plain with(Head other) {
      return new Plain(other, relation);
    }
  }

  /**
   * Some organs.
   *
   * @param levels of the regions that they belong to
   * @param kinds all of them where it names none
   */
  @Schema(name = "RuleReporters", description = "Some organs. / 若干机关。")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Reporters(
      @Schema(description = "Levels of the regions that they belong to", examples = "[\"city\"]")
          List<RegionLevel> levels,
      @Schema(description = "Their kinds; all where it names none") List<OrganKind> kinds) {

    public Reporters {
      levels = levels == null ? List.of() : List.copyOf(levels);
      kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }
  }

  /** What a rule is repeated over. */
  @Schema(name = "RuleRepetition", description = "What a rule is applied to. / 规则逐行、逐列适用。")
  public enum Each implements WireCode {
    ROW,
    COLUMN;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** 5 and 5.0 are the same number, and 20 is never written 2E+1. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
