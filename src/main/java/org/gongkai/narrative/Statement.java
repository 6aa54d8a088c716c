package org.gongkai.narrative;

import java.math.BigDecimal;
import java.util.Set;
import org.gongkai.language.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What a text states: how many of what, and where.
 *
 * @param frame what the number is of; null where it is of a channel or of all items published
 * @param channel code of the channel; null where it is of all items published, or of a frame
 * @param sharing codes of several channels that it is the number of together; else none
 * @param unit code of what is counted, of publications; else as it is written
 * @param certain whether nothing else can be meant
 * @param plain whether the number itself is exact
 * @param narrowed whether what it is of is described, so that it can be a part
 * @param start of the words in the text
 * @param end of the words in the text
 */
public record Statement(
    @Nullable Frame frame,
    @Nullable String channel,
    Set<String> sharing,
    String unit,
    BigDecimal number,
    boolean certain,
    boolean plain,
    boolean narrowed,
    String part,
    int place,
    int start,
    int end) {

  Statement doubted() {
    return new Statement(
        frame, channel, sharing, unit, number, false, plain, narrowed, part, place, start, end);
  }

  /** As a number of what was published on all channels. */
  Statement ofAllChannels() {
    return new Statement(
        null, null, Set.of(), unit, number, certain, plain, narrowed, part, place, start, end);
  }

  /** Whether it is of what was published on one channel, or on all. */
  public boolean isOfPublications() {
    return frame == null && sharing.isEmpty();
  }

  /** Whether it is of several channels together. */
  public boolean isShared() {
    return !sharing.isEmpty();
  }

  /** Whether it is of all that was published. */
  public boolean isOfAll() {
    return isOfPublications() && channel == null;
  }
}
