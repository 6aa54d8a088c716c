package org.gongkai.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says through which channel a quantity in a sentence was published, or through all of them. */
final class ChannelBinding {

  private static final Phrase SEVERAL = Phrase.of("等.{0,6}(?:平台|渠道|方式|形式|媒体|载体|途径)");
  private static final Pattern JOINED = Pattern.compile("[、和及与或]$");

  private static final String WEBSITE = "网站";
  private static final int LONGEST_HEAD = 30;

  private final Lexicon lexicon;

  ChannelBinding(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * What a quantity counts.
   *
   * @param channel null: all channels together
   */
  record Bound(Lexicon.Channel channel, String unit, boolean certain) {}

  /**
   * What a quantity of a sentence counts, where that is publications.
   *
   * @param whole whether it is of the whole year for certain
   */
  Optional<Bound> of(
      String words, QuantityReader.Quantity quantity, int place, int from, boolean whole) {
    boolean several = SEVERAL.isIn(words, from, place);
    if (several && !words.substring(from, place).contains(WEBSITE)) {
      return Optional.empty(); // through some channels, which are not all
    }
    for (Lexicon.Channel channel : several ? List.<Lexicon.Channel>of() : lexicon.channels) {
      if (channel.units().contains(quantity.unit())) {
        int[] name = {-1, -1};
        channel
            .words()
            .each(
                words,
                from,
                place,
                match -> {
                  name[0] = match.start();
                  name[1] = match.end();
                });
        if (name[0] >= 0) {
          return of(words, place, from, channel, name[0], name[1], whole);
        }
      }
    }
    if (lexicon.publishedUnits.contains(quantity.unit())
        && SubjectBinding.ends(lexicon.published, words, from, place)) {
      int clause = Math.max(from, words.lastIndexOf('，', place) + 1);
      boolean somewhere = lexicon.anyChannel.isIn(words, from, place);
      boolean everywhere = !somewhere || several;
      boolean part = lexicon.partly.isIn(words, clause, place) && !everywhere;
      if (everywhere && !part && !words.substring(clause, place).contains("其中")) {
        return Optional.of(new Bound(null, "item", whole));
      }
    }
    return Optional.empty();
  }

  private Optional<Bound> of(
      String words,
      int place,
      int from,
      Lexicon.Channel channel,
      int last,
      int behind,
      boolean whole) {
    boolean joined =
        JOINED.matcher(words.substring(from, last)).find()
            && last > from + 1
            && lexicon.anyChannel.isIn(words, from, last);
    if (joined) {
      return Optional.empty();
    }
    if (channel.unit().equals("event")) {
      if (all(lexicon.held, words, behind, place)) {
        boolean certain =
            whole
                && SubjectBinding.ends(
                    lexicon.heldBefore, words, Math.max(0, last - LONGEST_HEAD), last);
        return Optional.of(new Bound(channel, channel.unit(), certain));
      }
    } else if (all(lexicon.channelEnd, words, behind, place)) {
      return Optional.of(new Bound(channel, channel.unit(), whole));
    } else if (all(lexicon.doubtful, words, behind, place)) {
      return Optional.of(new Bound(channel, channel.unit(), false));
    }
    return Optional.empty();
  }

  private static boolean all(Pattern pattern, String words, int from, int place) {
    return pattern.matcher(words).region(from, place).matches();
  }
}
