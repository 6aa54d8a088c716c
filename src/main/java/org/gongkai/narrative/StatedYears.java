package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gongkai.language.WrittenYears;

/**
 * Finds where a text says of which year the report itself is: in its title, and in the period that
 * its figures are of. Years are named everywhere in a report, for comparison, for plans, for last
 * year's report; whatever could be such a mention is passed over.
 */
public final class StatedYears {

  /**
   * A place that states the year.
   *
   * @param from the year, of a period that of its first day
   * @param to the year, of a period that of its last day
   * @param period whether it is a period, not a title
   * @param words as they are written
   */
  public record Mention(int from, int to, boolean period, String words) {

    public boolean isOf(int year) {
      return from == year && to == year;
    }

    /** A year that is stated and is not this one. */
    public int yearOtherThan(int year) {
      return from == year ? to : from;
    }
  }

  private static final Pattern YEAR = Pattern.compile(WrittenYears.OF_YEAR + "度?");

  private StatedYears() {}

  /**
   * What a part of the text states.
   *
   * @param opening whether it is the first part, where the customary first sentence stands
   */
  public static List<Mention> of(String text, boolean opening) {
    String plain = WrittenYears.plain(text);
    List<Mention> mentions = new ArrayList<>();
    OwnTitle.find(plain, opening, title -> mentions.add(title(text, title)));
    OwnPeriods.find(plain, period -> mentions.add(period(text, period)));
    return mentions;
  }

  /**
   * What a title states that stands in a place of its own: the year that it names, if it names one
   * only, or this one among others.
   */
  public static List<Mention> ofTitle(String text, int year) {
    List<Mention> named = new ArrayList<>();
    YEAR.matcher(WrittenYears.plain(text))
        .results()
        .forEach(match -> named.add(title(text, match)));
    List<Mention> own = named.stream().filter(mention -> mention.isOf(year)).toList();
    boolean one = named.stream().map(Mention::from).distinct().count() == 1;
    return !own.isEmpty() ? own : one ? named.subList(0, 1) : List.of();
  }

  private static Mention title(String text, MatchResult title) {
    int year = WrittenYears.of(title).getFirst();
    return new Mention(year, year, false, words(text, title));
  }

  private static Mention period(String text, MatchResult period) {
    List<Integer> years = WrittenYears.of(period);
    return new Mention(years.getFirst(), years.getLast(), true, words(text, period));
  }

  private static String words(String text, MatchResult match) {
    return text.substring(match.start(), match.end()).strip();
  }
}
