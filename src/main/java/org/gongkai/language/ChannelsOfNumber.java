package org.gongkai.language;

import java.util.Set;
import org.gongkai.language.Concepts.Token;

/** Which channels a sentence names for a number that it does not bind to one of them. */
public final class ChannelsOfNumber {

  private final ReportLanguage language;
  private final RoleConcepts roles;
  private final ReadSentences sentences;

  ChannelsOfNumber(ReportLanguage language, ReadSentences sentences) {
    this.language = language;
    this.roles = language.roles();
    this.sentences = sentences;
  }

  /** What there are so many of that its name follows right behind: 2个公众号. */
  public Set<String> countedNouns(String sentence, int place) {
    return language.names(
        ConceptSet.of(sentences.read(sentence).rightBehind(place, roles.nouns, ConceptSet.NONE)));
  }

  /** The account on which something was published, as the words before a number say. */
  public Set<String> publishedOn(String sentence, int place, int from) {
    ConceptSet said = sentences.read(sentence).before(place, from).said();
    ConceptSet channels = said.among(roles.nouns);
    return said.hasOneOf(roles.spread) && channels.size() == 1 && roles.accounts.hasAll(channels)
        ? language.names(channels)
        : Set.of();
  }

  /** Whether the list behind a number names a site among its channels: 公开12条，其中网站5条、微信7条. */
  public boolean listsSite(String sentence, int place) {
    Clauses its = sentences.read(sentence);
    int list = its.marks().listBehind(place);
    if (list < 0) {
      return false;
    }
    int site = -1;
    boolean others = false;
    for (Token token : its.tokens()) {
      if (token.start() < list || !roles.channelNames.has(token.concept())) {
        continue;
      }
      if (site < 0
          && (!roles.main.has(token.concept()) || its.marks().hasNumber(list, token.start()))) {
        return false; // 网站发布12条，其中动态5条，微信发布7条
      }
      site = site < 0 ? token.concept() : site;
      others |= token.concept() != site;
    }
    return others;
  }

  /**
   * Whether a number is of all channels, of which the list behind it begins with the site:
   * 通过门户网站和新媒体公开12条，其中网站5条、微信7条. Its own words name nothing but channels, and that something was
   * published.
   */
  public boolean isOfListed(String sentence, int place, int from) {
    Clauses its = sentences.read(sentence);
    int list = its.marks().markedListBehind(place);
    if (list < 0 || its.isStrangeBehind(place)) {
      return false;
    }
    Stretch words = its.before(place, sentences.leftFrom(from));
    return words.said().hasOneOf(roles.spread)
        && words.unexplained() <= FrameChoice.UNEXPLAINED
        && roles.ofSharing.with(roles.channelNames).hasAll(words.said().without(roles.severalWays))
        && beginsWithSite(list, its);
  }

  /** Whether a list begins with the number of the site, and has that of another channel. */
  private boolean beginsWithSite(int list, Clauses its) {
    int end = its.marks().strongEnd(list);
    int site = -1;
    for (Token token : its.tokens()) {
      if (token.start() >= end) {
        break;
      }
      if (token.start() < list || !roles.channelNames.has(token.concept())) {
        continue;
      }
      if (site < 0) {
        if (!roles.main.has(token.concept()) || its.marks().hasNumber(list, token.start())) {
          return false;
        }
        site = token.concept();
      } else if (token.concept() != site
          && its.marks().hasNumber(list, token.start())
          && its.marks().hasNumber(token.end(), end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence names channels of which several can share a number. */
  public boolean canShare(String sentence) {
    return sentences.read(sentence).count(roles.sharing) > 1;
  }

  /**
   * The channels that a number is the sum of, as the words before it say: 微博、微信共发布12条; none where
   * the words say more, or can mean that each of them, or both at once, published so many.
   */
  public Set<String> sharing(String sentence, int place, int from) {
    Clauses its = sentences.read(sentence);
    Stretch words = its.before(place, sentences.leftFrom(from));
    // “两微一端” is a word in quotes, and no name
    boolean named =
        words.named()
            && words.tokens().stream()
                .noneMatch(t -> NamedEntities.OPENS.has(sentence.charAt(t.start())));
    ConceptSet channels = words.said().among(roles.sharing);
    boolean shared =
        !named
            && !words.continues()
            && words.unexplained() <= FrameChoice.UNEXPLAINED
            && channels.size() > 1
            && roles.ofSharing.hasAll(words.said())
            && !its.isStrangeBehind(place)
            && roles.ofSharing.hasAll(
                ConceptSet.of(its.rightBehind(place, roles.counted, ConceptSet.NONE)));
    return shared ? language.names(channels) : Set.of();
  }
}
