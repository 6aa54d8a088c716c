package org.gongkai.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Content;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.narrative.TextReader;
import org.jspecify.annotations.Nullable;

/** What the text of a report says was published on each channel, and in all. */
public final class PublicationsInText {

  /**
   * A number of what was published.
   *
   * @param channel its code; null for the total over all channels
   * @param unit code of what is counted
   * @param certain whether nothing else can be meant, and no sentence says otherwise
   * @param approximate whether the text says about how many
   * @param part of the text where it stands
   * @param words in which it stands, as written
   */
  public record Published(
      @Nullable String channel,
      String unit,
      BigDecimal count,
      boolean certain,
      boolean approximate,
      String part,
      String words) {}

  private PublicationsInText() {}

  /** In the order of the text: what is proposed where a report lists none of it. */
  public static List<Published> of(TextReader reader, Content content) {
    List<NarrativeText> texts = reader.read(content, text -> !text.isEmpty());
    Set<String> several = several(texts);
    Unlisted unlisted = new Unlisted();
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        if (statement.isOfPublications()) {
          unlisted.add(text, statement, !several.contains(channelOf(statement)));
        }
      }
    }
    return unlisted.published();
  }

  /** Channels of which different numbers are told: of two accounts, or of a part. */
  static Set<String> several(List<NarrativeText> texts) {
    Map<String, Set<BigDecimal>> told = new HashMap<>();
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        if (statement.isOfPublications()) {
          told.computeIfAbsent(channelOf(statement), c -> new HashSet<>()).add(statement.number());
        }
      }
    }
    Set<String> several = new HashSet<>();
    told.forEach(
        (channel, numbers) -> {
          if (numbers.size() > 1) {
            several.add(channel);
          }
        });
    return several;
  }

  /** The code of a channel; empty for all of them. */
  static String channelOf(Statement statement) {
    return statement.channel() == null ? "" : statement.channel();
  }
}
