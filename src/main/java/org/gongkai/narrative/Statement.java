package org.gongkai.narrative;

import java.math.BigDecimal;
import org.gongkai.language.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What a text states: how many of what, and where.
 *
 * @param frame what the number is of; null where it is of a channel or of all items published
 * @param channel code of the channel; null where it is of all items published, or of a frame
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
        frame, channel, unit, number, false, plain, narrowed, part, place, start, end);
  }

  public boolean isOfPublications() {
    return frame == null;
  }

  /** Whether it is of all that was published. */
  public boolean isOfAll() {
    return frame == null && channel == null;
  }
}
