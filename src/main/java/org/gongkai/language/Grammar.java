package org.gongkai.language;

import java.util.List;

/**
 * Words and signs that are read by where they stand, not by what they mean, as they are written.
 *
 * @param andOfTwo signs that join two and not more
 * @param and signs that join what is named one after the other
 * @param or signs that join what is named in the place of each other
 * @param andSoOn signs behind what is not named to the end
 * @param ofWhich what opens what is told of some of those that were counted
 * @param lists words that open a list of what a number counts
 * @param newMedia the word that makes accounts before it some of these: 微信、微博等新媒体
 * @param occasions what closes all that is denied together, over several clauses: 未发生复议，提起诉讼的情况
 */
public record Grammar(
    String andOfTwo,
    String and,
    String or,
    String andSoOn,
    String ofWhich,
    List<String> lists,
    String newMedia,
    Columns columns,
    NamedEntities names,
    Means means,
    Kinds kinds,
    List<String> occasions) {

  /**
   * How a column of a site is told.
   *
   * @param names what it is called
   * @param organs signs with which the name of an organ ends, whose column it is
   * @param opened what is done with columns themselves, so that nothing was published there
   * @param general words in the name of one that has all that is disclosed
   */
  public record Columns(
      List<String> names, String organs, List<String> opened, List<String> general) {}

  /**
   * How the name of a channel is told that stands before what it is.
   *
   * @param ends words with which it ends
   * @param net signs with which that of a site ends after which an account can be called
   * @param places signs with which that of a place ends
   */
  public record NamedEntities(List<String> ends, String net, String places) {}

  /**
   * By what means something was published, as a clause of its own says it.
   *
   * @param by words before the means
   * @param in words before a place
   * @param as words before what {@code purposes} stand behind
   * @param purposes what it is for
   * @param signs of words before an account that does nothing itself
   * @param all words for publishing which can be of all that was published
   * @param some of them, those that can not
   */
  public record Means(
      List<String> by,
      List<String> in,
      List<String> as,
      List<String> purposes,
      String signs,
      List<String> all,
      List<String> some) {}

  /**
   * How the kinds of a thing are told before its name.
   *
   * @param lead signs between what describes a thing and its name
   * @param all words that say that all kinds are meant
   * @param bare the name of a thing of which kinds were listed, without more
   * @param numbers words between a list of kinds and its number
   * @param every kinds that every organ has, also one that is called after them
   * @param business words behind what an organ is called after that change nothing
   */
  public record Kinds(
      String lead,
      List<String> all,
      List<String> bare,
      List<String> numbers,
      List<String> every,
      List<String> business) {}
}
